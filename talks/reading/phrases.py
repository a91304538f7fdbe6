"""A sentence as the rules of speech see it: words, marks, and one item for each quotation, person or body.

What stands between quotation marks is one item, so that no verb or name inside it is taken for the reporter's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Literal, NamedTuple

from talks.reading.document import Document
from talks.types import PersonMention

Kind = Literal["word", "mark", "quote", "person", "body", "place"]

TOKEN = re.compile(r"([^\W_]+(?:[.,:]\d+|\.[A-Z](?![a-z])|[’'-][^\W_]+)*|\.{3}|[^\s«»“”„\"‘’‹›'])")
DASHES = frozenset("—–")
LONGEST_KEY = 40


class Item(NamedTuple):
    kind: Kind
    start: int
    end: int
    key: str
    """The word in lower case; a mark as printed; empty for the rest."""
    ref: int
    """Index of the mention or of the quotation mark; -1 for the rest."""
    name: str
    """Id of the entity, for a body or a place."""
    is_capital: bool


class Sentence(NamedTuple):
    items: tuple[Item, ...]
    start: int
    end: int
    paragraph: int
    soon: int
    """The end of the next paragraph, of the second one for the title."""


Block = tuple[int, int, Kind, int, str]
"""start, end, kind, ref, name of what becomes one item."""


def split_into_items(document: Document, mentions: Sequence[PersonMention]) -> list[Sentence]:
    blocks = _blocks(document, mentions)
    """A quotation that runs over several sentences is in the first of them; the others begin after it."""
    sentences, first, covered = [], 0, 0
    for span in document.sentences:
        while first < len(blocks) and blocks[first][0] < span.start:
            first += 1
        last = first
        while last < len(blocks) and blocks[last][0] < span.end:
            last += 1
        items = _items(document.text, max(span.start, covered), span.end, blocks[first:last])
        covered = max(covered, blocks[last - 1][1] if last > first else 0)
        near = min(span.paragraph + 1 + (span.paragraph == 0), len(document.paragraphs) - 1)
        sentences.append(Sentence(items, span.start, span.end, span.paragraph, document.paragraphs[near][1]))
    return sentences


def _blocks(document: Document, mentions: Sequence[PersonMention]) -> list[Block]:
    """Quotations first: what lies inside one is not seen; persons before bodies. A body between marks is a name."""
    names = {(each.start, each.end) for each in document.entities if each.label == "INSTITUTION"}
    quotes: list[Block] = [
        (mark.start, mark.end, "quote", number, "")
        for number, mark in enumerate(document.marks)
        if mark.depth == 0 and (mark.start, mark.end) not in names
    ]
    people: list[Block] = [(mention.start, mention.end, "person", i, "") for i, mention in enumerate(mentions)]
    entities: list[Block] = [
        (each.start, each.end, "body" if each.label == "INSTITUTION" else "place", -1, each.id)
        for each in document.entities
        if each.label in ("INSTITUTION", "PLACE")
    ]
    return _without_overlap(_without_overlap(quotes, people), entities)


def _without_overlap(strong: list[Block], weak: Iterable[Block]) -> list[Block]:
    """Both in order; of two that overlap the strong one stays."""
    merged: list[Block] = []
    place = 0
    for block in sorted(weak):
        while place < len(strong) and strong[place][0] < block[1]:
            merged.append(strong[place])
            place += 1
        if not merged or merged[-1][1] <= block[0]:
            merged.append(block)
    return merged + strong[place:]


def _items(text: str, begin: int, limit: int, blocks: Sequence[Block]) -> tuple[Item, ...]:
    items: list[Item] = []
    for start, end, kind, ref, name in blocks:
        items += _words(text, begin, start)
        items.append(Item(kind, start, end, "", ref, name, True))
        begin = max(begin, end)
    return (*items, *_words(text, begin, limit))


def _words(text: str, start: int, end: int) -> list[Item]:
    pieces = TOKEN.split(text[start:end])
    places = list(accumulate(map(len, pieces), initial=start))
    shapes = [_shape(shown[:LONGEST_KEY]) for shown in pieces[1::2]]
    shown = zip(shapes, places[1::2], places[2::2], strict=False)
    return [Item(kind, first, last, key, -1, "", is_capital) for (kind, key, is_capital), first, last in shown]


@lru_cache(maxsize=1 << 14)
def _shape(shown: str) -> tuple[Kind, str, bool]:
    """Its kind and key, and whether it is capital."""
    if shown[0].isalnum():
        return "word", shown.lower(), shown[0].isupper()
    return "mark", shown, False
