"""Days, months and years by the calendar: lists, stretches, numbers, and the year where none is told."""

import pytest

from tests.dating import mentions, values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("El 24 de febrero de 2022 empezó la invasión.", "2022-02-24"),
        ("Se vieron el 3/12/2025 en Moscú.", "2025-12-03"),
        ("Se vieron el 03-12-2025 en Moscú.", "2025-12-03"),
        ("Se vieron el 2025-12-03 en Moscú.", "2025-12-03"),
        ("Se vieron el 3 dic. 2025 en Moscú.", "2025-12-03"),
        ("El 1º de enero hubo ataques.", "2026-01-01"),
        ("El primero de enero hubo ataques.", "2026-01-01"),
        ("El treinta y uno de diciembre hubo ataques.", "2025-12-31"),
        ("El día 3 de enero hubo ataques.", "2026-01-03"),
        ("El martes 30 de diciembre hubo ataques.", "2025-12-30"),
        ("El martes, 30 de diciembre, hubo ataques.", "2025-12-30"),
        ("El martes 13 hubo ataques.", "2026-01-13"),
        ("Los líderes se verán el próximo día 18.", "2026-01-18"),
        ("Los líderes se vieron el pasado día 11.", "2026-01-11"),
        ("La madrugada del 24 de diciembre hubo ataques.", "2025-12-24"),
        ("La reunión de este miércoles, 14 de enero, es la primera.", "2026-01-14"),
        ("Hoy, miércoles 14 de enero, hay reunión.", "2026-01-14"),
        ("Ayer, 13 de enero, hubo reunión.", "2026-01-13"),
        ("El 7 de mayo de mil novecientos cuarenta y cinco se firmó la paz.", "1945-05-07"),
    ],
)
def test_a_day_is_read_however_it_is_written(text: str, expected: str) -> None:
    assert values(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Se reunirán del 23 al 25 de enero en Abu Dabi.", "2026-01-23/2026-01-25"),
        ("Se reunirán del 23 al 25 en Abu Dabi.", "2026-01-23/2026-01-25"),
        ("Se reunieron los días 20 y 21 de diciembre.", "2025-12-20/2025-12-21"),
        ("Se reunieron el 5 y 6 de diciembre.", "2025-12-05/2025-12-06"),
        ("Entre el 23 y el 28 de noviembre negociaron en Ginebra.", "2025-11-23/2025-11-28"),
        ("Desde el 23 de noviembre hasta el 2 de diciembre negociaron.", "2025-11-23/2025-12-02"),
        ("La feria va del 28 de enero al 2 de febrero.", "2026-01-28/2026-02-02"),
        ("Acudirá al Foro de Davos (19-23 de enero).", "2026-01-19/2026-01-23"),
        ("Se reunirán entre el lunes y el miércoles.", "2026-01-19/2026-01-21"),
        ("Se reunieron entre el lunes y el miércoles.", "2026-01-12/2026-01-14"),
        ("Se reunirán el jueves o el viernes.", "2026-01-15/2026-01-16"),
        ("Se reunirán este jueves y viernes.", "2026-01-15/2026-01-16"),
        ("Entre noviembre y diciembre negociaron en Ginebra.", "2025-11/2025-12"),
        ("De noviembre a enero hubo apagones.", "2025-11/2026-01"),
        ("Entre 2014 y 2021 hubo combates.", "2014/2021"),
        ("Ucrania recibirá fondos en 2026 y 2027.", "2026/2027"),
        ("La ronda se aplaza al 4 y 5 de febrero.", "2026-02-04/2026-02-05"),
        ("En la noche del domingo al lunes hubo drones.", "2026-01-11/2026-01-12"),
    ],
)
def test_the_ends_of_a_stretch_are_one_date(text: str, expected: str) -> None:
    assert values(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Se reunieron el 5 y el 9 de diciembre.", ["2025-12-05", "2025-12-09"]),
        ("Los días 20, 21 y 22 de diciembre negociaron.", ["2025-12-20", "2025-12-21", "2025-12-22"]),
        ("El 2, 3 y 8 de diciembre negociaron.", ["2025-12-02", "2025-12-03", "2025-12-08"]),
        ("Tras las reuniones del domingo y el lunes, hubo avances.", ["2026-01-11", "2026-01-12"]),
        ("La reunión pasa del 23 al 30 de enero.", ["2026-01-23", "2026-01-30"]),
        ("En octubre, noviembre y diciembre de 2024 hubo ataques.", ["2024-10", "2024-11", "2024-12"]),
        ("Ucrania recibió fondos en 2022 y 2024.", ["2022", "2024"]),
        ("Ucrania recibió fondos en 2021, 2022 y 2023.", ["2021", "2022", "2023"]),
    ],
)
def test_the_items_of_a_list_are_dates_of_their_own(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("El 28 de diciembre, Trump recibió a Zelenski.", "2025-12-28"),
        ("El 20 de enero se reunirá la coalición en París.", "2026-01-20"),
        ("Propuso celebrar la cumbre el 20 de marzo.", "2026-03-20"),
        ("El 15 de agosto, en Anchorage, Trump y Putin se vieron.", "2025-08-15"),
        ("Será la primera desde la cumbre del 15 de agosto.", "2025-08-15"),
        ("El pasado 3 de diciembre hubo una ronda.", "2025-12-03"),
        ("Se verán el próximo 24 de febrero.", "2026-02-24"),
        ("El 24 de febrero de este año se cumplirán cuatro años.", "2026-02-24"),
        ("El acuerdo expira el 31 de julio.", "2026-07-31"),
        ("Las elecciones tendrían lugar el 15 de mayo.", "2026-05-15"),
    ],
)
def test_a_day_without_year_is_dated_by_the_tense_of_its_clause(text: str, expected: str) -> None:
    assert values(text) == [expected]


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        ("En diciembre hubo tres rondas.", "2026-01-02T09:00", "2025-12"),
        ("El 31 de diciembre hubo ataques.", "2026-01-02T09:00", "2025-12-31"),
        ("A finales de diciembre, Zelenski viajó a Florida.", "2026-01-02T09:00", "2025-12-21/2025-12-31"),
        ("En enero se verán en Davos.", "2025-12-16T09:00", "2026-01"),
        ("El 6 de enero se reunirá la coalición.", "2025-12-16T09:00", "2026-01-06"),
        ("La semana pasada hubo una ronda.", "2026-01-02T09:00", "2025-12-22/2025-12-28"),
    ],
)
def test_news_about_the_other_side_of_new_year(text: str, at: str, expected: str) -> None:
    assert values(text, at=at) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("En noviembre, Trump presentó el plan.", "2025-11"),
        ("En febrero se cumplirán cuatro años de guerra.", "2026-02"),
        ("La escena de noviembre no se repitió.", "2025-11"),
        ("Desde octubre no se ven.", "2025-10"),
        ("Es el primer contacto desde agosto.", "2025-08"),
        ("El pasado noviembre hubo seis rondas.", "2025-11"),
        ("A mediados de diciembre hubo contactos.", "2025-12-11/2025-12-20"),
        ("A comienzos de enero hubo contactos.", "2026-01-01/2026-01-10"),
        ("A finales del mes pasado hubo contactos.", "2025-12-21/2025-12-31"),
        ("A principios de mes hubo contactos.", "2026-01-01/2026-01-10"),
        ("Propuso elecciones en mayo, con una tregua.", "2026-05"),
        ("Firmarán en el primer trimestre de 2027.", "2027-01/2027-03"),
    ],
)
def test_months_and_their_thirds(text: str, expected: str) -> None:
    assert values(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rusia controla desde 2014 la península.", ["2014"]),
        ("El presupuesto para 2027 prevé más gasto.", ["2027"]),
        ("Llegó al poder en el 2000.", ["2000"]),
        ("El año pasado se vieron.", ["2025"]),
        ("El año que viene se verán.", ["2027"]),
        ("El presidente (2000-2008) y primer ministro (2008-2012).", ["2000/2008", "2008/2012"]),
        ("En los años noventa hubo acuerdos.", ["1990/1999"]),
    ],
)
def test_years(text: str, expected: list[str]) -> None:
    assert values(text) == expected


