"""Whether an article is about the talks: a gate of word lists, then a linear classifier whose weights are data.

The weights are made by `python -m talks.reading.train_relevance` from `seeds/relevance/examples.jsonl`.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from talks.lexicon.load import Lexicon
from talks.reading.document import Document
from talks.reading.relevance_features import (
    TALKING,
    Features,
    Passage,
    cue_columns,
    features_of,
    has_party,
    is_about_talks,
    lead_of,
    passages_of,
)
from talks.types import PersonMention, Relevance

WEIGHTS_FILE = Path(__file__).parent / "relevance_weights.json"
CENTRAL = 0.46
"""Below one half: an article too many is cheaper than a lost one."""
DOUBTFUL, SURE = 0.33, 0.7
"""A story that begins with the weather is in doubt by its lead; of all of it the talks are surely the subject."""
GATE = TALKING | {"meeting", "envoys", "peacekeepers", "ending"}
_UNIT = 1000
"""Weights are stored as whole thousandths."""


@dataclass(frozen=True, slots=True)
class Weights:
    bias: float
    cues: tuple[float, ...]
    """In the order of `cue_columns()`."""
    buckets: tuple[float, ...]


def assess_relevance(document: Document, mentions: tuple[PersonMention, ...], lexicon: Lexicon) -> Relevance:
    """Central: the talks are the news. Mentions: they are spoken of. Off: neither."""
    passages = passages_of(document, mentions, lexicon)
    title, lead = lead_of(document, passages)
    may_be_central = is_through_gate(passages) and not is_foreign_exchange(title, lead)
    score = score_of(features_of(title, lead), load_weights()) if may_be_central else 0.0
    if DOUBTFUL <= score < CENTRAL:
        whole = score_of(features_of(title, tuple(passages)[len(title) :]), load_weights())
        score = whole if whole >= SURE else score
    if score >= CENTRAL:
        return Relevance(score, "central")
    return Relevance(score, "mentions" if any(map(is_about_talks, passages)) else "off")


def is_through_gate(passages: Iterable[Passage]) -> bool:
    """A party of the war, and a word of negotiation or meeting, anywhere: the classifier looks closer."""
    names_party = any(map(has_party, passages))
    return names_party and any(GATE & passage.cues for passage in passages)


def is_foreign_exchange(title: Sequence[Passage], lead: Sequence[Passage]) -> bool:
    """The title tells an exchange of prisoners, and nobody in it is Ukrainian."""
    is_told = any("exchange" in passage.cues for passage in title)
    return is_told and not any("<ucrania>" in p.masked or p.names_ukraine for p in (*title, *lead))


def score_of(features: Features, weights: Weights) -> float:
    """The probability that the talks are the news, to three decimals."""
    scale = bucket_scale(features)
    total = weights.bias + scale * sum([weights.buckets[bucket] for bucket in features.buckets])
    total += sum(weight * value for weight, value in zip(weights.cues, features.cues, strict=True))
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, total)))), 3)


def bucket_scale(features: Features) -> float:
    """A long lead has more words than a short one and is not surer for that."""
    return 1 / math.sqrt(max(1, len(features.buckets)))


@cache
def load_weights(path: Path = WEIGHTS_FILE) -> Weights:
    stored = json.loads(path.read_text(encoding="utf-8"))
    cues = tuple(stored["cues"].get(name, 0) / _UNIT for name in cue_columns())
    return Weights(stored["bias"] / _UNIT, cues, tuple(weight / _UNIT for weight in stored["buckets"]))


def dump_weights(weights: Weights) -> str:
    cues = {name: round(weight * _UNIT) for name, weight in zip(cue_columns(), weights.cues, strict=True)}
    buckets = [round(weight * _UNIT) for weight in weights.buckets]
    stored = {"bias": round(weights.bias * _UNIT), "cues": cues, "buckets": buckets}
    return json.dumps(stored, ensure_ascii=False, separators=(",", ":")) + "\n"
