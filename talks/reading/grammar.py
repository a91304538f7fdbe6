"""The small words of the language, read once from the lexicon's folder."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from talks.lexicon.load import FOLDER


@cache
def words(name: str) -> frozenset[str]:
    """A list of `[words]` in grammar.toml."""
    return frozenset(_grammar()["words"][name])


@cache
def table(name: str) -> dict[str, Any]:
    """Another table of grammar.toml."""
    return dict(_grammar()[name])


@cache
def _grammar() -> dict[str, Any]:
    return tomllib.loads((FOLDER / "grammar.toml").read_text(encoding="utf-8"))
