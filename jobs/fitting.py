"""What both commands that make weights share: gold rows, values of one scale, and descent with momentum from zero."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from talks.errors import SettingsError, TalksError
from talks.news.weighing import Weights

ROUNDS = 3000
RATE = 0.5
MOMENTUM = 0.9

Vector = NDArray[np.float64]


def run(command: Callable[[list[str]], None]) -> None:
    """With the words of the command line; a failure is one sentence."""
    try:
        command(sys.argv[1:])
    except (TalksError, OSError) as error:
        sys.exit(str(error))


def read_gold(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()]


def scale_of(rows: Vector) -> tuple[Vector, Vector]:
    """Mean and spread of each value; raises SettingsError where there is nothing to learn from."""
    if not len(rows):
        raise SettingsError("No hay de qué aprender: indica carpetas con articles.jsonl y gold.jsonl.")
    return rows.mean(axis=0), rows.std(axis=0) + 1e-6


def descend(gradient: Callable[[Vector], Vector], size: int, *, penalty: float) -> Vector:
    """Bias first, which is not penalised; the same gradient gives the same weights."""
    penalties = np.array([0.0, *[penalty] * (size - 1)])
    weights, step = np.zeros(size), np.zeros(size)
    for _ in range(ROUNDS):
        step = MOMENTUM * step - RATE * (gradient(weights) + penalties * weights)
        weights = weights + step
    return weights


def unscaled(weights: Vector, centre: Vector, scale: Vector) -> Weights:
    plain = weights[1:] / scale
    return Weights(float(weights[0] - plain @ centre), tuple(plain.tolist()))
