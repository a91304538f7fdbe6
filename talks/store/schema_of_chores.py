"""The table of long work that can be stopped: the migrations that come after those of `schema_of_wishes`."""

from __future__ import annotations

from sqlite_utils import Database

from talks.store.schema import _table as table
from talks.store.schema_of_wishes import migrations

__all__ = ["migrations"]


@migrations()
def m010_chores(db: Database) -> None:
    """How far a chore got, and by which reader."""
    table(
        db,
        "chores",
        {"name": str, "position": int, "fingerprint": str},
        pk="name",
        not_null={"position", "fingerprint"},
    )
