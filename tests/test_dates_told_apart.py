"""Days told from the day beside them, terms that have run out, feasts and years by their own number."""

import pytest

from tests.dating import values

TOMORROW_AND_AFTER = "Hubo reunión el lunes. Volverán el martes 20 de enero y al día siguiente."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TOMORROW_AND_AFTER, ["2026-01-12", "2026-01-20", "2026-01-21"]),
        ("Hoy calló. Declarará el 3 de febrero y el día siguiente.", ["2026-01-14", "2026-02-03/2026-02-04"]),
        (
            "Este miércoles lo contó: habrá votos el viernes y al día siguiente.",
            ["2026-01-14", "2026-01-16", "2026-01-17"],
        ),
        ("Votaron el lunes y se fueron al día siguiente.", ["2026-01-12", "2026-01-13"]),
    ],
)
def test_the_next_day_after_and_is_that_of_the_day_beside_it(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Los aliados debaten hoy quién vigilará el frente el día después.", ["2026-01-14"]),
        ("Nadie ha pensado el día después.", []),
        ("Este miércoles repasaron qué hará la fuerza el día después.", ["2026-01-14"]),
        ("Cenaron el lunes y firmaron el día después.", ["2026-01-12", "2026-01-13"]),
        ("Nadie habló hoy. Al día siguiente vuela a Roma.", ["2026-01-14", "2026-01-15"]),
    ],
)
def test_the_day_after_is_no_tomorrow(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Calló el lunes. Todos citan Reikiavik, en octubre de 1986. Aquel día se rompió todo.",
            ["2026-01-12", "1986-10"],
        ),
        ("Habló el lunes. Recuerdan la boda de mayo de 2009. Aquella noche llovió.", ["2026-01-12", "2009-05"]),
        (
            "En octubre de 1986 no hubo acuerdo. El lunes sí. Aquel día firmaron.",
            ["1986-10", "2026-01-12", "2026-01-12"],
        ),
    ],
)
def test_that_day_is_of_the_month_told_last(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("El permiso era hasta el lunes y nadie lo renovó.", ["2026-01-12"]),
        ("La prórroga fue hasta el viernes.", ["2026-01-09"]),
        ("Las licencias, insistió, eran hasta el sábado.", ["2026-01-10"]),
        ("El permiso es hasta el lunes.", ["2026-01-19"]),
        ("Aceptó no disparar hasta el lunes.", ["2026-01-19"]),
    ],
)
def test_what_was_until_a_day_has_run_out(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La ministra descartó dimitir el día 3.", ["2026-02-03"]),
        ("El sindicato amenazó con parar los trenes el viernes.", ["2026-01-16"]),
        ("El club sopesaba fichar al portero el lunes.", ["2026-01-19"]),
        ("La ministra dimitió el día 3.", ["2026-01-03"]),
    ],
)
def test_what_is_ruled_out_threatened_or_weighed_is_to_come(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("El banquete acabó pasadas las dos de la tarde.", []),
        ("Salieron pasada la una de la madrugada.", []),
        ("Pasadas las nueve de la noche seguían dentro.", []),
        ("El banquete acabó a las dos de la tarde.", ["2026-01-14T14:00"]),
        ("El banquete acabó pasadas las dos de la tarde del lunes.", ["2026-01-12T14:00"]),
    ],
)
def test_some_time_past_an_hour_is_no_clock(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("En la Pascua de 2024 callaron los cañones.", ["2024-03-31"]),
        ("En la Pascua ortodoxa de 2023 callaron los cañones.", ["2023-04-16"]),
        ("El Viernes Santo de 1998 se firmó en Belfast.", ["1998-04-10"]),
        ("Pactaron una tregua de Pascua.", []),
    ],
)
def test_a_feast_with_its_year_is_of_that_year(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("El puente se levantó en 1987 por orden del alcalde.", ["1987"]),
        ("La ley fue votada en Riga en 2003 por todos los partidos.", ["2003"]),
        ("Irene Salas (Alcalá de Henares, 1968) enseña historia.", ["1968"]),
        ("Irene Salas (Lugo, 1975) enseña historia.", ["1975"]),
        ("La deuda creció en 2000 por ciento.", []),
        ("El coro (tenores, 1500) cantó.", []),
    ],
)
def test_years_before_an_agent_and_behind_a_birthplace(text: str, expected: list[str]) -> None:
    assert values(text) == expected
