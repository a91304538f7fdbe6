"""Folding: the form in which Spanish words are compared."""

from __future__ import annotations

import unicodedata


def fold(text: str) -> str:
    """Lower case, no accents (ñ becomes n), white space to single spaces.

    The length may differ from the original; never use it to carry offsets.
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(c for c in decomposed if not unicodedata.combining(c)).split())
