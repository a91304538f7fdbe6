"""Dates by what they hang on: a pair, a vote, a term, a year long gone, and the day in the paper's address."""

from datetime import date

import pytest

from tests.dating import mentions, values

ELEVENTH, TWELFTH = date(2026, 1, 11), date(2026, 1, 12)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Los negociadores se sentarán mañana y el sábado en Ankara.", ["2026-01-15", "2026-01-17"]),
        ("Los negociadores se sentarán hoy y el viernes en Ankara.", ["2026-01-14", "2026-01-16"]),
        ("Habrá sesiones el 20 de enero y el jueves en Viena.", ["2026-01-20", "2026-01-22"]),
        ("Aterrizó hoy y el viernes se marchó.", ["2026-01-14", "2026-01-09"]),
        ("La cita es mañana y el lunes se vieron los ministros.", ["2026-01-15", "2026-01-12"]),
        ("Lo negó ayer y el domingo.", ["2026-01-13", "2026-01-11"]),
    ],
)
def test_a_weekday_beside_a_day_to_come_comes_after_it(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A su partido le inquietan las elecciones de octubre.", ["2026-10"]),
        ("Todo depende de los comicios legislativos de junio.", ["2026-06"]),
        ("Con las presidenciales de octubre en el horizonte, calla.", ["2026-10"]),
        ("Tras las elecciones de octubre todo es distinto.", ["2025-10"]),
        ("Explica la derrota en los comicios de octubre.", ["2025-10"]),
        ("Ganó las elecciones de octubre.", ["2025-10"]),
        ("Nadie olvida las elecciones de diciembre.", ["2025-12"]),
        ("Nadie olvida los ataques de octubre.", ["2025-10"]),
    ],
)
def test_a_vote_of_a_month_is_to_come_unless_it_is_over(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Negó que el viernes fuera un plazo.", ["2026-01-16"]),
        ("Dice que el viernes es la fecha límite.", ["2026-01-16"]),
        ("Para Kiev, el viernes sería el tope.", ["2026-01-16"]),
        ("Negó que el viernes fuera un mal día.", ["2026-01-09"]),
    ],
)
def test_a_weekday_that_is_called_a_term_is_to_come(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ningún ministro conocía la lista hasta el lunes.", ["2026-01-12"]),
        ("Cuentan que nadie supo del viaje hasta el lunes.", ["2026-01-12"]),
        ("No contestó hasta el domingo.", ["2026-01-11"]),
        ("No habrá sesión hasta el lunes.", ["2026-01-19"]),
        ("No aceptó una tregua hasta el domingo.", ["2026-01-18"]),
        ("Aceptó callar hasta el lunes.", ["2026-01-19"]),
    ],
)
def test_what_nobody_did_until_a_day_is_over(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La final se juega el sábado.", ["2026-01-17"]),
        ("La obra se estrena el lunes.", ["2026-01-19"]),
        ("Los pasos se reabren el viernes.", ["2026-01-16"]),
        ("La noticia se temía el viernes.", ["2026-01-09"]),
        ("La obra se estrenó el lunes.", ["2026-01-12"]),
        ("Respondió a un presunto ataque contra un barco en diciembre.", ["2025-12"]),
        ("Respondió a la supuesta marcha de los rebeldes en noviembre.", ["2025-11"]),
        ("Por supuesto viajará a Viena en noviembre.", ["2026-11"]),
    ],
)
def test_verbs_behind_se_and_nouns_that_look_like_verbs(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La guerra empezó el 24 de febrero de 2022. Hoy sigue. La vi en abril de aquel año.",
         ["2022-02-24", "2026-01-14", "2022-04"]),
        ("En 2014 cayó Crimea. Ayer lo recordaron. Aquel año nadie acudió.", ["2014", "2026-01-13", "2014"]),
        ("El 3 de mayo de 2025 hubo treguas. Ese año fueron dos.", ["2025-05-03", "2025"]),
        ("Ayer hubo tregua. Ese año fueron dos.", ["2026-01-13", "2026"]),
    ],
)  # fmt: skip
def test_that_year_long_gone_is_not_this_one(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hace exactamente un año se abrazaron.", ["2025-01-14"]),
        ("Hace justo dos años se abrazaron.", ["2024-01-14"]),
        ("Hace exactamente tres meses se abrazaron.", ["2025-10-14"]),
        ("Hace hoy un año que se abrazaron.", ["2025-01-14"]),
        ("Hace apenas un año se abrazaron.", ["2025"]),
        ("Hace dos años se abrazaron.", ["2024"]),
        ("Quiere firmar antes de que acabe el mes.", ["2026-01"]),
        ("Al terminar el año habrá elecciones.", ["2026"]),
        ("Acabe la semana de moda o no, se irá.", []),
        ("El año fue duro.", []),
        ("El mes acabará mal.", []),
        ("La planta fabrica hoy cien drones al mes.", []),
        ("La planta produce hoy cien drones.", ["2026-01-14"]),
        ("Llega hoy al mediodía.", ["2026-01-14"]),
    ],
)
def test_to_the_day_to_the_end_and_at_a_rate(text: str, expected: list[str]) -> None:
    assert values(text) == expected


