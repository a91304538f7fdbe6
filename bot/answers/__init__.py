"""What the bot answers: pure functions of a store and a question. The terminal prints the same."""

from __future__ import annotations

from bot.answers.terminal import person_text, timeline_text

__all__ = ["person_text", "timeline_text"]
