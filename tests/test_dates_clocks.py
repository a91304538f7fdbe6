"""Date lines, stamps of live blogs, clock times, zones and the small hours."""

import pytest

from tests.dating import values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Berlín, 13 ene (Agencia).- Zelenski dijo hoy que avanza.", ["2026-01-13", "2026-01-13"]),
        ("BERLÍN, 14 Ene. (AGENCIA) -\n\nEl canciller ha dicho este miércoles que sí.", ["2026-01-14", "2026-01-14"]),
        ("WASHINGTON, 13 de enero de 2026 (Agencia) — El presidente habló ayer.", ["2026-01-13", "2026-01-12"]),
        ("Kiev (Agencia) — El presidente habló ayer.", ["2026-01-13"]),
    ],
)
def test_the_dateline_is_a_date_and_the_day_of_writing(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "09:00 Hoy hablará Merz.\n\n08:15 Suenan las alarmas.\n\n23:50 Llega Witkoff. Mañana hablará Merz.",
            ["2026-01-14T09:00", "2026-01-14", "2026-01-14T08:15", "2026-01-13T23:50", "2026-01-14"],
        ),
        (
            "23:15 Suenan las alarmas.\n\n00:40 Llega Witkoff.\n\n09:00 Habla Merz.",
            ["2026-01-13T23:15", "2026-01-14T00:40", "2026-01-14T09:00"],
        ),
        ("[08:15] Suenan las alarmas.\n\n[08:10] Llega Witkoff.", ["2026-01-14T08:15", "2026-01-14T08:10"]),
        ("08:15 h. Suenan las alarmas.\n\n07:10 h. Llega Witkoff.", ["2026-01-14T08:15", "2026-01-14T07:10"]),
        ("08:15 | Suenan las alarmas.\n\n07:10 | Llega Witkoff.", ["2026-01-14T08:15", "2026-01-14T07:10"]),
    ],
)
def test_the_stamps_of_a_live_blog_run_back_over_midnight(text: str, expected: list[str]) -> None:
    assert values(text) == expected


def test_the_hours_of_a_live_blog_may_be_those_of_another_zone() -> None:
    text = "Horas de Abu Dabi.\n\n13:30 Acaba la jornada.\n\n10:15 Llegan los rusos."
    assert values(text, at="2026-01-14T10:45") == ["2026-01-14T13:30", "2026-01-14T10:15"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La reunión empezará mañana a las 10:00 hora local.", ["2026-01-15T10:00"]),
        ("La reunión empezó a las 18.30 (16:30 GMT).", ["2026-01-14T18:30", "2026-01-14T16:30Z"]),
        ("El domingo, a las 20:30 (19:30 UTC), se reunieron.", ["2026-01-11T20:30", "2026-01-11T19:30Z"]),
        ("La rueda de prensa, a las 16:00 de este jueves, será larga.", ["2026-01-15T16:00"]),
        ("La rueda de prensa será mañana jueves a las 16.00 horas.", ["2026-01-15T16:00"]),
        ("El jueves a las 21:30 en Moscú (19:30 en Madrid) hablará.", ["2026-01-15T21:30", "2026-01-15T19:30"]),
        ("Las charlas se reanudan este jueves a partir de las 9 de la mañana, hora suiza.", ["2026-01-15T09:00"]),
        ("A las cinco y media de la tarde salieron los rusos.", ["2026-01-14T17:30"]),
        ("El encuentro acabó pasadas las once de la noche del martes.", ["2026-01-13T23:00"]),
        ("La tregua regirá desde las 12 de la noche del viernes.", ["2026-01-16"]),
        ("Las 3 de la Coalición y las dos delegaciones hablarán a las dos partes.", []),
        (
            "(Corrige la hora: son las 22:30, y no las 21:30)\n\nHablará el jueves a las 22:30.",
            ["2026-01-15T22:30"] * 2,
        ),
    ],
)
def test_a_clock_time_belongs_to_its_day(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("El presidente dijo este lunes que firmará mañana.", ["2026-01-12", "2026-01-13"]),
        ("El presidente habló este lunes. Ayer había callado.", ["2026-01-12", "2026-01-11"]),
        ("WASHINGTON. El presidente habló hoy con Putin.", ["2026-01-12"]),
        ("MOSCÚ. El presidente habló hoy con Putin.", ["2026-01-13"]),
        ("El presidente dijo este martes que firmará mañana.", ["2026-01-13", "2026-01-14"]),
        ("Rusia lanzó esta madrugada doscientos drones.", ["2026-01-13"]),
    ],
)
def test_what_comes_out_in_the_small_hours_may_be_of_the_day_before(text: str, expected: list[str]) -> None:
    assert values(text, at="2026-01-13T04:30") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La rueda de prensa será a las 17 horas de este miércoles.", ["2026-01-14T17:00"]),
        ("Hablará el jueves a las 09 horas.", ["2026-01-15T09:00"]),
        ("Citó a todos para las 20 h de ayer.", ["2026-01-13T20:00"]),
        ("Se verán este viernes a las 10.00 hora de Kiev.", ["2026-01-16T10:00"]),
        ("En las 17 horas siguientes cayó la nieve.", []),
        ("A las 12 horas de empezar, huyó.", []),
        ("A las 3 horas, calló.", []),
    ],
)
def test_a_whole_hour_in_figures_is_a_clock(text: str, expected: list[str]) -> None:
    assert values(text) == expected
