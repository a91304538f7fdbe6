"""Which teasers are worth the page they point to."""

import pytest

from talks.reading.subject import names_the_subject


@pytest.mark.parametrize(
    "teaser",
    [
        "Peskov descarta una reunión inminente con Zelenski",
        "Witkoff y Kushner viajan a Moscú. La delegación sale el lunes.",
        "Kiev entrega su respuesta al plan de paz",
        "Un nuevo canje devuelve a casa a cien soldados ucranianos",
    ],
)
def test_a_teaser_with_a_party_of_the_war_and_a_word_of_talks_is_worth_its_page(teaser: str) -> None:
    assert names_the_subject(teaser)


@pytest.mark.parametrize(
    "teaser",
    [
        "El Sevilla negocia el fichaje de un delantero",
        "Drones rusos golpean una subestación cerca de Járkov",
        "Israel y Hamás reanudan los contactos en El Cairo",
        "",
    ],
)
def test_other_teasers_are_not(teaser: str) -> None:
    assert not names_the_subject(teaser)
