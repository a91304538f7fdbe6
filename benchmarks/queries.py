"""What people ask, answered from stores of three sizes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from benchmarks.measure import Row, milliseconds, percentile
from benchmarks.past import forget_past, open_past
from benchmarks.relating import FULL_SIZES, SIZES
from benchmarks.texts import NOW
from bot.answers import person_text, timeline_text
from bot.answers.search import search_answer
from talks.lexicon.load import load_lexicon
from talks.store.connection import Store
from talks.store.figures import figures

MOST_MILLISECONDS = 20.0
TIMELINE = (
    "",
    "miami",
    "ginebra",
    "peskov",
    "diciembre 2025",
    "desde agosto de 2025",
    "reunión ginebra",
    "2024",
    "onu",
)
PEOPLE = (
    "peskov",
    "zelenski",
    "portavoz del kremlin",
    "witkoff",
    "lavrov",
    "macron",
    "umerov",
    "ministro de exteriores",
)
WORDS = (
    "Ginebra",
    "reunión delegaciones",
    "expediente 77",
    "alto el fuego",
    "negociación Estambul",
    "prisioneros",
    "folio 12",
)
TIMES = 5


def run(folder: Path, *, is_full: bool) -> Iterator[Row]:
    lexicon = load_lexicon()
    for size in FULL_SIZES if is_full else SIZES:
        store, label = open_past(folder, size=size), f"{size:,} stored"
        asked: dict[str, list[Callable[[], object]]] = {
            "/timeline": [partial(timeline_text, store, text, lexicon=lexicon, now=NOW) for text in TIMELINE],
            "/quien": [partial(person_text, store, text, lexicon=lexicon, now=NOW) for text in PEOPLE],
            "/buscar": [partial(search_answer, store, text, today=NOW.date()) for text in WORDS],
        }
        for command, questions in asked.items():
            p95 = percentile([milliseconds(question) for _ in range(TIMES) for question in questions], 0.95)
            yield Row("queries", f"{command}, p95", label, p95, "ms", None, "≤ 20 ms", p95 <= MOST_MILLISECONDS)
        yield Row("queries", "the figures of /metrics", label, milliseconds(partial(_figures, store)), "ms")
        yield Row("queries", "size of the database", label, store.path.stat().st_size / 1e6, "MB")
        forget_past(folder, store)


def _figures(store: Store) -> None:
    figures(store, 1, now=NOW)
