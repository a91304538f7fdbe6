"""Clusters of items of which some pairs are linked."""

from __future__ import annotations

from itertools import combinations
from statistics import fmean

from hypothesis import given
from hypothesis import strategies as st

from talks.news.linkage import clusters_of

LEAST = 0.4


def test_what_is_linked_strongly_is_one() -> None:
    assert clusters_of([1, 2, 3], {(2, 1): 0.9}, least=LEAST) == [[1, 2], [3]]


def test_a_chain_is_cut_where_its_ends_have_nothing_in_common() -> None:
    chain = {(2, 1): 0.9, (3, 2): 0.6, (4, 3): 0.9}
    assert clusters_of([1, 2, 3, 4], chain, least=LEAST) == [[1, 2], [3, 4]]


def test_the_strongest_link_is_made_first() -> None:
    assert clusters_of([1, 2, 3], {(2, 1): 0.5, (3, 2): 0.7}, least=LEAST) == [[1], [2, 3]]


def test_of_equal_links_the_earlier_is_made() -> None:
    assert clusters_of([1, 2, 3], {(3, 2): 0.5, (2, 1): 0.5}, least=LEAST) == [[1, 2], [3]]


def test_nothing_makes_nothing() -> None:
    assert clusters_of([], {}, least=LEAST) == []


def by_hand(items: list[int], links: dict[tuple[int, int], float]) -> list[list[int]]:
    """Average linkage as its definition says, all pairs looked at each time."""
    clusters = [[item] for item in sorted(items)]

    def mean(pair: tuple[list[int], list[int]]) -> float:
        return fmean(links.get((b, a), links.get((a, b), 0.0)) for a in pair[0] for b in pair[1])

    while len(clusters) > 1:
        one, other = max(combinations(clusters, 2), key=mean)
        if mean((one, other)) < LEAST:
            break
        clusters.remove(other)
        one += other
        clusters.sort()
    return sorted(map(sorted, clusters))


PAIRS = [(b, a) for a, b in combinations(range(7), 2)]
STRENGTHS = st.lists(st.integers(0, 10**6), min_size=len(PAIRS), max_size=len(PAIRS), unique=True)


@given(STRENGTHS, st.integers(0, 2 ** len(PAIRS) - 1))
def test_it_is_average_linkage(strengths: list[int], which: int) -> None:
    links = {
        pair: strength / 10**6
        for place, (pair, strength) in enumerate(zip(PAIRS, strengths, strict=True))
        if which >> place & 1
    }
    assert clusters_of(range(7), links, least=LEAST) == by_hand(list(range(7)), links)
