"""What the headers of an answer ask for. They are foreign text: what makes no sense counts as absent."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

MAX_AGE = re.compile(r"(?:^|[,\s])max-age\s*=\s*\"?(\d{1,10})\b", re.IGNORECASE)
NO_CACHE = re.compile(r"\bno-(?:cache|store)\b", re.IGNORECASE)
LONGEST_WISH = 30 * 86_400.0
"""Seconds; nobody is left alone for longer on a header's word."""
LONGEST_HEADER = 500
PRINTABLE = re.compile(r"[ -~]+")


def max_age(headers: Mapping[str, str]) -> float | None:
    """Seconds that the answer stays fresh, by Cache-Control or else by Expires."""
    control = headers.get("Cache-Control", "")
    if NO_CACHE.search(control):
        return None
    if found := MAX_AGE.search(control):
        return min(float(found.group(1)), LONGEST_WISH) or None
    return _seconds_until(headers.get("Expires", ""), headers) or None


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds to wait, whether Retry-After gives seconds or a date."""
    value = headers.get("Retry-After", "").strip()
    if re.fullmatch(r"\d{1,10}", value):
        return min(float(value), LONGEST_WISH)
    return _seconds_until(value, headers)


def _seconds_until(moment: str, headers: Mapping[str, str]) -> float | None:
    """From the answer's own Date, so that two clocks that disagree do no harm."""
    until, since = _instant(moment), _instant(headers.get("Date", ""))
    if until is None or since is None:
        return None
    return min(max((until - since).total_seconds(), 0.0), LONGEST_WISH)


def _instant(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, TypeError, OverflowError):
        return None


def plain_value(value: str | None) -> str | None:
    """The value if it can be stored and sent back as it is: short and printable ASCII."""
    if value is None or len(value) > LONGEST_HEADER or not PRINTABLE.fullmatch(value):
        return None
    return value
