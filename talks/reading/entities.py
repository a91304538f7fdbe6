"""The names of the lexicon in a text: one phrase pattern for each, the longest wins."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from operator import itemgetter

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from talks.lexicon.load import Lexicon

PERSON, INSTITUTION, PLACE = "PERSON", "INSTITUTION", "PLACE"
LOCATING = frozenset({"en", "desde", "hacia", "hasta", "En", "Desde", "Hacia", "Hasta"})
"""«En Moscú» is the place; «Moscú pide» and «con Moscú» are those who speak there."""
ARTICLES = frozenset({"el", "la", "los", "las"})
SHORTEST_VARIANT = 5
"""A shorter name has no variant in capitals or without accents: too many words look like it."""

Match = tuple[int, int, int]
"""Key, first token, token after the last, as spaCy gives them."""


def build_name_finder(lexicon: Lexicon, vocab: Vocab, tokenize: Callable[[str], Doc]) -> Callable[[Doc], Doc]:
    """A pipeline component that sets `doc.ents`, with the entry's id as `ent_id_`."""
    matcher = PhraseMatcher(vocab)
    entries: dict[int, tuple[str, str]] = {}
    for label, entry_id, names in _entries(lexicon):
        name = f"{label}:{entry_id}"
        entries[vocab.strings.add(name)] = label, entry_id
        matcher.add(name, [tokenize(variant) for variant in _variants(names)])

    def find_names(doc: Doc) -> Doc:
        doc.ents = [_span(doc, match, entries) for match in _longest(doc, matcher(doc), entries)]
        return doc

    return find_names


def _entries(lexicon: Lexicon) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for label, entries in ((PERSON, lexicon.people), (INSTITUTION, lexicon.institutions), (PLACE, lexicon.places)):
        for entry in entries:
            yield label, entry.id, (entry.name, *entry.aliases)


def _variants(names: Iterable[str]) -> list[str]:
    """Each name as it stands, in capitals as datelines print it, and without accents."""
    long = [name for name in names if len(name) >= SHORTEST_VARIANT]
    return sorted({*names, *map(str.upper, long), *map(_without_accents, long)})


def _without_accents(name: str) -> str:
    decomposed = unicodedata.normalize("NFD", name.replace("ñ", "\0"))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).replace("\0", "ñ")


def _longest(doc: Doc, matches: list[Match], entries: dict[int, tuple[str, str]]) -> list[Match]:
    """The matches that overlap no longer one."""
    preference = {PERSON: 0, INSTITUTION: 1, PLACE: 2}
    ranked = [(start - end, start, preference[entries[key][0]], key, end) for key, start, end in matches]
    taken: set[int] = set()
    kept: dict[tuple[int, int], int] = {}
    for _, start, _, key, end in sorted(ranked):
        if (start, end) in kept:
            if _is_located(doc, start) and entries[key][0] == PLACE:
                kept[start, end] = key
        elif taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            kept[start, end] = key
    return sorted(((key, start, end) for (start, end), key in kept.items()), key=itemgetter(1))


def _is_located(doc: Doc, start: int) -> bool:
    before = start - 2 if start > 1 and doc[start - 1].text in ARTICLES else start - 1
    return before >= 0 and doc[before].text in LOCATING


def _span(doc: Doc, match: Match, entries: dict[int, tuple[str, str]]) -> Span:
    label, entry_id = entries[match[0]]
    return Span(doc, match[1], match[2], label=label, span_id=entry_id)
