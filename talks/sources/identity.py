"""Who is who among the items of a feed: a key for each, unique within the feed.

The guid where it tells items apart, else the address, else a hash of title and date. Only the items that share a guid
go down to the next step, so that one slip of an outlet does not make its whole feed look new.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from talks.folding import fold
from talks.sources.urls import clean_url, comparable

LONGEST_KEY = 200

Ladder = tuple[str, ...]
"""Candidates for the key of one item, the best first; an empty one is not there. The last is never empty."""


def ladder(*, guid: str, url: str, title: str, date: str) -> Ladder:
    """`url` is clean already; a guid that is an address is compared as one."""
    address = clean_url(guid)
    return (
        _bounded(comparable(address) if address else guid.strip()),
        _bounded(comparable(url)),
        _digest(f"{fold(title)}\n{date}"),
    )


def _bounded(key: str) -> str:
    return key if len(key) <= LONGEST_KEY else _digest(key)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:32]


def assign_keys(ladders: Sequence[Ladder]) -> list[str]:
    """One key for each item; items that no step tells apart share theirs: they are one item, listed twice."""
    keys = dict(_settle(range(len(ladders)), ladders, step=0))
    owners: dict[str, Ladder] = {}
    return [_own(keys[index], each, owners) for index, each in enumerate(ladders)]


def _settle(members: Iterable[int], ladders: Sequence[Ladder], *, step: int) -> Iterator[tuple[int, str]]:
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for index in members:
        groups[ladders[index][step]].append(index)
    for key, group in groups.items():
        is_last = step + 1 == len(ladders[group[0]])
        if key and (is_last or len({ladders[index][step + 1 :] for index in group}) == 1):
            yield from ((index, key) for index in group)
        else:
            yield from _settle(group, ladders, step=step + 1)


def _own(key: str, ladder: Ladder, owners: dict[str, Ladder]) -> str:
    """The key, unless another item already has it by another step of its ladder."""
    return key if owners.setdefault(key, ladder) == ladder else ladder[-1]
