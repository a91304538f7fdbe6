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
    ],
)
def test_a_rough_figure_is_no_number(text: str) -> None:
    assert exact_numbers(("200 prisioneros",), text) == frozenset()


def test_beside_a_rough_figure_the_exact_one_stands() -> None:
    text = "más de 1.000 prisioneros en el año y 84 prisioneros hoy"
    assert exact_numbers(("1.000 prisioneros", "84 prisioneros"), text) == {"84 prisioneros"}


def test_another_number_of_the_same_is_told_with_the_one_before() -> None:
    assert other_number({"84 prisioneros"}, {"85 prisioneros"}) == ("84 prisioneros", "85 prisioneros")
    assert other_number({"84 prisioneros"}, {"28 puntos"}) is None


def test_so_many_each_are_no_other_number() -> None:
    assert other_number({"314 prisioneros"}, {"157 prisioneros"}) is None
    assert other_number({"157 prisioneros"}, {"314 prisioneros"}) is None


def test_a_plan_that_loses_half_its_points_has_another_number() -> None:
    assert other_number({"28 puntos"}, {"14 puntos"}) == ("28 puntos", "14 puntos")
