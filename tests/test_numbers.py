"""Counts in the news: which are exact, and which are other than what was told."""

import pytest

from talks.news.numbers import exact_numbers, other_number


@pytest.mark.parametrize(
    "text",
    [
        "canjearán más de 200 prisioneros",
        "canjearán unos 200 prisioneros",
        "casi 200 prisioneros",
        "cerca de doscientos prisioneros",
        "alrededor de los 200 prisioneros",
        "unos 200 jóvenes prisioneros",
    ],
)
def test_a_rough_figure_is_no_number(text: str) -> None:
    assert exact_numbers(("200 prisioneros",), text) == frozenset()


def test_beside_a_rough_figure_the_exact_one_stands() -> None:
    text = "más de 1.000 prisioneros en el año y 84 prisioneros hoy"
    assert exact_numbers(("1.000 prisioneros", "84 prisioneros"), text) == {"84 prisioneros"}


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("157 prisioneros", "canjean 157 prisioneros tras liberar a unos militares heridos"),
        ("157 prisioneros", "canjean 157 prisioneros con la ayuda de unos científicos y más de mil milicianos"),
        ("157 prisioneros", "canjean 157 prisioneros, después de casi doscientos prisioneros en un mes"),
        ("28 puntos", "El plan de 28 puntos, discutido por unos 28 negociadores"),
        ("paquete 19", "el paquete 19 afecta a unos 19 barcos"),
    ],
)
def test_what_is_rough_of_others_leaves_the_number_exact(number: str, text: str) -> None:
    assert exact_numbers((number,), text) == {number}


def test_a_rough_figure_in_words_is_no_number() -> None:
    assert exact_numbers(("1000 prisioneros",), "liberan a más de dos mil prisioneros") == frozenset()


def test_another_number_of_the_same_is_told_with_the_one_before() -> None:
    assert other_number({"84 prisioneros"}, {"85 prisioneros"}) == ("84 prisioneros", "85 prisioneros")
    assert other_number({"84 prisioneros"}, {"28 puntos"}) is None


def test_so_many_each_are_no_other_number() -> None:
    assert other_number({"314 prisioneros"}, {"157 prisioneros"}) is None
    assert other_number({"157 prisioneros"}, {"314 prisioneros"}) is None


def test_a_plan_that_loses_half_its_points_has_another_number() -> None:
    assert other_number({"28 puntos"}, {"14 puntos"}) == ("28 puntos", "14 puntos")
