"""Stories that are put together anew: the migrations after those of `schema_of_pictures`."""

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


@migrations()
def m015_story_moves(db: Database) -> None:
    """Verdicts have the story that their article is in now; joins of whole stories are made in them, and forgotten."""
    went_on_in: dict[str, str] = {}
    for joined, into in db.execute("SELECT joined, into_story FROM story_joins ORDER BY id").fetchall():
        went_on_in = {story: into if last == joined else last for story, last in went_on_in.items()} | {joined: into}
    rows = [(last, story) for story, last in went_on_in.items()]
    db.conn.executemany("UPDATE verdicts SET story_id = ? WHERE story_id = ?", rows)
    db.table("story_joins").drop()
    table(
        db,
        "story_moves",
        {"id": int, "article_id": int, "story_id": str, "moved_at": str},
        pk="id",
        not_null={"article_id", "story_id", "moved_at"},
        foreign_keys=[("article_id", "articles", "id")],
    )
