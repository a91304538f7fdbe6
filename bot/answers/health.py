"""How the installation is doing, for its administrators."""

from __future__ import annotations

import resource
from datetime import datetime

from bot.answer import Answer
from bot.dates import moment, thousands
from bot.markup import bold
from bot.texts.care import HEALTH_TITLE, NEVER, feeds_state, halted_until, health_lines, queue_state
from talks.store.connection import Store
from talks.store.figures import figures


def health_answer(store: Store, bot_id: int, *, now: datetime) -> Answer:
    """`now` is in the zone of the chat."""

    def shown(value: datetime | None) -> str:
        return moment(value.astimezone(now.tzinfo), today=now.date()) if value else NEVER

    found = figures(store, bot_id, now=now)
    lines = health_lines(
        feeds=feeds_state(thousands(found.feeds), found.failing_feeds),
        last_poll=shown(found.last_poll),
        articles=thousands(found.articles),
        pending=thousands(sum(found.pending.values())),
        developments=thousands(found.developments),
        last_development=shown(found.last_development),
        subscribers=thousands(found.subscribers),
        outbox=queue_state(found.outbox["ready"], found.outbox["ambiguous"], found.outbox["failed"]),
        last_sent=shown(found.last_sent),
        memory=thousands(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024),
    )
    halt = [halted_until(shown(found.paused_until))] if found.paused_until else []
    return Answer("\n".join((bold(HEALTH_TITLE), "", *lines, *halt)))