def test_a_paper_across_the_ocean_writes_on_the_day_of_its_address() -> None:
    text = "El presidente viajó hoy a Viena. Ayer calló."
    late = {"at": "2026-01-12T01:30"}
    assert [each.value for each in mentions(text, address_day=ELEVENTH, **late)] == ["2026-01-11", "2026-01-10"]
    assert [each.value for each in mentions(text, address_day=TWELFTH, **late)] == ["2026-01-12", "2026-01-11"]
    assert values(text, **late) == ["2026-01-12", "2026-01-11"]


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("Madrid, 12 ene (Agencia).- El presidente viajó hoy a Viena.", "2026-01-12T01:30"),
        ("El presidente viajó hoy a Viena.", "2026-01-12T11:30"),
    ],
)
def test_an_old_address_moves_no_other_day(text: str, at: str) -> None:
    assert mentions(text, at=at, address_day=ELEVENTH)[-1].value == "2026-01-12"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La comisión volverá el 25.", ["2026-01-25"]),
        ("Los ministros se reúnen el 20 en Doha.", ["2026-01-20"]),
        ("Llegaron el 12 y se fueron el 13.", ["2026-01-12", "2026-01-13"]),
        ("Habrá calma hasta el 25, dicen.", ["2026-01-25"]),
        ("El 31 por la noche sonaron alarmas.", ["2025-12-31"]),
        ("La madrugada del 8 sonaron alarmas.", ["2026-01-08"]),
        ("La noche del 8 al 9 de enero sonaron alarmas.", ["2026-01-08/2026-01-09"]),
        ("El delantero marcó el 3, el 5 y el 7.", []),
        ("Tachó el 21.", []),
        ("La inflación subió hasta el 20, dijo.", []),
        ("Volverá el 25 por ciento.", []),
        ("Viajará el 25 batallón en Lviv.", []),
    ],
)
def test_a_bare_number_is_a_day_beside_a_verb_of_coming_and_going(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("El primer lunes de febrero empieza el curso.", ["2026-02-02"]),
        ("El último viernes de diciembre hubo pacto.", ["2025-12-26"]),
        ("Presentará su oferta el último día de enero.", ["2026-01-31"]),
        ("La semana del 19 de enero será dura.", ["2026-01-19/2026-01-25"]),
        ("No hay canjes desde el pasado mes de octubre.", ["2025-10"]),
        ("El próximo mes de marzo vence el plazo.", ["2026-03"]),
        ("En el segundo semestre del año pasado hubo tres.", ["2025-07/2025-12"]),
        ("En el primer trimestre del año habrá otra.", ["2026-01/2026-03"]),
        ("Se verán el próximo fin de semana, el 24 y 25 de enero.", ["2026-01-24/2026-01-25"] * 2),
        ("Se verán el próximo fin de semana, el 20 de enero no.", ["2026-01-17/2026-01-18", "2026-01-20"]),
        ("El 8 y el 9 de enero se vieron en París; el 12, en Berlín.", ["2026-01-08", "2026-01-09", "2026-01-12"]),
    ],
)
def test_days_by_their_order_and_units_with_their_names(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La cumbre del G7 de junio quedó lejos.", ["2025-06"]),
        ("Los F-16 de noviembre no llegaron.", ["2025-11"]),
        ("La cumbre del 7 de junio quedó lejos.", ["2025-06-07"]),
        ("Se marchó el 3 de enero y hoy, diez días después, vuelve.", ["2026-01-03", "2026-01-14"]),
        ("Ahora, tres meses después, nadie contesta.", ["2026-01-14"]),
        ("Se marchó el 3 de enero. Diez días después, volvió.", ["2026-01-03", "2026-01-13"]),
        ("El 2025 terminó mal y el 2026 empieza peor.", ["2025", "2026"]),
        ("El 2000 de la calle Mayor.", []),
        ("Compró el 2013 y calló.", []),
    ],
)
def test_numbers_of_names_years_that_do_something_and_today_told_twice(text: str, expected: list[str]) -> None:
    assert values(text) == expected
