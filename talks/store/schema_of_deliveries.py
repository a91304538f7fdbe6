"""How the ledger of deliveries is walked: the migrations that come after those of `schema_of_chores`."""

from __future__ import annotations

from sqlite_utils import Database

from talks.store.schema_of_chores import migrations

__all__ = ["migrations"]


@migrations()
def m011_reservations(db: Database) -> None:
    """The next rows of the outbox without walking the many that were sent; pauses that know when they began."""
    db.table("outbox").add_column("reserved_in", str)
    db.table("pauses").add_column("since", str)
    db.execute("CREATE INDEX outbox_next ON outbox (bot_id, development_id DESC, id) WHERE state = 'ready'")
    db.execute("CREATE INDEX outbox_doubtful ON outbox (bot_id, chat_id, development_id) WHERE state = 'ambiguous'")
    db.execute("CREATE INDEX outbox_behind ON outbox (development_id, bot_id, revision, id) WHERE state = 'sent'")
