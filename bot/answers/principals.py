"""The people most asked for, by side."""

from __future__ import annotations

from bot.actions import pick
from bot.answer import Answer, Button, rows_of
from bot.markup import bold
from bot.rendering import surname_of
from bot.texts.answers import WHO_TITLE
from bot.texts.kinds import SIDES
from bot.texts.people import WHO_HINT
from talks.lexicon.load import Lexicon, Side

BY_SIDE: dict[Side, tuple[str, ...]] = {
    "rusia": ("putin", "lavrov", "peskov", "ushakov", "dmitriev", "medinski"),
    "ucrania": ("zelenski", "umerov", "budanov", "sibiga"),
    "eeuu": ("trump", "rubio", "witkoff", "kushner"),
    "europa": ("macron", "merz", "starmer", "rutte"),
    "mediador": ("erdogan", "fidan"),
}


def principals_answer(lexicon: Lexicon) -> Answer:
    lines = [f"{bold(SIDES[side])}: {', '.join(_name(lexicon, each) for each in ids)}" for side, ids in BY_SIDE.items()]
    buttons = [Button(_name(lexicon, each), pick(each)) for ids in BY_SIDE.values() for each in ids]
    return Answer("\n".join((bold(WHO_TITLE), "", *lines, "", WHO_HINT)), rows_of(buttons, width=3))


def _name(lexicon: Lexicon, person_id: str) -> str:
    return surname_of(lexicon.person(person_id))
