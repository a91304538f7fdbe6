"""Who is named in a text, and as what."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from talks.lexicon.load import Lexicon
from talks.reading.document import Document
from talks.reading.known_people import Found, find_known, known_names
from talks.reading.name_words import Word, words_of
from talks.reading.roles import role_beside
from talks.reading.surnames import find_doubtful, find_shortened, owners_of, reassigned
from talks.reading.unknown_people import find_unknown
from talks.types import PersonMention


def find_mentions(document: Document, lexicon: Lexicon) -> tuple[PersonMention, ...]:
    """Every mention in order, surnames too; spans are in `document.text`."""
    words = words_of(document.text)
    starts = _everybody(words, document, lexicon)
    names = {found.first for found in starts}
    return tuple(_without_title_roles((_mention(words, found, names, document) for found in starts), document))


def one_per_person(mentions: Iterable[PersonMention]) -> tuple[PersonMention, ...]:
    """One entry a person: the first surface, with the role of the first mention that states one."""
    first: dict[str, PersonMention] = {}
    stated: dict[str, PersonMention] = {}
    for mention in mentions:
        first.setdefault(mention.name, mention)
        if mention.role is not None:
            stated.setdefault(mention.name, mention)
    return tuple(
        replace(mention, role=stated[name].role, role_is_current=stated[name].role_is_current)
        if name in stated
        else mention
        for name, mention in first.items()
    )


def _everybody(words: list[Word], document: Document, lexicon: Lexicon) -> list[Found]:
    names = known_names(lexicon)
    known = find_known(words, names)
    known += find_doubtful(words, known, names)
    taken = {place for found in known for place in found.places}
    closed = taken | _closed_words(words, document)
    starts = {found.first for found in known}
    unknown = _merged(find_unknown(words, document.text, closed=closed, starts=starts, lexicon=lexicon))
    owners = owners_of(words, [*known, *unknown])
    found = reassigned(words, [*known, *unknown], owners)
    return sorted([*found, *find_shortened(words, found, owners)], key=lambda one: one.first)


def _mention(words: list[Word], found: Found, names: set[int], document: Document) -> PersonMention:
    start, end = words[found.first].start, words[found.last].end
    role = role_beside(words, found.first, found.last, names=names, person=found.person)
    return PersonMention(
        name=found.name,
        surface=document.text[start:end],
        role=document.text[role.start : role.end] if role else None,
        start=start,
        end=end,
        person_id=found.person.id if found.person else None,
        role_is_current=role.is_current if role else True,
    )


def _without_title_roles(mentions: Iterable[PersonMention], document: Document) -> Iterator[PersonMention]:
    """A title shortens roles: it counts only for people whose role the text itself does not state."""
    everyone = tuple(mentions)
    stated = {mention.name for mention in everyone if mention.role and mention.start >= document.title_end}
    for mention in everyone:
        is_repeated = mention.start < document.title_end and mention.name in stated
        yield replace(mention, role=None, role_is_current=True) if is_repeated else mention


def _closed_words(words: list[Word], document: Document) -> set[int]:
    """Words of places and institutions, and of what tells no news: no unknown person is looked for there."""
    open_spans = [(sentence.start, sentence.end) for sentence in document.sentences]
    things = [(each.start, each.end) for each in document.entities if each.label in ("PLACE", "INSTITUTION")]
    return (set(range(len(words))) - _inside(words, open_spans)) | _inside(words, things)


def _inside(words: list[Word], spans: Sequence[tuple[int, int]]) -> set[int]:
    """Places of the words in the spans, which are in order."""
    starts = [word.start for word in words]
    ranges = (range(bisect_left(starts, start), bisect_left(starts, end)) for start, end in spans)
    return set(chain.from_iterable(ranges))


def _merged(unknown: Sequence[Found]) -> list[Found]:
    """One name a person: the longest of «Miguel Uribe», «Miguel Uribe Turbay»."""
    longest: dict[str, str] = {}
    for name in sorted({found.name for found in unknown if found.is_full}, key=len):
        longest.update(dict.fromkeys(_beginnings(name), name))
    return [found._replace(name=longest.get(found.name, found.name)) for found in unknown]


def _beginnings(name: str) -> list[str]:
    parts = name.split()
    return [" ".join(parts[:length]) for length in range(2, len(parts) + 1)] or [name]
