"""Dates told from another one, and several dates in one text."""

import pytest

from tests.dating import values

PLAN = "El plan se filtró el 19 de noviembre. "
VISIT = "Putin recibió a Witkoff el 2 de diciembre. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (PLAN + "Cuatro días después se negoció en Ginebra.", "2025-11-23"),
        (PLAN + "Cuatro días más tarde se negoció en Ginebra.", "2025-11-23"),
        (PLAN + "Una semana antes lo había negado la Casa Blanca.", "2025-11-12"),
        (PLAN + "Al día siguiente lo negó el Kremlin.", "2025-11-20"),
        (PLAN + "La semana siguiente se negoció en Ginebra.", "2025-11-24/2025-11-30"),
        (PLAN + "Ese fin de semana se negoció en Ginebra.", "2025-11-22/2025-11-23"),
        (VISIT + "La víspera, Zelenski vio a Macron.", "2025-12-01"),
        (VISIT + "El día anterior, Zelenski vio a Macron.", "2025-12-01"),
        (VISIT + "Ese mismo día, Zelenski vio a Macron.", "2025-12-02"),
        (VISIT + "Aquella noche no hubo acuerdo.", "2025-12-02"),
        (VISIT + "A la mañana siguiente habló el Kremlin.", "2025-12-03"),
        (VISIT + "Esa misma semana viajó a la India.", "2025-12-01/2025-12-07"),
        (VISIT + "Ese mes hubo dos rondas más.", "2025-12"),
    ],
)
def test_it_counts_from_the_date_last_told(text: str, expected: str) -> None:
    assert values(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("El ataque ocurrió en la víspera de la reunión.", ["2026-01-14"]),
        ("El ataque llega dos días antes de la cumbre.", ["2026-01-14"]),
        ("El lunes, un día antes de la cumbre, hubo un canje.", ["2026-01-12", "2026-01-12"]),
        ("Dos días después de la cumbre, Trump lo recibió el lunes.", ["2026-01-12", "2026-01-12"]),
        ("El plan se filtró el lunes, un día después de la cumbre.", ["2026-01-12", "2026-01-12"]),
    ],
)
def test_counted_from_what_has_no_date_it_is_the_day_of_its_clause(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("El plan se filtró en noviembre. Un mes después se negoció en Berlín.", ["2025-11", "2025-12"]),
        ("En junio de 2021 se vieron; ocho meses después empezó la guerra.", ["2021-06", "2022-02"]),
        ("La vio en 2019. Tres años después empezó la guerra.", ["2019", "2022"]),
    ],
)
def test_months_and_years_count_from_months_and_years(text: str, expected: list[str]) -> None:
    assert values(text) == expected


def test_the_eve_is_yesterday_when_only_old_days_were_told() -> None:
    text = "El 15 de agosto se vieron en Alaska.\n\nLa víspera, el portavoz había negado otra cita."
    assert values(text) == ["2025-08-15", "2026-01-13"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "El Kremlin sitúa la llamada el lunes; la Casa Blanca, el domingo. Kiev dice que fue el sábado.",
            ["2026-01-12", "2026-01-11", "2026-01-10"],
        ),
        (
            "Moscú dijo que la ronda será el 3 de febrero. Kiev sostiene que será el 10 de febrero.",
            ["2026-02-03", "2026-02-10"],
        ),
        (
            "La ronda, prevista para el viernes, se celebró el martes, según una versión, y el lunes, según otra.",
            ["2026-01-16", "2026-01-13", "2026-01-12"],
        ),
    ],
)
def test_dates_that_contradict_each_other_are_all_read(text: str, expected: list[str]) -> None:
    assert values(text) == expected
