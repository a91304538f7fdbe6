"""Linear scores whose weights are data: one number for each value that is compared, by name, and a bias."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Weights:
    bias: float
    values: tuple[float, ...]
    """In the order of the names with which they are stored."""

    def score(self, values: Sequence[float]) -> float:
        """In log-odds: 0 is as likely as not."""
        return self.bias + sum(weight * value for weight, value in zip(self.values, values, strict=True))


def load_weights(path: Path, names: Sequence[str]) -> Weights:
    stored = json.loads(path.read_text(encoding="utf-8"))
    return Weights(stored["bias"], tuple(stored["weights"][name] for name in names))


def dump_weights(weights: Weights, names: Sequence[str]) -> str:
    named = {name: round(value, 3) for name, value in zip(names, weights.values, strict=True)}
    return json.dumps({"bias": round(weights.bias, 3), "weights": named}, ensure_ascii=False, indent=1) + "\n"
