"""When an event is: which of the dates of a sentence is its day."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date as calendar_date
from datetime import timedelta

from talks.reading.event_days import is_of_beginning, is_of_purpose, is_term, place_of
from talks.reading.event_triggers import Trigger, scope_of
from talks.reading.grammar import words
from talks.reading.scenes import Scene, within
from talks.types import DateMention

_ENCOUNTERS = frozenset(("meeting", "call", "visit", "exchange"))
_DOCUMENTS = frozenset(("proposal", "agreement"))
_MORE = frozenset(("otro", "otra", "otros", "otras"))
_TOLD = frozenset(("preterite", "perfect", "pluperfect"))
_FINITE_ENDINGS = ("ó", "aron", "ieron")
_PAST_ENDINGS = ("ó", "aron", "ieron", "ado", "ido", "dicho")
_ARRANGED = ("pactad", "acordad", "convenid", "anunciad", "prometid")
_HAVING = words("perfect")
_ACCEPTING = frozenset(("acordar", "pactar", "aceptar", "convenir", "comprometer"))
"""A day to come behind them is of what was agreed on: «aceptan una tregua a partir del 1 de julio»."""
_LISTING = frozenset(("y", "e", "el", "los", "día", "días"))
_PUBLISHED = ("publicad", "difundid", "emitid", "divulgad", "concedid", "fechad", "recogid")


def date_in(scene: Scene, trigger: Trigger, dates: Sequence[DateMention], today: str) -> tuple[str | None, str | None]:
    """The first and the last day by the expression nearest to the trigger in its scope; the last only if it differs.

    Without one, the only expression of the sentence that is in no reporting clause.
    """
    own = _dates_within(scene, *scope_of(scene, trigger), dates, trigger)
    clause = scene.clauses[trigger.clause]
    if not own and trigger.scope is None and clause.link == "cuando" and trigger.clause:
        before = scene.clauses[trigger.clause - 1]
        own = _dates_within(scene, before.first, before.last, dates, trigger)[-1:]
    is_only_named = trigger.status is None and trigger.type in _DOCUMENTS
    if not own and trigger.scope is None and not is_only_named:
        clauses = [clause for clause in scene.clauses if not clause.is_reporting]
        others = [date for each in clauses for date in _dates_within(scene, each.first, each.last, dates, trigger)]
        own = [date for date in others if len(others) == 1 and not _is_of_more_to_come(scene, date, trigger, today)]
    own = [date for date in own if not is_of_purpose(scene, date, trigger, today)]
    if trigger.type == "ceasefire":
        own = _days_of_truce(scene, own, dates, trigger, today)
    if trigger.type in _ENCOUNTERS:
        own = [date for date in own if not is_term(scene, date) and not _is_of_arrangement(scene, date, today)]
    if trigger.verb is not None and trigger.verb.lemma in _ACCEPTING and trigger.verb.tense != "participle":
        own = [date for date in own if date.value[:10] <= today or date.start < scene.tokens[trigger.place].start]
    if trigger.status in ("planned", "possible"):
        own = [date for date in own if not _is_of_what_went_before(scene, date, trigger, today)]
        own = [date for date in own if date.value != today or not _is_of_another_verb(scene, date, trigger)]
    if is_only_named:
        own = [date for date in own if date.start > scene.tokens[trigger.place].start]
    if trigger.status is None:
        own = [date for date in own if not _is_of_another_verb(scene, date, trigger)]
    if not own:
        return None, None
    at = scene.tokens[trigger.place].start
    return _interval(min(own, key=lambda date: abs(date.start - at)).value)


def _dates_within(
    scene: Scene, first: int, last: int, dates: Sequence[DateMention], trigger: Trigger
) -> list[DateMention]:
    found = within(dates, scene.tokens[first].start, scene.tokens[last].end)
    return [date for date in found if not _is_of_words(scene, date) and not is_of_beginning(scene, date, trigger)]


def _days_of_truce(
    scene: Scene, own: Sequence[DateMention], dates: Sequence[DateMention], trigger: Trigger, today: str
) -> list[DateMention]:
    """«Anunció hoy una tregua que empezará el sábado»: a day to come behind it is its day; «hasta el lunes» is none."""
    behind = within(dates, scene.tokens[trigger.place].end, scene.sentence.end)
    ahead = [date for date in behind if date.value[:10] > today and not is_term(scene, date)]
    return _as_listed(scene, ahead) or [date for date in own if not is_term(scene, date)]


def _as_listed(scene: Scene, ahead: Sequence[DateMention]) -> list[DateMention]:
    """«El 9, 10 y 11 de mayo» are the days of one truce."""
    listed = list(ahead[:1])
    for date in ahead[1:]:
        between = scene.tokens[place_of(scene, listed[-1]) : place_of(scene, date)]
        if any(token.start >= listed[-1].end and token.lower not in _LISTING for token in between):
            break
        listed.append(date)
    last = listed[-1].value.partition("/")[2] or listed[-1].value if listed else ""
    return [replace(listed[0], value=f"{listed[0].value[:10]}/{last[:10]}")] if len(listed) > 1 else listed


def _is_of_more_to_come(scene: Scene, date: DateMention, trigger: Trigger, today: str) -> bool:
    """«Canjean 100 presos; mañana, otros 250»: another clause tells of another day."""
    if date.value[:10] <= today:
        return False
    clause = scene.clauses[scene.clause_at(bisect_left(scene.tokens, date.start, key=lambda token: token.start))]
    words = {token.lower for token in scene.tokens[clause.first : clause.last + 1]}
    return not words.isdisjoint(_MORE) or (trigger.verb is not None and trigger.verb.tense in _TOLD)


def _is_of_what_went_before(scene: Scene, date: DateMention, trigger: Trigger, today: str) -> bool:
    """«Prevé liberarlos tras las consultas de esta semana»; a day long past tells that the plan is old."""
    if _week_before(today) > date.value[:10]:
        return False
    finished = (hit for hit in scene.cues.get("held_before", ()) if hit.first > trigger.place)
    return any(scene.tokens[hit.first].start < date.start for hit in finished)


def _week_before(today: str) -> str:
    return (calendar_date.fromisoformat(today) - timedelta(days=7)).isoformat()


def _is_of_another_verb(scene: Scene, date: DateMention, trigger: Trigger) -> bool:
    """«Amenazó hoy con imponer sanciones», «rechazó el lunes la tregua», «la llamada»: a past verb has the day."""
    at = place_of(scene, date)
    if at == 0 or (trigger.status is not None and date.start > scene.tokens[trigger.place].start):
        return False
    is_said_clearly = at > 1 and scene.tokens[at - 2].lower.endswith(_FINITE_ENDINGS)  # «dejó claro este jueves que…»
    return is_said_clearly or scene.tokens[at - 1].lower.endswith(_PAST_ENDINGS)


def _is_of_words(scene: Scene, date: DateMention) -> bool:
    """«Declaraciones publicadas el martes»: the day is that of the words."""
    before = bisect_left(scene.tokens, date.start, key=lambda token: token.start) - 1
    return before >= 0 and scene.tokens[before].folded.startswith(_PUBLISHED)


def _is_of_arrangement(scene: Scene, date: DateMention, today: str) -> bool:
    """«El canje pactado este jueves»: when it was agreed on; a day long past tells that it is old."""
    before = bisect_left(scene.tokens, date.start, key=lambda token: token.start) - 1
    is_participle = before > 0 and scene.tokens[before].folded.startswith(_ARRANGED)
    is_finite = is_participle and scene.tokens[before - 1].lower in _HAVING
    return is_participle and not is_finite and date.value[:10] >= _week_before(today)


def _interval(value: str) -> tuple[str, str | None]:
    first, _, last = value.partition("/")
    first, last = first[:10], last[:10]
    return first, last if last and last != first else None
