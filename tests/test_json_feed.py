"""JSON Feed: any field may be missing or of any type."""

import json
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talks.errors import ParseError
from talks.sources.feeds import parse_feed
from talks.types import ParsedEntry, ParsedFeed
from tests.feed_data import NOW, URL

VERSION = "https://jsonfeed.org/version/1.1"
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda children: st.lists(children, max_size=4) | st.dictionaries(st.text(max_size=8), children, max_size=4),
    max_leaves=12,
)
FIELDS = ("id", "url", "external_url", "title", "content_html", "content_text", "summary", "date_published")


def parse(feed: object) -> ParsedFeed:
    return parse_feed(json.dumps(feed).encode(), url=URL, content_type="application/feed+json", now=NOW)


def feed_of(*items: object) -> dict[str, object]:
    return {"version": VERSION, "title": "Mesa", "items": list(items)}


def test_an_item_is_read() -> None:
    item = {
        "id": "https://mesa.example/9?utm_source=feed",
        "external_url": "https://otro.example/9",
        "title": "Prórroga de la tregua",
        "content_html": "<p>Uno.</p><p>Dos.</p>",
        "date_published": "2026-02-01T10:00:00+01:00",
    }
    entry = ParsedEntry(
        key="mesa.example/9",
        url="https://otro.example/9",
        title="Prórroga de la tregua",
        text="Uno.\n\nDos.",
        published=datetime(2026, 2, 1, 9, tzinfo=UTC),
    )
    assert parse(feed_of(item)) == ParsedFeed(title="Mesa", link="", entries=(entry,))


def test_the_date_of_an_edit_counts_only_where_there_is_no_other() -> None:
    edited = {"id": 1, "title": "A", "date_modified": "2026-02-02"}
    both = {"id": 2, "title": "B", "date_modified": "2026-02-02", "date_published": "2026-02-01"}
    assert [entry.published for entry in parse(feed_of(edited, both)).entries] == [
        datetime(2026, 2, 2, tzinfo=UTC),
        datetime(2026, 2, 1, tzinfo=UTC),
    ]


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (b"{", "es JSON cortado o mal formado"),
        (b"[" * 200_000, "es JSON cortado o mal formado"),
        (b'{"version": ' + b"9" * 10_000 + b"}", "es JSON cortado o mal formado"),
        (b"[1, 2]", "devuelve JSON que no es una fuente JSON Feed"),
        (b'{"error": "not found"}', "devuelve JSON que no es una fuente JSON Feed"),
        (b'{"version": 2}', "devuelve JSON que no es una fuente JSON Feed"),
        (b'{"version": "https://jsonfeed.org/version/1", "items": "x"}', "no tiene lista de noticias"),
    ],
    ids=["cut", "deep", "endless number", "list", "other JSON", "other version", "no items"],
)
def test_what_is_no_json_feed_is_refused_with_a_sentence(body: bytes, sentence: str) -> None:
    with pytest.raises(ParseError, match=sentence):
        parse_feed(body, url=URL, now=NOW)


def test_lone_surrogates_never_get_through() -> None:
    body = r'{"version": "%s", "title": "a\ud800", "items": [{"id": "\udfff", "title": "b\ud83d", "url": "https://a.es/\ud800"}]}'
    feed = parse_feed((body % VERSION).encode(), url=URL, now=NOW)
    assert [repr(feed).encode(), feed.entries[0].url.encode()]


@given(st.lists(st.dictionaries(st.sampled_from(FIELDS), JSON, max_size=8) | JSON, max_size=4), JSON, JSON)
def test_fields_of_any_type_are_read(items: list[object], title: object, home: object) -> None:
    feed = parse(feed_of(*items) | {"title": title, "home_page_url": home})
    keys = [entry.key for entry in feed.entries]
    assert len(set(keys)) == len(keys)
    "".join([feed.title, feed.link, *keys, *(entry.text + entry.title + entry.url for entry in feed.entries)]).encode()


@given(JSON)
def test_any_json_gives_a_feed_or_a_sentence(value: object) -> None:
    with suppress(ParseError):
        assert isinstance(parse(value), ParsedFeed)
