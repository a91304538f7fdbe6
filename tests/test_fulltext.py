"""The text of an article from its page, and what the page says of itself."""

import contextlib
import time
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talks.errors import ParseError
from talks.sources.fulltext import PageText, extract_full_text, is_same_article

URL = "https://diario.example/ronda"
FIRST = "Las delegaciones de Rusia y Ucrania hablaron durante horas de las garantías de seguridad y del territorio."
SECOND = "«No esperamos milagros», dijo el jefe de la delegación al salir del hotel, camino del aeropuerto."
THIRD = "La próxima cita será dentro de dos semanas en la misma ciudad, según la cancillería del país anfitrión."
STORY = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"
TEXT = f"{FIRST}\n\n{SECOND}\n\n{THIRD}"


def page(body: str, *, head: str = "") -> bytes:
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode()


def linked(data: str) -> str:
    return f'<script type="application/ld+json">{data}</script>'


def test_menus_captions_related_links_and_comments_are_left_out() -> None:
    body = f"""<header><nav><a href="/">Portada</a> <a href="/mundo">Mundo</a></nav></header><main><article>
    <h1>Ronda en Ginebra</h1><figure><img src="f.jpg"><figcaption>Los negociadores, en una foto de archivo.</figcaption>
    </figure>{STORY}</article></main><section class="comments"><p>Un lector opina que esto no va a ninguna parte.</p>
    </section><footer><p>Aviso legal y política de cookies</p></footer>"""
    found = extract_full_text(page(body, head='<meta property="og:title" content="Ronda en Ginebra">'), url=URL)
    assert found == PageText(text=TEXT, title="Ronda en Ginebra", published=None)


def test_an_old_charset_is_read() -> None:
    body = page(f"<article>{STORY}</article>", head='<meta charset="iso-8859-1">').decode().encode("cp1252")
    assert extract_full_text(body, url=URL).text == TEXT


def test_the_copy_for_search_engines_is_taken_where_the_page_shows_little() -> None:
    data = '{"@graph": [{"@type": "WebPage"}, {"@type": ["NewsArticle"], "headline": "Ronda", "articleBody": "%s"}]}'
    found = extract_full_text(page("<p>Suscríbete para leer.</p>", head=linked(data % f"{FIRST} {SECOND}")), url=URL)
    assert (found.title, found.text) == ("Ronda", f"{FIRST} {SECOND}")


@pytest.mark.parametrize(
    ("head", "published"),
    [
        (linked('{"@type": "NewsArticle", "datePublished": "2026-03-09T18:30:00+01:00"}'), (9, 17, 30)),
        (
            linked('[{"@type": "Thing"}, {"@type": "LiveBlogPosting", "datePublished": "2026-03-09"}]'),
            (9, 12, 0),
        ),
        ('<meta property="article:published_time" content="2026-03-09T10:00:00Z">', (9, 10, 0)),
        ('<meta name="date" content="9 de marzo de 2026">', (9, 12, 0)),
        ('<meta itemprop="datePublished" content="Mon, 09 Mar 2026 10:00:00 +0100">', (9, 9, 0)),
        (
            linked('{"@type": "NewsArticle", "datePublished": "ayer"}')
            + '<meta property="article:published_time" content="2026-03-08T10:00:00Z">',
            (8, 10, 0),
        ),
        (linked('{"@type": "Event", "datePublished": "2026-03-09"}'), None),
        (linked("{roto") + linked("[" * 5_000) + linked("7"), None),
        ("", None),
    ],
)
def test_the_page_dates_itself(head: str, published: tuple[int, int, int] | None) -> None:
    moment = datetime(2026, 3, *published, tzinfo=UTC) if published else None
    assert extract_full_text(page(f"<article>{STORY}</article>", head=head), url=URL).published == moment


@pytest.mark.parametrize("body", [b"", b'{"a": 1}', bytes(range(256)) * 50, b"<html><body><p></p></body></html>"])
def test_a_page_without_an_article_is_a_sentence(body: bytes) -> None:
    with pytest.raises(ParseError, match=r"«diario\.example» no se encuentra el texto"):
        extract_full_text(body, url=URL)


@pytest.mark.parametrize(
    "piece", ["<div>", "<p>x</p>", "<a ", "<li><ul>", '<script type="application/ld+json">[', "&#"]
)
def test_a_hostile_page_is_read_in_bounded_time(piece: str) -> None:
    start = time.process_time()
    with contextlib.suppress(ParseError):
        extract_full_text((piece * (1_000_000 // len(piece))).encode(), url=URL)
    assert time.process_time() - start < 5


@given(st.text(max_size=300) | st.binary(max_size=300))
def test_any_page_gives_a_text_or_a_sentence(body: str | bytes) -> None:
    data = body.encode("utf-8", "replace") if isinstance(body, str) else body
    with contextlib.suppress(ParseError):
        assert extract_full_text(data, url=URL).text


@pytest.mark.parametrize(
    ("text", "is_same"),
    [
        (TEXT, True),
        ("Nosotros y nuestros socios guardamos información en tu dispositivo. Puedes aceptar o rechazar.", False),
        ("Suscríbete para leer esta noticia y todas las demás desde un euro al mes.", False),
    ],
)
def test_a_page_is_the_article_when_it_has_words_of_the_teaser(text: str, is_same: bool) -> None:
    teaser = "Ronda en Ginebra. Las delegaciones hablaron durante horas de las garantías de seguridad."
    assert is_same_article(text, teaser) is is_same
