"""Make the weights of relevance from the labelled examples: `python -m talks.reading.train_relevance`.

Logistic regression by gradient descent with momentum, on all examples at once and from zero: the same examples and
the same lexicon give the same weights.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language

from talks.lexicon.load import Lexicon, load_lexicon
from talks.reading.people import find_mentions
from talks.reading.prepare import build_nlp, prepare
from talks.reading.relevance import WEIGHTS_FILE, Weights, bucket_scale, dump_weights
from talks.reading.relevance_features import BUCKETS, Features, cue_columns, features_of, lead_of, passages_of

EXAMPLES_FILE = Path(__file__).parent.parent.parent / "seeds" / "relevance" / "examples.jsonl"
_WHEN = datetime(2025, 1, 1, tzinfo=UTC)
"""No feature looks at the date."""
_ROUNDS = 800
_RATE = 1.0
_MOMENTUM = 0.9
_WORD_PENALTY = 0.0001
_CUE_PENALTY = 0.002

Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """One labelled article: its title and its first sentences."""

    title: str
    text: str
    relevant: bool
    kind: str


def read_examples(path: Path = EXAMPLES_FILE) -> tuple[Example, ...]:
    return tuple(Example(**json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())


def example_features(example: Example, *, lexicon: Lexicon, nlp: Language) -> Features:
    document = prepare(example.title, example.text, published=_WHEN, nlp=nlp)
    passages = passages_of(document, find_mentions(document, lexicon), lexicon)
    return features_of(*lead_of(document, passages))


def fit_weights(features: Sequence[Features], labels: Sequence[bool]) -> Weights:
    """Weights that give the labels back, kept small by an L2 penalty; both classes weigh the same."""
    matrix, wanted = _matrix(features), np.array(labels, dtype=np.float64)
    importance = np.where(wanted == 1, 0.5 / max(wanted.sum(), 1), 0.5 / max((1 - wanted).sum(), 1))
    penalty = np.concatenate([[0.0], np.full(len(cue_columns()), _CUE_PENALTY), np.full(BUCKETS, _WORD_PENALTY)])
    weights, step = np.zeros(matrix.shape[1]), np.zeros(matrix.shape[1])
    for _ in range(_ROUNDS):
        error = (1 / (1 + np.exp(-(matrix @ weights))) - wanted) * importance
        step = _MOMENTUM * step - _RATE * (matrix.T @ error + penalty * weights)
        weights = weights + step
    cues_end = 1 + len(cue_columns())
    return Weights(float(weights[0]), tuple(weights[1:cues_end].tolist()), tuple(weights[cues_end:].tolist()))


def _matrix(features: Sequence[Features]) -> Vector:
    """One row an example: 1 for the bias, the cues, the buckets."""
    cues_end = 1 + len(cue_columns())
    matrix = np.zeros((len(features), cues_end + BUCKETS))
    matrix[:, 0] = 1
    for row, each in enumerate(features):
        matrix[row, 1:cues_end] = each.cues
        matrix[row, [cues_end + bucket for bucket in each.buckets]] = bucket_scale(each)
    return matrix


def main(examples: Path = EXAMPLES_FILE, weights: Path = WEIGHTS_FILE) -> None:
    """Read the examples, fit, and write the weights."""
    lexicon = load_lexicon()
    nlp = build_nlp(lexicon)
    known = read_examples(examples)
    features = [example_features(example, lexicon=lexicon, nlp=nlp) for example in known]
    fitted = fit_weights(features, [example.relevant for example in known])
    weights.write_text(dump_weights(fitted), encoding="utf-8")
    sys.stdout.write(f"{len(known)} ejemplos leídos, pesos escritos en {weights}\n")


if __name__ == "__main__":
    main()
