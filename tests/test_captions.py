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
