"""Read the dates of a short text, as the tests of the room write them down."""

from datetime import date, datetime
from functools import cache
from zoneinfo import ZoneInfo

from spacy.language import Language

from talks.lexicon.load import load_lexicon
from talks.reading.dates import find_dates
from talks.reading.prepare import build_nlp, prepare
from talks.types import DateMention

MADRID = ZoneInfo("Europe/Madrid")
WEDNESDAY = "2026-01-14T12:00"


@cache
def spanish() -> Language:
    return build_nlp(load_lexicon())


def mentions(
    text: str, *, at: str = WEDNESDAY, title: str = "Siguen los contactos", address_day: date | None = None
) -> tuple[DateMention, ...]:
    """`at` is the time of publication in Madrid."""
    published = datetime.fromisoformat(at).replace(tzinfo=MADRID)
    return find_dates(prepare(title, text, published=published, nlp=spanish(), address_day=address_day))


def values(text: str, *, at: str = WEDNESDAY, title: str = "Siguen los contactos") -> list[str]:
    return [mention.value for mention in mentions(text, at=at, title=title)]
