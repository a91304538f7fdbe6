"""Roles by apposition, in all their orders."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from talks.lexicon.load import load_lexicon
from talks.reading.people import find_mentions
from talks.reading.pipeline import build_nlp
from talks.reading.prepare import prepare
from talks.types import PersonMention

LEXICON = load_lexicon()
NLP = build_nlp(LEXICON)


def mentions_in(text: str) -> tuple[PersonMention, ...]:
    document = prepare("", text, published=datetime(2026, 2, 3, tzinfo=UTC), nlp=NLP)
    return find_mentions(document, LEXICON)


def role_of(name: str, text: str) -> str | None:
    return next(mention.role for mention in mentions_in(text) if mention.name == name)


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        (
            "Viajó la jefa de la diplomacia de la UE, la estonia Kaja Kallas.",
            "Kaja Kallas",
            "jefa de la diplomacia de la UE",
        ),
        ("Lo aplazó el líder del Senado, el republicano John Thune.", "John Thune", "líder del Senado"),
        ("Lo cree Serguéi Márkov, politólogo próximo al Kremlin.", "Serguéi Márkov", "politólogo próximo al Kremlin"),
        ("Calló Witkoff, el magnate al que Trump confió la misión.", "Steve Witkoff", "magnate"),
        ("Serguéi Lavrov, ministro ruso de Exteriores calló.", "Serguéi Lavrov", "ministro ruso de Exteriores"),
        ("Habló el portavoz del Kremlin, Dmitri Peskov, en rueda de prensa.", "Dmitri Peskov", "portavoz del Kremlin"),
        ("Lo dijo el presidente ruso Vladímir Putin en Sochi.", "Vladímir Putin", "presidente ruso"),
        ("Se vio con su homólogo turco, Hakan Fidan.", "Hakan Fidan", "homólogo turco"),
        (
            "Viaja el enviado especial de EE. UU. Steve Witkoff con dos asesores.",
            "Steve Witkoff",
            "enviado especial de EE. UU.",
        ),
        ("Primer ministro británico, Keir Starmer: «No cederemos».", "Keir Starmer", "Primer ministro británico"),
        ("Llegó la jefa de la diplomacia europea, Kaja Kallas.", "Kaja Kallas", "jefa de la diplomacia europea"),
        (
            "Preside el comandante en jefe de las Fuerzas Armadas, Oleksandr Sirski.",
            "Oleksandr Sirski",
            "comandante en jefe de las Fuerzas Armadas",
        ),
        ("Interviene el ministro turco de Exteriores, Hakan Fidan.", "Hakan Fidan", "ministro turco de Exteriores"),
        (
            "Recibió al ministro de Exteriores, Unión Europea y Cooperación, José Manuel Albares.",
            "José Manuel Albares",
            "ministro de Exteriores, Unión Europea y Cooperación",
        ),
        (
            "Encabeza el equipo el secretario del Consejo de Seguridad (RNBO), Rustem Umérov.",
            "Rustem Umerov",
            "secretario del Consejo de Seguridad",
        ),
    ],
)
def test_a_role_before_the_name_is_read_as_written(text: str, name: str, role: str) -> None:
    assert role_of(name, text) == role


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Dmitri Peskov, portavoz del Kremlin, pidió calma.", "Dmitri Peskov", "portavoz del Kremlin"),
        ("Peskov (portavoz) pidió calma.", "Dmitri Peskov", "portavoz"),
        ("Decidirá Kaja Kallas, la alta representante.", "Kaja Kallas", "alta representante"),
        (
            "Lo niega Kirill Dmitriev, un enviado de Moscú que vive entre dos mundos.",
            "Kirill Dmitriev",
            "enviado de Moscú",
        ),
        ("Acudirá Jared Kushner —yerno de Trump— con su equipo.", "Jared Kushner", "yerno de Trump"),
        ("Medió Matteo Zuppi, enviado del papa León XIV.", "Matteo Zuppi", "enviado del papa León XIV"),
    ],
)
def test_a_role_after_the_name_is_read_as_written(text: str, name: str, role: str) -> None:
    assert role_of(name, text) == role


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Los presidentes Vladímir Putin y Donald Trump se llamaron.", "Donald Trump"),
        ("Tras la cita con el presidente ruso, Trump se marchó.", "Donald Trump"),
        ("El ucraniano Volodímir Zelenski no acudió.", "Volodímir Zelenski"),
        ("Zelenski, su esposa y sus ministros aterrizaron de noche.", "Volodímir Zelenski"),
        ("El ministro de Exteriores recibió a Rubio al mediodía.", "Marco Rubio"),
        ("Acompañan a Putin, el asesor Yuri Ushakov y dos intérpretes.", "Vladímir Putin"),
        ("Habló el de Defensa, Andréi Beloúsov.", "Andréi Beloúsov"),
    ],
)
def test_what_belongs_to_somebody_else_is_no_role(text: str, name: str) -> None:
    assert role_of(name, text) is None


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        (
            "Viajó Steve Witkoff, enviado especial del presidente estadounidense Donald Trump, y nadie más.",
            "Steve Witkoff",
            "enviado especial del presidente estadounidense Donald Trump",
        ),
        ("«No cederemos», ha agregado Zelenski.", "Volodímir Zelenski", None),
        (
            "Junto a Zelenski, el presidente del Parlamento y la jefa de la Comisión fueron recibidos.",
            "Volodímir Zelenski",
            None,
        ),
    ],
)
def test_a_name_inside_an_office_a_verb_and_a_list_are_told_apart(text: str, name: str, role: str | None) -> None:
    assert role_of(name, text) == role


def test_each_of_a_list_has_his_own_role() -> None:
    text = (
        "Asistieron el presidente francés, Emmanuel Macron, el canciller alemán, Friedrich Merz, y el jefe "
        "de la OTAN, Mark Rutte."
    )
    assert [(mention.name, mention.role) for mention in mentions_in(text)] == [
        ("Emmanuel Macron", "presidente francés"),
        ("Friedrich Merz", "canciller alemán"),
        ("Mark Rutte", "jefe de la OTAN"),
    ]


def test_of_nested_offices_the_lexicon_knows_whose_is_which() -> None:
    assert role_of("Dmitri Peskov", "Dijo el portavoz del presidente ruso, Dmitri Peskov.") == (
        "portavoz del presidente ruso"
    )
    assert role_of("Vladímir Putin", "Dijo el portavoz del presidente ruso Vladímir Putin.") == "presidente ruso"


def test_the_office_says_more_than_the_rank() -> None:
    text = "Firmó el jefe de la inteligencia militar, el almirante Ígor Kostiukov."
    assert role_of("Ígor Kostiukov", text) == "jefe de la inteligencia militar"
    assert role_of("Ígor Kostiukov", "Firmó el almirante Ígor Kostiukov.") == "almirante"


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Cayó el coronel Ruslán Petrenko, jefe de una brigada de zapadores, en Sumi.", "Ruslán Petrenko", "coronel"),
        ("Compró la finca el magnate Tomás Aldana, dueño de tres navieras.", "Tomás Aldana", "magnate"),
        ("El presunto cabecilla, el banquero Oleg Sidorenko, huyó.", "Oleg Sidorenko", "banquero"),
        ("Habló Oleg Sidorenko, jefe de una brigada.", "Oleg Sidorenko", "jefe de una brigada"),
    ],
)
def test_the_rank_that_touches_the_name_is_its_role(text: str, name: str, role: str) -> None:
    assert role_of(name, text) == role


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Marko Vovk, lateral de 23 años, fichó por el Levante.", "Marko Vovk", "lateral de 23 años"),
        ("Acogió a todos Rita Salas, panadera navarra de 60 años.", "Rita Salas", "panadera navarra de 60 años"),
        ("Lo cuenta Iván Roca, portero de noche, sin rencor.", "Iván Roca", "portero de noche"),
        ("Llamó Iván Roca, jefe de 20 hombres.", "Iván Roca", None),
    ],
)
def test_an_age_is_the_end_of_a_role(text: str, name: str, role: str | None) -> None:
    assert role_of(name, text) == role


@pytest.mark.parametrize(
    ("text", "role", "is_current"),
    [
        ("Ascendió a la hasta hoy viceministra de Energía, Olena Kravets.", "viceministra de Energía", False),
        ("Se marcha Olena Kravets, hasta ayer viceministra de Energía.", "viceministra de Energía", False),
        ("Calló la que fuera alcaldesa de Lutsk, Olena Kravets.", "alcaldesa de Lutsk", False),
        ("Calló quien fuera su portavoz, Olena Kravets.", "portavoz", False),
        ("Calló la otrora alcaldesa de Lutsk, Olena Kravets.", "otrora alcaldesa de Lutsk", False),
        ("Calló su portavoz, Olena Kravets.", "portavoz", True),
        ("Escribe Olena Kravets, hoy alcaldesa de Lutsk.", "alcaldesa de Lutsk", True),
        ("Escribe Olena Kravets, alcaldesa de Lutsk.", "alcaldesa de Lutsk", True),
    ],
)
def test_a_role_that_is_over_is_known_by_what_stands_before_it(text: str, role: str, is_current: bool) -> None:
    mention = next(each for each in mentions_in(text) if each.name == "Olena Kravets")
    assert (mention.role, mention.role_is_current) == (role, is_current)


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("La líder liberal, Ana Rojas, votó en contra.", "Ana Rojas", "líder liberal"),
        ("La senadora republicana Ana Rojas votó en contra.", "Ana Rojas", "senadora republicana"),
        ("El jefe civil de la Marina, Paul Reed, viajó a Kiev.", "Paul Reed", "jefe civil de la Marina"),
        ("Se lo vendió a un promotor inmobiliario, Paul Reed, en mayo.", "Paul Reed", "promotor inmobiliario"),
        ("La republicana Ana Rojas votó en contra.", "Ana Rojas", None),
    ],
)
def test_a_party_beside_an_office_is_part_of_it(text: str, name: str, role: str | None) -> None:
    assert role_of(name, text) == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Opina el exministro de Exteriores Dmitro Kuleba.", "exministro de Exteriores"),
        ("Opina el ex ministro Dmitro Kuleba.", "ex ministro"),
        ("Lo firmó el entonces ministro de Exteriores, Dmitro Kuleba.", "entonces ministro de Exteriores"),
        ("Opina el antiguo jefe de la diplomacia Dmitro Kuleba.", "antiguo jefe de la diplomacia"),
    ],
)
def test_a_past_role_is_not_current(text: str, role: str) -> None:
    mention = mentions_in(text)[0]
    assert (mention.role, mention.role_is_current) == (role, False)


def test_a_president_elect_has_a_current_role() -> None:
    mention = mentions_in("Habló la presidenta electa, Catalina Ferrol.")[0]
    assert (mention.role, mention.role_is_current) == ("presidenta electa", True)


def test_two_offices_in_one_apposition_are_one_role() -> None:
    text = "Viajó el enviado especial y director del fondo soberano Kirill Dmitriev."
    assert role_of("Kirill Dmitriev", text) == "enviado especial y director del fondo soberano"


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Lo cuenta Inna Kravchuk, pastelera, desde su puesto.", "Inna Kravchuk", "pastelera"),
        ("La cardióloga Inna Kravchuk no durmió.", "Inna Kravchuk", "cardióloga"),
        ("El capitán marítimo Bernardo Ulloa lo vio pasar.", "Bernardo Ulloa", "capitán marítimo"),
        ("La senadora gallega Bernarda Ulloa votó en contra.", "Bernarda Ulloa", "senadora gallega"),
        ("Calla ya Inna Kravchuk, jefa de la empresa hotelera.", "Inna Kravchuk", "jefa de la empresa hotelera"),
        ("Ayer habló Bernardo Ulloa, exvigilante en el Sáhara.", "Bernardo Ulloa", "exvigilante en el Sáhara"),
    ],
)  # fmt: skip
def test_the_trade_of_a_private_person_is_a_role(text: str, name: str, role: str) -> None:
    assert role_of(name, text) == role


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Viajó Dmitriev, hombre de confianza de Moscú, solo.", "Kirill Dmitriev", "hombre de confianza de Moscú"),
        ("Decide Yermak, hombre fuerte de Kiev, y nadie más.", "Andriy Yermak", "hombre fuerte de Kiev"),
        ("El hombre de negocios Bernardo Ulloa compró el barco.", "Bernardo Ulloa", "hombre de negocios"),
        ("Los recibió el premio Nobel de la Paz Ales Bialiatski.", "Ales Bialiatski", "premio Nobel de la Paz"),
        ("Contesta María Zajárova, portavoz de la cancillería.", "María Zajárova", "portavoz de la cancillería"),
        ("Un hombre vio a Dmitriev en el aeropuerto.", "Kirill Dmitriev", None),
    ],
)  # fmt: skip
def test_a_byname_by_confidence_or_prize_is_a_role(text: str, name: str, role: str | None) -> None:
    assert role_of(name, text) == role


def test_a_complement_may_have_a_participle() -> None:
    text = "Aún llora Inna Kravchuk, viuda de un zapador caído en Kiev; su hija calla."
    assert role_of("Inna Kravchuk", text) == "viuda de un zapador caído en Kiev"
    text = "Aún llora Inna Kravchuk, tía del chico llegado a Kiev ayer."
    assert role_of("Inna Kravchuk", text) is None


def test_what_only_adorns_an_office_is_left_out() -> None:
    mention = mentions_in("Nombró a Kirilo Budánov, hasta ahora jefe del espionaje, ministro.")[0]
    assert (mention.role, mention.role_is_current) == ("jefe del espionaje", False)
    assert role_of("Karol Nawrocki", "Lo recibió el flamante presidente polaco, Karol Nawrocki.") == "presidente polaco"
    past = mentions_in("Lo recibió el entonces presidente polaco, Andrzej Duda.")[0]
    assert (past.role, past.role_is_current) == ("entonces presidente polaco", False)


def test_a_name_inside_an_apposition_has_the_office_beside_it() -> None:
    text = "Contestó Dmitri Peskov, secretario de prensa del presidente de Rusia, Vladímir Putin, en Sochi."
    assert role_of("Dmitri Peskov", text) == "secretario de prensa del presidente de Rusia"
    assert role_of("Vladímir Putin", text) == "presidente de Rusia"


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Orbán, el dirigente más veterano de la Unión, calló.", "Viktor Orbán", "dirigente más veterano de la Unión"),
        ("Calló el empresario más rico de Odesa, Iván Kovach.", "Iván Kovach", "empresario más rico de Odesa"),
        ("Celebró Raúl Soto, portero y autor del primero.", "Raúl Soto", "portero y autor del primero"),
    ],
)
def test_a_degree_and_an_ordinal_are_part_of_the_role(text: str, name: str, role: str) -> None:
    assert role_of(name, text) == role


def test_what_comes_later_is_no_degree() -> None:
    assert role_of("Dmitri Peskov", "Dmitri Peskov, portavoz del Kremlin más tarde, calló.") == "portavoz del Kremlin"
