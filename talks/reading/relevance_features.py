"""What the relevance classifier looks at: masked words of title and lead, and the cues of the word lists."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice, pairwise

from talks.lexicon.load import Lexicon
from talks.reading.datelines import STAMP_FIRST
from talks.reading.document import Document
from talks.reading.relevance_words import cue_names, cue_phrases
from talks.reading.word_lists import Hit, Token, find_hits, starts_of, tokens_of
from talks.types import PersonMention, SentenceSpan

BUCKETS = 4096
"""Words, pairs and character runs are counted by hash (Weinberger et al. 2009, feature hashing)."""
LEAD_SENTENCES = 4
LEAD_CHARACTERS = 800
LEAST_STAMPS = 2
_GRAM = 4
_ENOUGH = 3
"""More hits than these make a cue no stronger."""
_PAIRS = (
    ("rusia", "ucrania"),
    ("rusia", "eeuu"),
    ("rusia", "europa"),
    ("rusia", "mediador"),
    ("ucrania", "eeuu"),
    ("ucrania", "europa"),
    ("ucrania", "mediador"),
)
"""Who is named beside whom, in the title and in one sentence of the lead."""
_MASKED_PAIRS = tuple(frozenset((f"<{a}>", f"<{b}>")) for a, b in _PAIRS)
TALKING = frozenset(("negotiation", "truce", "exchange"))
"""The lists whose words are about negotiation as such."""
_NO_TOPIC = frozenset(("parties", "meeting", "tie"))
_JOINT = (
    "title:together", "lead:together", "lead:sentences together", "exchange without ucrania",
    "elsewhere without ucrania", "title elsewhere", "opening elsewhere", "without ucrania", "without negotiation",
)  # fmt: skip
_SIDES = ("rusia", "ucrania", "eeuu", "europa", "mediador", "otro")


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence (or the title) with its words, the words masked by side, and its cues."""

    tokens: tuple[Token, ...]
    masked: tuple[str, ...]
    hits: tuple[Hit, ...]
    cues: frozenset[str]
    """Labels of the hits."""

    @property
    def names_ukraine(self) -> bool:
        return any(word.startswith(("ucran", "kiev", "kyiv", "zelensk")) for word in self.masked)


@dataclass(frozen=True, slots=True)
class Features:
    """`buckets` are distinct; `cues` are in the order of `cue_columns()`, each between 0 and 1."""

    buckets: tuple[int, ...]
    cues: tuple[float, ...]


def cue_columns() -> tuple[str, ...]:
    parts = [f"{part}:{name}" for part in ("title", "lead") for name in (*cue_names(), *_SIDES)]
    pairs = [f"{part}:{a}+{b}" for part in ("title", "sentence") for a, b in _PAIRS]
    first = [f"title:first {name}" for name in _topics()]
    shares = [f"{part}:share {name}" for part in ("title", "lead") for name in _topics()]
    return (*parts, *pairs, *first, *shares, *_JOINT)


class Passages:
    """The passages of an article in order, each read when it is first asked for: most are clear from the first few."""

    def __init__(self, unread: Iterator[Passage]) -> None:
        self._unread = unread
        self._read: list[Passage] = []

    def __iter__(self) -> Iterator[Passage]:
        yield from self._read
        for passage in self._unread:
            self._read.append(passage)
            yield passage


def passages_of(document: Document, mentions: Sequence[PersonMention], lexicon: Lexicon) -> Passages:
    """The title and every sentence, in order; the title may be cut in several."""
    sides = _sides_by_character(document, mentions, lexicon)
    return Passages(_passage(document, sentence, sides) for sentence in document.sentences)


def _passage(document: Document, sentence: SentenceSpan, sides: dict[int, str]) -> Passage:
    tokens = tokens_of(document.text, sentence.start, sentence.end)
    masked = tuple(sides.get(token.start, token.folded) for token in tokens)
    hits = find_hits(tokens, cue_phrases())
    return Passage(tokens, masked, hits, frozenset(hit.label for hit in hits))


def _sides_by_character(document: Document, mentions: Sequence[PersonMention], lexicon: Lexicon) -> dict[int, str]:
    """For the first letter of each word that names somebody or something: its side between angle brackets."""
    institutions, people = _sides(lexicon)
    spans = [(m.start, m.end, people.get(m.person_id or "", "otro")) for m in mentions]
    for entity in document.entities:
        if entity.label == "INSTITUTION":
            spans.append((entity.start, entity.end, institutions.get(entity.id, "otro")))
    return {place: f"<{side}>" for start, end, side in spans for place in starts_of(document.text, start, end)}


@lru_cache(maxsize=4)
def _sides(lexicon: Lexicon) -> tuple[dict[str, str], dict[str, str]]:
    """Of institutions and of people, by their ids."""
    return {each.id: each.side for each in lexicon.institutions}, {each.id: each.side for each in lexicon.people}


