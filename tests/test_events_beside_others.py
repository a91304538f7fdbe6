"""What stands beside another event: each keeps its own status, parties, day and place."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from talks.reading.reader import load_reader
from talks.types import Article, EventMention

TUESDAY = datetime(2025, 11, 18, 16, tzinfo=UTC)


def told(title: str, lead: str = "") -> tuple[EventMention, ...]:
    return load_reader().read(Article("1", "Diario", "", title, lead, TUESDAY)).events


def kinds(title: str, lead: str = "") -> set[tuple[str, str]]:
    return {(event.type, event.status) for event in told(title, lead) if event.type != "statement"}


def first(title: str, lead: str = "") -> EventMention:
    return min(told(title, lead), key=lambda event: event.start)


@pytest.mark.parametrize(
    "title",
    [
        "Macron y Putin se reúnen tres horas en Estambul y dejan en el aire la cumbre",
        "Umérov y Medinski se reúnen en Ankara y dejan en suspenso la cita de los presidentes",
        "Merz recibe a Zelenski en Berlín y deja aplazada la conferencia de paz",
    ],
)
def test_who_meets_and_leaves_another_meeting_in_the_air_has_met(title: str) -> None:
    meeting, other, *_ = sorted(told(title), key=lambda event: event.start)
    assert (meeting.status, len(meeting.actors)) == ("held", 2)
    assert (other.status, other.actors, other.date) == ("cancelled", (), None)


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        ("Moscú rechaza una tregua previa a la cumbre", "Ushakov rechazó este martes una tregua antes de la cita."),
        ("Kiev descarta ceder territorio antes de la ronda de Ankara", "Zelenski descartó este martes ceder nada."),
        ("Putin rechaza el plan de cara a la reunión de Budapest", "Putin rechazó este martes el plan de Trump."),
    ],
)
def test_what_is_refused_before_a_meeting_is_not_the_meeting(title: str, lead: str) -> None:
    assert ("meeting", "denied") not in kinds(title, lead)
    assert ("rejection", "held") in kinds(title, lead)


@pytest.mark.parametrize(
    "title", ["El Kremlin desmiente los preparativos de una cumbre", "Kiev niega la preparación de la cita con Putin"]
)
def test_who_denies_that_a_meeting_is_prepared_denies_the_meeting(title: str) -> None:
    assert ("meeting", "denied") in kinds(title)


@pytest.mark.parametrize(
    ("lead", "day"),
    [
        ("El canje de mil presos por mil pactado este martes en Estambul es un gesto de Rusia, dijo Medinski.", None),
        ("La reunión de Zelenski con Merz acordada el lunes será breve.", None),
        ("La visita de Witkoff a Moscú anunciada ayer durará dos días.", None),
        ("Rusia y Ucrania canjearon este martes mil presos por mil.", "2025-11-18"),
        ("Kiev ha pactado este martes con Moscú un canje de mil presos.", "2025-11-18"),
    ],
)
def test_the_day_on_which_it_was_agreed_is_not_its_day(lead: str, day: str | None) -> None:
    days = {event.date for event in told("La guerra", lead) if event.type in ("meeting", "visit", "exchange")}
    assert days <= {day}


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Rusia y Ucrania aceptan una tregua energética a partir del 2 de diciembre", ("agreement", "held", None)),
        ("Kiev y Moscú acuerdan suspender los ataques desde el 1 de diciembre", ("agreement", "held", None)),
        ("Rusia y Ucrania firmarán el acuerdo el 2 de diciembre", ("agreement", "planned", "2025-12-02")),
    ],
)
def test_what_is_agreed_today_may_begin_another_day(title: str, expected: tuple[str, str, str | None]) -> None:
    agreements = [event for event in told(title) if event.type == "agreement"]
    assert [(event.type, event.status, event.date) for event in agreements] == [expected]


@pytest.mark.parametrize(
    "lead",
    [
        "El plan de veinte puntos no gusta a nadie, reconoció este martes Serguéi Lavrov.",
        "El presidente ruso, Vladímir Putin, comentó este martes el plan de veinte puntos de Washington.",
        "Zelenski agradeció este martes la iniciativa del papa y pidió más presión.",
        "Con estas palabras, Trump dio ayer por bueno el acuerdo de paz que aún nadie ha visto.",
        "Costa confía en que este martes haya avances para un acuerdo.",
    ],
)
def test_a_plan_that_is_only_spoken_of_on_a_day_is_no_plan_of_that_day(lead: str) -> None:
    assert not [event for event in told("La guerra", lead) if event.type in ("proposal", "agreement") and event.date]


def test_a_joint_statement_is_an_agreement_of_its_day() -> None:
    lead = "Diez capitales se comprometieron este martes, en una declaración conjunta, a enviar soldados a Ucrania."
    assert ("agreement", "held", "2025-11-18") in {(e.type, e.status, e.date) for e in told("La guerra", lead)}


@pytest.mark.parametrize(
    ("lead", "is_news"),
    [
        ("Lavrov lamentó que nadie aplique las propuestas que la Casa Blanca presentó en Anchorage.", False),
        ("El plan que entregó Witkoff en agosto sigue sobre la mesa, según Peskov.", False),
        ("La contrapropuesta que Kiev envió este martes a Washington tiene veinte puntos.", True),
    ],
)
def test_a_plan_that_somebody_once_presented_is_known(lead: str, is_news: bool) -> None:
    held = [event for event in told("La guerra", lead) if event.type == "proposal" and event.status == "held"]
    assert bool(held) is is_news


@pytest.mark.parametrize(
    ("title", "status"),
    [
        ("La cita de Putin y Macron está acordada, según Ushakov", "planned"),
        ("El encuentro de Zelenski y Merz queda pactado para diciembre", "planned"),
        ("Moscú y Washington han pactado en principio una reunión de sus presidentes", "planned"),
    ],
)
def test_a_meeting_that_is_agreed_on_is_planned(title: str, status: str) -> None:
    assert (first(title).type, first(title).status) == ("meeting", status)


def test_to_agree_that_contacts_go_on_is_no_agreement() -> None:
    assert "agreement" not in {kind for kind, _ in kinds("Trump y Putin acuerdan que los contactos sigan en diciembre")}


@pytest.mark.parametrize(
    "title",
    ["Hora y media de llamada entre Macron y Putin", "Cuarenta minutos de conversación telefónica entre Merz y Trump"],
)
def test_a_title_without_verb_that_tells_how_long_it_was_tells_that_it_was(title: str) -> None:
    assert ("call", "held") in kinds(title)


def test_a_title_without_verb_and_length_leaves_it_open() -> None:
    assert ("meeting", "held") not in kinds("Cumbre de Zelenski y Merz en Berlín")


@pytest.mark.parametrize(
    "lead",
    [
        "Cinco niños se reunieron con sus familias en Kiev gracias a Catar, anunció Lubinets.",
        "Los presos liberados por Rusia se encontraron con sus padres en la frontera de Ucrania.",
    ],
)
def test_who_comes_home_meets_nobody_to_negotiate(lead: str) -> None:
    assert "meeting" not in {kind for kind, _ in kinds("La guerra", lead)}


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Kellogg adelanta que verá a Lavrov el jueves en Doha", ("meeting", "planned", "2025-11-20")),
        ("Zelenski verá al canciller Merz el 2 de diciembre en Berlín", ("meeting", "planned", "2025-12-02")),
    ],
)
def test_who_will_see_somebody_meets_him(title: str, expected: tuple[str, str, str]) -> None:
    assert expected in {(event.type, event.status, event.date) for event in told(title)}


@pytest.mark.parametrize("title", ["Putin no verá cumplido su plan", "Kiev verá mañana si Moscú cumple"])
def test_who_will_see_something_meets_nobody(title: str) -> None:
    assert "meeting" not in {kind for kind, _ in kinds(title)}


@pytest.mark.parametrize(
    ("title", "is_refusal"),
    [
        ("Las fechas de la próxima ronda aún no se han acordado, dice Peskov", False),
        ("Kiev no acepta la propuesta de Trump", True),
        ("Moscú no aceptará el plan europeo", True),
    ],
)
def test_a_date_that_is_not_agreed_on_is_refused_by_nobody(title: str, is_refusal: bool) -> None:
    assert (("rejection", "held") in kinds(title)) is is_refusal


def test_a_dialogue_that_is_taken_up_again_is_not_called_off() -> None:
    assert ("meeting", "cancelled") not in kinds("Moscú y Washington restablecen el diálogo, suspendido desde 2021")
    assert ("meeting", "cancelled") in kinds("El diálogo de Moscú y Washington, suspendido por orden de Trump")


@pytest.mark.parametrize(
    "title", ["Rusia rompe la tregua energética con cien drones", "Un ataque ruso dinamita la tregua, dice Zelenski"]
)
def test_a_broken_truce_has_failed(title: str) -> None:
    assert ("ceasefire", "failed") in kinds(title)


def test_what_happens_on_the_eve_of_a_meeting_is_not_where_the_meeting_is() -> None:
    events = told("Moscú ataca Kiev un día antes de la cita de Ankara, lo que rompe la tregua acordada con Trump")
    meeting = next(event for event in events if event.type == "meeting")
    assert (meeting.place, meeting.actors) == ("Ankara", ())


def test_the_town_on_whose_eve_they_meet_is_not_where_they_meet() -> None:
    assert first("Vance reúne en Londres a los negociadores de Zelenski antes de Alaska").place == "Londres"


def test_days_that_are_listed_are_the_days_of_one_truce() -> None:
    truce = next(e for e in told("La guerra", "Habrá un alto el fuego los días 9, 10 y 11 de diciembre.") if e.date)
    assert (truce.date, truce.end_date) == ("2025-12-09", "2025-12-11")


def test_days_of_two_truces_are_not_one() -> None:
    lead = "La tregua regirá el 9 de diciembre, y no el 24 de diciembre como pedía Kiev."
    truce = next(event for event in told("La guerra", lead) if event.date)
    assert (truce.date, truce.end_date) == ("2025-12-09", None)


@pytest.mark.parametrize(
    ("title", "lead", "status"),
    [
        ("Moscú y Ankara retoman los contactos", "Rusos y turcos se reunieron el lunes en Ankara.", "held"),
        ("Moscú y Ankara retoman los contactos", "Rusos y turcos se reúnen hoy en Ankara.", "in_progress"),
    ],
)
def test_what_was_held_yesterday_is_not_under_way(title: str, lead: str, status: str) -> None:
    assert first(title, lead).status == status


def test_who_is_still_ready_to_meet_offers_nothing_new() -> None:
    assert ("meeting", "possible") not in kinds("Moscú sigue dispuesta a un encuentro con Zelenski")
    assert ("meeting", "possible") in kinds("Moscú, dispuesta a un encuentro con Zelenski")


def test_arrangements_that_begin_are_no_meeting_under_way() -> None:
    assert ("meeting", "planned") in kinds("Trump dice que comenzó los arreglos para una reunión con Putin")


def test_a_place_that_is_named_is_no_appointment() -> None:
    assert "appointment" not in {kind for kind, _ in kinds("Putin nombró a Turquía como lugar adecuado para la cumbre")}
    assert ("appointment", "held") in kinds("Putin nombró a Medinski jefe de la delegación")


def test_a_referendum_about_an_agreement_is_no_agreement() -> None:
    lead = "Zelenski quiere convocar el 2 de diciembre un referéndum sobre el acuerdo de paz."
    assert "agreement" not in {kind for kind, _ in kinds("La guerra", lead)}


def test_a_number_behind_the_name_of_a_treaty_is_nobody() -> None:
    lead = "Los negociadores hablaron en Viena del sucesor del START III, dijo Serguéi Riabkov."
    people = load_reader().read(Article("1", "Diario", "", "La guerra", lead, TUESDAY)).people
    assert [person.name for person in people] == ["Serguéi Riabkov"]


@pytest.mark.parametrize(
    "lead",
    [
        "El impulso que la cumbre de Ankara dio al diálogo se ha agotado, lamentó este martes Serguéi Riabkov.",
        "El canciller Lavrov dejó claro este martes que Putin está dispuesto a reunirse con Zelenski.",
        "Merz reveló este martes la llamada de Trump a Putin.",
    ],
)
def test_the_day_on_which_somebody_speaks_of_it_is_not_its_day(lead: str) -> None:
    assert not [event for event in told("La guerra", lead) if event.type in ("meeting", "call") and event.date]


def test_they_spoke_by_telephone_where_the_lead_says_so() -> None:
    lead = "Trump y Putin se reunirán en Riad, según anunció el primero tras una larga charla telefónica."
    assert first("Trump habló dos horas con Putin y anunció una cumbre", lead).type == "call"


@pytest.mark.parametrize(
    ("title", "status"),
    [
        ("Trump amenaza a Moscú con nuevas sanciones si no hay tregua", "possible"),
        ("Washington amenazó este martes con imponer sanciones a Rusia", "possible"),
        ("Washington sancionará a Rusia si Putin no acepta la tregua", "possible"),
        ("Washington sancionará a Rusia el 2 de diciembre", "planned"),
    ],
)
def test_a_threat_is_no_plan(title: str, status: str) -> None:
    assert ("sanctions", status) in kinds(title)
