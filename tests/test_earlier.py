"""«Antes»: which alert of the story stands behind a new one."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from talks.news.earlier import went_before
from talks.news.features import features_of
from talks.news.newsroom import member_of
from talks.news.pool import Pool
from talks.news.verdicts import Finding
from talks.reading.reader import load_reader
from talks.types import Article
from tests.steps import NOON
from tests.test_stories import Desk

INVITATION = Article(
    "1",
    "Diario del Sur",
    "",
    "Putin invita a Zelenski a Moscú para negociar y le promete seguridad",
    "El presidente ruso, Vladímir Putin, invitó este martes a Moscú a Volodímir Zelenski para negociar cara a cara. "
    "«Garantizamos su seguridad en Moscú», dijo. La invitación la transmitió el Kremlin.",
    NOON,
)
EXCHANGE = Article(
    "2",
    "Radio Litoral",
    "",
    "Rusia y Ucrania canjean 150 prisioneros por bando",
    "Rusia y Ucrania intercambiaron este martes 150 prisioneros cada una, con mediación de Emiratos Árabes Unidos. "
    "«Los nuestros están en casa», escribió Volodímir Zelenski.",
    NOON + timedelta(hours=6),
)
REFUSAL = Article(
    "3",
    "Agencia Cierzo",
    "",
    "Zelenski rechaza la invitación de Putin: «Que venga él a Kiev»",
    "El presidente ucraniano, Volodímir Zelenski, rechazó este miércoles la invitación de Vladímir Putin a Moscú para "
    "negociar cara a cara. «No iré a Moscú: que venga él a Kiev», contestó. El Kremlin había prometido seguridad.",
    NOON + timedelta(hours=26),
)


def told(*articles: Article) -> Desk:
    """A newsroom in which every one of them was an alert."""
    desk = Desk()
    for article in articles:
        assert desk.tell(article).development is not None
    return desk


def before(article: Article, desk: Desk) -> str | None:
    """As one story, whichever stories they are."""
    members = [member_of(each) for each in desk.judged]
    pool = Pool()
    for member in members:
        pool.add(member, today=member.decided_on)
    pool.weigh()
    reading = load_reader().read(article)
    found = went_before(features_of(article, reading), Finding("statement", 1.0), members, pool)
    return found.headline if found else None


def test_a_refusal_stands_behind_what_it_refuses_and_not_behind_what_was_told_last() -> None:
    assert before(REFUSAL, told(INVITATION, EXCHANGE)) == INVITATION.title


def test_of_two_that_are_alike_the_later_one_stands_before() -> None:
    again = replace(INVITATION, id="4", title="Putin vuelve a ofrecer Moscú", published=NOON + timedelta(hours=20))
    members = told(INVITATION)
    members.judged.append(replace(members.judged[0], verdict_id=2, article=again))
    later = replace(members.judged[1].development, headline=again.title)  # type: ignore[type-var]
    members.judged[1] = replace(members.judged[1], development=later)
    assert before(REFUSAL, members) == again.title


def test_the_first_alert_of_a_story_has_none_before() -> None:
    assert before(INVITATION, Desk()) is None


def test_what_came_later_is_not_before() -> None:
    assert before(replace(REFUSAL, published=NOON - timedelta(hours=1)), told(INVITATION)) is None
