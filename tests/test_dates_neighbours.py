"""What the words around a date say of it: the verb that it hangs on, the noun that it belongs to, the date before."""

import pytest

from tests.dating import values


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        ("Las delegaciones salieron hoy del hotel y vuelven el próximo domingo.", "2026-01-24T18:00", "2026-02-01"),
        ("La ronda acabó este sábado; la siguiente será el domingo próximo.", "2026-01-24T18:00", "2026-02-01"),
        ("Terminaron este viernes y se citaron para el próximo sábado.", "2026-01-23T18:00", "2026-01-31"),
        ("Se cruzarán en el estadio el próximo domingo.", "2026-01-24T18:00", "2026-01-25"),
        ("Hablaron hoy y volverán a verse el próximo lunes.", "2026-01-24T18:00", "2026-01-26"),
        ("Hablaron hoy y volverán a verse el próximo domingo.", "2026-01-25T18:00", "2026-02-01"),
    ],
)
def test_the_next_weekday_is_not_tomorrow_where_today_is_told(text: str, at: str, expected: str) -> None:
    assert values(text, at=at)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La ronda durará el martes y el miércoles.", ["2026-01-20/2026-01-21"]),
        ("Los equipos negociarán el 27 y el 28 de enero en Viena.", ["2026-01-27/2026-01-28"]),
        ("La próxima cita se celebrará el jueves y el viernes en Doha.", ["2026-01-15/2026-01-16"]),
        ("El enviado aterrizará el lunes y el martes se verá con él.", ["2026-01-19", "2026-01-20"]),
        ("El enviado aterrizará el lunes y el martes Putin lo recibirá.", ["2026-01-19", "2026-01-20"]),
        ("Los equipos negociaron el lunes y el martes en Viena.", ["2026-01-12", "2026-01-13"]),
        ("Los equipos negociarán el jueves y el sábado en Viena.", ["2026-01-15", "2026-01-17"]),
        ("Los equipos negociaron el 7 y el 8 de enero en Viena.", ["2026-01-07", "2026-01-08"]),
    ],
)
def test_two_days_of_one_plan_are_a_stretch(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        ("Habrá nueva ronda lunes y martes en Riad.", "2026-01-14T12:00", ["2026-01-19/2026-01-20"]),
        ("Salió del hospital cuando ya era martes.", "2026-01-14T12:00", ["2026-01-13"]),
        ("Aquí siempre es lunes.", "2026-01-14T12:00", []),
        ("El mostrador del consulado: martes y jueves.", "2026-01-14T12:00", []),
        ("Los puestos del mercado, lunes y martes.", "2026-01-14T12:00", []),
    ],
)
def test_a_weekday_without_article_is_a_day_where_a_verb_tells_it(text: str, at: str, expected: list[str]) -> None:
    assert values(text, at=at) == expected


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        ("Las palabras son viejas: ya las dijo en marzo.", "2026-01-14T12:00", "2025-03"),
        ("Esas condiciones las puso en febrero.", "2026-01-14T12:00", "2025-02"),
        ("Evocó la bochornosa visita de febrero.", "2025-11-21T12:00", "2025-02"),
        ("El papa visita Beirut en febrero.", "2026-01-14T12:00", "2026-02"),
        ("La esposa visita Beirut en febrero.", "2026-01-14T12:00", "2026-02"),
        ("Dirigió la cartera de Sanidad hasta junio.", "2026-01-14T12:00", "2025-06"),
        ("Congeló los contactos con Moscú hasta finales de febrero.", "2026-01-14T12:00", "2026-02-21/2026-02-28"),
        ("La huelga duró hasta febrero.", "2026-01-14T12:00", "2025-02"),
        ("Van doscientos heridos desde el 29 de diciembre.", "2026-01-14T12:00", "2025-12-29"),
        ("Los ministros van a verse el 29 de diciembre.", "2026-01-14T12:00", "2026-12-29"),
        ("Suma seis victorias desde el 3 de noviembre.", "2026-01-14T12:00", "2025-11-03"),
    ],
)
def test_a_date_far_away_in_the_year_is_dated_by_its_verb(text: str, at: str, expected: str) -> None:
    assert values(text, at=at) == [expected]


