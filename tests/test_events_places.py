"""Where and on what day an event is, and what is frozen: each word is told of its own noun only."""

import pytest

from tests.happening import days_of, events_of, told

IN_DECEMBER = "2025-12-10T12:00"


@pytest.mark.parametrize(
    "title",
    [
        "La UE trata los activos congelados de Rusia en una reunión con Zelenski en Oslo",
        "Zelenski y Macron abordaron en una reunión en Oslo los fondos rusos congelados",
        "Zelenski y Vance se reunieron en Oslo y hablaron de congelar la línea del frente",
    ],
)
def test_frozen_assets_and_lines_cancel_no_meeting(title: str) -> None:
    assert told(title)[0] == ("meeting", "held")


@pytest.mark.parametrize(
    "title",
    [
        "Congeladas las conversaciones entre Rusia y Ucrania en Ankara",
        "Rusia congela el diálogo con la UE por los activos congelados",
    ],
)
def test_frozen_talks_are_cancelled(title: str) -> None:
    assert told(title) == [("meeting", "cancelled")]


@pytest.mark.parametrize(
    "title",
    [
        "Zelenski se reunió con Macron para revisar el plan de Washington",
        "Zelenski se reunió con Macron y le pidió el fin del memorando de Budapest",
        "Putin y Vance hablaron de los acuerdos de Minsk",
    ],
)
def test_the_name_of_a_document_is_no_place(title: str) -> None:
    assert {event.place for event in events_of(title)} == {None}


def test_the_place_of_a_meeting_stays_its_place() -> None:
    assert events_of("La cumbre de Budapest acabó sin Trump ni Putin")[0].place == "Budapest"


def test_a_relative_clause_ends_where_the_main_verb_comes() -> None:
    text = (
        "Los delegados ucranianos que el lunes se reunieron en Ankara durante horas con Witkoff y "
        "Kushner presentarán este jueves a Zelenski el borrador."
    )
    meeting, proposal = events_of("El informe", text)
    assert (meeting.place, meeting.date) == ("Ankara", "2026-01-12")
    assert (proposal.type, proposal.place, proposal.date) == ("proposal", None, "2026-01-15")


@pytest.mark.parametrize(
    "title",
    [
        "Zelenski se reúne con Witkoff en busca de un acuerdo antes de Navidad",
        "Vance quiere un acuerdo antes de Navidad y recibe a Zelenski en Oslo",
        "Zelenski y Witkoff se reúnen en Oslo para preparar la cumbre del jueves",
        "Zelenski y Witkoff se reúnen en Oslo para llegar a un acuerdo antes del viernes",
    ],
)
def test_the_day_of_a_term_or_a_purpose_is_not_that_of_the_meeting(title: str) -> None:
    assert [day for kind, day in days_of(title, at=IN_DECEMBER) if kind == "meeting"] == [None]


def test_the_day_of_an_ultimatum_is_that_of_the_agreement() -> None:
    assert days_of("Ultimátum de Vance: acuerdo antes del 20 de diciembre", at=IN_DECEMBER) == [
        ("agreement", "2025-12-20")
    ]


def test_a_purpose_ends_where_the_main_verb_comes() -> None:
    title = "La ronda de Rusia y Ucrania para buscar la paz se celebrará el jueves en Ankara"
    assert [(event.status, event.date, event.place) for event in events_of(title)] == [
        ("planned", "2026-01-15", "Ankara")
    ]


@pytest.mark.parametrize(
    "title",
    [
        "Rusia y Ucrania se reunieron en Ankara, la primera vez desde que empezó la guerra, en 2022",
        "Rusia y Ucrania se reunieron en Ankara para hablar del conflicto iniciado en 2022",
        "Rubio y Lavrov abordaron en una reunión en Oslo la invasión lanzada en febrero de 2022",
    ],
)
def test_the_beginning_of_the_war_is_not_the_day_of_a_meeting(title: str) -> None:
    assert [(event.status, event.date) for event in events_of(title)] == [("held", None)]


def test_a_meeting_of_years_ago_is_background() -> None:
    assert told("Putin y Zelenski se reunieron en París en 2019") == [("meeting", "background")]


def test_a_journey_is_made_for_the_day_of_the_meeting() -> None:
    title = "Witkoff viaja a Moscú para verse el jueves con Putin"
    assert days_of(title, at=IN_DECEMBER) == [("visit", "2025-12-11"), ("meeting", "2025-12-11")]


def test_who_comes_to_an_agreement_does_not_travel() -> None:
    assert "visit" not in {kind for kind, _ in told("Rusia y Ucrania llegaron a un acuerdo en Oslo")}
    assert told("Mil cuerpos viajaron el jueves a Kiev") == []


def test_talks_that_go_on_are_in_progress() -> None:
    assert told("Ucrania continúa en Oslo las negociaciones con Rusia") == [("meeting", "in_progress")]


def test_who_proposes_to_talk_at_a_summit_has_not_been_there() -> None:
    assert ("meeting", "possible") in told("Zelenski propone ceder y negociar en una cumbre con Putin")


def test_a_day_behind_what_a_meeting_was_for_is_that_of_the_meeting() -> None:
    title = "Rubio y Umérov se reunieron para hablar de las garantías el domingo en Oslo"
    assert days_of(title) == [("meeting", "2026-01-11")]
    title = "Rubio y Umérov se reunieron en Oslo para preparar una cumbre el domingo"
    assert days_of(title)[0] == ("meeting", None)


def test_since_when_is_the_day_of_what_is_told_there() -> None:
    title = "Desde que Rubio y Umérov se reunieron el lunes en Oslo, hay silencio"
    assert days_of(title) == [("meeting", "2026-01-12")]


def test_an_agreement_that_has_a_name_only_is_signed_nonetheless() -> None:
    text = "Las partes firmaron el acuerdo de Oslo en la capital noruega."
    assert [(event.type, event.status, event.place) for event in events_of("La paz", text)] == [
        ("agreement", "held", None)
    ]


def test_who_came_without_an_agreement_has_travelled() -> None:
    assert ("visit", "held") in told("Rubio llegó a Ankara sin acuerdo con Lavrov")
    assert "visit" not in {kind for kind, _ in told("Rubio y Lavrov llegaron ayer a un acuerdo en Ankara")}
