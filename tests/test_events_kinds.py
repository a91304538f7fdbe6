"""Which kind of event a sentence tells: an agreement to meet is a meeting, support is no agreement."""

import pytest

from tests.happening import days_of, events_of, told


@pytest.mark.parametrize(
    "title",
    [
        "Rusia y EE.UU. acuerdan otra reunión en Oslo",
        "Rubio y Lavrov acordaron una nueva ronda de consultas en Oslo",
        "Rubio y Lavrov acuerdan verse en Oslo",
        "Rusia y Ucrania han pactado celebrar otra ronda en Ankara",
        "Rubio y Lavrov acordaron que habrá otra reunión en Oslo",
        "Rubio y Lavrov convinieron que se reunirán en Oslo",
    ],
)
def test_who_agrees_to_meet_plans_a_meeting(title: str) -> None:
    assert told(title) == [("meeting", "planned")]


@pytest.mark.parametrize(
    ("title", "event"),
    [
        ("Rusia y Ucrania acordaron en la reunión de Ginebra reducir el plan", ("agreement", "held")),
        ("Rusia y Ucrania acuerdan un marco de garantías", ("agreement", "held")),
        ("Rusia y EE.UU. no acuerdan otra reunión", ("rejection", "held")),
    ],
)
def test_other_agreements_stay_what_they_are(title: str, event: tuple[str, str]) -> None:
    assert told(title) == [event]


@pytest.mark.parametrize(
    "title", ["Macron respalda el plan de paz de Trump", "Kiev respaldó el presunto acuerdo de los emisarios"]
)
def test_support_is_a_stance_and_no_agreement(title: str) -> None:
    assert told(title) == [("proposal", "held")]


def test_a_coming_meeting_of_the_lead_is_not_the_one_after_which_something_changed() -> None:
    title = "El plan pasa de 30 a 20 puntos tras las conversaciones de Ginebra"
    text = "Zelenski adelantó que discutirá lo demás con Trump."
    assert told(title, text)[0] == ("meeting", "held")


def test_a_call_that_is_only_spoken_of_does_not_take_the_day_of_another_verb() -> None:
    text = "Ushakov criticó este martes la filtración de sus conversaciones telefónicas con Witkoff."
    assert told("El Kremlin se queja", text) == []


@pytest.mark.parametrize(
    "title",
    [
        "Zelenski mantuvo un encuentro con la prensa en Kiev",
        "Zelenski conversó el lunes con periodistas en Kiev",
        "Vance se reunió con un grupo de periodistas en Roma",
    ],
)
def test_who_talks_to_the_press_negotiates_with_nobody(title: str) -> None:
    assert told(title) == []


@pytest.mark.parametrize(
    "title",
    [
        "La cumbre con los medios estatales rusos presentes se celebró en Ankara",
        "El encuentro de Putin y Modi con periodistas presentes se celebró en Ankara",
    ],
)
def test_where_the_press_looks_on_others_meet(title: str) -> None:
    assert told(title) == [("meeting", "held")]


def test_dialogues_are_talks() -> None:
    assert told("Rusia y Ucrania inician diálogos en Ankara") == [("meeting", "in_progress")]
    assert days_of("Novedades", "Concluyó este martes la primera jornada de diálogos en Ankara.") == [
        ("meeting", "2026-01-13")
    ]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("La ronda de negociaciones trilaterales se celebrará el domingo", {"Rusia", "Ucrania", "Estados Unidos"}),
        ("El Kremlin confirma otra reunión a tres bandas en Ankara", {"Rusia", "Ucrania", "Estados Unidos"}),
        (
            "Zelenski se reúne con Merz y Macron en una cita trilateral",
            {"Volodímir Zelenski", "Friedrich Merz", "Emmanuel Macron"},
        ),
    ],
)
def test_talks_of_three_are_those_of_the_war_and_their_mediator(title: str, expected: set[str]) -> None:
    assert [set(event.actors) for event in events_of(title)] == [expected]


def test_talks_of_three_others_are_theirs() -> None:
    title = "La reunión trilateral de los ministros de Pesca nórdicos se celebró en Oslo"
    assert [event.actors for event in events_of(title)] == [()]


def test_europe_that_opens_a_title_acts() -> None:
    (event,) = events_of("Europa se acerca a Vance y prepara un plan de diez puntos")
    assert (event.type, event.status, event.actors) == ("proposal", "in_progress", ("Unión Europea",))
    assert "Unión Europea" not in events_of("Vance y Umérov se reúnen en Europa")[0].actors


def test_one_who_sits_down_meets_nobody_that_is_named() -> None:
    assert told("Frente a él se sentó este lunes Budánov") == []
    assert told("Rusia y Ucrania se sientan a la mesa en Ankara") == [("meeting", "held")]


def test_who_denies_that_a_meeting_is_prepared_denies_the_meeting() -> None:
    (event,) = events_of("Moscú desmiente la preparación de una reunión con Kiev en Ankara")
    assert (event.type, event.status, set(event.actors)) == ("meeting", "denied", {"Rusia", "Ucrania"})