def test_chronicles_tell_the_past_in_the_present_tense() -> None:
    text = "20 DE ENERO. Trump vuelve a la Casa Blanca.\n\n15 DE AGOSTO. Cumbre de Anchorage."
    assert values(text, at="2025-12-30T12:00") == ["2025-01-20", "2025-08-15"]


def test_an_impossible_day_is_no_day() -> None:
    assert values("Se verán el 31 de febrero de 2026 o el 30/02/2026.") == ["2026-02"]


def test_the_surface_is_what_the_text_says() -> None:
    (mention,) = mentions("La reunión será el próximo jueves, 22 de enero, en Kiev.")
    assert mention.surface == "el próximo jueves, 22 de enero"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Putin asistió a los oficios del Viernes Santo ortodoxo.", {"del Viernes Santo ortodoxo": "2026-04-10"}),
        ("La tregua empezará el Domingo de Pascua ortodoxa.", {"el Domingo de Pascua ortodoxa": "2026-04-12"}),
        ("El papa pidió el Viernes Santo una tregua.", {"el Viernes Santo": "2026-04-03"}),
        ("El Jueves Santo callaron las armas.", {"El Jueves Santo": "2026-04-02"}),
    ],
)
def test_the_days_of_easter_are_those_of_the_church_that_the_sentence_names(
    text: str, expected: dict[str, str]
) -> None:
    assert {each.surface: each.value for each in mentions(text, at="2026-04-11T15:00")} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La tregua entró en vigor ayer. Firmaremos el mismo día en que nos la enseñen.", ["2026-04-10"]),
        ("La medida entrará en vigor el 9 de mayo, el mismo día en que vence el plazo.", ["2026-05-09", "2026-05-09"]),
        ("Ayer hubo canje. El castigo llegó el mismo día en que se rompió la tregua.", ["2026-04-10", "2026-04-10"]),
        ("El plazo dado por Trump el miércoles vence en mayo.", ["2026-04-08", "2026-05"]),
    ],
)
def test_the_same_day_is_the_one_told_unless_it_is_to_come(text: str, expected: list[str]) -> None:
    assert values(text, at="2026-04-11T15:00") == expected


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Trump anuncia una tregua energética de treinta días desde el viernes", "2026-04-17"),
        ("Putin decretó un alto el fuego desde el lunes", "2026-04-13"),
        ("La red está sin luz desde el viernes", "2026-04-10"),
    ],
)
def test_what_is_announced_begins_on_a_day_to_come(text: str, day: str) -> None:
    assert values(text, at="2026-04-11T15:00") == [day]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Erdogan propuso una mesa de cuatro en Bursa, a mediados de febrero.", "2026-02-11/2026-02-20"),
        ("Belousov ha ordenado a la flota el repliegue hasta el 9 de febrero.", "2026-02-09"),
        ("La Rada votará a puerta cerrada a finales de enero.", "2026-01-21/2026-01-31"),
        ("Putin ordenó la leva de otros reservistas en septiembre.", "2025-09"),
    ],
)
def test_what_was_proposed_or_ordered_is_to_come_if_that_is_near(text: str, expected: str) -> None:
    assert values(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Las elecciones se celebrarían antes del 15 de mayo.", "2026-05-15"),
        ("La ronda será en los primeros días de marzo.", "2026-03-01/2026-03-10"),
        ("La ronda fue en los últimos días de noviembre.", "2025-11-21/2025-11-30"),
        ("Difundió la víspera de Año Nuevo un vídeo.", "2025-12-31"),
        ("Desde el Gobierno aseguran que en noviembre se firmará el acuerdo.", "2026-11"),
        ("La llamada ocurrió la semana antepasada.", "2025-12-29/2026-01-04"),
        ("Propuso a Budánov dirigir la oficina, vacante desde la renuncia de Yermak en noviembre.", "2025-11"),
        ("Ha volado a Bruselas; el viernes le espera Meloni.", "2026-01-16"),
    ],
)
def test_a_limit_tells_when_and_the_first_days_of_a_month_are_its_beginning(text: str, expected: str) -> None:
    assert values(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Budánov ocupa el despacho que Yermak tuvo que dejar el 28 de noviembre.", ["2025-11-28"]),
        ("Empezó con una bronca en Washington, el 28 de febrero, y termina con un almuerzo.", ["2025-02-28"]),
        ("El viceministro lo recibió el día 12 de manos del embajador.", ["2026-01-12"]),
        ("El encuentro llega al día siguiente de que se vieran los asesores.", ["2026-01-14"]),
        ("Habrá otra ronda el domingo que viene, 25 de enero, en Doha.", ["2026-01-25", "2026-01-25"]),
        ("Se podrían ver, aunque hoy por hoy nadie lo prepara.", []),
        ("Putin aceptó no atacar Kiev, pero solo hasta el domingo.", ["2026-01-18"]),
        ("Los combates se extendieron hasta el domingo.", ["2026-01-11"]),
        ("La fuerza llegará a finales de año.", ["2026-12-21/2026-12-31"]),
        ("La fuerza llegará a finales de 2027.", ["2027"]),
        ("Acabará antes de final de año.", ["2026-12-31"]),
        ("Rubio restó importancia al ultimátum del jueves.", ["2026-01-15"]),
        ("Hablaron el jueves. Nadie teme el plazo del jueves.", ["2026-01-08", "2026-01-15"]),
        ("Trump renuncia al plazo que vencía el viernes.", ["2026-01-16"]),
        ("Trump calló el lunes: el plazo expiraba ese mismo día.", ["2026-01-12", "2026-01-12"]),
    ],
)
def test_what_stands_around_a_day_says_which_one_it_is(text: str, expected: list[str]) -> None:
    assert values(text) == expected
