"""Deixis inside quotations: the day of who speaks, unless the words outside explain it."""

import pytest

from tests.dating import values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("«Mañana nos veremos», dijo el martes Peskov.", ["2026-01-14", "2026-01-13"]),
        ("«Mañana nos veremos», dijo ayer Peskov.", ["2026-01-14", "2026-01-13"]),
        ("«El lunes hablaremos», declaró el sábado Rubio.", ["2026-01-12", "2026-01-10"]),
        ("«Anoche hablé con él», contó Trump el lunes.", ["2026-01-11", "2026-01-12"]),
        ("El 4 de enero, en Kiev, Zelenski dijo: «Hoy hemos avanzado».", ["2026-01-04", "2026-01-04"]),
        ("«Hablé con él ayer», aseguró Trump a la prensa el lunes.", ["2026-01-11", "2026-01-12"]),
    ],
)
def test_a_quoted_day_counts_from_the_day_of_saying(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    "text",
    ["«Mañana nos veremos», dijo Peskov.", "«Nos veremos mañana», insiste Peskov.", "Mañana se verán, dijo Peskov."],
)
def test_without_a_day_of_saying_it_counts_from_publication(text: str) -> None:
    assert values(text) == ["2026-01-15"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("«Mañana (por el viernes) nos veremos», dijo Peskov.", ["2026-01-16", "2026-01-16"]),
        ("«Nos veremos mañana», dijo Peskov, en referencia al viernes.", ["2026-01-16", "2026-01-16"]),
        ("«Mañana» [viernes 16] «se decidirá», avisó Costa.", ["2026-01-16", "2026-01-16"]),
        ("Costa avisó: «Mañana (jueves) se decidirá».", ["2026-01-15"]),
    ],
)
def test_a_gloss_explains_a_quoted_day(text: str, expected: list[str]) -> None:
    assert values(text) == expected
