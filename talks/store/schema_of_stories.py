"""Stories that turned out to be one: the migration after those of `schema_of_pictures`."""

from __future__ import annotations

from sqlite_utils import Database

from talks.store.schema import _table as table
from talks.store.schema_of_pictures import migrations

__all__ = ["migrations"]


@migrations()
def m014_story_joins(db: Database) -> None:
    """Verdicts keep the story that they were given; what it became is here."""
    table(
        db,
        "story_joins",
        {"id": int, "joined": str, "into_story": str, "joined_at": str},
        pk="id",
        not_null={"joined", "into_story", "joined_at"},
    )
    db.table("story_joins").create_index(["joined"], unique=True)
