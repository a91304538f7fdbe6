"""What the line above an alert says: the kind, the status and the day of what a headline tells."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from talks.news.ledger import Ledger
from talks.reading.reader import load_reader
from talks.types import Article, EventMention
from tests.test_stories import features

TUESDAY = datetime(2025, 11, 18, 16, tzinfo=UTC)


def first_told(title: str, lead: str) -> EventMention:
    """The first event of the article, which is the title's where that tells one."""
    events = load_reader().read(Article("1", "Diario", "", title, lead, TUESDAY)).events
    return min(events, key=lambda event: event.start)


def line_of(title: str, lead: str) -> tuple[str, str, str | None]:
    event = first_told(title, lead)
    return event.type, event.status, event.date


CALL = "Los presidentes de Francia, Emmanuel Macron, y de Rusia, Vladímir Putin, conversaron este martes por teléfono."
EXCHANGE = (
    "Rusia y Ucrania intercambiaron este martes ochenta prisioneros por bando, la primera parte de un canje mayor."
)
ROUND = "Las delegaciones de Rusia y Ucrania terminaron este martes en Ginebra su ronda sin acuerdo y volverán a verse."
BERLIN = (
    "Ucrania y Estados Unidos cerraron este martes en Berlín dos días de conversaciones sin fecha para las próximas."
)
HALT = "Ucrania da por suspendidas hasta finales de diciembre las conversaciones con Rusia, según el viceministro."


@pytest.mark.parametrize(
    ("title", "lead", "expected"),
    [
        ("Macron y Putin hablan dos horas sobre Ucrania", CALL, ("call", "held", "2025-11-18")),
        ("Macron y Putin conversan antes de la cumbre de Estambul", CALL, ("call", "held", "2025-11-18")),
        ("Rusia y Ucrania canjean 80 presos; mañana, otros 120", EXCHANGE, ("exchange", "held", "2025-11-18")),
        ("La ronda acaba sin acuerdo; seguirán el 2 de diciembre", ROUND, ("meeting", "failed", "2025-11-18")),
        ("Acaba la cita de Berlín, sin fecha para otra", BERLIN, ("meeting", "held", "2025-11-18")),
        ("Kiev suspende las negociaciones hasta enero", HALT, ("meeting", "cancelled", None)),
    ],
)
def test_kind_status_and_day_are_those_of_what_the_headline_tells(
    title: str, lead: str, expected: tuple[str, str, str | None]
) -> None:
    assert line_of(title, lead) == expected


@pytest.mark.parametrize(
    ("title", "lead", "expected"),
    [
        ("Rusia y Ucrania canjearán mañana 120 presos", "", ("exchange", "planned", "2025-11-19")),
        ("Macron y Putin hablan en París", "Macron recibió a Putin este martes.", ("meeting", "held", "2025-11-18")),
        ("Kiev suspende la ronda prevista para el 2 de diciembre", "", ("meeting", "cancelled", "2025-12-02")),
    ],
)
def test_a_day_to_come_is_kept_where_it_is_meant(title: str, lead: str, expected: tuple[str, str, str]) -> None:
    assert line_of(title, lead) == expected


@pytest.mark.parametrize("chance", ["aún hay opciones para", "queda margen para", "hay una buena oportunidad para"])
def test_a_chance_is_no_meeting_yet(chance: str) -> None:
    assert first_told(f"Trump cree que {chance} la cumbre con Putin en Budapest", "").status == "possible"


def test_who_offers_a_seat_plans_nothing_yet() -> None:
    lead = "Erdogan ofreció este martes su capital como sede de otras conversaciones de paz con Moscú."
    meetings = [event for event in load_reader().read(Article("1", "D", "", "Ankara", lead, TUESDAY)).events]
    assert {event.status for event in meetings if event.type == "meeting"} == {"possible"}


@pytest.mark.parametrize(
    "title",
    [
        "El plan de Washington veta a Kiev en la OTAN",
        "La propuesta descarta tropas europeas en Ucrania",
        "Peskov: sería incorrecto decir que Putin rechazó la oferta de Trump",
    ],
)
def test_what_a_text_excludes_or_nobody_did_is_no_refusal(title: str) -> None:
    events = load_reader().read(Article("1", "Diario", "", title, "Nada más.", TUESDAY)).events
    assert not [event for event in events if event.type == "rejection" and event.status == "held"]


@pytest.mark.parametrize("title", ["Putin rechaza el plan de Trump", "El plan de Trump lo rechaza Putin"])
def test_who_refuses_a_text_is_a_refusal(title: str) -> None:
    assert line_of(title, "Nada más.")[:2] == ("rejection", "held")


def test_the_day_of_what_went_before_is_not_that_of_a_plan() -> None:
    lead = "Kiev prepara un canje de 500 presos tras las consultas de esta semana en Turquía, anunció Umérov."
    [exchange] = [e for e in load_reader().read(Article("1", "D", "", "Umérov", lead, TUESDAY)).events if "x" in e.type]
    assert exchange.date is None


def test_a_town_of_the_state_is_the_same_place() -> None:
    lead = "Marco Rubio y una delegación de Ucrania se reunieron este lunes en Hallandale Beach."
    assert line_of("Rubio se reúne en Florida con los ucranianos", lead)[2] == "2025-11-17"


def test_talks_without_names_are_the_last_ones_at_that_place() -> None:
    told = features(
        "Rubio se reunió con Umérov en Florida", "Marco Rubio recibió a Rustem Umérov este martes en Florida."
    )
    again = features("Las conversaciones de Florida fueron útiles", "Fueron útiles.", hours=20)
    ledger = Ledger()
    ledger.add(told.events, told.published.date())
    assert [ledger.find(claim, again.published.date()) is not None for claim in again.events] == [True]


TRUCE = "Vladímir Putin anunció este martes una tregua de dos días que empezará el sábado."


@pytest.mark.parametrize(
    ("title", "lead", "expected"),
    [
        ("Putin anuncia una tregua de dos días", TRUCE, ("ceasefire", "planned", "2025-11-22")),
        ("Putin declara hoy una tregua hasta el domingo", "", ("ceasefire", "held", None)),
        ("Entra en vigor la tregua entre Rusia y Ucrania", "Comenzó este martes.", ("ceasefire", "held", None)),
    ],
)
def test_a_truce_is_of_the_day_on_which_it_begins(title: str, lead: str, expected: tuple[str, str, str | None]) -> None:
    kind, status, day = line_of(title, lead)
    assert (kind, status) == expected[:2]
    assert day == expected[2] or expected[2] is None


def test_what_somebody_is_given_time_for_is_no_agreement() -> None:
    lead = "Donald Trump fijó este martes el viernes como límite para que Kiev acepte ese plan."
    events = load_reader().read(Article("1", "Diario", "", "Trump pone un plazo", lead, TUESDAY)).events
    assert "agreement" not in {event.type for event in events}


@pytest.mark.parametrize("day", ["esta semana", "este martes", "esta tarde"])
def test_this_is_no_verb(day: str) -> None:
    lead = f"La delegación de Ucrania, que {day} descansa, no dijo nada."
    events = load_reader().read(Article("1", "Diario", "", "Silencio en Ankara", lead, TUESDAY)).events
    assert "visit" not in {event.type for event in events}
