"""What the bot can do."""

from __future__ import annotations

from rapidfuzz import fuzz, process

from bot.answer import Answer
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


def suggestion_answer(name: str) -> Answer:
    """For a command that is none."""
    names = [command.name for command in COMMANDS]
    found = process.extractOne(fold(name), names, scorer=fuzz.ratio, score_cutoff=ALIKE)
    return Answer(unknown_command(found[0] if found else None))
