"""Logs: one line an event on standard error or in a file; never a token, never what a user wrote."""

from __future__ import annotations

import logging
import re
import sys
from pathlib import Path
from typing import Any, TextIO

import structlog

TOKEN = re.compile(r"\d{3,}:[A-Za-z0-9_-]{20,}")


def hide_tokens(_logger: Any, _method: str, line: str) -> str:
    """The line as it is written, with whatever looks like a bot token blotted out, however deep it was hidden."""
    return TOKEN.sub("<token>", line)


def configure_logs(file: Path | None = None) -> None:
    """Write to standard error, or to the file where a person chats in this very terminal."""
    stream: TextIO = sys.stderr if file is None else file.open("a", encoding="utf-8")
    is_terminal = stream.isatty()
    renderer: Any = (
        structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
        if is_terminal
        else structlog.processors.JSONRenderer(ensure_ascii=False)
    )
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
    ]
    written: list[Any] = [renderer, hide_tokens]
    structlog.configure(processors=[*shared, *written], logger_factory=structlog.PrintLoggerFactory(stream))
    handler = logging.StreamHandler(stream)
    without_meta = structlog.stdlib.ProcessorFormatter.remove_processors_meta
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(processors=[without_meta, *written], foreign_pre_chain=shared)
    )
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
