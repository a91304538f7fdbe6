"""Whose report an article prints."""

from datetime import UTC, datetime

import pytest

from talks.news.wires import wire_of
from talks.types import Article


def wire(text: str, *, outlet: str = "Diario del Sur") -> str:
    return wire_of(Article("1", outlet, "", "Ronda en Ginebra", text, datetime(2026, 2, 18, tzinfo=UTC)))


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("Ginebra, 18 feb (EFE).- La ronda terminó sin anuncios.", "EFE"),
        ("GINEBRA (Reuters) - La ronda terminó sin anuncios.", "Reuters"),
        ("EUROPA PRESS - La ronda terminó sin anuncios.", "Europa Press"),
        ("La ronda terminó sin anuncios. (AFP)", "AFP"),
        ("La ronda terminó sin anuncios.\n\nCon información de AP", "AP"),
        ("La ronda terminó sin anuncios.\n\nEFE", "EFE"),
    ],
)
def test_a_date_line_or_a_credit_names_the_agency(text: str, agency: str) -> None:
    assert wire(text) == agency


def test_an_agency_that_is_only_quoted_is_no_wire() -> None:
    assert (
        wire("La ronda terminó sin anuncios, dijo a Reuters un asistente.\n\nHabrá otra en marzo.") == "Diario del Sur"
    )


def test_the_feed_of_an_agency_is_its_wire() -> None:
    assert wire("La ronda terminó.", outlet="Agencia EFE") == "EFE"
