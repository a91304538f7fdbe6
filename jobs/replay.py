"""replay: articles through the whole line in order of publication, with their own clock, on a store made for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from jobs.digest import judge
from talks.news.newsroom import Newsroom
from talks.store.articles import PollResult, save_poll, save_readings, unjudged_articles, unread_articles
from talks.store.connection import Store
from talks.store.developments import judged_after
from talks.store.sources import add_source
from talks.store.story_moves import moves_after, record_moves, story_of
from talks.types import Article, ArticleIntent, Reading, Relevance, Verdict

NEXT = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Replayed:
    """What became of one article of the stream; `article` has its id of the stream."""

    article: Article
    reading: Reading
    verdict: Verdict
    is_alert: bool
    story_id: str | None
    """The one that it is in once the whole stream is told."""


def replay(
    articles: Sequence[Article],
    *,
    store: Store,
    newsroom: Newsroom,
    read: Callable[[Article], Reading],
    is_any_topic: bool = False,
) -> tuple[Replayed, ...]:
    """The articles in order of publication, those of one minute as they are judged, once the whole stream is told.

    With `is_any_topic` every article counts as central, so that stories can be measured on any stream of news.
    """
    told = tuple(replay_each(articles, store=store, newsroom=newsroom, read=read, is_any_topic=is_any_topic))
    if told:
        _settle(store, newsroom, at=told[-1].article.published + NEXT)
    return tuple(replace(each, story_id=story_of(store, each.verdict.article_id)) for each in told)


def _settle(store: Store, newsroom: Newsroom, *, at: datetime) -> None:
    """What the first article of the next hour would bring about."""
    newsroom.open_day(at)
    newsroom.take_moves(moves_after(store, newsroom.last_move_id))
    newsroom.add(judged_after(store, newsroom.last_id, since=newsroom.live_since(at)))
    record_moves(store, newsroom.moves_due(at), now=at)


def replay_each(
    articles: Sequence[Article],
    *,
    store: Store,
    newsroom: Newsroom,
    read: Callable[[Article], Reading],
    is_any_topic: bool = False,
) -> Iterator[Replayed]:
    """Each right after its verdict, with the story that it got then."""
    for article in sorted(articles, key=_turn):
        reading = read(article)
        if is_any_topic:
            reading = replace(reading, relevance=Relevance(1.0, "central"))
        yield _through_the_line(store, newsroom, article, reading)


def _turn(article: Article) -> tuple[datetime, int, str, str]:
    """As articles that wait together are judged (`unjudged_articles`): in which order they came is nowhere in it."""
    return article.published, -len(article.text), article.title, article.outlet


def _through_the_line(store: Store, newsroom: Newsroom, article: Article, reading: Reading) -> Replayed:
    source = add_source(store, url=f"replay:{article.outlet}", title=article.outlet)
    now = article.published
    save_poll(store, PollResult(source.id, (_intent(article),), checked_at=now, next_check_at=now))
    save_readings(store, [(stored, reading) for stored in unread_articles(store, limit=1)])
    for stored, its_reading in unjudged_articles(store, limit=1):
        verdict, is_alert = judge(store, newsroom, stored, its_reading, now=now, max_age=None)
        return Replayed(article, reading, verdict, is_alert, verdict.story_id)
    raise AssertionError("an article that was just read waits for its verdict")


def _intent(article: Article) -> ArticleIntent:
    return ArticleIntent(
        key=article.id,
        url=article.url,
        outlet=article.outlet,
        title=article.title,
        text=article.text,
        published=article.published,
        published_by=article.published_by,
    )
