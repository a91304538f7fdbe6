"""What people type after /timeline: dates, a type and words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talks.periods import MONTHS
from talks.queries import LONGEST_WORD, MOST_WORDS, TimelineQuery, parse_timeline_query

TODAY = date(2026, 3, 10)


def asked(text: str) -> TimelineQuery:
    return parse_timeline_query(text, today=TODAY)


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("2025-12", "2025-12", "2025-12"),
        ("2025", "2025", "2025"),
        ("2025-12-23", "2025-12-23", "2025-12-23"),
        ("23/12/2025", "2025-12-23", "2025-12-23"),
        ("12/2025", "2025-12", "2025-12"),
        ("diciembre", "2025-12", "2025-12"),
        ("en marzo", "2026-03", "2026-03"),
        ("abril", "2025-04", "2025-04"),
        ("Diciembre de 2023", "2023-12", "2023-12"),
        ("dic 2023", "2023-12", "2023-12"),
        ("23 de diciembre", "2025-12-23", "2025-12-23"),
        ("el 23 dic 2024", "2024-12-23", "2024-12-23"),
        ("15 de abril", "2026-04-15", "2026-04-15"),
        ("15 de mayo", "2025-05-15", "2025-05-15"),
        ("desde agosto", "2025-08", None),
        ("desde el 1 de febrero", "2026-02-01", None),
        ("a partir de 2024", "2024", None),
        ("hasta enero", None, "2026-01"),
        ("desde agosto hasta octubre", "2025-08", "2025-10"),
        ("desde noviembre hasta enero", "2025-11", "2026-01"),
        ("del 1 al 15 de diciembre", "2025-12-01", "2025-12-15"),
        ("entre el 20 y el 25 de diciembre de 2025", "2025-12-20", "2025-12-25"),
        ("del 20 de diciembre al 5 de enero", "2025-12-20", "2026-01-05"),
        ("entre noviembre y enero", "2025-11", "2026-01"),
        ("hoy", "2026-03-10", "2026-03-10"),
        ("ayer", "2026-03-09", "2026-03-09"),
        ("esta semana", "2026-03-09", "2026-03-15"),
        ("la semana pasada", "2026-03-02", "2026-03-08"),
        ("este mes", "2026-03", "2026-03"),
        ("el mes pasado", "2026-02", "2026-02"),
        ("el año pasado", "2025", "2025"),
        ("últimos 10 días", "2026-02-28", None),
        ("las últimas 2 semanas", "2026-02-24", None),
        ("último mes", "2026-02-08", None),
    ],
)
def test_dates_are_read_as_people_type_them(text: str, since: str | None, until: str | None) -> None:
    assert asked(text) == TimelineQuery(since=since, until=until)


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("", TimelineQuery()),
        ("Miami", TimelineQuery(words=("miami",))),
        ("Péskov en Nueva York", TimelineQuery(words=("peskov", "nueva", "york"))),
        ("reuniones en Miami desde agosto", TimelineQuery(words=("miami",), since="2025-08", type="meeting")),
        ("canjes", TimelineQuery(type="exchange")),
        ("alto el fuego", TimelineQuery(words=("alto", "fuego"))),
        ("¿qué pasó en Ginebra?", TimelineQuery(words=("ginebra",))),
        ("31 de febrero", TimelineQuery(words=("31", "febrero"))),
        ("2025-13", TimelineQuery(words=("2025", "13"))),
        ("plan de 28 puntos", TimelineQuery(words=("plan", "28", "puntos"))),
    ],
)
def test_the_rest_is_words_and_one_type(text: str, query: TimelineQuery) -> None:
    assert asked(text) == query


@given(st.text(max_size=400))
def test_anything_at_all_can_be_asked(text: str) -> None:
    query = asked(text)
    assert len(query.words) <= MOST_WORDS
    assert all(0 < len(word) <= LONGEST_WORD for word in query.words)


@given(st.dates(date(2022, 1, 1), date(2030, 12, 31)), st.dates(date(2022, 1, 1), date(2030, 12, 31)))
def test_every_day_is_read_in_every_notation(day: date, today: date) -> None:
    spellings = (day.isoformat(), f"{day:%d/%m/%Y}", f"{day.day} de {MONTHS[day.month - 1]} de {day.year}")
    wanted = TimelineQuery(since=day.isoformat(), until=day.isoformat())
    assert [parse_timeline_query(text, today=today) for text in spellings] == [wanted] * 3
