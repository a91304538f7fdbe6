"""Weekdays by the tense of their clause, and what is told from the day of publication, a Wednesday."""

import pytest

from tests.dating import values


@pytest.mark.parametrize(
    "text",
    [
        "El presidente anunció este miércoles que acepta la propuesta.",
        "El presidente ha anunciado este miércoles que acepta la propuesta.",
        "Las delegaciones se reunieron el miércoles en Ginebra.",
        "Las delegaciones se reúnen este miércoles en Ginebra.",
        "Las delegaciones se reunirán este miércoles por la noche en Ginebra.",
        "Este miércoles, el portavoz desmintió la noticia.",
    ],
)
def test_the_weekday_of_publication_is_that_very_day(text: str) -> None:
    assert values(text) == ["2026-01-14"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Las delegaciones se reunieron el lunes en Ginebra.", "2026-01-12"),
        ("Las delegaciones se han reunido el lunes en Ginebra.", "2026-01-12"),
        ("Las delegaciones se reunirán el lunes en Ginebra.", "2026-01-19"),
        ("Las delegaciones se reunirían el lunes en Ginebra.", "2026-01-19"),
        ("Las delegaciones se reúnen este jueves en Ginebra.", "2026-01-15"),
        ("El viernes, Witkoff viajará a Moscú.", "2026-01-16"),
        ("El viernes, Witkoff viajó a Moscú.", "2026-01-09"),
        ("Witkoff, que el viernes viajó a Moscú, espera respuesta.", "2026-01-09"),
        ("Las conversaciones celebradas el sábado en Miami fueron largas.", "2026-01-10"),
        ("El presidente será recibido el viernes en Berlín.", "2026-01-16"),
        ("Los aeropuertos seguirán cerrados al menos hasta el jueves.", "2026-01-15"),
        ("Los combates siguen desde el lunes.", "2026-01-12"),
        ("Las sanciones entrarán en vigor desde el lunes.", "2026-01-19"),
        ("El ultimátum expira el domingo.", "2026-01-18"),
        ("Zelenski dio plazo hasta el viernes.", "2026-01-16"),
        ("Se habla de un encuentro, según publicó el domingo la prensa.", "2026-01-11"),
    ],
)
def test_a_bare_weekday_goes_by_tense(text: str, expected: str) -> None:
    assert values(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acordaron reunirse el viernes en Berlín.", "2026-01-16"),
        ("Los negociadores decidieron volver a verse el domingo.", "2026-01-18"),
        ("Pidió que las partes se reunieran el viernes.", "2026-01-16"),
        ("Negó que las partes se reunieran el viernes.", "2026-01-09"),
        ("Dijo haberse reunido el lunes con Witkoff.", "2026-01-12"),
        ("Tras reunirse el lunes con Witkoff, Umérov viajó a Kiev.", "2026-01-12"),
        ("Logró hablar el lunes con Witkoff.", "2026-01-12"),
        ("El alto el fuego debía empezar el lunes pero no se cumplió.", "2026-01-12"),
        ("Iban a verse el viernes en Budapest.", "2026-01-16"),
    ],
)
def test_an_infinitive_or_subjunctive_takes_its_time_from_what_governs_it(text: str, expected: str) -> None:
    assert values(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La reunión prevista para el viernes fue aplazada.", "2026-01-16"),
        ("La reunión fue aplazada al viernes.", "2026-01-16"),
        ("Los combates se extendieron hasta el domingo.", "2026-01-11"),
        ("La coalición fue convocada para este jueves.", "2026-01-15"),
        ("De aquí al viernes debe estar listo.", "2026-01-16"),
        ("La cita estaba prevista inicialmente para el domingo.", "2026-01-11"),
        ("La cita estaba prevista para el viernes.", "2026-01-16"),
    ],
)
def test_what_is_moved_or_convened_is_to_come(text: str, expected: str) -> None:
    assert values(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La reunión del viernes será decisiva.", ["2026-01-16"]),
        ("La reunión del lunes fue decisiva.", ["2026-01-12"]),
        ("Hablan de la cumbre del viernes.", ["2026-01-16"]),
        ("Se verán el domingo. Nadie espera nada de la cita del domingo.", ["2026-01-18", "2026-01-18"]),
        ("Se vieron el domingo. Nadie esperaba nada de la cita del domingo.", ["2026-01-11", "2026-01-11"]),
    ],
)
def test_a_weekday_that_belongs_to_a_noun_is_the_one_told_elsewhere_or_the_nearest(
    text: str, expected: list[str]
) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("El próximo miércoles habrá otra ronda.", "2026-01-21"),
        ("El pasado miércoles hubo otra ronda.", "2026-01-07"),
        ("El miércoles que viene habrá otra ronda.", "2026-01-21"),
        ("El martes de la próxima semana habrá ronda.", "2026-01-20"),
        ("El martes de la semana pasada hubo ronda.", "2026-01-06"),
        ("La noche del lunes hubo bombardeos.", "2026-01-12"),
        ("En la madrugada del martes hubo bombardeos.", "2026-01-13"),
        ("A última hora del lunes habló con Putin.", "2026-01-12"),
        ("La votación se repitió en la jornada del martes.", "2026-01-13"),
    ],
)
def test_weekdays_with_a_companion(text: str, expected: str) -> None:
    assert values(text) == [expected]


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        ("El fin de semana hubo contactos en Miami.", "2026-01-14T12:00", "2026-01-10/2026-01-11"),
        ("Durante el fin de semana se reunieron en Miami.", "2026-01-16T12:00", "2026-01-10/2026-01-11"),
        ("Este fin de semana habrá contactos en Miami.", "2026-01-14T12:00", "2026-01-17/2026-01-18"),
        ("El próximo fin de semana se reunirán en Berlín.", "2025-12-07T22:00", "2025-12-13/2025-12-14"),
        ("El pasado fin de semana se reunieron en Berlín.", "2025-12-09T22:00", "2025-12-06/2025-12-07"),
        ("El fin de semana se reunieron en Miami.", "2025-12-07T22:00", "2025-12-06/2025-12-07"),
        ("La semana que viene se reunirán en Berlín.", "2025-12-07T22:00", "2025-12-08/2025-12-14"),
        ("Esta semana hubo contactos.", "2026-01-14T12:00", "2026-01-12/2026-01-18"),
    ],
)
def test_weeks_and_weekends(text: str, at: str, expected: str) -> None:
    assert values(text, at=at) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ayer por la tarde llegó a París.", "2026-01-13"),
        ("Anoche hubo bombardeos.", "2026-01-13"),
        ("Durante la pasada noche hubo bombardeos.", "2026-01-13"),
        ("La pasada madrugada hubo bombardeos.", "2026-01-14"),
        ("Esta madrugada hubo bombardeos.", "2026-01-14"),
        ("Llegará mañana por la mañana a París.", "2026-01-15"),
        ("Llegará mañana jueves a París.", "2026-01-15"),
        ("Llegará pasado mañana a París.", "2026-01-16"),
        ("Llegó antes de ayer a París.", "2026-01-12"),
        ("Se vieron hace tres días.", "2026-01-11"),
        ("Se vieron tres días atrás.", "2026-01-11"),
        ("Se vieron hace exactamente un mes.", "2025-12-14"),
        ("Se vieron hace dos años.", "2024"),
        ("Se verán dentro de dos semanas.", "2026-01-28"),
    ],
)
def test_days_told_from_today(text: str, expected: str) -> None:
    assert values(text) == [expected]


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        ("Este domingo cambió la hora; ayer se reunieron.", "2026-03-29T10:00", ["2026-03-29", "2026-03-28"]),
        ("Mañana se reunirán.", "2025-10-26T02:30", ["2025-10-27"]),
        ("El lunes se reunirán.", "2025-10-26T23:30", ["2025-10-27"]),
    ],
)
def test_a_change_of_the_clocks_moves_no_day(text: str, at: str, expected: list[str]) -> None:
    assert values(text, at=at) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dio por segura la reunión del martes y el miércoles en Ginebra.", ["2026-01-13", "2026-01-14"]),
        ("Dio por segura la reunión del viernes y el sábado en Ginebra.", ["2026-01-16", "2026-01-17"]),
        ("Confirmó la cita del sábado y el domingo en Estambul.", ["2026-01-17", "2026-01-18"]),
        ("El miércoles y el martes se reunieron en Ginebra.", ["2026-01-14", "2026-01-13"]),
        ("Se verán los próximos martes y miércoles en Ginebra.", ["2026-01-20/2026-01-21"]),
    ],
)
def test_of_two_weekdays_the_second_comes_after_the_first(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La posible tregua el domingo naufragó en pocas horas.", "2026-01-11"),
        ("El presidente se negó a una posible tregua el domingo.", "2026-01-11"),
        ("El presidente habló de una posible tregua el domingo.", "2026-01-18"),
        ("Es la posible fecha: una eventual cumbre el domingo.", "2026-01-18"),
    ],
)
def test_what_was_possible_may_be_over(text: str, expected: str) -> None:
    assert values(text) == [expected]
