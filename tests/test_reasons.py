"""What /porque says of an event: names as people read them, and days in words."""

import pytest

from talks.news.ledger import Change
from talks.news.reasons import days_in_words, what_is_new
from talks.news.verdicts import Finding
from tests.test_ledger import PLAN, TUESDAY, after, claim


def reason(*actors: str, kind: str = "meeting") -> str:
    return what_is_new(Finding("event", 1.0, claim(kind, actors=actors, place="Ginebra"), Change("event", None)))


def test_who_meets_is_named() -> None:
    assert reason("Rusia", "Ucrania") == "No se había contado: un encuentro de Rusia y Ucrania en Ginebra (celebrado)."


def test_nobody_meets_alone() -> None:
    assert reason("Dmitri Peskov") == "No se había contado: un encuentro en Ginebra (celebrado)."
    assert reason("Dmitri Peskov", kind="visit").startswith("No se había contado: una visita de Dmitri Peskov")


def test_a_status_is_told_in_the_words_of_its_kind() -> None:
    assert reason("Rusia", "Ucrania", kind="exchange").endswith("un canje de Rusia y Ucrania en Ginebra (realizado).")
    assert reason("Rusia", "Ucrania", kind="visit").endswith("una visita de Rusia y Ucrania en Ginebra (hecha).")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2026-02-01", "1 feb"),
        ("2026-02-04/2026-02-05", "4 feb – 5 feb"),
        ("84 prisioneros", "84 prisioneros"),
        ("", ""),
    ],
)
def test_days_are_told_in_words(value: str, words: str) -> None:
    assert days_in_words(value) == words


def test_a_date_that_moves_is_told_with_the_one_before() -> None:
    moved = claim(status="planned", date="2026-03-24")
    change = after(claim(status="planned", **PLAN)).change(moved, TUESDAY)
    assert change is not None
    assert what_is_new(Finding("event", 1.0, moved, change)) == (
        "Se concreta la fecha de un encuentro de Rusia y Ucrania: antes, 19 mar; ahora, 24 mar."
    )
