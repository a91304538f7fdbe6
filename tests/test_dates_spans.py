"""Stretches of days told in one expression, and days that are told by what stands before them."""

import pytest

from tests.dating import mentions, values

MONDAY_EVENING = "2026-01-12T22:00"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Las delegaciones se verán mañana y pasado en Ankara.", "2026-01-15/2026-01-16"),
        ("Umérov conversó lunes y martes en Ankara.", "2026-01-12/2026-01-13"),
        ("Las delegaciones se reunirán jueves y viernes en Ankara.", "2026-01-15/2026-01-16"),
        ("Negociaron el viernes, sábado y domingo en Oslo.", "2026-01-09/2026-01-11"),
        ("Negociarán el viernes, sábado y domingo en Oslo.", "2026-01-16/2026-01-18"),
        ("La cita será en la primera mitad de la próxima semana.", "2026-01-19/2026-01-21"),
        ("La cita será en la segunda mitad de la próxima semana.", "2026-01-22/2026-01-25"),
        ("La cita será en la primera mitad de este mes.", "2026-01-01/2026-01-15"),
        ("La cumbre será a primeros de marzo.", "2026-03-01/2026-03-10"),
        ("Fue embajador de 2015 a 2018.", "2015/2018"),
        ("La medianoche del domingo empezó la tregua.", "2026-01-11"),
        ("La última noche no hubo drones.", "2026-01-13"),
        ("Se vieron en la tarde de hoy en Oslo.", "2026-01-14"),
    ],
)
def test_a_stretch_is_one_expression(text: str, expected: str) -> None:
    assert values(text) == [expected]


def test_parts_of_two_days_are_two_dates() -> None:
    found = mentions("Cayeron drones entre la noche del lunes y la mañana de hoy.")
    assert [(each.surface, each.value) for each in found] == [
        ("la noche del lunes", "2026-01-12"),
        ("la mañana de hoy", "2026-01-14"),
    ]


def test_a_stretch_is_found_as_a_whole() -> None:
    surfaces = [each.surface for each in mentions("Se verán mañana y pasado, o bien el viernes, sábado y domingo.")]
    assert surfaces == ["mañana y pasado", "el viernes, sábado y domingo"]


@pytest.mark.parametrize("text", ["Los lunes y martes hay reunión.", "La mañana y pasado el mediodía hubo drones."])
def test_customs_and_parts_of_a_day_are_no_stretch(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La cita llega tras los pasos del fin de semana.", "2026-01-10/2026-01-11"),
        ("Desmintió lo publicado horas antes sobre una posible cumbre este fin de semana.", "2026-01-17/2026-01-18"),
        ("Habló después de que Zelenski afirmara el jueves que se prevé otra ronda.", "2026-01-08"),
        ("El Kremlin calla luego de que Kiev anunciara el jueves que se prevé otra ronda.", "2026-01-08"),
        ("Erdogan ha convocado a las partes el jueves en Ankara.", "2026-01-15"),
        ("Vance quiere una respuesta antes del jueves.", "2026-01-15"),
        ("Moscú aplazó su respuesta hasta, al menos, marzo.", "2026-03"),
        ("Moscú aplazó su respuesta hasta al menos marzo.", "2026-03"),
    ],
)
def test_the_words_before_a_day_tell_whether_it_is_to_come(text: str, expected: str) -> None:
    assert values(text) == [expected]


def test_the_weekday_of_the_sentence_before_is_the_same_day() -> None:
    text = "Las partes se verán el jueves en Ankara. Para la cita del jueves fue invitado Macron."
    assert set(values(text)) == {"2026-01-15"}
    assert values("Zelenski recibió el jueves a Witkoff. Viajará el jueves a Oslo.") == ["2026-01-08", "2026-01-15"]


def test_a_number_alone_is_a_day_of_the_month_told_before() -> None:
    text = "El 24 de diciembre quedaban treinta puntos; el 28, ni la mitad."
    assert values(text) == ["2025-12-24", "2025-12-28"]
    assert values("El 24 de diciembre votaron 20; el 28 por ciento dijo que no.") == ["2025-12-24"]


@pytest.mark.parametrize(
    "text",
    [
        "El texto del 24 de diciembre tenía veinte puntos, el 5, sobre el Donbás, fue tachado.",
        "El texto del 24 de diciembre tenía veinte puntos y el punto 5 era el Donbás; el 7, la OTAN.",
        "El 24 de diciembre eran veinte puntos, el 5, sobre el Donbás, fue tachado.",
    ],
)
def test_the_numbers_of_points_are_no_days(text: str) -> None:
    assert values(text) == ["2025-12-24"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La reunión acabó pasada la medianoche del martes en Moscú.", "2026-01-13"),
        ("La reunión acabó pasada la una de la madrugada del martes en Moscú.", "2026-01-13T01:00"),
        ("Terminaron a las 3 de la mañana del martes.", "2026-01-13T03:00"),
        ("Terminaron a las 3 de la tarde del martes.", "2026-01-06T15:00"),
    ],
)
def test_across_the_ocean_the_small_hours_of_tomorrow_are_over(text: str, expected: str) -> None:
    assert values(text, at=MONDAY_EVENING) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hablaron el 6 de enero de 2026 a las 05:30 por teléfono.", "2026-01-06T05:30"),
        ("El ataque empezó el martes pasado a la 1:00.", "2026-01-06T01:00"),
        ("El ataque empezó el martes a la 1:00.", "2026-01-06T01:00"),
        ("Los drones alcanzaron Járkov pasada la medianoche del martes.", "2026-01-06"),
        ("La ronda acabó la madrugada del martes.", "2026-01-06"),
        ("La ronda terminó el martes a las 3:15.", "2026-01-13T03:15"),
        ("La ronda concluyó a las 02:40 del martes.", "2026-01-13T02:40"),
    ],
)
def test_only_what_has_just_ended_is_of_the_night_to_come(text: str, expected: str) -> None:
    assert values(text, at=MONDAY_EVENING) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Al cabo de dos días de negociaciones no hubo acuerdo.",
        "Los jóvenes piensan en el mañana.",
        "Sin acción no hay mañana.",
    ],
)
def test_what_lasts_and_what_is_hoped_for_is_no_date(text: str) -> None:
    assert values(text) == []


def test_tomorrow_there_is_a_meeting() -> None:
    assert values("No hay mañana ninguna reunión prevista.") == ["2026-01-15"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La reunión empezará este viernes a la 1:00 p. m. en Florida.", ["2026-01-16T13:00"]),
        ("La reunión empezará a las 3:30 p.m. del viernes.", ["2026-01-16T15:30"]),
        ("La reunión empezó a las 10:30 a.m. del lunes.", ["2026-01-12T10:30"]),
        ("La reunión empezó a las 12:15 a. m. del lunes.", ["2026-01-12T00:15"]),
        ("Empezará este viernes a las 13H00 (18H00 GMT).", ["2026-01-16T13:00", "2026-01-16T18:00Z"]),
        ("Hablaron 1h30 por teléfono.", []),
    ],
)
def test_clocks_of_twelve_hours_and_with_an_h_are_read(text: str, expected: list[str]) -> None:
    assert values(text) == expected
