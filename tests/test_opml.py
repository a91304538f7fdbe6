"""OPML: the list of feeds, in and out."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talks.errors import ParseError
from talks.sources.opml import OpmlFeed, parse_opml, write_opml

LIST = """<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0"><head><title>Mis fuentes</title></head><body>
  <outline text="Mundo">
    <outline type="rss" text="Diario A" title="Diario &amp; A" xmlUrl="https://a.example/rss"/>
    <outline text="Europa"><outline text="Diario B" xmlUrl=" https://b.example/rss?a=1&amp;b=2 "/></outline>
  </outline>
  <outline type="rss" XMLURL="feed://c.example/rss"/>
  <outline text="Repetida" xmlUrl="https://a.example/rss"/>
  <outline text="Sin dirección"/>
  <outline text="Archivo" xmlUrl="file:///etc/passwd"/>
</body></opml>"""
FEEDS = (
    OpmlFeed("https://a.example/rss", "Diario & A"),
    OpmlFeed("https://b.example/rss?a=1&b=2", "Diario B"),
    OpmlFeed("http://c.example/rss", ""),
)


def test_the_feeds_of_all_folders_are_read_once_each_and_in_order() -> None:
    assert parse_opml(LIST.encode()) == FEEDS


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "cp1252"])
def test_a_list_in_another_charset_is_read(codec: str) -> None:
    listed = '<opml><body><outline text="Opinión" xmlUrl="https://a.example/rss"/></body></opml>'
    assert parse_opml(listed.encode(codec)) == (OpmlFeed("https://a.example/rss", "Opinión"),)


def test_what_is_written_is_read_back() -> None:
    feeds = (*FEEDS[:2], OpmlFeed("https://d.example/rss", "«Ñ» <b> & 😀"))
    assert parse_opml(write_opml(feeds)) == feeds


def test_a_feed_without_a_title_is_written_with_its_address() -> None:
    assert parse_opml(write_opml([FEEDS[2]])) == (OpmlFeed("http://c.example/rss", "http://c.example/rss"),)


@given(st.text(max_size=100))
def test_any_title_can_be_written(title: str) -> None:
    assert [feed.url for feed in parse_opml(write_opml([OpmlFeed("https://a.example/rss", title)]))] == [
        "https://a.example/rss"
    ]


ENTITIES = '<!DOCTYPE opml [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><opml><body><outline text="&b;"/></body></opml>'


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "está vacía"),
        (b"  \n", "está vacía"),
        (b"<opml><body>", "bien formado"),
        (b"fuentes: a, b", "bien formado"),
        (b"<rss version='2.0'><channel/></rss>", "empieza por «rss»"),
        (ENTITIES.encode(), "declara entidades"),
        (b"<!DOCTYPE opml SYSTEM 'file:///etc/passwd' [ ]><opml/>", "declara entidades"),
        (b"<opml>" + b" " * 5_000_001, "pesa más de 5 MB"),
        (bytes(range(256)), "bien formado"),
    ],
)
def test_what_is_no_list_of_feeds_is_refused_with_a_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(ParseError, match=sentence):
        parse_opml(data)


@given(st.binary(max_size=200))
def test_any_bytes_give_a_list_or_a_sentence(data: bytes) -> None:
    with contextlib.suppress(ParseError):
        assert parse_opml(b"<opml>" + data) == ()
