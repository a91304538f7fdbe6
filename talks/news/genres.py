"""Whether a piece tells news or explains, argues or looks back, by what outlets print over it."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

from talks.folding import fold
from talks.news.words import repaired
from talks.types import Article

HEAD = 80
"""Characters of the text in which a label may stand."""
SEPARATOR = re.compile(r"\s*[|:/·—–\n]\s*")
WHOLE_QUESTION = re.compile(r"\W*¿[^?]+\?\W*$")


def looks_back(article: Article) -> bool:
    """A label of opinion or analysis, a title that asks or promises to explain."""
    title = repaired(article.title)
    return _is_labelled(title) or _is_labelled(article.text[:HEAD]) or _explains(title)


def _is_labelled(text: str) -> bool:
    parts = [fold(part).strip(" .") for part in SEPARATOR.split(text.strip())]
    return len(parts) > 1 and not _labels().isdisjoint((parts[0], parts[-1]))


def _explains(title: str) -> bool:
    if WHOLE_QUESTION.match(title) or title.lstrip(" «“\"'").startswith("¿"):
        return True
    words = f" {' '.join(re.findall(r'[a-z0-9]+', fold(title)))} "
    if any(words.startswith(f" {phrase} ") for phrase in _data()["beginnings"]):
        return True
    return any(f" {phrase} " in words for phrase in _data()["phrases"])


@cache
def _labels() -> frozenset[str]:
    return frozenset(_data()["labels"])


@cache
def _data() -> dict[str, list[str]]:
    return tomllib.loads((Path(__file__).parent / "genres.toml").read_text(encoding="utf-8"))
