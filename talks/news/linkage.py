"""Clusters by average linkage (UPGMA, Sokal and Michener 1958), of items of which only some pairs are linked.

A pair without a link counts as nought. Cost grows with the links, not with the square of the items.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping

Links = Mapping[tuple[int, int], float]


class _Clusters:
    """By the item that leads a cluster: its items, and the sum of its links to each other cluster.

    Pairs wait to be joined only while their mean is `least` or more: whatever changes a mean looks at the pair again.
    """

    def __init__(self, items: Iterable[int], links: Links, least: float) -> None:
        self._least = least
        self.items: dict[int, list[int]] = {item: [item] for item in items}
        self._sums: dict[int, dict[int, float]] = {item: {} for item in self.items}
        for (one, other), strength in links.items():
            self._sums[one][other] = self._sums[other][one] = strength
        self._waiting = [(-strength, min(pair), max(pair)) for pair, strength in links.items() if strength >= least]
        heapq.heapify(self._waiting)

    def closest(self) -> tuple[float, int, int] | None:
        """The mean link of the two clusters that are nearest, and who leads them."""
        while self._waiting:
            far, one, other = heapq.heappop(self._waiting)
            if other in self._sums.get(one, {}) and self._mean(one, other) == -far:
                return -far, one, other
        return None

    def join(self, one: int, other: int) -> None:
        """The second goes into the first."""
        self.items[one] += self.items.pop(other)
        sums, joined = self._sums[one], self._sums.pop(other)
        del sums[other], joined[one]
        for third, strength in joined.items():
            theirs = self._sums[third]
            sums[third] = theirs[one] = sums.get(third, 0.0) + strength
            del theirs[other]
        size = len(self.items[one])
        for third, strength in sums.items():
            mean = strength / (size * len(self.items[third]))
            if mean >= self._least:
                heapq.heappush(self._waiting, (-mean, min(one, third), max(one, third)))

    def _mean(self, one: int, other: int) -> float:
        return self._sums[one][other] / (len(self.items[one]) * len(self.items[other]))


def clusters_of(items: Iterable[int], links: Links, *, least: float) -> list[list[int]]:
    """Clusters whose mean link to each other is less than `least`, each sorted, by their first item.

    Of equals the pair with the lower numbers is joined first, so that the same links give the same clusters.
    """
    clusters = _Clusters(items, links, least)
    while (nearest := clusters.closest()) is not None:
        clusters.join(nearest[1], nearest[2])
    return sorted(map(sorted, clusters.items.values()))
