"""Developments as messages: the alert, and the short form for lists."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from bot.changes import change_text
from bot.dates import counted, when
from bot.markup import bold, clean, cut, escape, length, link, plain, safe, shorten, whole_sentences
from bot.texts.alerts import BEFORE_LABEL, ESTIMATED_DATE, MISSED, NEWS_LABEL, NO_DAY, SOURCES_LABEL, UPDATED_LABEL
from bot.texts.kinds import (
    AGREEING_WORDS,
    HELD,
    JOINT_STATEMENT,
    JOINT_WORDS,
    KIND_EMOJI,
    KINDS,
    STATUS_EMOJI,
    STATUSES,
    USUAL_EMOJI,
    WORDS_ALONE,
    status_word,
)
from talks.lexicon.load import Lexicon, Person
from talks.types import Development, DevelopmentIntent, EventMention, EventStatus, EventType, QuotedWords, SourceLink

LONGEST_ALERT = 900
HEADLINE, QUOTE, SPEAKER, NEWS, BEFORE, OUTLET, MISSED_HEADLINE, LATER_HEADLINE = 220, 260, 60, 330, 140, 60, 80, 120
LEAST_NEWS = 60
"""Units below which a shortened «Novedad» says nothing and is left out."""
ENDS = ".!?…"


def alert_html(
    told: Development, missed: Sequence[Development], *, lexicon: Lexicon, today: date, limit: int = LONGEST_ALERT
) -> str:
    """At most `limit` visible units: «Antes» gives way first, then «Novedad» and the quotation are shortened."""
    intent = told.intent
    head = [_header(intent, today), bold(safe(intent.headline, HEADLINE))]
    tail = [_followed(told.followed_by), _sources(told.sources), _missed(missed)]
    room = limit - _units(head) - _units(tail)
    quote = _quote(intent.quote, lexicon, room)
    room -= _units([quote])
    news = _labelled(NEWS_LABEL, _changed_news(intent, today), min(NEWS, room))
    room -= _units([news])
    before = _labelled(BEFORE_LABEL, intent.before or _earlier(intent.earlier, today), BEFORE)
    middle = [quote, news, before if _units([before]) <= room else ""]
    return "\n".join(line for line in (*head, *middle, *tail) if line)


def _units(lines: Sequence[str]) -> int:
    """With their line breaks."""
    return sum(length(plain(line)) + 1 for line in lines if line)


def brief_html(told: Development, *, today: date) -> str:
    """Three lines for a list of developments."""
    intent = told.intent
    news = escape(whole_sentences(_news(intent), NEWS))
    lines = (_header(intent, today), bold(safe(intent.headline, HEADLINE)), news, _sources(told.sources))
    return "\n".join(line for line in lines if line)


def _header(intent: DevelopmentIntent, today: date) -> str:
    emoji = emoji_of(intent.type, intent.status)
    is_open = intent.status in ("planned", "possible") and not intent.day_is_told
    day = NO_DAY if is_open else ""
    day = escape(when(intent.date, intent.end_date, today=today, is_long=True)) if intent.date and not is_open else day
    estimated = ESTIMATED_DATE if intent.date_is_estimated else ""
    label = JOINT_STATEMENT if _is_joint_statement(intent) else None
    label = label or label_of(intent.type, intent.status, headline=intent.headline)
    return " · ".join(part for part in (f"{emoji} {label}", day, estimated) if part)


def _is_joint_statement(intent: DevelopmentIntent) -> bool:
    is_named = re.search(JOINT_WORDS, f"{intent.headline} {intent.summary}", re.IGNORECASE) is not None
    is_agreed = re.search(AGREEING_WORDS, intent.headline, re.IGNORECASE) is not None
    return (intent.type, intent.status) == ("agreement", "held") and is_named and not is_agreed


def label_of(kind: EventType, status: EventStatus, *, headline: str = "") -> str:
    """«Reunión celebrada», «Canje previsto», «Declaración»."""
    said = HELD.get(kind) if status == "held" else _status_word(kind, status, headline)
    return f"{KINDS[kind]} {said}" if said else KINDS[kind]


def _status_word(kind: EventType, status: EventStatus, headline: str) -> str | None:
    if status not in STATUSES or (kind in WORDS_ALONE and status in ("possible", "claimed", "in_progress")):
        return None
    return status_word(kind, status, headline=headline)


def emoji_of(kind: EventType, status: EventStatus) -> str:
    usual = KIND_EMOJI.get(kind, USUAL_EMOJI)
    if kind in WORDS_ALONE and status in ("possible", "claimed"):
        return usual
    return STATUS_EMOJI.get(status, usual)


def _news(intent: DevelopmentIntent) -> str:
    """What is new, unless the headline has said it."""
    summary = clean(intent.summary)
    return "" if summary.rstrip(ENDS).casefold() == clean(intent.headline).rstrip(ENDS).casefold() else summary


def _changed_news(intent: DevelopmentIntent, today: date) -> str:
    """What changes first, then what the sources tell of it."""
    change, news = change_text(intent, today=today), _news(intent)
    return f"{change}. {news}".rstrip() if change else news


def _earlier(event: EventMention | None, today: date) -> str:
    """«Reunión celebrada en Miami, 20–21 dic»."""
    if event is None or event.date is None:
        return ""
    status: EventStatus = "held" if event.status == "background" else event.status
    return f"{label_of(event.type, status)} en {event.place}, {when(event.date, event.end_date, today=today)}"


def _followed(later: DevelopmentIntent | None) -> str:
    """What has become of it since: a message that was sent shows it when it is edited."""
    if later is None:
        return ""
    label = label_of(later.type, later.status, headline=later.headline)
    return f"{UPDATED_LABEL} {label}. {safe(later.headline, LATER_HEADLINE)}"


def _labelled(label: str, text: str, limit: int) -> str:
    room = limit - length(label) - 2
    if not text or (room < LEAST_NEWS and length(text) > room):
        return ""
    return f"{label} {escape(whole_sentences(clean(text), room))}"


def _quote(quote: QuotedWords | None, lexicon: Lexicon, room: int) -> str:
    if quote is None or room < LEAST_NEWS:
        return ""
    speaker = safe(short_name(quote.speaker, lexicon), SPEAKER)
    return f"{speaker}: {quoted(quote.text, min(QUOTE, room - SPEAKER - 6))}"


def quoted(text: str, limit: int) -> str:
    """Exact words between « »; what does not fit is left out behind the mark, so that inside all is verbatim."""
    whole = clean(text)
    shown = cut(whole, limit)
    closing = "" if shown[-1:] in tuple(ENDS) else "."
    return f"«{escape(shown)}»{closing if shown == whole else '…'}"


def _sources(sources: Sequence[SourceLink]) -> str:
    if not sources:
        return ""
    first = link(safe(sources[0].outlet, OUTLET), sources[0].url)
    others = f" · {counted(len(sources) - 1, 'medio más', 'medios más')}" if len(sources) > 1 else ""
    return f"{SOURCES_LABEL} {first}{others}"


def _missed(missed: Sequence[Development]) -> str:
    if not missed:
        return ""
    headlines = [f"«{safe(each.intent.headline, MISSED_HEADLINE)}»" for each in missed[:2]]
    more = f" y {len(missed) - 2} más" if len(missed) > 2 else ""
    return f"<i>{MISSED} {', '.join(headlines)}{more}. /ultimo</i>"


def person_named(name: str, lexicon: Lexicon) -> Person | None:
    """By the canonical name, as readings write it."""
    return next((person for person in lexicon.people if person.name == name), None)


def short_name(name: str, lexicon: Lexicon) -> str:
    """«Peskov» for Dmitri Peskov; whoever the lexicon does not know keeps the whole name."""
    person = person_named(name, lexicon)
    return surname_of(person) if person else name


def surname_of(person: Person) -> str:
    """The shortest alias that is the end of the name, else the name: «Von der Leyen», «Xi Jinping»."""
    ends = (alias for alias in person.aliases if person.name.casefold().endswith(f" {alias.casefold()}"))
    return min(ends, key=len, default=person.name)


def subject_of(intent: DevelopmentIntent, lexicon: Lexicon) -> Person | None:
    """Whom readers will ask about: who is quoted, else the first person who takes part."""
    names = (intent.quote.speaker, *intent.actors) if intent.quote else intent.actors
    return next((person for name in names if (person := person_named(name, lexicon))), None)


__all__ = [
    "LONGEST_ALERT", "alert_html", "brief_html", "emoji_of", "label_of", "person_named", "quoted", "short_name",
    "shorten", "subject_of", "surname_of",
]  # fmt: skip
