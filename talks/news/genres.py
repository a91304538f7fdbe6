"""Whether a piece tells news or explains, argues or looks back, by what outlets print over it."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

from talks.folding import fold, words_of
from talks.news.words import repaired
from talks.types import Article

HEAD = 80
"""Characters of the text in which a label may stand."""
GREETING = 160
"""Characters of the text in which a letter addresses its readers."""
SEPARATOR = re.compile(r"\s*[|:/·—–\n]\s*")
STAMPED = re.compile(r"^\W{0,2}(?:[01]?\d|2[0-3])[:.][0-5]\d\b", re.MULTILINE)
LEAST_STAMPS = 2
WHOLE_QUESTION = re.compile(r"\s*¿[^?]+\?\s*")


def is_live(article: Article) -> bool:
    """A page that grows: its title says so, or its paragraphs begin with the hour."""
    label = fold(SEPARATOR.split(repaired(article.title).strip())[0]).strip(" .")
    return label in _data()["live"] or len(STAMPED.findall(article.text)) >= LEAST_STAMPS


def corrects(article: Article) -> bool:
    """«(CORRIGE) …»: the same text again, with something in it put right."""
    words = re.findall(r"[a-z]+", fold(article.title))
    return any(word in _data()["corrections"] for word in (*words[:2], *words[-2:]))


def looks_back(article: Article) -> bool:
    """A label of opinion or analysis, a title that asks or promises to explain, a letter to the readers."""
    title = repaired(article.title)
    is_labelled = _is_labelled(title) or _is_labelled(article.text[:HEAD])
    return is_labelled or _explains(title) or _greets(article.text[:GREETING])


def _is_labelled(text: str) -> bool:
    parts = [fold(part).strip(" .") for part in SEPARATOR.split(text.strip())]
    return len(parts) > 1 and not _labels().isdisjoint((parts[0], parts[-1]))


def _greets(beginning: str) -> bool:
    words = f" {' '.join(words_of(beginning))} "
    return any(f" {phrase} " in words for phrase in _data()["letters"])


def _explains(title: str) -> bool:
    if title.lstrip(" «“\"'").startswith("¿") or WHOLE_QUESTION.fullmatch(SEPARATOR.split(title)[-1]):
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