def lead_of(document: Document, passages: Iterable[Passage]) -> tuple[tuple[Passage, ...], tuple[Passage, ...]]:
    """The passages of the title, and those of the lead; all of a page that grows, which begins with its end."""
    of_title = sum(sentence.paragraph == 0 for sentence in document.sentences)
    if _grows(document):
        everything = tuple(passages)
        return everything[:of_title], everything[of_title:]
    opening = tuple(islice(passages, of_title + LEAD_SENTENCES))
    title, body = opening[:of_title], opening[of_title:]
    first = body[0].tokens[0].start if body and body[0].tokens else 0
    lead = tuple(p for p in body if p.tokens and p.tokens[-1].end - first <= LEAD_CHARACTERS)
    return title, lead or body[:1]


def _grows(document: Document) -> bool:
    """Two of its paragraphs or more begin with the hour."""
    lines = document.text.split("\n")
    return sum(STAMP_FIRST.match(line) is not None for line in lines) >= LEAST_STAMPS


def features_of(title: Sequence[Passage], lead: Sequence[Passage]) -> Features:
    buckets: set[int] = set()
    for passage in title:
        buckets.update(_buckets(passage.masked, "t "))
    for passage in (*title, *lead):
        buckets.update(_buckets(passage.masked, ""))
    return Features(tuple(sorted(buckets)), (*_cue_values(title), *_cue_values(lead), *_joint_cues(title, lead)))


def _buckets(words: Sequence[str], mark: str) -> list[int]:
    """Of words, pairs of words and runs of four letters, with the mark before them; of a word twice in a row once."""
    kept = [word for i, word in enumerate(words) if i == 0 or word != words[i - 1]]
    found = [_bucket(f"{mark}{a} {b}") for a, b in pairwise(kept)]
    for word in kept:
        found += _buckets_of_word(word, mark)
    return found


@lru_cache(maxsize=1 << 14)
def _buckets_of_word(word: str, mark: str) -> tuple[int, ...]:
    """Of the word and its runs of letters; a masked word has none."""
    edged = "" if word.startswith("<") else f"_{word}_"
    runs = (f"{mark}#{edged[i : i + _GRAM]}" for i in range(len(edged) - _GRAM + 1))
    return (_bucket(f"{mark}{word}"), *map(_bucket, runs))


def _bucket(gram: str) -> int:
    return zlib.crc32(gram.encode()) % BUCKETS


def _cue_values(passages: Sequence[Passage]) -> tuple[float, ...]:
    counts = Counter(hit.label for passage in passages for hit in passage.hits)
    sides = Counter(word.strip("<>") for passage in passages for word in set(passage.masked) if word.startswith("<"))
    return (*_saturated(counts, cue_names()), *_saturated(sides, _SIDES))


def _saturated(counts: Counter[str], names: Iterable[str]) -> tuple[float, ...]:
    return tuple(min(counts[name], _ENOUGH) / _ENOUGH for name in names)


def _joint_cues(title: Sequence[Passage], lead: Sequence[Passage]) -> tuple[float, ...]:
    return (
        *_pair_cues([{word for passage in title for word in passage.masked}]),
        *_pair_cues([set(passage.masked) for passage in lead]),
        *_first_topic(title),
        *_shares(title),
        *_shares(lead),
        *_contrasts(title, lead),
    )


def _contrasts(title: Sequence[Passage], lead: Sequence[Passage]) -> tuple[float, ...]:
    """In the order of `_JOINT`."""
    together = [is_about_talks(passage) for passage in lead]
    cues = {cue for passage in (*title, *lead) for cue in passage.cues}
    is_without_ucrania = not any(map(_names_ucrania, (*title, *lead)))
    is_elsewhere = any("elsewhere" in passage.cues for passage in title)
    return (
        float(any(map(is_about_talks, title))),
        float(any(together)),
        sum(together) / len(together) if together else 0.0,
        float(is_without_ucrania and "exchange" in cues),
        float(is_without_ucrania and "elsewhere" in cues),
        float(is_elsewhere and not any(map(_names_ucrania, title))),
        float(is_elsewhere and not any(map(_names_ucrania, (*title, *lead[:1])))),
        float(is_without_ucrania),
        float(not cues & TALKING),
    )


def _names_ucrania(passage: Passage) -> bool:
    """Its state or its people; «pivot ucraniano» is neither."""
    return "<ucrania>" in passage.masked


def _first_topic(title: Sequence[Passage]) -> tuple[float, ...]:
    """What the title speaks of first: «Rusia bombardea Kiev antes de la ronda» of the front."""
    topics = _topics()
    first = next((hit.label for passage in title for hit in passage.hits if hit.label in topics), "")
    return tuple(float(name == first) for name in topics)


def _shares(passages: Sequence[Passage]) -> tuple[float, ...]:
    counts = Counter(hit.label for passage in passages for hit in passage.hits if hit.label in _topics())
    return tuple(counts[name] / max(1, counts.total()) for name in _topics())


@cache
def _topics() -> tuple[str, ...]:
    return tuple(name for name in cue_names() if name not in _NO_TOPIC)


def _pair_cues(sentences: Sequence[set[str]]) -> tuple[float, ...]:
    return tuple(float(any(pair <= words for words in sentences)) for pair in _MASKED_PAIRS)


def is_about_talks(passage: Passage) -> bool:
    """A party of the war and a word of negotiation in one sentence."""
    return not TALKING.isdisjoint(passage.cues) and has_party(passage)


def has_party(passage: Passage) -> bool:
    return "parties" in passage.cues or "<rusia>" in passage.masked or "<ucrania>" in passage.masked
