"""A long past under the live weeks, made by bulk SQL in seconds: what a bot has after years.

The ids of the past are below nought, so that it is older than what was judged of late in every order.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path

from benchmarks.live import NAME
from benchmarks.texts import NOW, PEOPLE, PLACES, article
from talks.store.connection import Store, open_store
from talks.store.values import reading_text, stamp
from talks.types import Article, Reading, Relevance

ON_SUBJECT = 10
"""One article in so many is on the subject, as in the feeds of newspapers."""
TOLD = 4
"""One in so many of those was an event of the chronology."""
YEARS = 6
BITE = 20_000
PERSON_IDS = ("peskov", "zelenski", "witkoff", "lavrov", "umerov", "yermak", "rubio", "macron", "ushakov", "dmitriev")


def open_past(folder: Path, *, size: int) -> Store:
    """A copy of the live weeks with so many old articles under them."""
    path = folder / f"past-{size}.db"
    shutil.copyfile(folder / NAME, path)
    store = open_store(path)
    store.run("PRAGMA synchronous = OFF")
    for start in range(0, size, BITE):
        with store.writing():
            _bite(store, range(start + 1, min(start + BITE, size) + 1), size)
    store.run("ANALYZE")
    store.run("PRAGMA synchronous = FULL")
    return store


def forget_past(folder: Path, store: Store) -> None:
    store.close()
    for path in folder.glob(f"{store.path.name}*"):
        path.unlink()


def _bite(store: Store, numbers: range, size: int) -> None:
    models = [article(n, characters=900, is_relevant=n % ON_SUBJECT == 0) for n in range(200)]
    span, recent = timedelta(days=365 * YEARS), NOW - timedelta(days=25)
    published = {n: stamp(recent - span * (n / size)) for n in numbers}
    _run(
        store,
        "INSERT INTO articles (id, source_id, key, url, outlet, title, text, published, published_by, first_seen, "
        "is_history) VALUES (?, 1, ?, ?, ?, ?, ?, ?, 'feed', ?, 0)",
        ((-n, f"p{n}", f"https://d.example/{n}", *_words(models, n), published[n], published[n]) for n in numbers),
    )
    off, central = reading_text(Reading(Relevance(0.01, "off"))), reading_text(Reading(Relevance(0.98, "central")))
    _run(
        store,
        "INSERT INTO readings (article_id, label, score, data) VALUES (?, ?, 0.5, ?)",
        ((-n, "central", central) if n % ON_SUBJECT == 0 else (-n, "off", off) for n in numbers),
    )
    _run(
        store,
        "INSERT INTO verdicts (id, article_id, story_id, novelty, reason, numbers, decided_at) "
        "VALUES (?, ?, ?, ?, 'Repite lo ya contado.', '{}', ?)",
        ((-n, -n, f"p{n}" if n % ON_SUBJECT == 0 else None, "repeat", published[n]) for n in numbers),
    )
    _on_the_subject(store, [n for n in numbers if n % ON_SUBJECT == 0], published)


def _run(store: Store, sql: str, rows: Iterator[tuple[object, ...]]) -> None:
    store.db.conn.executemany(sql, rows)


def _words(models: Sequence[Article], n: int) -> tuple[str, str, str]:
    """Outlet, title and text: no two alike, and some words that are rare."""
    model = models[n % len(models)]
    return model.outlet, f"{model.title} ({n})", f"{model.text} Expediente {n}, folio {n % 977}."


def _on_the_subject(store: Store, numbers: Sequence[int], published: dict[int, str]) -> None:
    chance = random.Random(sum(numbers))
    _run(
        store,
        "INSERT INTO sketches (shingle, article_id) VALUES (?, ?)",
        ((chance.getrandbits(62), -n) for n in numbers for _ in range(16)),
    )
    _run(
        store,
        'INSERT INTO statements (article_id, start, "end", person_id, speaker, text, direct, said_at) '
        "VALUES (?, 0, 90, ?, ?, ?, 1, ?)",
        ((-n, PERSON_IDS[n // ON_SUBJECT % 10], PEOPLE[n // ON_SUBJECT % 10], _said(n), published[n]) for n in numbers),
    )
    _run(
        store,
        "INSERT INTO chronology (key, date, type, status, place, headline, actors, sources, search) "
        "VALUES (?, ?, 'meeting', 'held', ?, ?, '[]', ?, ?)",
        _events([n for n in numbers if n // ON_SUBJECT % TOLD == 0], published),
    )


def _said(n: int) -> str:
    return f"Las posiciones siguen lejos en el punto {n} del borrador que se negocia estos días"


def _events(numbers: Sequence[int], published: dict[int, str]) -> Iterator[tuple[object, ...]]:
    for n in numbers:
        place = PLACES[n // ON_SUBJECT // TOLD % len(PLACES)]
        headline = f"Reunión número {n} de las delegaciones en {place}"
        yield (
            f"past:{n}",
            published[n][:10],
            place,
            headline,
            f'[["Diario", "https://d.example/{n}"]]',
            f" {headline.lower()}",
        )
