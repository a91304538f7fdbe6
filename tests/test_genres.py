"""What explains, argues or looks back is no news."""

from datetime import UTC, datetime

import pytest

from talks.news.genres import looks_back
from talks.types import Article


def piece(title: str, text: str = "El texto.") -> Article:
    return Article("1", "Diario", "", title, text, datetime(2026, 2, 18, tzinfo=UTC))


@pytest.mark.parametrize(
    "title",
    [
        "¿Qué se juega Kiev en Ginebra?",
        "Las claves de la ronda de Ginebra",
        "Opinión | La mesa coja",
        "Garantías de seguridad: qué significa la palabra que divide a los aliados",
        "Medinski, el hombre que vuelve a la mesa",
        "Breve historia de las treguas fallidas",
        "La ronda de Estambul, un año después",
        "Dos semanas sin bombardeos: así será la tregua que anunció Trump",
    ],
)
def test_a_title_that_explains_or_looks_back_is_known_by_its_words(title: str) -> None:
    assert looks_back(piece(title))


def test_a_letter_to_the_readers_looks_back_on_their_week() -> None:
    assert looks_back(
        piece("Diez días de tregua", "Buenos días, suscriptores.\n\nEsta carta sale hoy con una pregunta.")
    )
    assert looks_back(piece("La semana del té", "Esto es «Correo del Este», su resumen de cada domingo."))
    assert not looks_back(piece("Putin escribe a Trump", "El Kremlin difundió la carta del presidente ruso."))


def test_a_label_with_a_full_stop_opens_the_text() -> None:
    title = "«Nadie firma sin mapas»"
    assert looks_back(piece(title, "Entrevista. Andrés Lobo, antiguo embajador en Varsovia\n\nNos recibe en su casa."))
    assert not looks_back(piece(title, "Entrevistado por la radio, Peskov dijo que nadie firma sin mapas."))


def test_a_label_at_the_head_of_the_text_tells_opinion() -> None:
    assert looks_back(piece("La mesa coja", "Opinión | Ana Ruiz\n\nHay mesas que nacen cojas."))
    assert looks_back(piece("La mesa coja", "ANÁLISIS\nHay mesas que nacen cojas."))


@pytest.mark.parametrize(
    "title",
    [
        "Ginebra acoge la tercera ronda",
        "Directo | Termina la ronda de Ginebra",
        "El Kremlin explica por carta su postura",
        "Peskov: «No hay fecha»",
        "Ucrania y Rusia canjean 157 prisioneros por bando",
    ],
)
def test_news_is_no_looking_back(title: str) -> None:
    assert not looks_back(piece(title))
