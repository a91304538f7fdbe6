"""Which articles are of one story, and what speakers have been heard to say."""

from datetime import datetime, timedelta

import pytest

from talks.news.features import Features, features_of
from talks.news.focus import focus_of
from talks.news.newsroom import Newsroom
from talks.news.pool import Pool
from talks.news.statements import Statements
from talks.reading.reader import load_reader
from talks.types import Article, Judged, Verdict
from tests.steps import NOON

PESKOV = (
    "Moscú, 10 mar.- El portavoz del Kremlin, Dmitri Peskov, afirmó hoy que Rusia estudiará la "
    "propuesta estadounidense."
)


def an_article(title: str, text: str, *, hours: float = 0, outlet: str = "Diario") -> Article:
    at = NOON + timedelta(hours=hours)
    return Article(f"{outlet}{hours}", outlet, f"https://{outlet}.example", title, text, at)


def features(title: str, text: str, *, hours: float = 0) -> Features:
    article = an_article(title, text, hours=hours)
    return features_of(article, load_reader().read(article))


class Desk:
    """A newsroom that remembers what it decides, as the store makes it."""

    def __init__(self) -> None:
        self.newsroom = Newsroom()
        self.judged: list[Judged] = []

    def tell(self, article: Article) -> Verdict:
        reading = load_reader().read(article)
        self.newsroom.open_day(article.published)
        verdict = self.newsroom.relate(article, reading)
        if verdict.story_id is not None:
            number = len(self.judged) + 1
            development = number if verdict.development else None
            self.judged.append(
                Judged(
                    number, article.published, article, reading, verdict.story_id, verdict.novelty, development,
                    verdict.development, verdict.corroborates,
                )
            )  # fmt: skip
            self.newsroom.add(self.judged[-1:])
        return verdict


ANNOUNCED = an_article(
    "Rusia y Ucrania volverán a negociar el 19 de marzo en Ginebra",
    "Las delegaciones de Rusia y Ucrania se reunirán el próximo 19 de marzo en Ginebra, confirmó hoy Rustem Umérov. "
    "La cita tratará el alto el fuego.",
)
PREPARED = an_article(
    "Umérov viaja a Ginebra con una propuesta sobre el alto el fuego",
    "El jefe negociador ucraniano, Rustem Umérov, llevará a la ronda del 19 de marzo en Ginebra una propuesta de alto "
    "el fuego de treinta días. Medinski encabezará la delegación rusa.",
    hours=26,
    outlet="Gaceta",
)
EXCHANGED = an_article(
    "Rusia y Ucrania canjean 150 prisioneros por bando",
    "Rusia y Ucrania intercambiaron este miércoles 150 prisioneros cada una, con mediación de Emiratos Árabes Unidos.",
    hours=27,
    outlet="Tribuna",
)


def test_what_is_told_of_one_round_is_one_story() -> None:
    desk = Desk()
    assert desk.tell(ANNOUNCED).story_id == desk.tell(PREPARED).story_id


def test_an_exchange_of_prisoners_is_a_story_of_its_own() -> None:
    desk = Desk()
    assert desk.tell(ANNOUNCED).story_id != desk.tell(EXCHANGED).story_id


def test_a_newsroom_that_starts_again_decides_the_same() -> None:
    desk = Desk()
    for article in (ANNOUNCED, PREPARED):
        desk.tell(article)
    fresh = Newsroom()
    fresh.open_day(EXCHANGED.published)
    fresh.add(desk.judged)
    reading = load_reader().read(EXCHANGED)
    desk.newsroom.open_day(EXCHANGED.published)
    assert fresh.relate(EXCHANGED, reading) == desk.newsroom.relate(EXCHANGED, reading)


def test_asking_twice_gives_the_same() -> None:
    desk = Desk()
    desk.tell(ANNOUNCED)
    reading = load_reader().read(PREPARED)
    desk.newsroom.open_day(PREPARED.published)
    assert desk.newsroom.relate(PREPARED, reading) == desk.newsroom.relate(PREPARED, reading)


def test_what_left_the_pool_is_forgotten() -> None:
    desk = Desk()
    desk.tell(ANNOUNCED)
    desk.newsroom.open_day(NOON + timedelta(days=40))
    late = an_article(ANNOUNCED.title, ANNOUNCED.text, hours=40 * 24, outlet="Otro")
    assert desk.newsroom.relate(late, load_reader().read(late)).duplicate_of is None


def test_the_reason_says_what_is_new_in_one_sentence() -> None:
    verdict = Desk().tell(ANNOUNCED)
    assert verdict.reason == "No se había contado: un encuentro de Rusia y Ucrania en Ginebra (previsto)."
    assert verdict.numbers["unseen"] == 1.0


def unheard(statements: Statements, title: str, text: str, *, hours: float = 1) -> float:
    heard = statements.heard(features(title, text, hours=hours), Pool())
    return max((each.unseen for each in heard), default=0.0)


@pytest.fixture
def statements() -> Statements:
    kept = Statements()
    kept.add(features("Rusia estudiará la propuesta de Washington", PESKOV))
    return kept


def test_a_first_statement_is_all_new() -> None:
    assert unheard(Statements(), "Rusia estudiará la propuesta de Washington", PESKOV) == 1.0


def test_a_statement_told_by_a_second_outlet_is_hardly_new(statements: Statements) -> None:
    again = "El portavoz del Kremlin, Dmitri Peskov, dijo que Rusia estudiará la propuesta de Estados Unidos."
    assert unheard(statements, "El Kremlin estudiará la propuesta", again) < 0.5


def test_the_body_and_its_spokesman_have_one_voice(statements: Statements) -> None:
    again = "El Kremlin aseguró que Rusia estudiará la propuesta estadounidense."
    assert unheard(statements, "Rusia estudiará la propuesta", again) < 0.5


def test_another_speaker_is_new_with_the_same_words(statements: Statements) -> None:
    other = "El presidente Volodímir Zelenski afirmó que Ucrania estudiará la propuesta estadounidense."
    assert unheard(statements, "Kiev también la estudiará", other) == 1.0


def test_words_of_last_week_are_forgotten(statements: Statements) -> None:
    assert unheard(statements, "Rusia estudiará la propuesta de Washington", PESKOV, hours=24 * 7) == 1.0


@pytest.mark.parametrize(
    ("title", "phase"),
    [
        ("Putin y Trump se reunirán en Budapest", 1),
        ("Putin y Trump se reunieron en Budapest", -1),
        ("El invierno llega al frente", 0),
    ],
)
def test_a_text_looks_ahead_to_a_meeting_or_back_on_it(title: str, phase: int) -> None:
    assert focus_of(features(title, "El texto no dice más.")).phase == phase


def test_time_zones_do_not_matter() -> None:
    late = datetime.fromisoformat("2026-03-10T23:30:00+01:00")
    article = Article("1", "Diario", "", ANNOUNCED.title, ANNOUNCED.text, late)
    assert features_of(article, load_reader().read(article)).is_of_today
