"""Pictures that were sent and words by their beginnings: the migrations after those of `schema_of_deliveries`."""

from __future__ import annotations

from sqlite_utils import Database

from talks.folding import words_of
from talks.store.schema import _table as table
from talks.store.schema_of_deliveries import migrations

__all__ = ["migrations"]


@migrations()
def m012_pictures(db: Database) -> None:
    """The file ids of pictures, by what stands on them."""
    table(
        db,
        "pictures",
        {"bot_id": int, "key": str, "file_id": str, "sent_at": str},
        pk=("bot_id", "key"),
        not_null={"file_id", "sent_at"},
    )


@migrations()
def m013_words_of_the_chronology(db: Database) -> None:
    """Events are looked for by the beginnings of their words: a space before each, and nothing else between them."""
    found = db.execute("SELECT id, search FROM chronology").fetchall()
    rows = [(f" {' '.join(words_of(search))}", event_id) for event_id, search in found]
    db.conn.executemany("UPDATE chronology SET search = ? WHERE id = ?", rows)
