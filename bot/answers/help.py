"""What the bot can do."""

from __future__ import annotations

from rapidfuzz import fuzz, process

from bot.answer import Answer
from bot.texts.menu import COMMANDS, HELP_INTRO, HELP_NOTES, unknown_command
from talks.folding import fold

ALIKE = 60.0


def help_answer() -> Answer:
    usages = "\n".join(command.usage for command in COMMANDS)
    return Answer(f"{HELP_INTRO}\n\n{usages}\n\n{HELP_NOTES}")


def suggestion_answer(name: str) -> Answer:
    """For a command that is none."""
    names = [command.name for command in COMMANDS]
    found = process.extractOne(fold(name), names, scorer=fuzz.ratio, score_cutoff=ALIKE)
    return Answer(unknown_command(found[0] if found else None))
