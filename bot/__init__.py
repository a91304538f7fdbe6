"""The only room that speaks Telegram."""

from os import environ

environ.setdefault("PTB_TIMEDELTA", "1")  # durations of python-telegram-bot are timedeltas, not sometimes ints
