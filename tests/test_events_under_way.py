"""What is still going on, and what is only meant: purposes change nothing of what has happened."""

import pytest

from tests.happening import events_of, told


@pytest.mark.parametrize(
    "title",
    [
        "Rubio recibe a Umérov en Oslo para negociar la paz",
        "Witkoff se ve con Dmítriev en Miami para preparar la cumbre",
        "Zelenski se reunió en Roma con Witkoff para mantener conversaciones",
        "Lavrov y Rubio se reunieron en Oslo para una ronda de consultas",
        "Macron y Zelenski se vieron en París con el fin de negociar las garantías",
        "Zelenski se reunió en Roma con Vance antes de verse con Witkoff",
    ],
)
def test_what_a_meeting_is_for_makes_no_plan_of_it(title: str) -> None:
    assert told(title) == [("meeting", "held")]


def test_what_is_only_named_as_a_purpose_is_no_event() -> None:
    text = "Los aliados se reúnen este martes en Oslo para avanzar en garantías ante un alto el fuego."
    assert [event.type for event in events_of("Cita de los aliados", text)] == ["meeting"]


def test_the_adverb_of_an_idiom_is_no_verb() -> None:
    text = "Kiev confirmó este martes contactos con Washington para sacar adelante un acuerdo."
    assert "agreement" not in {event.type for event in events_of("Contactos", text)}


@pytest.mark.parametrize(
    "title",
    [
        "La reunión entre Rubio y Lavrov se lleva a cabo en Oslo",
        "La reunión de Rubio con Lavrov lleva ya dos horas",
        "La charla entre Rubio y Lavrov lleva más de tres horas",
        "El encuentro de Rubio y Lavrov, que tiene lugar en Oslo, es a puerta cerrada",
        "La ronda de Rusia y Ucrania se celebra en Ankara",
        "La reunión de Rubio y Lavrov transcurre en Oslo",
        "La reunión de Rubio y Lavrov se celebra con cada delegación en su sala",
        "Rubio y Lavrov siguen reunidos en Oslo",
    ],
)
def test_a_meeting_told_as_lasting_is_in_progress(title: str) -> None:
    assert told(title) == [("meeting", "in_progress")]


@pytest.mark.parametrize(
    "title",
    [
        "La reunión entre Rubio y Lavrov se llevó a cabo en Oslo",
        "La ronda de Rusia y Ucrania se celebró en Ankara",
        "La reunión de Rubio con Lavrov duró tres horas",
        "Concluye la reunión entre Rubio y Lavrov en Oslo",
        "Rubio y Lavrov acaban una reunión «útil» en Oslo",
        "Termina la ronda de Ankara",
    ],
)
def test_a_meeting_that_is_over_was_held(title: str) -> None:
    assert told(title) == [("meeting", "held")]


def test_who_met_yesterday_and_goes_on_today_is_still_meeting() -> None:
    title = "Umérov se vio el lunes con los rusos en Ankara y hoy siguen las conversaciones"
    assert told(title) == [("meeting", "held"), ("meeting", "in_progress")]


def test_another_subject_with_its_own_verb_opens_a_clause() -> None:
    title = "Umérov se reunió con los rusos el lunes, y las conversaciones continuarán este miércoles"
    assert [(event.status, event.date) for event in events_of(title)] == [
        ("held", "2026-01-12"),
        ("planned", "2026-01-14"),
    ]


@pytest.mark.parametrize(
    ("title", "status"),
    [
        ("Dmítriev se dirige a Oslo", "in_progress"),
        ("Witkoff viaja a Moscú", "in_progress"),
        ("Witkoff va camino de Moscú", "in_progress"),
        ("Witkoff viaja el jueves a Moscú", "planned"),
        ("Witkoff viajará a Moscú", "planned"),
        ("Witkoff viajó a Moscú", "held"),
        ("Witkoff llega a Moscú", "held"),
        ("Zelenski visita Oslo", "held"),
    ],
)
def test_who_is_on_the_way_has_not_been_there(title: str, status: str) -> None:
    assert told(title) == [("visit", status)]


@pytest.mark.parametrize(
    "title", ["Dmítriev se dirige a Oslo para una reunión con Witkoff", "Dmítriev viaja a Oslo para verse con Witkoff"]
)
def test_whom_a_traveller_is_to_meet_does_not_travel(title: str) -> None:
    visit, meeting = events_of(title)
    assert (visit.status, visit.actors, visit.place) == ("in_progress", ("Kirill Dmitriev",), "Oslo")
    assert (meeting.status, set(meeting.actors)) == ("planned", {"Kirill Dmitriev", "Steve Witkoff"})


@pytest.mark.parametrize("title", ["Rubio parte el domingo hacia Oslo", "Rubio parte el domingo rumbo a Oslo"])
def test_who_left_days_ago_has_been_there(title: str) -> None:
    assert told(title) == [("visit", "held")]


@pytest.mark.parametrize(
    "title",
    ["Rubio se dirigió a Putin en un mensaje en Oslo", "Se dirigió a Lavrov en Oslo", "Rubio se dirige a Putin"],
)
def test_who_speaks_to_somebody_does_not_travel(title: str) -> None:
    assert told(title) == []


@pytest.mark.parametrize("title", ["Rubio se dirigió hacia Oslo", "Rubio se dirigió al Kremlin"])
def test_who_made_for_a_place_has_been_there(title: str) -> None:
    assert told(title) == [("visit", "held")]


@pytest.mark.parametrize(
    "title", ["Rubio y Lavrov se reúnen antes del viernes en Oslo", "Rubio viaja antes del viernes a Oslo"]
)
def test_what_comes_before_a_day_to_come_is_planned_on_no_day(title: str) -> None:
    assert [(event.status, event.date, event.place) for event in events_of(title)] == [("planned", None, "Oslo")]


@pytest.mark.parametrize(
    "title",
    [
        "La cumbre de Ankara lleva horas de retraso",
        "La llamada de Putin y Macron tiene lugar cada lunes",
        "La reunión de Rubio y Lavrov se celebra todos los lunes",
    ],
)
def test_what_is_late_or_a_habit_is_not_in_progress(title: str) -> None:
    assert "in_progress" not in {status for _, status in told(title)}


def test_who_leads_a_meeting_does_not_travel() -> None:
    assert told("Rubio dirige en Oslo la reunión con Umérov") == [("meeting", "held")]


@pytest.mark.parametrize(
    ("title", "event"),
    [
        ("Rubio y Lavrov se reúnen este martes en Oslo", ("meeting", "in_progress")),
        ("Rubio recibe hoy en Oslo a Umérov", ("meeting", "in_progress")),
        ("Rubio y Lavrov se reúnen el jueves en Oslo", ("meeting", "planned")),
        ("Rubio y Lavrov se reunieron este martes en Oslo", ("meeting", "held")),
        ("Rubio y Lavrov se reúnen en Oslo", ("meeting", "held")),
    ],
)
def test_a_meeting_told_in_the_present_on_its_day_may_not_be_over(title: str, event: tuple[str, str]) -> None:
    assert told(title) == [event]
