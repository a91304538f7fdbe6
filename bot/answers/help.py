"""What the bot can do."""

from __future__ import annotations

from rapidfuzz import fuzz, process

from bot.actions import run
from bot.answer import Answer, Button
from bot.markup import bold
from bot.texts.care import ADMIN_HELP
from bot.texts.menu import COMMANDS, GROUPS, HELP_INTRO, HELP_NOTES, unknown_command
from talks.folding import fold

ALIKE = 60.0


def help_answer(*, is_admin: bool = False) -> Answer:
    lines = [HELP_INTRO]
    for command in COMMANDS:
        lines += ["", bold(GROUPS[command.name])] if command.name in GROUPS else []
        lines.append(command.usage)
    return Answer("\n".join((*lines, "", *([ADMIN_HELP, ""] if is_admin else []), HELP_NOTES)))


def suggestion_answer(name: str, text: str = "") -> Answer:
    """For a command that is none; with what stood behind it, a button that runs the one that was meant."""
    names = [command.name for command in COMMANDS]
    found = process.extractOne(fold(name), names, scorer=fuzz.ratio, score_cutoff=ALIKE)
    meant = found[0] if found else None
    data = run(meant, text) if meant and text else None
    return Answer(unknown_command(meant), ((Button(f"/{meant} {text}", data),),) if data else ())