def test_a_month_without_verb_is_the_one_that_the_text_tells() -> None:
    text = "¿Comicios en junio?\n\nSegún el diario, Kiev convocaría a las urnas en junio."
    assert values(text) == ["2026-06", "2026-06"]
    assert values("¿Comicios en junio?\n\nNadie los ha convocado.") == ["2025-06"]
    assert values("Un junio negro. En junio cayó la ciudad; en junio de 2024, el puente.")[1:] == ["2025-06", "2024-06"]


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        ("Anuncian una cita en Kiev el día 2 y otra en Lyon el 5.", "2025-12-29T12:00", ["2026-01-02", "2026-01-05"]),
        ("Convocan una cita el día 30 y otra el 4.", "2026-01-28T12:00", ["2026-01-30", "2026-02-04"]),
        ("El pleno se reunió el día 2.", "2025-12-29T12:00", ["2025-12-02"]),
        ("Hay una cita el día 20 y otra en el 5 de la calle Mayor.", "2026-01-14T12:00", ["2026-01-20"]),
    ],
)
def test_a_day_whose_month_is_understood_is_near(text: str, at: str, expected: list[str]) -> None:
    assert values(text, at=at) == expected


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        ("El vocero limitó la pausa al domingo.", "2026-01-14T12:00", "2026-01-18"),
        ("La pausa la ha restringido al sábado.", "2026-01-14T12:00", "2026-01-17"),
        ("¿Y el plazo de este jueves?", "2026-01-11T12:00", "2026-01-15"),
        ("Los bombardeos del jueves «no ayudan», lamentó.", "2026-01-12T12:00", "2026-01-08"),
        ("La cumbre del jueves decidirá.", "2026-01-12T12:00", "2026-01-15"),
        ("¿Qué aprendió en las tres horas de este jueves con Orbán?", "2026-01-12T12:00", "2026-01-08"),
        ("Se prevén lluvias heladas desde el viernes.", "2026-01-14T12:00", "2026-01-16"),
        ("Espera desde el viernes una respuesta.", "2026-01-14T12:00", "2026-01-09"),
        ("El juicio, previsto para el martes, se aplazó un mes.", "2026-01-14T12:00", "2026-01-13"),
        ("El juicio, previsto para el martes, será público.", "2026-01-14T12:00", "2026-01-20"),
    ],
)
def test_a_weekday_is_past_or_to_come_by_what_it_belongs_to(text: str, at: str, expected: str) -> None:
    assert values(text, at=at) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("El general había avisado la víspera de que atacarían.", ["2026-01-13"]),
        ("El general había advertido la víspera de que atacarían.", ["2026-01-13"]),
        ("Atacaron la víspera de que empezara la cumbre.", ["2026-01-14"]),
        ("Mañana saldrá la carta. En Roma, la víspera, la habían leído.", ["2026-01-15", "2026-01-13"]),
        ("El diputado había afirmado un día antes que firmaría.", ["2026-01-13"]),
        ("La nota salió un día antes que la sentencia.", ["2026-01-14"]),
    ],
)
def test_the_day_before_is_told_of_the_verb_or_of_what_follows(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Preparan tropas para el día después de la guerra.",
        "Los soldados irían allí el día después de un acuerdo.",
        "Discuten los planes del día después.",
        "Pide garantías por un mínimo de quince años antes de desarmarse.",
        "Reclama un máximo de dos semanas antes de votar.",
    ],
)
def test_a_time_of_peace_and_a_length_are_no_day(text: str) -> None:
    assert values(text) == []


def test_the_day_after_what_was_told_is_a_day() -> None:
    assert values("Se vieron el lunes. El día después firmaron.") == ["2026-01-12", "2026-01-13"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La cita se anuló en octubre, tres días después de que la anunciaran el 9 de ese mes.",
         ["2025-10", "2025-10-12", "2025-10-09"]),
        ("La tregua empezó en noviembre y se rompió el 20 de ese mismo mes.", ["2025-11", "2025-11-20"]),
        ("Negociaron el 12 de diciembre y firmaron el 30 del mismo mes.", ["2025-12-12", "2025-12-30"]),
        ("En 1994 se negó y al año siguiente aceptó.", ["1994", "1995"]),
        ("Al año siguiente lo sabremos.", ["2027"]),
        ("El bloque decidirá antes de que acabe 2026.", ["2026"]),
    ],
)  # fmt: skip
def test_a_month_or_a_year_told_before_is_counted_from(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rubio puso este miércoles el 10 de febrero como límite.", ["2026-01-14", "2026-02-10"]),
        ("Fijaron el martes el 5 de febrero como fecha de la cita.", ["2026-01-13", "2026-02-05"]),
        ("Acordaron este lunes el 20 de enero como tope.", ["2026-01-12", "2026-01-20"]),
    ],
)
def test_a_weekday_and_a_date_with_an_article_of_its_own_are_two(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Se vieron el martes 13 de enero.", ["2026-01-13"]),
        ("Se vieron el martes, 13 de enero.", ["2026-01-13"]),
        ("Se vieron el martes día 13 de enero.", ["2026-01-13"]),
    ],
)
def test_a_weekday_with_its_date_is_one(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Washington insistió en que los dos firmasen antes de mayo.", ["2026-05"]),
        ("Levantará el veto, pero no antes de abril.", ["2026-04"]),
        ("Bruselas dio por hecho el trámite antes de marzo.", ["2026-03"]),
        ("El permiso, válido hasta el 10 de febrero, se publicó el lunes.", ["2026-02-10", "2026-01-12"]),
    ],
)
def test_a_term_is_to_come_when_that_is_nearer(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La ofensiva había terminado antes de noviembre.", ["2025-11"]),
        ("Dirigió el ministerio hasta el 10 de octubre.", ["2025-10-10"]),
        ("La carta llegó en agosto.", ["2025-08"]),
    ],
)
def test_a_term_that_is_over_stays_past(text: str, expected: list[str]) -> None:
    assert values(text) == expected
