"""What hangs on other words: negotiated texts, eves, promises, cancellations, and what was proposed before."""

import pytest

from tests.happening import days_of, events_of, told


@pytest.mark.parametrize(
    "title",
    [
        "Zelenski estudia el borrador que negoció con Moscú Washington",
        "Un misil cae en Dnipró mientras Washington negocia con Moscú",
        "El plan de la Casa Blanca genera debate en Kiev",
    ],
)
def test_how_a_text_came_about_or_is_discussed_is_no_meeting(title: str) -> None:
    assert "meeting" not in [kind for kind, _ in told(title)]


@pytest.mark.parametrize(
    "title", ["Rusia y Ucrania negociaron en Oslo", "Witkoff y Umérov negocian en Ginebra con el enviado turco"]
)
def test_who_negotiates_somewhere_meets(title: str) -> None:
    assert told(title)[0][0] == "meeting"


@pytest.mark.parametrize(
    ("title", "meetings"),
    [
        ("Putin recibió a Witkoff en vísperas de la ronda de Ginebra", ["held", "planned"]),
        ("Lavrov recibió a Fidan en la víspera de la cumbre de Ankara", ["held", "planned"]),
    ],
)
def test_what_is_on_the_eve_of_a_meeting_is_another_one(title: str, meetings: list[str]) -> None:
    assert [status for kind, status in told(title) if kind == "meeting"] == meetings


@pytest.mark.parametrize("who", ["Putin", "El líder ruso", "Moscú"])
def test_who_promises_alone_agrees_with_nobody(who: str) -> None:
    assert told(f"{who} se compromete a poner por escrito que no atacará Europa") == []


def test_many_who_commit_themselves_agree() -> None:
    assert told("Veinte países se comprometieron en París a enviar tropas a Ucrania")[0] == ("agreement", "held")


@pytest.mark.parametrize(
    ("title", "status"),
    [
        ("Ankara anuncia la cancelación de la cumbre de Oslo entre Trump y Putin", "cancelled"),
        ("Moscú confirma el aplazamiento de la ronda prevista en Ginebra con Kiev", "cancelled"),
        ("La suspensión de la cumbre entre Trump y Putin demuestra que Moscú gana tiempo", "background"),
    ],
)
def test_a_cancellation_is_news_where_somebody_makes_it_known(title: str, status: str) -> None:
    assert told(title)[0] == ("meeting", status)


@pytest.mark.parametrize(
    ("title", "status"),
    [
        ("Trump habla de paz tras anunciar un próximo encuentro con Lavrov en Oslo", "planned"),
        ("Zelenski viaja a Oslo tras proponer una cumbre con Putin en Ankara", "possible"),
        ("Trump habla de paz tras un encuentro con Putin en Budapest", "held"),
    ],
)
def test_after_a_meeting_was_announced_it_has_not_been(title: str, status: str) -> None:
    assert ("meeting", status) in told(title)


@pytest.mark.parametrize(
    "title",
    [
        "Moscú dice no a la pausa invernal y a la tregua que propuso Macron",
        "El Kremlin dijo no al plan que había propuesto Trump",
        "El Kremlin da un portazo al plan de Trump",
        "El Kremlin desechó el plan de Trump",
    ],
)
def test_a_no_is_a_refusal_and_what_was_proposed_before_is_known(title: str) -> None:
    assert [each for each in told(title) if each[0] in ("rejection", "proposal")] == [("rejection", "held")]


def test_what_is_proposed_in_a_relative_that_tells_more_is_news() -> None:
    assert ("proposal", "held") in told("Merz propone una tregua de un mes")


@pytest.mark.parametrize(
    "what", ["una tregua el 20 de enero", "reunirse el 25 de enero", "un alto el fuego el 1 de febrero"]
)
def test_a_refusal_is_of_now_whatever_day_is_refused(what: str) -> None:
    refusals = [each for each in events_of(f"El Kremlin rechaza {what}") if each.type == "rejection"]
    assert all((each.status, each.date) == ("held", None) for each in refusals)


@pytest.mark.parametrize(
    "title",
    [
        "Ginebra, y no Oslo ni Ankara, acogerá el viernes la ronda de Rusia y Ucrania",
        "Ginebra, y no Oslo, acogerá el viernes la ronda de Rusia y Ucrania",
    ],
)
def test_a_place_that_is_ruled_out_denies_nothing_of_the_other(title: str) -> None:
    event = events_of(title)[0]
    assert (event.type, event.status) == ("meeting", "planned")
    assert event.place not in ("Oslo", "Ankara")


@pytest.mark.parametrize(
    "text",
    [
        "Trump y Zelenski salieron el domingo sonrientes y sin acuerdo.",
        "Rusos y ucranianos se levantaron el lunes de la mesa sin acuerdo.",
    ],
)
def test_who_leaves_without_an_agreement_made_none_on_that_day(text: str) -> None:
    assert ("agreement", "held") not in told("La cita de Florida", text)


def test_an_exchange_that_is_taken_up_again_has_no_day_of_the_one_who_says_so() -> None:
    title = "Zelenski ha asegurado este martes que los canjes de prisioneros con Rusia se retomarán pronto"
    assert days_of(title) == [("exchange", None)]


@pytest.mark.parametrize(
    "lead",
    [
        "El presidente ucraniano, Volodímir Zelenski, estará mañana en Turquía.",
        "Volodímir Zelenski va a estar mañana en Turquía para mover el diálogo.",
        "Volodímir Zelenski viajará mañana a Turquía.",
        "Volodímir Zelenski se reunirá mañana con Erdogan.",
    ],
)
def test_a_headline_in_the_present_is_of_the_day_that_the_lead_tells(lead: str) -> None:
    assert told("Zelenski viaja a Turquía", lead)[0] == ("visit", "planned")


@pytest.mark.parametrize(
    "text", ["El acuerdo estará en vigor en enero.", "Trump está en Florida.", "La cifra estará en duda."]
)
def test_to_be_is_no_journey_but_to_a_place_and_to_come(text: str) -> None:
    assert "visit" not in [kind for kind, _ in told("Las charlas siguen", text)]


@pytest.mark.parametrize("deed", ["trabajar sobre sus puntos", "estudiarlo en casa", "seguir hablando de él"])
def test_who_accepts_to_work_on_a_plan_has_not_agreed_to_it(deed: str) -> None:
    assert "agreement" not in [kind for kind, _ in told(f"Zelenski recibe el plan y acepta {deed}")]


@pytest.mark.parametrize(
    "deed",
    [
        "acepta la dimisión de su negociador",
        "aceptó este martes la renuncia de su jefe de gabinete",
        "acepta el relevo",
    ],
)
def test_who_accepts_that_somebody_leaves_agrees_to_no_terms(deed: str) -> None:
    assert "agreement" not in [kind for kind, _ in told(f"Zelenski {deed}")]


@pytest.mark.parametrize(
    "deed", ["acepta las garantías de Trump", "aceptó el acuerdo, y la renuncia al Donbás no está"]
)
def test_who_accepts_terms_agrees_to_them(deed: str) -> None:
    assert "agreement" in [kind for kind, _ in told(f"Zelenski {deed}")]


def test_who_accepts_the_plan_agrees_to_it() -> None:
    assert ("agreement", "held") in told("Zelenski acepta el plan de paz de Trump")
