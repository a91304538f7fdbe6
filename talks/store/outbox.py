"""The delivery ledger: one row per bot, chat, development and part.

    ready → (reserved) → sending → sent | failed | ambiguous → told
      └── superseded

A row is reserved with a sync to the disk, and marked `sending` just before its call without one: whoever kills the
process leaves in doubt what is on its way, and only after a power failure, when marks may be lost, is all that was
reserved in doubt. A row in doubt is never sent again; the next message to that chat says what it may have missed.
See `docs/why-one-sender-until-the-server-is-slow.md`.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from talks.store.chats import leave_chat, move_chat, strike_chat
from talks.store.connection import Store
from talks.store.pauses import IN_PAUSE, is_paused, pause
from talks.store.revisions import message_answered
from talks.store.values import chat_from, stamp
from talks.types import Delivery, Hold, Known, PendingEdit, Reserved, Settlement

INTERRUPTED = "interrumpido durante el envío"
RESTORED = "esperaba en la copia que se restauró"
NOTHING: Mapping[int, Known] = {}
SENDING = (
    "SELECT outbox.id AS outbox_id, outbox.development_id, outbox.attempts, outbox.bundle, developments.revision, "
    "developments.answers_id, chats.bot_id, chats.id, kind, title, is_subscribed, topic_id, timezone, "
    "EXISTS (SELECT 1 FROM pauses WHERE pauses.bot_id = outbox.bot_id AND pauses.chat_id IN (outbox.chat_id, 0) "
    "AND until > ?) AS is_paused, strikes > 0 AS has_strikes, "
    "EXISTS (SELECT 1 FROM outbox AS other WHERE other.bot_id = outbox.bot_id AND other.chat_id = outbox.chat_id "
    "AND other.state = 'ambiguous') AS has_missed FROM outbox "
    "JOIN chats ON chats.bot_id = outbox.bot_id AND chats.id = outbox.chat_id "
    "JOIN developments ON developments.id = outbox.development_id"
)


def supersede(store: Store, development_id: int, *, by: int) -> None:
    """Where both wait, only the later one is sent: it says what holds now."""
    store.run(
        "UPDATE outbox SET state = 'superseded' WHERE development_id = ? AND state = 'ready' AND bundle IS NULL "
        "AND EXISTS (SELECT 1 FROM outbox AS later WHERE later.bot_id = outbox.bot_id "
        "AND later.chat_id = outbox.chat_id AND later.development_id = ?)",
        development_id, by,
    )  # fmt: skip


def recover(store: Store, bot_id: int, *, boot: str, now: datetime, known: Mapping[int, Known] = NOTHING) -> int:
    """At the start of a run: what was cut off in the middle is in doubt. Gives the number of such rows.

    What was only reserved has not left, unless the machine itself went down since: then its marks may be lost. What is
    `known` of a row that was being sent is that it arrived, or that it had not left.
    """
    with store.writing():
        for row in _cut_off(store, bot_id, boot):
            if row["outbox_id"] in known:
                _settle_row(store, _as_known(store, row, known[row["outbox_id"]]), now)
        doubtful = store.run(
            "UPDATE outbox SET state = 'ambiguous', error = ? WHERE bot_id = ? AND state = 'sending'",
            INTERRUPTED, bot_id,
        ).rowcount  # fmt: skip
        doubtful += store.run(
            "UPDATE outbox SET state = 'ambiguous', error = ? WHERE bot_id = ? AND state = 'ready' "
            "AND reserved_in IS NOT NULL AND reserved_in <> ?",
            INTERRUPTED, bot_id, boot,
        ).rowcount  # fmt: skip
        release(store, bot_id)
    return doubtful


def _cut_off(store: Store, bot_id: int, boot: str) -> list[sqlite3.Row]:
    """What was being sent when the process died, and not the machine."""
    return store.rows(
        f"{SENDING} WHERE outbox.state = 'sending' AND outbox.bot_id = ? AND reserved_in = ?", "", bot_id, boot
    )


def _as_known(store: Store, row: sqlite3.Row, known: Known) -> Settlement:
    delivery = replace(_delivery(store, row), revision=known.revision)
    if known.message_id is None:
        return Settlement(delivery, "ready", INTERRUPTED)
    return Settlement(delivery, "sent", message_id=known.message_id)


def doubt_what_waited(store: Store) -> int:
    """After a copy was put in the place of the database: what waited in it may have been sent since it was made."""
    with store.writing():
        return store.run(
            "UPDATE outbox SET state = 'ambiguous', error = ?, reserved_in = NULL WHERE state IN ('ready', 'sending')",
            RESTORED,
        ).rowcount


def release(store: Store, bot_id: int) -> None:
    """Give back what is reserved: nobody is about to send it."""
    with store.writing():
        store.run(
            "UPDATE outbox SET reserved_in = NULL WHERE bot_id = ? AND state = 'ready' AND reserved_in IS NOT NULL",
            bot_id,
        )  # fmt: skip


def reserve(
    store: Store, bot_id: int, settled: Sequence[Settlement] = (), *, now: datetime, boot: str, limit: int
) -> tuple[Reserved, ...]:
    """The next rows, newest development first, chats in pause left out; on the disk before they are given.

    In one transaction with what became of those before them.
    """
    with store.writing():
        _settle_all(store, settled, now=now)
        rows = _next_ready(store, bot_id, now, limit)
        ids = json.dumps([row["id"] for row in rows])
        store.run("UPDATE outbox SET reserved_in = ? WHERE id IN (SELECT value FROM json_each(?))", boot, ids)
    return tuple(Reserved(row["id"], row["chat_id"]) for row in rows)


def _next_ready(store: Store, bot_id: int, now: datetime, limit: int) -> list[sqlite3.Row]:
    """An attempt in the future is one before the clock was set back: its wait is over."""
    if is_paused(store, bot_id, now=now):
        return []
    return store.rows(
        "SELECT id, chat_id FROM outbox WHERE state = 'ready' AND bot_id = ? AND reserved_in IS NULL "
        "AND (not_before IS NULL OR not_before <= ? OR sending_at > ?) "
        f"AND NOT EXISTS ({IN_PAUSE}) ORDER BY development_id DESC, id LIMIT ?",
        bot_id, stamp(now), stamp(now), stamp(now), limit,
    )  # fmt: skip


def begin(
    store: Store, reserved: Sequence[Reserved], settled: Sequence[Settlement] = (), *, now: datetime
) -> tuple[Delivery | None, ...]:
    """Mark rows as being sent, one for each sender, in one transaction with what became of those before them.

    None for a row that is not to be sent any more, or not now. Nothing is synced here: see above.
    """
    with store.marking():
        _settle_all(store, settled, now=now)
        return tuple(_begin(store, each, stamp(now)) for each in reserved)


def _begin(store: Store, reserved: Reserved, now: str) -> Delivery | None:
    row = store.row(f"{SENDING} WHERE outbox.id = ? AND outbox.state = 'ready'", now, reserved.id)
    if row is None:
        return None
    if row["is_paused"]:
        store.run("UPDATE outbox SET reserved_in = NULL WHERE id = ?", reserved.id)
        return None
    store.run(
        "UPDATE outbox SET state = 'sending', sending_at = ?, attempts = attempts + 1 WHERE id = ?", now, reserved.id
    )
    return _delivery(store, row)


def _delivery(store: Store, row: sqlite3.Row) -> Delivery:
    chat = chat_from(row)
    return Delivery(
        id=row["outbox_id"],
        chat=chat,
        development_id=row["development_id"],
        revision=row["revision"],
        attempts=row["attempts"] + 1,
        answers=message_answered(store, chat, row["answers_id"]) if row["answers_id"] else None,
        bundle=tuple(json.loads(row["bundle"])) if row["bundle"] else (),
        missed=doubtful_developments(store, chat.bot_id, chat.id) if row["has_missed"] else (),
        has_strikes=bool(row["has_strikes"]),
    )


def hold_back(store: Store, bot_id: int, chat_id: int, holds: Iterable[Hold], *, now: datetime) -> None:
    """The chat, or the whole bot, has to wait before its next row may even be marked."""
    with store.writing():
        for hold in holds:
            pause(store, bot_id, hold, now=now)
        store.run(
            "UPDATE outbox SET reserved_in = NULL WHERE bot_id = ? AND chat_id = ? AND state = 'ready'",
            bot_id, chat_id,
        )  # fmt: skip


def settle(store: Store, settled: Iterable[Settlement], *, now: datetime) -> None:
    """Write down what became of deliveries and edits."""
    with store.marking():
        _settle_all(store, settled, now=now)


def _settle_all(store: Store, settled: Iterable[Settlement], *, now: datetime) -> None:
    for each in settled:
        _settle_row(store, each, now)
        _settle_chat(store, each)
        for hold in each.holds:
            pause(store, each.of.chat.bot_id, hold, now=now)


def _settle_row(store: Store, settled: Settlement, now: datetime) -> None:
    if isinstance(settled.of, PendingEdit):
        _settle_edit(store, settled, settled.of)
    elif settled.state == "sent":
        _settle_sent(store, settled, settled.of, now)
    else:
        store.run(
            "UPDATE outbox SET state = ?, error = ?, not_before = ?, reserved_in = NULL WHERE id = ?",
            settled.state, settled.error, stamp(settled.not_before) if settled.not_before else None, settled.of.id,
        )  # fmt: skip


def _settle_sent(store: Store, settled: Settlement, delivery: Delivery, now: datetime) -> None:
    store.run(
        "UPDATE outbox SET state = 'sent', sent_at = ?, message_id = ?, error = NULL, not_before = NULL, "
        "revision = ? WHERE id = ?",
        stamp(now), settled.message_id, delivery.revision, delivery.id,
    )  # fmt: skip
    if delivery.has_strikes:
        store.run(
            "UPDATE chats SET strikes = 0 WHERE bot_id = ? AND id = ? AND strikes > 0",
            delivery.chat.bot_id, delivery.chat.id,
        )  # fmt: skip
    for missed in delivery.missed:
        store.run(
            "UPDATE outbox SET state = 'told' WHERE bot_id = ? AND chat_id = ? AND development_id = ? "
            "AND state = 'ambiguous'",
            delivery.chat.bot_id, delivery.chat.id, missed,
        )  # fmt: skip


def _settle_edit(store: Store, settled: Settlement, edit: PendingEdit) -> None:
    """One that is `ready` again is made later; else the message shows the revision, or never will."""
    if settled.state == "ready":
        not_before = stamp(settled.not_before) if settled.not_before else None
        store.run("UPDATE outbox SET not_before = ? WHERE id = ?", not_before, edit.id)
    else:
        store.run("UPDATE outbox SET revision = ? WHERE id = ?", edit.revision, edit.id)


def _settle_chat(store: Store, settled: Settlement) -> None:
    chat = settled.of.chat
    if settled.chat_is == "gone":
        leave_chat(store, chat.bot_id, chat.id)
    elif settled.chat_is == "doubtful":
        strike_chat(store, chat.bot_id, chat.id)
    if settled.moved_to is not None:
        move_chat(store, chat.bot_id, chat.id, settled.moved_to)


def doubtful_developments(store: Store, bot_id: int, chat_id: int) -> tuple[int, ...]:
    """Developments that the chat may have missed and has not been told of."""
    rows = store.rows(
        "SELECT DISTINCT development_id FROM outbox WHERE bot_id = ? AND chat_id = ? AND state = 'ambiguous'",
        bot_id, chat_id,
    )  # fmt: skip
    return tuple(row["development_id"] for row in rows)


def outbox_counts(store: Store) -> dict[str, int]:
    """Rows by state."""
    return {row["state"]: row["n"] for row in store.rows("SELECT state, count(*) AS n FROM outbox GROUP BY state")}
