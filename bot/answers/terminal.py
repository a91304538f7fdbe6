"""The same answers as plain text, with the addresses of links."""

from __future__ import annotations

from datetime import datetime

from bot.answers.people import who_answer
from bot.answers.timeline import timeline_answer
from bot.markup import for_terminal
from talks.lexicon.load import Lexicon
from talks.store.connection import Store

ROWS = 50


def timeline_text(store: Store, text: str, *, lexicon: Lexicon, now: datetime) -> str:
    return for_terminal(timeline_answer(store, text, lexicon=lexicon, today=now.date(), rows=ROWS).html)


def person_text(store: Store, text: str, *, lexicon: Lexicon, now: datetime) -> str:
    """The card; where the bot would ask with buttons, the names are listed."""
    answer = who_answer(store, text, lexicon=lexicon, today=now.date())
    names = [button.text for row in answer.rows for button in row if button.data.startswith("pick:")]
    return "\n".join((for_terminal(answer.html), *(f"  · {name}" for name in names)))
