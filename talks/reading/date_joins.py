"""Neighbouring dates that are one: the ends of a stretch, «hoy, 5 de marzo», and the gloss of a quoted «mañana»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from talks.reading.date_finder import Dated, Span, holding, resolved_on
from talks.reading.date_grammar import Line
from talks.reading.date_rules import LONGEST_SENTENCE, SENTENCE_ENDS, Found
from talks.reading.date_spans import WEEKENDS
from talks.reading.date_tense import is_rescheduled, tense_of_subject
from talks.reading.date_values import WEEK, Stretch, a_month, next_weekday, on, shifted, weekday_near
from talks.reading.date_weekdays import is_attribute, is_of_deadline
from talks.reading.date_words import UNITS, WEEKDAYS

GLOSS = frozenset(
    {"(", "[", "»", "”", '"', "'", "’", ",", "por", "en", "referencia", "alusión", "a", "es", "decir", "el"}
)
LEADS = frozenset({"(", "[", "referencia", "alusión", "por"})
LONGEST_GLOSS = 6
ARTICLES = frozenset({"el", "este", "del", "al", "próximo"})
PRONOUNS = frozenset({"se", "lo", "la", "los", "las", "le", "les"})
"""«Llega el lunes y el martes se va»: two clauses."""
WEEKDAY_WORDS = frozenset({*WEEKDAYS, "miércoles", "sábado"})


def joined(line: Line, dated: Sequence[Dated]) -> list[Dated]:
    """Two that are the ends of a stretch become one."""
    result: list[Dated] = []
    for each in dated:
        whole = _stretch_between(line, result[-1], each) if result else None
        if whole:
            result[-1] = replace(result[-1], last=each.last, stretch=whole)
        else:
            result.append(each)
    return result


def _stretch_between(line: Line, a: Dated, b: Dated) -> Stretch | None:
    if a.stretch.grain != b.stretch.grain or b.first - a.last > 3 or is_rescheduled(line, a.first):
        return None
    gap, before = line.words[a.last + 1 : b.first], line.before(a.first)
    opening, closing = line.words[a.first], line.words[b.first]
    if _same_day(a, b) and gap in ([","], []) and opening in ("hoy", "ayer", "anteayer", "mañana"):
        return b.stretch
    if before == "entre" and gap == ["y"]:
        are_parts = a.found.has("of") and b.found.has("of")  # «Entre la noche del martes y la mañana de hoy»: two days
        return None if are_parts else _from_to(a, b)
    if (opening == "del" and closing == "al" and not gap) or (before == "desde" and gap == ["hasta"]):
        return _from_to(a, b)
    if (before in ("de", "desde") and gap == ["a"]) or (a.found.has("of") and closing == "al" and not gap):
        return _from_to(a, b)
    is_next_day = a.stretch.is_day and b.stretch.first - a.stretch.last == timedelta(days=1)
    is_pair = gap in (["o"], ["u"]) or (gap == ["y"] and opening in ARTICLES and closing in WEEKDAY_WORDS)
    is_pair = is_pair or (gap == ["y"] and opening == closing == "el" and _are_one_plan(a, b))
    return _from_to(a, b) if is_pair and is_next_day else None


def _are_one_plan(a: Dated, b: Dated) -> bool:
    """«La ronda será el martes y el miércoles»: one thing to come that takes two days."""
    is_bare = not any(each.found.has("of", "past", "next", "that", "feast", "clock") for each in (a, b))
    is_of_one_clause = b.found.after not in PRONOUNS and not tense_of_subject(b.found.line, b.last)
    return is_bare and is_of_one_clause and a.found.tense == "future" and a.stretch.first > a.found.today


def _same_day(a: Dated, b: Dated) -> bool:
    return a.stretch == b.stretch and a.stretch.is_day


def _from_to(a: Dated, b: Dated) -> Stretch | None:
    """From the first day of the one to the last of the other, a week or a year apart if need be."""
    first, last, grain = a.stretch, b.stretch, a.stretch.grain
    if first.first >= last.first and grain == "month":
        first = a_month(first.first.year - 1, first.first.month)
    if first.first >= last.first and grain == "day" and first.first - last.first < WEEK:
        if a.found.tense in ("future", "present"):
            last = Stretch(last.first + WEEK, last.last + WEEK)
        else:
            first = Stretch(first.first - WEEK, first.last - WEEK)
    return Stretch(first.first, last.last, grain) if first.first < last.last else None


def in_pairs(line: Line, dated: Sequence[Dated]) -> list[Dated]:
    """«Del miércoles y el jueves», «mañana y el sábado»: a weekday beside a day to come comes after it."""
    result = list(dated)
    for place, each in enumerate(result[1:], start=1):
        before = result[place - 1]
        gap = line.words[before.last + 1 : each.first]
        if gap == ["y"] and _is_bare_weekday(each) and _is_of_pair(line, before, each):
            result[place] = replace(each, stretch=_first_after(before.stretch, each.stretch))
    return result


def _is_of_pair(line: Line, a: Dated, b: Dated) -> bool:
    """The first is to come, and the second by its own lights before it."""
    if not a.stretch.is_day or not a.stretch.first > b.stretch.first:
        return False
    if _is_bare_weekday(a):
        return a.stretch.first > a.found.today
    is_of_one_clause = b.found.after not in PRONOUNS and not tense_of_subject(line, b.last)
    is_ahead = a.stretch.first > a.found.today or (a.stretch.first == a.found.today and a.found.tense == "future")
    return is_of_one_clause and is_ahead


def _first_after(day: Stretch, weekday: Stretch) -> Stretch:
    return on(next_weekday(day.first, weekday.first.weekday()))


def glossed(line: Line, dated: Sequence[Dated]) -> list[Dated]:
    """«El domingo que viene, 1 de febrero», «el fin de semana (7 y 8)»: the day with its number says which Sunday."""
    result = list(dated)
    for place, (each, following) in enumerate(zip(dated, dated[1:], strict=False)):
        is_beside = line.words[each.last + 1 : following.first] in ([","], ["("])
        if is_beside and _is_open_day(each) and _has_weekdays_of(each.stretch, following.stretch):
            result[place] = replace(each, stretch=following.stretch)
    return result


def _is_open_day(dated: Dated) -> bool:
    """A weekday or a weekend without its number."""
    is_weekday = dated.found.has("weekday") and dated.stretch.is_day and not dated.found.has("digits", "day")
    return is_weekday or dated.rule in WEEKENDS


def _has_weekdays_of(a: Stretch, b: Stretch) -> bool:
    is_as_long = a.last - a.first == b.last - b.first and b.grain == "day"
    return is_as_long and a.first.weekday() == b.first.weekday()


def in_their_clause(line: Line, dated: Sequence[Dated]) -> list[Dated]:
    """«Tres días después de la cumbre, lo recibió el lunes» is Monday; «un día antes de la del viernes», Thursday."""
    result = list(dated)
    for place, (each, following) in enumerate(zip(dated, dated[1:], strict=False)):
        if each.found.has("later", "earlier") and each.found.after in ("de", "del", "que"):
            stretch = _by_following(line, each, following)
            result[place] = replace(each, stretch=stretch) if stretch else each
    return result


def _by_following(line: Line, each: Dated, following: Dated) -> Stretch | None:
    found, between = each.found, line.words[each.last + 1 : following.first]
    if not following.stretch.is_day or len(between) > LONGEST_SENTENCE or SENTENCE_ENDS & {*between}:
        return None
    if found.day_of_clause != found.today or found.is_told_in_sentence:
        return None
    if is_attribute(following.found) and "," not in between and found.after != "que":
        return _counted_from(found, following)
    if found.after == "de" and between[:2] == ["de", "que"] and "," not in between and following.found.tense == "past":
        return _counted_from(found, following)  # «tres días después de que se vieran el lunes»
    opens = found.before in ("", "\n", ".", ",", "apenas", "solo", "justo")
    return following.stretch if opens and following.found.tense == "past" and "," in between else None


def _counted_from(found: Found, following: Dated) -> Stretch | None:
    count = -found.number("count") if found.has("earlier") else found.number("count")
    return shifted(following.stretch.first, count, UNITS[found.word("unit")])


def agreeing(dated: Sequence[Dated]) -> list[Dated]:
    """«La cumbre del viernes» is the Friday that the text tells with a tense, if it is always the same one."""
    told: dict[str, set[Stretch]] = {}
    for each in dated:
        if _is_bare_weekday(each) and not _is_weak(each):
            told.setdefault(each.found.word("weekday"), set()).add(each.stretch)
    return [_agreed(each, told) for each in dated]


def months_agreeing(dated: Sequence[Dated]) -> list[Dated]:
    """«¿Urnas en mayo?» asks of the May that the text tells with a tense or with its year."""
    told: dict[str, set[Stretch]] = {}
    for each in dated:
        if _is_whole_month(each) and (each.found.tense or each.found.has("year")):
            told.setdefault(each.found.word("month"), set()).add(each.stretch)
    return [_month_agreed(each, told) for each in dated]


def _month_agreed(dated: Dated, told: dict[str, set[Stretch]]) -> Dated:
    is_open = _is_whole_month(dated) and not dated.found.tense and not dated.found.has("year", "past", "next")
    months = told.get(dated.found.word("month"), set()) if is_open else set()
    return replace(dated, stretch=next(iter(months))) if len(months) == 1 else dated


def _is_whole_month(dated: Dated) -> bool:
    return dated.found.has("month") and dated.stretch.grain == "month"


def named_again(line: Line, dated: Sequence[Dated]) -> list[Dated]:
    """«Se verán el jueves. El jueves habrá además…»: the weekday of the sentence before is the same day."""
    result = list(dated)
    for place, each in enumerate(result[1:], start=1):
        before = result[place - 1]
        if _is_same_weekday(before, each) and _is_next_sentence(line, before, each) and not _are_opposed(before, each):
            result[place] = replace(each, stretch=before.stretch)
    return result


def _is_same_weekday(a: Dated, b: Dated) -> bool:
    is_bare = _is_bare_weekday(a) and _is_bare_weekday(b)
    return is_bare and a.stretch.first.weekday() == b.stretch.first.weekday() and not b.found.has("w_next", "w_past")


def _is_next_sentence(line: Line, a: Dated, b: Dated) -> bool:
    between = line.words[a.last + 1 : b.first]
    return "\n" not in between and sum(word in SENTENCE_ENDS for word in between) == 1


def _are_opposed(a: Dated, b: Dated) -> bool:
    tenses = {a.found.tense, b.found.tense}
    return "past" in tenses and not tenses.isdisjoint(("present", "future"))


def _agreed(dated: Dated, told: dict[str, set[Stretch]]) -> Dated:
    days = told.get(dated.found.word("weekday"), set()) if _is_bare_weekday(dated) and _is_weak(dated) else set()
    return replace(dated, stretch=next(iter(days))) if len(days) == 1 else dated


def _is_bare_weekday(dated: Dated) -> bool:
    found = dated.found
    return (
        found.has("weekday")
        and dated.stretch.is_day
        and not found.has("digits", "day", "today", "past", "next", "that")
    )


def _is_weak(dated: Dated) -> bool:
    is_free = is_attribute(dated.found) or not dated.found.tense
    return is_free and not dated.found.has("this") and not is_of_deadline(dated.found)


def as_said(line: Line, dated: Sequence[Dated], quotes: Sequence[Span], speech: frozenset[str]) -> list[Dated]:
    """Those inside quotations as of the day on which they were said, or as the words outside explain them."""
    result = list(dated)
    for place, each in enumerate(dated):
        quote = holding(quotes, line.starts[each.first])
        if quote is None:
            continue
        gloss = _gloss(line, dated, place)
        said = _day_of_saying(line, dated, place, quote, quotes, speech)
        if gloss:
            result[gloss] = _explained(dated[gloss], each.stretch)
            result[place] = replace(each, stretch=result[gloss].stretch)
        elif said and said != each.found.today:
            result[place] = resolved_on(each, said)
    return result


def _gloss(line: Line, dated: Sequence[Dated], place: int) -> int | None:
    """The place of the date that explains it: «nos veremos mañana» (por el martes)."""
    following = place + 1
    if following >= len(dated) or not dated[following].stretch.is_day:
        return None
    gap = line.words[dated[place].last + 1 : dated[following].first]
    if not gap or len(gap) > LONGEST_SENTENCE or SENTENCE_ENDS & {*gap} or not LEADS.intersection(gap[-2:]):
        return None
    distance = abs(dated[following].stretch.first - dated[place].stretch.first)
    if distance > WEEK and not _is_bare_weekday(dated[following]):
        return None
    is_beside = len(gap) <= LONGEST_GLOSS and GLOSS.issuperset(gap)
    return following if is_beside or {"referencia", "alusión"} & {*gap[-2:]} else None


def _explained(gloss: Dated, near: Stretch) -> Dated:
    """The gloss of a quoted day is near that day: «mañana», por el martes."""
    if _is_bare_weekday(gloss):
        weekday = WEEKDAYS[gloss.found.word("weekday")]
        return replace(gloss, stretch=on(weekday_near(near.first, weekday, "either")))
    return gloss


def _day_of_saying(
    line: Line, dated: Sequence[Dated], place: int, quote: Span, quotes: Sequence[Span], speech: frozenset[str]
) -> date | None:
    """The day outside the quotation that stands by a verb of saying of the same sentence."""
    first, last = line.first_word_from(quote[0]), line.first_word_from(quote[1])
    for near in (place - 1, place + 1, place - 2, place + 2):
        if not 0 <= near < len(dated) or holding(quotes, line.starts[dated[near].first]):
            continue
        other = dated[near]
        between = line.words[other.last + 1 : first] if other.last < first else line.words[last : other.first]
        if len(between) > LONGEST_SENTENCE or SENTENCE_ENDS & {*between[1:]} or not _may_be_day_of_saying(other):
            continue
        if not speech.isdisjoint((*between, *line.words[max(0, other.first - 3) : other.last + 4])):
            return other.stretch.first
    return None


def _may_be_day_of_saying(dated: Dated) -> bool:
    return dated.stretch.is_day and dated.stretch.first <= dated.found.today
