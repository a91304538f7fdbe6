"""The feeds of a site, from one of its pages."""

import pytest

from talks.sources.discover import find_feed_links

URL = "https://diario.example/mundo/"


def page(*links: str, base: str = "") -> bytes:
    return f"<html><head>{base}{''.join(links)}</head><body><p>Portada</p></body></html>".encode()


def link(href: str, kind: str = "application/rss+xml", rel: str = "alternate") -> str:
    return f'<link rel="{rel}" type="{kind}" href="{href}">'


def test_the_feeds_that_the_page_declares_are_found_those_of_comments_last() -> None:
    found = find_feed_links(page(link("/comments/feed/"), link("/rss"), link("https://otro.example/a.atom")), url=URL)
    assert found == (
        "https://diario.example/rss",
        "https://otro.example/a.atom",
        "https://diario.example/comments/feed/",
    )


@pytest.mark.parametrize(
    "tag",
    [
        link("/es.json", rel="alternate home", kind="application/feed+json; charset=utf-8"),
        '<LINK REL="Alternate" TYPE="Application/Atom+XML" HREF="/es.json">',
        link("es.json").replace("<link", "<base href='/'><link"),
    ],
)
def test_links_are_read_as_pages_write_them(tag: str) -> None:
    assert find_feed_links(page(tag), url=URL) == ("https://diario.example/es.json",)


@pytest.mark.parametrize(
    "tag",
    [
        "",
        link("/estilo.css", rel="stylesheet"),
        link("/en/", kind="text/html"),
        link("javascript:alert(1)"),
        link("file:///etc/passwd"),
        link(""),
        "<base href='http://[roto'>" + link("http://[roto/rss"),
    ],
)
def test_where_a_page_declares_none_the_usual_places_of_its_site_are_tried(tag: str) -> None:
    found = find_feed_links(page(tag), url=URL)
    assert found[:2] == ("https://diario.example/feed/", "https://diario.example/rss")


def test_a_page_that_declares_a_thousand_is_asked_for_ten() -> None:
    assert len(find_feed_links(page(*(link(f"/{n}") for n in range(1_000))), url=URL)) == 10


def test_what_is_no_page_has_the_usual_places() -> None:
    assert "https://diario.example/rss.xml" in find_feed_links(b"\x00\x01", url=URL)
