"""What the comparison of articles looks at: lemmas of title, lead and body, entities, shingles and numbers."""

from __future__ import annotations

import re
import zlib
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path

import simplemma

from talks.folding import fold
from talks.types import Article, Reading

LEAD_SENTENCES = 3
WORD = re.compile(r"\w+")
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
STOP_WORDS = frozenset((Path(__file__).parent / "stop_words.txt").read_text(encoding="utf-8").split())


@dataclass(frozen=True, slots=True)
class Features:
    """Counts of folded lemmas by part of the text; `shingles` are 32-bit hashes of three words in a row."""

    published: datetime
    title: Counter[str]
    lead: Counter[str]
    body: Counter[str]
    entities: Counter[str]
    shingles: frozenset[int]
    numbers: frozenset[str]


def features_of(article: Article, reading: Reading) -> Features:
    body = article.body
    sentences = [body[each.start : each.end] for each in reading.sentences if each.paragraph > 0]
    lead, whole = " ".join(sentences[:LEAD_SENTENCES]), " ".join(sentences)
    return Features(
        published=article.published,
        title=Counter(terms(article.title)),
        lead=Counter(terms(lead)),
        body=Counter(terms(whole)),
        entities=Counter(reading.terms),
        shingles=shingles(whole or article.title),
        numbers=frozenset(NUMBER.findall(f"{article.title} {lead}")),
    )


def terms(text: str) -> list[str]:
    """The words that carry meaning, as folded lemmas."""
    return [lemma(word) for word in WORD.findall(text.lower()) if _is_telling(word)]


def _is_telling(word: str) -> bool:
    return (len(word) > 2 or word.isdigit()) and len(word) < 40 and fold(word) not in STOP_WORDS


@lru_cache(maxsize=100_000)
def lemma(word: str) -> str:
    return fold(simplemma.lemmatize(word, lang="es"))


def shingles(text: str, *, size: int = 3) -> frozenset[int]:
    """Hashes of every run of `size` folded words; the text's own hash when it is shorter."""
    words = WORD.findall(fold(text))
    runs = [" ".join(words[i : i + size]) for i in range(max(1, len(words) - size + 1))]
    return frozenset(zlib.crc32(run.encode()) for run in runs)


def containment(a: frozenset[int], b: frozenset[int]) -> float:
    """The share of the smaller set that the other has too."""
    smaller = min(len(a), len(b))
    return len(a & b) / smaller if smaller else 0.0


def jaccard(a: frozenset[int], b: frozenset[int]) -> float:
    union = len(a | b)
    return len(a & b) / union if union else 0.0
