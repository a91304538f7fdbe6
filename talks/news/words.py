"""The words of a text as the comparison of articles sees them: lemmas, and runs of words that survive respelling."""

from __future__ import annotations

import re
import tomllib
import zlib
from functools import cache, lru_cache
from pathlib import Path

import ftfy
import simplemma
from ftfy.badness import is_bad

from talks.folding import fold
from talks.lexicon.load import load_lexicon
from talks.spelling import normal_form

WORD = re.compile(r"\w+")
LONGEST_WORD = 40
RUN = 3
STOP_WORDS = frozenset((Path(__file__).parent / "stop_words.txt").read_text(encoding="utf-8").split())


def repaired(text: str) -> str:
    """The text with «irÃ¡» made «irá»; for comparing and showing, never for offsets."""
    return ftfy.fix_encoding(text)


def is_garbled(text: str) -> bool:
    """Whether any part of it needs to be repaired."""
    return is_bad(text)


def terms(text: str) -> list[str]:
    """The words that carry meaning, as folded lemmas; names in one spelling."""
    return [term for word in WORD.findall(levelled(text)) if (term := _term(word))]


def levelled(text: str) -> str:
    """What outlets call by several names by one: «alto el fuego», «cese al fuego» and «tregua»."""
    return _synonyms().sub(lambda found: _names()[" ".join(found.group().lower().split())], text)


@cache
def _names() -> dict[str, str]:
    rows = tomllib.loads((Path(__file__).parent / "synonyms.toml").read_text(encoding="utf-8"))["synonyms"]
    return {phrase: name for name, phrases in rows.items() for phrase in phrases}


@cache
def _synonyms() -> re.Pattern[str]:
    phrases = sorted(_names(), key=len, reverse=True)
    alternatives = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases)
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=100_000)
def _term(word: str) -> str:
    """The lemma, or nothing for a word that tells nothing."""
    is_telling = (len(word) > 2 or word.isdigit()) and len(word) < LONGEST_WORD and fold(word) not in STOP_WORDS
    return lemma(word) if is_telling else ""


def lemma(word: str) -> str:
    """A capitalised word may be a name: it is spelt alike by all; others are brought to their lemma."""
    lower = word.lower()
    known = simplemma.lemmatize(lower, lang="es")
    return normal_form(word) or lower if word[0].isupper() and known == lower else fold(known)


def shingles(text: str) -> frozenset[int]:
    """Hashes of every run of three words; what outlets swap when they copy (verbs of saying, spellings) is levelled."""
    words = [spelt for word in WORD.findall(text) if (spelt := _spelt(word))]
    runs = [" ".join(words[i : i + RUN]) for i in range(max(1, len(words) - RUN + 1))]
    return frozenset(zlib.crc32(run.encode()) for run in runs)


@lru_cache(maxsize=100_000)
def _spelt(word: str) -> str:
    return "" if word.lower() in _said() else normal_form(word).rstrip("i") or word


@cache
def _said() -> frozenset[str]:
    """Forms of the verbs of saying."""
    return frozenset(form.lower() for verb in load_lexicon().verbs for form in verb.forms)


def jaccard(a: frozenset[int], b: frozenset[int]) -> float:
    shared = len(a & b)
    union = len(a) + len(b) - shared
    return shared / union if union else 0.0
