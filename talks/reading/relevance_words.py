"""The word lists of relevance, read once from the lexicon's folder."""

from __future__ import annotations

import tomllib
from functools import cache

from talks.lexicon.load import FOLDER
from talks.reading.word_lists import WordLists, compile_lists


@cache
def cue_names() -> tuple[str, ...]:
    """In the order of the file."""
    return tuple(_lists())


@cache
def cue_phrases() -> WordLists:
    return compile_lists(_lists())


def words_of(name: str) -> list[str]:
    """One list as it is written."""
    return _lists()[name]


@cache
def phrases_of(name: str) -> WordLists:
    """Of one list alone."""
    return compile_lists({name: words_of(name)})


@cache
def _lists() -> dict[str, list[str]]:
    return tomllib.loads((FOLDER / "relevance_words.toml").read_text(encoding="utf-8"))
