"""What the bot knows on day one: the seeds that come with the project keep their promises."""

from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from talks.chronology import read_chronology
from talks.lexicon.load import load_lexicon
from talks.settings import PROJECT
from talks.sources.opml import parse_opml
from talks.sources.seeds import read_seed, seed_files
from talks.types import ArticleIntent, TimelineEvent

SEEDS = PROJECT / "seeds"
EVENTS = read_chronology(SEEDS / "chronology.toml")
ARTICLES = seed_files(SEEDS)


def name_of(event: TimelineEvent) -> str:
    return f"{event.date} {event.type} {event.place}"


def article(path: Path) -> ArticleIntent:
    return read_seed(path, infer_date=lambda _text: None, folder=SEEDS)


def is_page(url: str) -> bool:
    """A page of its own, not the door of a site."""
    parts = urlsplit(url)
    return parts.scheme in ("http", "https") and "." in parts.netloc and len(parts.path + parts.query) > 4


def test_the_chronology_runs_from_the_invasion_on_and_is_in_order() -> None:
    assert len(EVENTS) >= 150
    assert EVENTS[0].date == "2022-02-24"
    assert EVENTS[-1].date >= "2026-03-10"
    assert [event.date for event in EVENTS] == sorted(event.date for event in EVENTS)


def test_no_event_of_the_chronology_hides_another() -> None:
    assert len({event.key for event in EVENTS}) == len(EVENTS)


@pytest.mark.parametrize("event", EVENTS, ids=name_of)
def test_an_event_is_dated_named_and_sourced(event: TimelineEvent) -> None:
    assert date.fromisoformat(event.date) <= date.fromisoformat(event.end_date or event.date)
    assert event.headline[0].isupper()
    assert not event.headline.endswith(".")
    assert len(event.headline) <= 140
    assert event.sources
    assert all(link.outlet and is_page(link.url) for link in event.sources)


@pytest.mark.parametrize("event", EVENTS, ids=name_of)
def test_the_parties_and_the_place_of_an_event_are_in_the_lexicon(event: TimelineEvent) -> None:
    lexicon = load_lexicon()
    known = {each.name for each in (*lexicon.people, *lexicon.institutions)}
    assert event.actors
    assert set(event.actors) <= known
    assert event.place is None or event.place in {place.name for place in lexicon.places}


def test_people_are_many_and_every_role_has_its_days_and_its_source() -> None:
    people = load_lexicon().people
    assert len(people) >= 70
    roles = [(person.name, role) for person in people for role in person.roles]
    assert {person.name for person in people} == {name for name, _ in roles}
    assert [name for name, role in roles if not is_page(role.source)] == []
    assert [name for name, role in roles if role.until and role.until < role.since] == []


def test_feeds_are_many_distinct_and_named() -> None:
    feeds = parse_opml((SEEDS / "feeds.opml").read_bytes())
    assert len(feeds) >= 25
    assert len({urlsplit(feed.url).hostname for feed in feeds}) >= 25
    assert all(feed.url.startswith("https://") and feed.title for feed in feeds)


def test_seed_articles_are_enough() -> None:
    assert len(ARTICLES) >= 12


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_a_seed_article_is_short_dated_and_sourced(path: Path) -> None:
    written = article(path)
    assert written.published_by == "header"
    assert path.stem.startswith(written.published.date().isoformat()[:7])
    assert written.outlet == "Archivo de Tregua"
    assert is_page(written.url)
    assert 200 < len(written.text) < 2_000


@pytest.mark.parametrize(
    ("words", "day"),
    [
        (("Peskov", "«Se trata de un proceso de trabajo»", "Miami", "20 y 21 de diciembre", "Dmitriev"), "2025-12-23"),
        (("Lavrov", "Rubio", "Nueva York", "inaceptables", "embajadas"), "2025-09-24"),
    ],
)
def test_the_seed_articles_carry_the_facts_of_the_days_that_matter(words: tuple[str, ...], day: str) -> None:
    texts = [each.text for each in map(article, ARTICLES) if each.published.date().isoformat() == day]
    assert [word for word in words if not any(word in text for text in texts)] == []
