"""What happened, will or may happen, and who says so; sentences written for these tests."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talks.lexicon.load import load_lexicon
from talks.reading.document import Document
from talks.reading.events import find_events
from talks.reading.people import find_mentions
from talks.reading.pipeline import build_nlp
from talks.reading.prepare import prepare
from talks.reading.quotes import find_quotes
from talks.types import DateMention, EventMention

LEXICON = load_lexicon()
NLP = build_nlp(LEXICON)
WEDNESDAY = datetime(2026, 2, 4, 12, tzinfo=UTC)


def events_of(title: str, text: str = "", **dates: str) -> tuple[EventMention, ...]:
    """`dates`: the expression, with low lines for spaces, and its value."""
    document = prepare(title, text, published=WEDNESDAY, nlp=NLP)
    mentions = find_mentions(document, LEXICON)
    quotes = find_quotes(document, mentions, LEXICON)
    return find_events(document, mentions, dates_in(document, dates), quotes, LEXICON)


def dates_in(document: Document, dates: dict[str, str]) -> tuple[DateMention, ...]:
    surfaces = [(name.replace("_", " "), value) for name, value in dates.items()]
    places = [(document.text.index(surface), surface, value) for surface, value in surfaces]
    return tuple(DateMention(surface, value, at, at + len(surface)) for at, surface, value in sorted(places))


def told(title: str, text: str = "", **dates: str) -> list[tuple[str, str]]:
    return [(event.type, event.status) for event in events_of(title, text, **dates)]


@pytest.mark.parametrize(
    ("title", "event"),
    [
        ("Umérov y Witkoff se reunieron en Ginebra", ("meeting", "held")),
        ("Putin recibe en el Kremlin a Kushner", ("meeting", "held")),
        ("Las delegaciones rusa y ucraniana celebran en Estambul otra ronda", ("meeting", "held")),
        ("Zelenski ha conversado con Macron en París", ("meeting", "held")),
        ("Concluye en Abu Dabi la ronda entre rusos y ucranianos", ("meeting", "held")),
        ("Arranca en Ginebra la reunión de Rusia y Ucrania", ("meeting", "in_progress")),
        ("Rubio y Lavrov se verán en Doha", ("meeting", "planned")),
        ("El Kremlin anuncia un encuentro de Putin y Trump", ("meeting", "planned")),
        ("La próxima ronda entre Rusia y Ucrania será en Turquía", ("meeting", "planned")),
        ("Putin va a reunirse con Modi", ("meeting", "planned")),
        ("Trump podría reunirse con Putin en Riad", ("meeting", "possible")),
        ("El Kremlin no descarta una reunión de Putin y Zelenski", ("meeting", "possible")),
        ("Erdogan quiere que Putin y Zelenski se reúnan en Ankara", ("meeting", "possible")),
        ("Putin y Zelenski se habrían reunido en Dubái", ("meeting", "possible")),
        ("Peskov descarta un encuentro de Putin y Zelenski", ("meeting", "denied")),
        ("Zelenski no se reunirá con Putin en Moscú", ("meeting", "denied")),
        ("No hay prevista ninguna cumbre entre Putin y Zelenski", ("meeting", "denied")),
        ("Lavrov niega que se haya reunido con Rubio", ("meeting", "denied")),
        ("La Casa Blanca desmintió que Witkoff tenga previsto viajar a Kiev", ("visit", "denied")),
        ("El Kremlin niega que Putin piense viajar a Ankara", ("visit", "denied")),
        ("No hay viaje de Witkoff a Kiev, dice la Casa Blanca", ("visit", "denied")),
        ("Trump conversó hoy por teléfono con Putin", ("call", "held")),
        ("Putin y Erdogan hablan hoy por teléfono sobre la próxima ronda", ("call", "held")),
        ("Es falso que Putin se haya reunido con Zelenski, dice Peskov", ("meeting", "denied")),
        ("Umérov fue recibido por Erdogan en Ankara", ("meeting", "held")),
        ("Budánov, elegido negociador jefe de Ucrania", ("appointment", "held")),
        ("Moscú no confirma la cumbre con Trump", ("meeting", "possible")),
        ("Putin y Macron charlaron por teléfono durante dos horas", ("call", "held")),
        ("Putin y Trump no trataron en su conversación telefónica de ayer ninguna fecha", ("call", "held")),
        ("Erdogan ofrece Estambul para celebrar una cumbre entre Trump y Putin", ("meeting", "possible")),
        ("Rusia y Ucrania acuerdan suspender por 30 días los ataques contra la red eléctrica", ("ceasefire", "held")),
        ("La primera parte del intercambio entre Rusia y Ucrania se hará mañana", ("exchange", "planned")),
        ("Trump cancela la cumbre con Putin", ("meeting", "cancelled")),
        ("Aplazada la ronda de Abu Dabi entre Rusia y Ucrania", ("meeting", "cancelled")),
        ("Rusia y Ucrania se reúnen en Estambul y se van sin acuerdo", ("meeting", "failed")),
        ("La cumbre de Trump y Putin termina sin alto el fuego", ("meeting", "failed")),
        ("Trump llamó por teléfono a Zelenski", ("call", "held")),
        ("Putin y Macron hablan por teléfono durante dos horas", ("call", "held")),
        ("Starmer visitará Kiev", ("visit", "planned")),
        ("Kellogg llegó a Kiev", ("visit", "held")),
        ("Zelenski propone a Putin una tregua energética", ("proposal", "held")),
        ("Rusia y Ucrania acuerdan un canje de mil prisioneros", ("agreement", "held")),
        ("Kiev rechaza la propuesta rusa", ("rejection", "held")),
        ("Moscú no acepta el plan europeo", ("rejection", "held")),
        ("Putin declara un alto el fuego de tres días", ("ceasefire", "held")),
        ("EE. UU. impone sanciones a Rosneft", ("sanctions", "held")),
        ("La UE renueva las sanciones a Rusia", ("sanctions", "held")),
        ("Rusia y Ucrania canjearon a 300 soldados", ("exchange", "held")),
        ("Zelenski nombra a Umérov jefe de la delegación", ("appointment", "held")),
        ("Kislitsia sustituye a Umérov como jefe negociador", ("appointment", "held")),
        ("Budánov toma el relevo de Umérov en la delegación ucraniana", ("appointment", "held")),
        ("Trump pone a Driscoll al frente de las negociaciones con Kiev", ("appointment", "held")),
        ("La UE elige a Stubb como enviado para las negociaciones", ("appointment", "held")),
        ("Rusia y Ucrania volverán a reunirse en Estambul", ("meeting", "planned")),
        ("Rubio descarta que se vaya a reunir con Lavrov", ("meeting", "denied")),
        ("Rubio y Lavrov aún no han fijado fecha para su encuentro", ("meeting", "possible")),
        ("No hay fecha para otra ronda entre Moscú y Kiev", ("meeting", "possible")),
        ("El Kremlin niega que se haya aplazado la reunión de Lavrov y Rubio", ("meeting", "denied")),
        ("El encuentro de Rubio y Lavrov queda en suspenso", ("meeting", "cancelled")),
        ("Zelenski está listo para verse con Putin", ("meeting", "possible")),
        ("Siguen en marcha las conversaciones entre rusos y ucranianos", ("meeting", "in_progress")),
        ("Putin ordena detener los ataques durante una semana", ("ceasefire", "held")),
        ("Trump, listo para imponer sanciones a Rusia", ("sanctions", "possible")),
        ("Zelenski se niega a viajar a Moscú", ("visit", "denied")),
        ("¿Se verán Putin y Zelenski?", ("meeting", "possible")),
    ],
)
def test_a_title_tells_an_event_and_its_status(title: str, event: tuple[str, str]) -> None:
    assert event in told(title)


@pytest.mark.parametrize(
    "title",
    [
        "Las conversaciones no deben considerarse un avance decisivo",
        "Putin recibió una carta de Lukashenko",
        "Zelenski habló de la economía ucraniana",
        "La guerra en Ucrania cumple cuatro años",
        "El Kremlin cierra la puerta a los europeos",
        "Trump llama a Rusia tigre de papel",
        "Zelenski presiona a Putin para llegar a un acuerdo",
        "Europa cierra filas con Zelenski",
        "La versión de Moscú poco tiene que ver con la de Washington",
    ],
)
def test_an_assessment_is_no_event(title: str) -> None:
    assert [kind for kind, _ in told(title) if kind != "statement"] == []


def test_the_day_of_saying_is_not_the_day_of_the_event() -> None:
    events = events_of(
        "", "Peskov indicó el lunes que los presidentes se reunirán el viernes en Budapest.",
        el_lunes="2026-02-02", el_viernes="2026-02-06",
    )  # fmt: skip
    assert [(event.date, event.place) for event in events if event.type == "meeting"] == [("2026-02-06", "Budapest")]


def test_an_interval_has_its_last_day() -> None:
    (event,) = events_of(
        "", "Las delegaciones rusa y ucraniana se verán del 6 al 8 en Riad.", del_6_al_8="2026-02-06/2026-02-08"
    )
    assert (event.date, event.end_date) == ("2026-02-06", "2026-02-08")


def test_a_present_with_a_day_to_come_is_a_plan() -> None:
    (event,) = events_of("Umérov y Witkoff se reúnen el viernes en Miami", el_viernes="2026-02-06")
    assert event.status == "planned"


def test_what_ended_days_ago_is_background() -> None:
    (event,) = events_of("", "El 15 de agosto, Trump y Putin se reunieron en Anchorage.", El_15_de_agosto="2025-08-15")
    assert (event.status, event.place, event.actors) == ("background", "Anchorage", ("Donald Trump", "Vladímir Putin"))


@pytest.mark.parametrize(
    "text",
    [
        "Putin y Witkoff se habían reunido en San Petersburgo.",
        "Rusos y ucranianos celebraron la anterior ronda en Estambul.",
        "Macron y Putin se reunieron entonces en Moscú.",
    ],
)
def test_what_is_told_as_known_is_background(text: str) -> None:
    assert told("", text) == [("meeting", "background")]


def test_the_lead_completes_the_title() -> None:
    events = events_of(
        "Putin y Kushner conversan tres horas",
        "El presidente ruso, Vladímir Putin, recibió este martes en Moscú a Jared Kushner.",
        este_martes="2026-02-03",
    )
    assert (events[0].type, events[0].date, events[0].place) == ("meeting", "2026-02-03", "Moscú")


def test_persons_come_before_countries_and_stand_for_their_own() -> None:
    (event,) = events_of("", "El presidente de Rusia, Vladímir Putin, recibió en Moscú a una delegación de Ucrania.")
    assert event.actors == ("Vladímir Putin", "Ucrania")


def test_a_capital_that_acts_is_its_country() -> None:
    (event,) = events_of("Moscú y Kiev acuerdan otro canje")
    assert event.actors == ("Rusia", "Ucrania")


def test_an_office_names_its_holder() -> None:
    (event,) = events_of("", "El presidente ucraniano se reunió con el presidente ruso en Estambul.")
    assert event.actors == ("Volodímir Zelenski", "Vladímir Putin")


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Los enviados de Trump y Putin se reunieron en Miami.", ("Estados Unidos", "Rusia")),
        ("El enviado de Trump, Steve Witkoff, se reunió con Umérov en Miami.", ("Steve Witkoff", "Rustem Umerov")),
        (
            "Putin, que recibió a Witkoff y Kushner, rechazó las enmiendas.",
            ("Vladímir Putin", "Steve Witkoff", "Jared Kushner"),
        ),
        ("Lavrov destacó el tono en una reunión con Rubio en Nueva York.", ("Serguéi Lavrov", "Marco Rubio")),
        ("Trump anunció que se reunirá con Zelenski en Florida.", ("Donald Trump", "Volodímir Zelenski")),
        ("Zelenski acepta verse con Putin en Suiza, Austria o Turquía.", ("Volodímir Zelenski", "Vladímir Putin")),
        ("«No habrá reunión con Putin», avisó Trump.", ("Donald Trump", "Vladímir Putin")),
    ],
)
def test_those_who_meet_are_the_parties(text: str, actors: tuple[str, ...]) -> None:
    meeting = next(event for event in events_of("", text) if event.type == "meeting")
    assert meeting.actors == actors


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Moscú propuso a Kiev otra reunión en Estambul.", "Estambul"),
        ("Trump y Putin se vieron en Anchorage, Alaska.", "Anchorage"),
        ("Trump recibió a Zelenski en el Despacho Oval.", "Washington"),
        ("Trump canceló la cumbre de Budapest con Putin.", "Budapest"),
        ("El enviado del Kremlin se reunió con Witkoff.", None),
    ],
)
def test_where_it_is_held_is_no_party_and_who_acts_is_no_place(text: str, place: str | None) -> None:
    meeting = next(event for event in events_of("", text) if event.type == "meeting")
    assert meeting.place == place


def test_what_stands_around_an_adjunct_is_about_something_else() -> None:
    events = events_of("", "Trump impuso sanciones a Rosneft tras la reunión de Rubio y Lavrov.")
    assert [(event.type, event.actors) for event in events] == [
        ("sanctions", ("Donald Trump",)),
        ("meeting", ("Marco Rubio", "Serguéi Lavrov")),
    ]


def test_the_round_and_the_numbers_are_kept() -> None:
    (meeting,) = events_of("Rusia y Ucrania celebran la tercera ronda en Ginebra")
    assert meeting.round == 3
    (exchange, *_) = events_of("Rusia y Ucrania canjean mil por mil prisioneros")
    assert "1.000 por 1.000" in exchange.numbers


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("Rusia y Ucrania canjean dos mil prisioneros", "2.000 prisioneros"),
        ("Rusia y Ucrania canjean 15 mil prisioneros", "15.000 prisioneros"),
        ("Rusia y Ucrania canjean mil prisioneros", "1.000 prisioneros"),
    ],
)
def test_thousands_in_words_are_thousands(title: str, number: str) -> None:
    assert events_of(title)[0].numbers == (number,)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("«Trump se reunió con Zelenski en secreto», afirmó Peskov.", "claimed"),
        ("Las delegaciones se reunieron en Doha, según una fuente diplomática.", "claimed"),
        ("Dmitriev se reunió con Witkoff en Miami, según Axios.", "claimed"),
        ("«Me reuní con Zelenski en Kiev», contó Macron.", "held"),
        ("Trump recibió a Zelenski, informó el Gobierno de Catar.", "held"),
    ],
)
def test_what_one_side_says_of_the_others_is_a_claim(text: str, status: str) -> None:
    assert ("meeting", status) in told("", text)


def test_a_quoted_sentence_without_an_event_is_a_statement() -> None:
    (event,) = events_of("", "«Es un trabajo minucioso que lleva tiempo», dijo Peskov.")
    assert (event.type, event.actors, event.said_by) == ("statement", ("Dmitri Peskov",), "Dmitri Peskov")


@pytest.mark.parametrize(
    "title",
    [
        "Bruselas nombra a Hanna Ruiz enviada especial para las conversaciones de paz",
        "De acuerdo con lo informado por Zelenski, nadie viaja a Moscú",
        "Los ministros, de acuerdo en casi nada",
        "Umérov encabeza la delegación que negocia con Rusia",
        "Umérov encabeza la delegación ucraniana en las negociaciones con Rusia",
        "Zelenski ha recibido una carta de Putin",
    ],
)
def test_an_office_or_an_idiom_is_no_meeting_and_no_agreement(title: str) -> None:
    assert {"meeting", "agreement"}.isdisjoint(kind for kind, _ in told(title))


def test_a_clause_with_when_is_of_the_day_before_it() -> None:
    text = "Sirvió el té el 29 de marzo de 2022, cuando Rusia y Ucrania negociaron allí, y volvió en junio de 2025."
    assert ("meeting", "background") in told(
        "El camarero del palacio", text, el_29_de_marzo_de_2022="2022-03-29", junio_de_2025="2025-06"
    )


def test_other_wars_tell_no_event() -> None:
    assert told("Witkoff se reúne con Netanyahu para hablar de Gaza") == []


def test_the_day_on_which_words_were_published_is_not_that_of_the_meeting() -> None:
    events = events_of(
        "La ronda de Ginebra",
        "Las reuniones de Rusia y Estados Unidos en Ginebra fueron tensas, según declaraciones publicadas el martes.",
    )
    assert [event.date for event in events if event.type == "meeting"] == [None]


def test_who_only_speaks_of_a_meeting_is_no_party_of_it() -> None:
    events = events_of(
        "Sin comentarios",
        "«No hay detalles», dijo Kallas cuando se le preguntó si las conversaciones celebradas en Abu Dabi el lunes "
        "habían servido de algo.",
    )
    assert [event.actors for event in events if event.type == "meeting"] == [()]


def test_two_who_discuss_something_somewhere_have_met() -> None:
    events = events_of("El repaso", "El 15 de agosto, Trump y Putin discutieron el final de la guerra en Anchorage.")
    assert [(event.type, event.place) for event in events] == [("meeting", "Anchorage")]


@pytest.mark.parametrize(
    "title",
    [
        "Canje de 300 prisioneros entre Rusia y Ucrania",
        "Nuevo canje de prisioneros: 150 por bando",
        "Directo | Canje de 300 prisioneros en plena ronda",
    ],
)
def test_a_title_without_verb_that_begins_with_an_exchange_tells_one(title: str) -> None:
    assert [(event.type, event.status, set(event.actors)) for event in events_of(title)] == [
        ("exchange", "held", {"Rusia", "Ucrania"})
    ]


@settings(deadline=None)
@given(st.text(max_size=60), st.text(max_size=300))
def test_any_text_is_read(title: str, text: str) -> None:
    for event in events_of(title, text):
        assert 0 <= event.start < event.end


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "Putin",
                "Zelenski",
                "no",
                "se",
                "reunió",
                "reunirá",
                "que",
                "la",
                "cumbre",
                "en",
                "Moscú",
                ",",
                ".",
                ":",
                "tras",
                "y",
                "si",
                "cancela",
            ]
        ),
        max_size=30,
    )
)
def test_any_order_of_words_is_read_twice_alike(words: list[str]) -> None:
    text = " ".join(words)
    assert events_of(text) == events_of(text)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Rusia y Ucrania dan por acabada la ronda de Ginebra", [("meeting", "held")]),
        ("Las partes han dado por terminado el encuentro de Ginebra", [("meeting", "held")]),
        ("El jefe de gabinete de Zelenski renunció el viernes", [("appointment", "held")]),
        ("Zelenski renunció a la OTAN", [("rejection", "held")]),
        ("Ucrania renunció el lunes a la OTAN", [("rejection", "held")]),
        ("Tras el ataque con misiles, Zelenski viajó a Londres", [("visit", "held")]),
        ("Noventa drones ucranianos volaron anoche hacia una casa de Putin", []),
    ],
)
def test_what_is_taken_for_over_was_held_and_who_renounces_nothing_resigns(
    title: str, expected: list[tuple[str, str]]
) -> None:
    assert told(title) == expected
