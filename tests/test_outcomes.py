"""What a title says of how a meeting went, and what it says of something else."""

import time

import pytest

from talks.news.outcomes import ENDED, NONE, RESULT, outcome_in, tells_by_words


@pytest.mark.parametrize(
    "title",
    [
        "Putin y Rubio acaban sin compromiso una reunión «franca» de cuatro horas",
        "Sin acuerdo tras la reunión de Putin con Rubio en Moscú",
        "Sin acuerdo: lo que dejó la reunión de Putin con Rubio en Moscú",
        "Rusia y Ucrania acaban sin acuerdo",
        "Rubio asegura que la reunión con Putin en el Kremlin fue «muy productiva»",
        "Peskov tilda de «muy productiva» la reunión de Putin con Rubio",
        "Acaba la ronda de Riad: \"Útil y productiva\", dice Ankara",
        "Umerov se reúne con Witkoff en Riad y habla de una charla \"constructiva\"",
        "Erdogan ve “muchos avances” en la reunión de Doha",
        "La llamada de Macron y Putin dejó “buenos avances”",
        "Zelenski y Trump se reúnen en Miami: «Estamos más cerca que nunca»",
        "La reunión de Miami avanza en las garantías de seguridad",
        "Las delegaciones no logran un acuerdo en la ronda de Estambul",
        "Fracasan las negociaciones de Ginebra",
        "Acuerdan un canje en una reunión de la que no ha salido ningún avance",
        "Rusia y Ucrania acuerdan seguir negociando",
        "Rusia y Estados Unidos acercan posturas en su reunión de Riad",
    ],
)  # fmt: skip
def test_what_came_of_a_meeting(title: str) -> None:
    assert outcome_in(title) == RESULT


@pytest.mark.parametrize(
    "title",
    [
        "Concluye tras tres horas la reunión de Putin y Witkoff en Moscú",
        "La reunión de Putin y Witkoff concluye en Moscú",
        "Moscú y Washington cierran su reunión de Doha y se citan en Riad",
        "Umerov da por cerrada la ronda de Doha y promete volver",
        "Termina en Moscú la segunda ronda de negociaciones",
    ],
)
def test_a_meeting_is_over(title: str) -> None:
    assert outcome_in(title) == outcome_in(title, is_under_way=True) == ENDED


@pytest.mark.parametrize(
    "title",
    [
        "Zelenski y Trump se reúnen en Miami mientras Rusia avanza en Pokrovsk",
        "Zelenski y Trump se reúnen en Miami y Rusia avanza en Pokrovsk",
        "Zelenski y Trump se reúnen en Miami mientras el Congreso sigue sin acuerdo sobre la ayuda",
        "Zelenski y Trump se reúnen en Miami tras el avance ruso",
        "Zelenski confirma avances rusos en la víspera de la reunión con Trump",
        "Trump y Zelenski hablan en su reunión de una ayuda sustancial",
        "Zelenski acaba de reunirse con Trump en Miami",
        "Trump recibe a Zelenski mientras Rusia cierra el cerco",
        "Tras la reunión de Miami, Rusia cierra el cerco de Pokrovsk",
        "Rusia se retira sin alcanzar Pokrovsk el día de la reunión",
        "Europa cierra filas con Trump antes de la cumbre",
        "Rusia está más cerca de Pokrovsk, avisa Zelenski en su reunión con Trump",
        "ayuda sustancial",
        "tras el avance ruso",
        "acaba de reunirse",
        "Rusia cierra el cerco",
    ],
)
def test_what_is_said_of_something_else_is_no_outcome(title: str) -> None:
    assert outcome_in(title) == NONE


def test_of_a_meeting_under_way_only_its_end_is_an_outcome() -> None:
    assert outcome_in("Zelenski y Trump se reúnen en Miami: «Hay avances en el diálogo»", is_under_way=True) == NONE
    assert outcome_in("Zelenski y Trump se reúnen sin acuerdo en Miami", is_under_way=True) == RESULT
    assert outcome_in("Zelenski y Trump se reúnen en Miami; la cita fue productiva", is_under_way=True) == RESULT


@pytest.mark.parametrize(
    "piece", ["reunión ", "reunión y ", "acaba ", "acaba sin ", "con avances ", "fue y ", "a", "«", "mientras "]
)
def test_a_hostile_text_is_looked_at_in_bounded_time(piece: str) -> None:
    started = time.process_time()
    outcome_in(piece * (100_000 // len(piece)))
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    ("title", "is_told"),
    [
        ("Directo | Acaba la cita de Oslo: «Nos falta muy poco»", True),
        ('Termina la ronda de Ankara: "Ha sido un buen día"', True),
        ("Acaba la cita de Oslo", False),
        ("Fidan: «La cita de Oslo no ha empezado»", False),
    ],
)
def test_who_was_there_says_with_the_end_how_it_went(title: str, is_told: bool) -> None:
    assert tells_by_words(title, outcome_in(title)) is is_told
