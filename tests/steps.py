"""Things that happen, for tests: articles, readings, verdicts and chats made with as few words as a test needs."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from talks.store.articles import PollResult, save_poll, save_readings, unread_articles
from talks.store.chats import save_chat
from talks.store.connection import Store
from talks.store.developments import record_verdict
from talks.store.outbox import begin, reserve, settle
from talks.store.sources import add_source
from talks.types import (
    Article,
    ArticleIntent,
    Chat,
    Delivery,
    DevelopmentIntent,
    PersonMention,
    Quote,
    Reading,
    Relevance,
    SentenceSpan,
    Settlement,
    Verdict,
)

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)
CENTRAL = Relevance(0.97, "central")


def an_intent(
    key: str = "1", *, title: str = "Ronda en Ginebra", text: str = "Hubo ronda.", **fields: object
) -> ArticleIntent:
    values: dict[str, object] = {
        "url": f"https://diario.example/{key}",
        "outlet": "Diario",
        "published": NOON,
        "published_by": "feed",
    }
    return ArticleIntent(key=key, title=title, text=text, **{**values, **fields})  # type: ignore[arg-type]


def an_article_is_stored(store: Store, key: str = "1", *, outlet: str = "Diario", **fields: object) -> Article:
    """Poll one article of the outlet's feed; the newest unread article is given back."""
    source = add_source(store, url=f"https://{outlet.lower()}.example/rss", title=outlet)
    intent = an_intent(key, outlet=outlet, **fields)
    save_poll(store, PollResult(source.id, (intent,), checked_at=NOON, next_check_at=NOON + timedelta(minutes=5)))
    return next(each for each in unread_articles(store, limit=1000) if each.url == intent.url)


def it_is_read(
    store: Store, article: Article, *, quotes: tuple[Quote, ...] = (), people: tuple[PersonMention, ...] = ()
) -> Reading:
    sentence = SentenceSpan(len(article.title) + 2, len(article.body), 1)
    reading = Reading(CENTRAL, people=people, quotes=quotes, sentences=(sentence,), terms=("kremlin",))
    save_readings(store, [(article, reading)])
    return reading


def a_development(article: Article, **fields: object) -> DevelopmentIntent:
    values: dict[str, object] = {
        "story_id": "s1",
        "article_id": article.id,
        "type": "meeting",
        "status": "held",
        "importance": 3,
        "headline": article.title,
        "summary": article.text,
        "date": "2026-03-10",
        "end_date": None,
        "place": "Ginebra",
        "actors": ("Vladímir Medinski", "Rustem Umérov"),
        "quote": None,
        "before": None,
        "date_is_estimated": False,
        "reason": "Nadie lo había contado.",
    }
    return DevelopmentIntent(**{**values, **fields})  # type: ignore[arg-type]


def it_is_judged_new(store: Store, article: Article, *, is_alert: bool = True, **fields: object) -> int:
    """Record a verdict with a development; its id."""
    verdict = Verdict(article.id, "s1", "new", "Nadie lo había contado.", development=a_development(article, **fields))
    development_id = record_verdict(store, verdict, now=NOON, is_alert=is_alert)
    assert development_id is not None
    return development_id


def something_happens(store: Store, key: str = "1", **fields: object) -> int:
    """A development out of nothing: stored, read and judged new."""
    article = an_article_is_stored(store, key)
    it_is_read(store, article)
    return it_is_judged_new(store, article, **fields)


def a_chat(chat_id: int = 100, *, bot_id: int = 1, **fields: object) -> Chat:
    values: dict[str, object] = {"kind": "private", "title": "Ana", "is_subscribed": True}
    return Chat(bot_id=bot_id, id=chat_id, **{**values, **fields})  # type: ignore[arg-type]


def somebody_subscribes(store: Store, chat_id: int = 100, **fields: object) -> Chat:
    chat = a_chat(chat_id, **fields)
    save_chat(store, chat, now=NOON)
    return chat


BOOT = "el arranque de hoy"


def next_delivery(store: Store, *, bot_id: int = 1, now: datetime = NOON) -> Delivery | None:
    """Mark the next row as being sent, as a sender does just before its call."""
    reserved = reserve(store, bot_id, now=now, boot=BOOT, limit=1)
    return begin(store, reserved, now=now)[0] if reserved else None


def it_ends(store: Store, delivery: Delivery | None, state: Any = "sent", *, now: datetime = NOON, **how: Any) -> None:
    assert delivery is not None
    settle(store, [Settlement(delivery, state, **how)], now=now)
