"""Captions that say what a picture shows: told in the present, with the agency behind them."""

import pytest

from tests.test_cleaning import NEWS, sentences

CAPTION = "La jefa de la Comisión, Ana Olmedo, estrecha la mano del enviado de EE. UU., Hugo Prats"


@pytest.mark.parametrize("credit", [" (REUTERS)", " (REUTERS/Eva Soto)", ". Reuters", " (AFP)"])
def test_a_caption_that_says_what_is_shown_is_cut_out(credit: str) -> None:
    assert sentences(f"{CAPTION}{credit}\n\n{NEWS}") == [NEWS]


@pytest.mark.parametrize("before", ["", f"{NEWS} "])
def test_a_caption_that_runs_into_the_news_is_cut_out(before: str) -> None:
    after = "De acuerdo con Prats, la cita fue larga."
    assert sentences(f"{before}{CAPTION} (REUTERS) {after}") == [*([NEWS] if before else []), after]


@pytest.mark.parametrize(
    "line",
    [
        "Olmedo recibió en su casa durante dos horas a los enviados de las partes, según su oficina (Reuters).",
        "Los enviados saludan el plan y anuncian que volverán a verse en Oslo dentro de un mes.",
        "La agencia oficial (TASS) afirma que los ministros se saludan cada mañana.",
    ],
)
def test_news_that_name_an_agency_stay(line: str) -> None:
    assert sentences(f"{NEWS}\n\n{line}") == [NEWS, line]


LEADS = [
    "El Kremlin anunció este martes que Putin y Trump se reunirán el lunes en Miami (EFE).",
    "Trump y Putin hablaron durante dos horas de una tregua en Ucrania. EFE",
    "Zelenski saluda el plan de Trump y acepta una tregua de treinta días en Ucrania (Reuters).",
    "Zelenski habla con Trump y Macron en Kiev de una tregua de treinta días (AFP).",
    "El presidente Zelenski estrecha la mano de Trump y acepta una tregua de treinta días (Reuters).",
    "El Kremlin descarta a Zelenski, en una rueda de prensa en Moscú, una tregua de treinta días (EFE).",
    "Trump abraza el plan de Putin para una tregua de treinta días en Ucrania (EFE).",
    "Irán posa sus esperanzas en la mediación de Turquía entre los dos presidentes (AFP).",
]


@pytest.mark.parametrize("lead", LEADS)
def test_a_lead_that_is_signed_stays(lead: str) -> None:
    assert sentences(f"{lead}\n\n{NEWS}")[0].startswith(lead[:50])


def test_a_lead_that_is_signed_in_its_middle_stays() -> None:
    lead = "Zelenski saluda el plan de Trump y viaja a Miami para reunirse con él (EFE) El presidente ruso calla."
    assert sentences(f"{lead}\n\n{NEWS}") == [lead, NEWS]


@pytest.mark.parametrize(
    "caption",
    [
        "Los presidentes de Rusia e Irán posan para los fotógrafos en el palacio de Oriente (AFP)",
        "El presidente Olmedo camina junto a la canciller Prats por la alfombra (REUTERS)",
        "Los enviados Prats y Olmedo, en una foto de archivo de la ronda anterior (EFE)",
        "La jefa de la Comisión, Ana Olmedo, durante una rueda de prensa en Bruselas. EFE",
        "Ana Olmedo saluda a los negociadores a las puertas del palacio (AFP)",
    ],
)
def test_a_caption_shows_what_people_do_to_be_seen(caption: str) -> None:
    assert sentences(f"{caption}\n\n{NEWS}") == [NEWS]
