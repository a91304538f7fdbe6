"""Speakers who are told by their office alone: whoever holds it on the day, or nobody."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from talks.lexicon.load import load_lexicon
from talks.reading.people import find_mentions
from talks.reading.prepare import prepare
from talks.reading.quotes import find_quotes
from tests.quotation import said, spanish

NAMES = {person.name for person in load_lexicon().people}


def speaker_of(phrase: str, day: str = "2026-02-12") -> str | None:
    lexicon = load_lexicon()
    text = f"«Hay que seguir hablando», dijo {phrase} a la prensa."
    published = datetime.fromisoformat(day).replace(tzinfo=UTC)
    document = prepare("Siguen los contactos", text, published=published, nlp=spanish())
    (quote,) = find_quotes(document, find_mentions(document, lexicon), lexicon)
    return quote.speaker


@pytest.mark.parametrize(
    ("name", "phrases"),
    [
        (
            "Donald Trump",
            "el mandatario estadounidense|el líder republicano|el presidente de EE. UU.|el jefe de la Casa Blanca"
            "|el inquilino de la Casa Blanca|el gobernante estadounidense|el magnate neoyorquino",
        ),
        (
            "Vladímir Putin",
            "el líder ruso|el mandatario ruso|el jefe del Kremlin|el dirigente ruso|el jefe del Estado ruso"
            "|el presidente de la Federación Rusa",
        ),
        ("Volodímir Zelenski", "el mandatario ucraniano|el líder ucraniano|el jefe de Estado ucraniano"),
        ("Dmitri Peskov", "el portavoz presidencial ruso|el vocero del Kremlin|el secretario de prensa del Kremlin"),
        ("Yuri Ushakov", "el asesor del Kremlin|el asesor presidencial ruso|el asesor de política exterior de Putin"),
        (
            "Serguéi Lavrov",
            "el jefe de la diplomacia rusa|el ministro de Asuntos Exteriores ruso|el titular ruso de Exteriores"
            "|el canciller ruso|el ministro de Relaciones Exteriores de Rusia",
        ),
        ("María Zajárova", "la portavoz de la diplomacia rusa|la vocera de la Cancillería rusa"),
        ("Steve Witkoff", "el enviado estadounidense|el emisario de Trump|el enviado especial de la Casa Blanca"),
        ("Kirill Dmitriev", "el enviado ruso|el enviado económico del Kremlin|el emisario de Putin"),
        ("Marco Rubio", "el jefe de la diplomacia estadounidense|el secretario de Estado de EE. UU."),
        ("Pete Hegseth", "el jefe del Pentágono|el secretario de Guerra"),
        ("Friedrich Merz", "el canciller alemán|el jefe del Gobierno alemán|el canciller federal"),
        ("Keir Starmer", "el premier británico|el líder británico"),
        ("Giorgia Meloni", "la primera ministra italiana|la jefa del Gobierno italiano|la premier italiana"),
        ("Donald Tusk", "el primer ministro polaco|el jefe del Gobierno polaco"),
        ("Alexander Stubb", "el mandatario finlandés|el líder finlandés"),
        ("Mark Rutte", "el jefe de la OTAN|el secretario general de la Alianza Atlántica"),
        ("Kaja Kallas", "la jefa de la diplomacia europea|la alta representante para Política Exterior"),
        ("Ursula von der Leyen", "la presidenta de la Comisión|la jefa del Ejecutivo comunitario"),
        ("León XIV", "el papa|el pontífice"),
        ("Rustem Umerov", "el jefe negociador ucraniano|el jefe de la delegación ucraniana"),
        ("Dmitri Medvédev", "el expresidente ruso"),
        ("Dmitro Kuleba", "el exministro de Exteriores ucraniano"),
    ],
)
def test_an_office_that_one_person_holds_names_its_holder(name: str, phrases: str) -> None:
    assert {phrase: speaker_of(phrase) for phrase in phrases.split("|")} == dict.fromkeys(phrases.split("|"), name)


@pytest.mark.parametrize(
    ("phrase", "day", "name"),
    [
        ("el ministro ucraniano de Defensa", "2025-12-12", "Denís Shmihal"),
        ("el ministro ucraniano de Defensa", "2026-02-12", "Mijailo Fédorov"),
        ("el jefe de la Oficina Presidencial ucraniana", "2025-11-12", "Andriy Yermak"),
        ("el jefe de la Oficina Presidencial ucraniana", "2026-02-12", "Kirilo Budánov"),
        ("el líder húngaro", "2026-02-12", "Viktor Orbán"),
        ("el líder húngaro", "2026-06-12", "Péter Magyar"),
    ],
)
def test_an_office_is_read_on_the_day_of_the_article(phrase: str, day: str, name: str) -> None:
    assert speaker_of(phrase, day) == name


@pytest.mark.parametrize(
    "phrase",
    [
        "el ministro",
        "el líder opositor",
        "el líder demócrata",
        "el líder comunista ruso",
        "el senador republicano",
        "el general ruso",
        "el embajador ruso en Madrid",
        "el viceministro de Exteriores ruso",
        "el expresidente estadounidense",
        "el presidente del Comité Internacional",
        "el presidente del Banco Central ruso",
        "el portavoz de la Comisión Europea",
    ],
)
def test_an_office_that_many_hold_or_nobody_known_names_nobody(phrase: str) -> None:
    assert speaker_of(phrase) not in NAMES


def test_a_person_of_the_text_goes_before_the_lexicon() -> None:
    text = "El enviado para Bielorrusia, John Coale, viajó a Minsk. «Fue útil», dijo el enviado estadounidense."
    assert said(text) == [("John Coale", "Fue útil")]


def test_an_article_of_the_other_gender_is_somebody_else() -> None:
    text = "Dmitri Peskov no acudió. «No hay fecha», dijo la portavoz de la diplomacia rusa."
    assert said(text) == [("María Zajárova", "No hay fecha")]
