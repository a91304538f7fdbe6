"""What is no date: numbers, names, durations, sets and vague times."""

import pytest

from tests.dating import values


@pytest.mark.parametrize(
    "text",
    [
        "El plan de 28 puntos sigue en pie y el de 20 puntos, también.",
        "El Su-35, el F-16 y el misil Kh-101 fueron derribados.",
        "Canjearon 1.000 por 1.000 prisioneros.",
        "El 12.º paquete de sanciones se aprobó.",
        "La resolución 2202 del Consejo y el artículo 5.",
        "Ucrania pide 2000 millones y 2014 soldados.",
        "Un 20 por ciento del territorio, o del 25 al 30 por ciento.",
        "El G20 y el G7 apoyan el plan.",
        "Votaron 123 a favor y 23 en contra; 12 de 27 países.",
        "El barril cayó un 2,5% hasta 62,35 dólares.",
        "Llegaron 15 de los 20 misiles.",
        "El partido acabó 2-1 y el otro, 21:14.",
    ],
)
def test_numbers_that_are_not_dates(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Los acuerdos de Minsk de 2015 fracasaron.",
        "El Memorando de Budapest de 1994 fracasó.",
        "Domingo Pérez y Julio Ruiz hablaron con Abril Sanz.",
        "El mañana de Ucrania es incierto.",
    ],
)
def test_names_that_hold_a_date(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "El ataque duró 24 horas.",
        "Llevan tres años de guerra.",
        "Desde hace dos semanas negocian.",
        "Hablaron durante tres días.",
        "La tregua entraría en vigor 72 horas después de la firma.",
        "Habrá elecciones tres meses después de la tregua.",
    ],
)
def test_durations(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Se verán en los próximos días o en las próximas horas.",
        "Han hablado en las últimas semanas.",
        "Casi un mes después de la cumbre, nada ha cambiado.",
        "Más de dos semanas después, nada ha cambiado.",
        "Hace casi cuatro años empezó la guerra.",
        "Hace un año y medio que no hablan.",
        "Días después llegó el rechazo; horas antes, la propuesta.",
        "Hoy en día nadie lo cree; a día de hoy no hay acuerdo.",
        "Quieren un plan «en la próxima semana o diez días».",
        "En lo que va de año ha habido seis rondas.",
    ],
)
def test_vague_times(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    "text", ["Hablaron cada lunes.", "Los lunes hay reunión.", "Abre de lunes a viernes.", "Dos fines de semana."]
)
def test_sets(text: str) -> None:
    assert values(text) == []


def test_a_weekday_does_not_take_the_article_behind_it_for_a_number() -> None:
    assert values("Firmó este miércoles un decreto y una orden.") == ["2026-01-14"]


def test_a_month_told_of_every_year_is_no_month() -> None:
    assert values("Cada agosto se apagan las negociaciones.") == []
