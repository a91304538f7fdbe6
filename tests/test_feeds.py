"""Feeds in, entries out: plain text, clean addresses, keys that tell items apart, or one sentence of refusal."""

import pickle
import random
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime, timedelta
from multiprocessing import get_context
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talks.errors import ParseError
from talks.sources.feeds import parse_feed
from talks.types import ParsedEntry, ParsedFeed
from tests.feed_data import FEED_FILES, NOW, URL, expected, rss


def parse(body: bytes, content_type: str = "") -> ParsedFeed:
    return parse_feed(body, url=URL, content_type=content_type, now=NOW)


def entry_of(item: str) -> ParsedEntry:
    (entry,) = parse(rss(item)).entries
    return entry


def keys_of(*items: str) -> list[str]:
    return [entry.key for entry in parse(rss(*items)).entries]


@pytest.mark.parametrize("path", FEED_FILES, ids=lambda path: path.name)
def test_a_feed_gives_what_its_json_says(path: Path) -> None:
    assert parse(path.read_bytes()) == expected(path)


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (b"", "«fuente.example» devuelve una respuesta vacía."),
        (b" \n\xef\xbb\xbf\0", "«fuente.example» devuelve una respuesta vacía."),
        (b"<!DOCTYPE html><html><body><p>Hola</p></body></html>", "devuelve una página web, no una fuente"),
        (b"<!-- x --><HTML><rss></rss></HTML>", "devuelve una página web, no una fuente"),
        (b"<div>Servicio en mantenimiento</div>", "devuelve una página web, no una fuente"),
        (b'<?xml version="1.0"?><opml version="2.0"/>', "devuelve una lista de fuentes OPML, no una fuente"),
        (b"<urlset><url/></urlset>", "devuelve un documento «urlset» que no es una fuente"),
        (b"%PDF-1.7 \x00\x01\x02", "devuelve algo que no es una fuente"),
        ("no hay nada aquí".encode(), "devuelve algo que no es una fuente"),
        (b'<rss version="2.0"><channel><title>Diario', "está cortada o mal formada y no se lee ninguna noticia"),
        (b"<rss><channel><item><title>Media noti", "está cortada o mal formada y no se lee ninguna noticia"),
        (b'{"version": "2.0", "items": []}', "devuelve JSON que no es una fuente JSON Feed"),
    ],
    ids=[
        "empty", "blank", "page", "page with a feed in it", "piece of a page", "OPML", "site map", "PDF", "text",
        "cut at the head", "cut in the first item", "other JSON",
    ],
)  # fmt: skip
def test_what_is_no_feed_is_refused_with_a_sentence(body: bytes, sentence: str) -> None:
    with pytest.raises(ParseError) as caught:
        parse(body)
    assert sentence in str(caught.value)
    assert "«fuente.example»" in str(caught.value)


def test_a_feed_without_items_is_a_feed() -> None:
    assert parse(rss()) == ParsedFeed(title="Diario", link="", entries=())


def test_a_feed_that_is_cut_gives_its_whole_items_only() -> None:
    whole = rss("<title>Uno</title><guid>1</guid>", "<title>Dos</title><guid>2</guid>", "<title>Tres y media</title>")
    assert [entry.title for entry in parse(whole[: whole.index(b"y media")]).entries] == ["Uno", "Dos"]


@pytest.mark.parametrize(
    ("declared", "real"),
    [
        ("utf-8", "utf-8"),
        ("iso-8859-1", "utf-8"),
        ("utf-8", "cp1252"),
        ("windows-1252", "cp1252"),
        ("us-ascii", "cp1252"),
        ("no-existe", "utf-8"),
        ("utf-16", "utf-16"),
        ("utf-16", "utf-8-sig"),
        ("idna", "cp1252"),
    ],
)
@pytest.mark.parametrize("content_type", ["", "text/xml", "text/xml; charset=iso-8859-1", "application/xml;charset=x"])
def test_a_wrong_charset_is_survived(declared: str, real: str, content_type: str) -> None:
    text = (
        f"<?xml version='1.0' encoding='{declared}'?><rss><channel><item><title>Señal «ñ» — €</title></item></channel>"
    )
    (entry,) = parse(text.encode(real), content_type).entries
    assert entry.title == "Señal «ñ» — €"


def test_two_charsets_in_one_feed_are_survived() -> None:
    body = rss("<title>Reunión en Ankara</title>", "<title>Tregua en el año nuevo</title>")
    mixed = body.replace("año".encode(), "año".encode("cp1252"))
    assert [entry.title for entry in parse(mixed).entries] == ["Reunión en Ankara", "Tregua en el año nuevo"]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Moscú &amp;amp; Kiev", "Moscú & Kiev"),
        ("&lt;b&gt;Moscú&lt;/b&gt; y Kiev", "Moscú y Kiev"),
        ("<![CDATA[Moscú&nbsp;y <i>Kiev</i>]]>", "Moscú y Kiev"),
        ("Mosc&uacute; y Kiev", "Moscú y Kiev"),
        ("  Moscú\n  y\tKiev ", "Moscú y Kiev"),
        ("MoscÃº y Kiev", "Moscú y Kiev"),
        ("“Paz”, ‘ya’: 5 &lt; 10", "“Paz”, ‘ya’: 5 < 10"),
        ("Moscú\u200b y Ki\u00adev", "Moscú y Kiev"),
    ],
)
def test_titles_are_plain_text(written: str, shown: str) -> None:
    assert entry_of(f"<title>{written}</title>").title == shown


def test_the_full_content_is_taken_where_it_is_longer_than_the_summary() -> None:
    content = '<content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/">{}</content:encoded>'
    short, long = "Un resumen.", "El texto entero de la noticia, con todo lo que se sabe."
    item = "<title>T</title><description>{}</description>"
    assert entry_of(item.format(short) + content.format(long)).text == long
    assert entry_of(item.format(long) + content.format("Leer más")).text == long


def test_fields_are_bounded() -> None:
    picture = f'<img src="data:image/png;base64,{"iVBO" * 500_000}"/>'
    text = f"<![CDATA[<p>{picture}{'Frase larga. ' * 20_000}</p>]]>"
    entry = entry_of(f"<title>{'Palabra ' * 700}</title><description>{text}</description>")
    assert (len(entry.title), entry.title[-9:]) == (296, " Palabra…")
    assert 99_900 < len(entry.text) <= 100_000
    assert "base64" not in entry.text


def test_an_untitled_item_is_named_by_its_first_sentence() -> None:
    entry = entry_of("<description>FOTO DE ARCHIVO. El puente.&lt;br&gt;Hay acuerdo. Se firma hoy.</description>")
    assert (entry.title, entry.text) == ("Hay acuerdo.", "FOTO DE ARCHIVO. El puente.\nHay acuerdo. Se firma hoy.")


def test_an_item_without_a_word_is_left_out() -> None:
    assert keys_of("<guid>1</guid>", "<title>  </title><guid>2</guid>", "<title>Hola</title><guid>3</guid>") == ["3"]


@pytest.mark.parametrize(
    ("written", "instant"),
    [
        ("Tue, 23 Dec 2025 10:00:00 GMT", datetime(2025, 12, 23, 10, tzinfo=UTC)),
        ("Tue, 23 Dec 2025 10:00:00 +0100", datetime(2025, 12, 23, 9, tzinfo=UTC)),
        ("Tue, 23 Dec 2025 10:00:00 CET", datetime(2025, 12, 23, 9, tzinfo=UTC)),
        ("mar, 23 dic 2025 10:00:00 +0100", datetime(2025, 12, 23, 9, tzinfo=UTC)),
        ("23 dic. 2025 10:00", datetime(2025, 12, 23, 10, tzinfo=UTC)),
        ("2025-12-23T10:00:00-03:00", datetime(2025, 12, 23, 13, tzinfo=UTC)),
        ("Tue Dec 23 10:00:00 2025", datetime(2025, 12, 23, 10, tzinfo=UTC)),
        ("2026-03-01T20:00:00Z", datetime(2026, 3, 1, 20, tzinfo=UTC)),
        ("2026-03-02T00:00:01Z", None),
        ("2087-01-01T00:00:00Z", None),
        ("Thu, 01 Jan 1970 00:00:00 GMT", None),
        ("ayer por la tarde", None),
        ("31/02/2026", None),
        ("", None),
    ],
)
def test_dates_are_instants_or_nothing(written: str, instant: datetime | None) -> None:
    assert entry_of(f"<title>T</title><pubDate>{written}</pubDate>").published == instant


def test_the_date_of_an_edit_counts_only_where_there_is_no_other() -> None:
    both = "<published>2026-01-02T00:00:00Z</published><updated>2026-02-02T00:00:00Z</updated>"
    atom = '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>A</title>{}</entry></feed>'
    assert parse(atom.format(both).encode()).entries[0].published == datetime(2026, 1, 2, tzinfo=UTC)
    assert parse(atom.format(both[43:]).encode()).entries[0].published == datetime(2026, 2, 2, tzinfo=UTC)


def test_one_guid_for_all_is_no_key() -> None:
    items = [f"<title>Noticia {n}</title><guid>siempre-igual</guid><link>https://a.es/{n}</link>" for n in range(3)]
    assert keys_of(*items) == ["a.es/0", "a.es/1", "a.es/2"]


def test_one_guid_and_one_address_for_all_leave_title_and_date() -> None:
    items = [f"<title>Noticia {n}</title><guid>igual</guid><link>https://a.es/</link>" for n in range(3)]
    keys = keys_of(*items)
    assert len(set(keys)) == 3
    assert keys_of(*items[1:]) == keys[1:]


def test_two_items_with_one_guid_leave_the_keys_of_the_others_alone() -> None:
    item = "<title>Noticia {0}</title><guid>{1}</guid><link>https://a.es/{0}</link>"
    assert keys_of(item.format(1, "x"), item.format(2, "x"), item.format(3, "y")) == ["a.es/1", "a.es/2", "y"]


def test_an_item_that_is_listed_twice_is_one() -> None:
    item = "<title>Noticia</title><guid>1</guid><link>https://a.es/1</link>"
    assert keys_of(item, item) == ["1"]


def test_the_address_is_the_key_where_there_is_no_guid() -> None:
    assert keys_of("<title>A</title><link>http://www.a.es/n/1/?utm_source=x</link>") == ["a.es/n/1"]


@pytest.mark.parametrize(
    "guid",
    [
        "https://a.es/n/1",
        "http://a.es/n/1",
        "https://www.a.es/n/1/",
        "https://a.es/n/1?utm_source=rss&amp;utm_campaign=tarde",
        "https://a.es/n/1?fbclid=IwAR0",
        "https://A.es/n/1#xtor=RSS-3",
    ],
)
def test_a_guid_that_changes_with_a_tracking_parameter_is_the_same(guid: str) -> None:
    assert keys_of(f"<title>A</title><guid>{guid}</guid>") == ["a.es/n/1"]


def test_a_guid_does_not_change_when_the_feed_moves() -> None:
    body = rss('<title>A</title><guid isPermaLink="true">123</guid>')
    here, there = (
        parse_feed(body, url=url, now=NOW).entries[0].key for url in ("https://a.es/rss", "https://b.es/feed")
    )
    assert (here, there) == ("123", "123")


@pytest.mark.parametrize(
    ("link", "url"),
    [
        ("/mundo/1", "https://fuente.example/mundo/1"),
        ("2.html", "https://fuente.example/rss/2.html"),
        ("//b.example/3", "https://b.example/3"),
        ("https://a.es/p?id=1&amp;utm_medium=rss&amp;gclid=x#fin", "https://a.es/p?id=1#fin"),
        ("https://a.es/p?ref=rss", "https://a.es/p"),
        ("https://a.es/p?ref=informe", "https://a.es/p?ref=informe"),
        ("https://a.es/año nuevo", "https://a.es/a%C3%B1onuevo"),
        ("https://a.es/&quot;&gt;&lt;b&gt;", "https://a.es/%22%3E%3Cb%3E"),
        ("javascript:alert(1)", ""),
        ("data:text/html,hola", ""),
        ("https://[mal/", ""),
        ("https://a.es:99999/", ""),
    ],
)
def test_addresses_are_absolute_and_clean(link: str, url: str) -> None:
    assert entry_of(f"<title>A</title><link>{link}</link>").url == url


def test_at_most_five_hundred_items_are_taken_the_newest_first() -> None:
    start = datetime(2025, 1, 1, tzinfo=UTC)
    items = [
        f"<title>N {n}</title><guid>{n}</guid><pubDate>{start + timedelta(hours=n):%a, %d %b %Y %H:%M:%S GMT}</pubDate>"
        for n in range(700)
    ]
    assert keys_of(*items) == [str(n) for n in range(699, 199, -1)]
    assert keys_of(*reversed(items)) == [str(n) for n in range(699, 199, -1)]


def test_the_feed_says_how_often_to_come() -> None:
    assert [parse(rss(head=f"<ttl>{ttl}</ttl>")).ttl for ttl in ("60", "0", "9" * 9, "-1", "x")] == [
        3600.0, None, 86_400.0, None, None,
    ]  # fmt: skip


def test_entities_are_neither_expanded_nor_fetched() -> None:
    bomb = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(12))
    doctype = f'<!DOCTYPE rss [<!ENTITY a0 "ja"><!ENTITY f SYSTEM "file:///etc/passwd">{bomb}]>'
    body = rss("<title>Hola &a12; &f;</title>").replace(b"<rss", doctype.encode() + b"<rss")
    (entry,) = parse(body).entries
    assert "root:" not in entry.title
    assert len(entry.title) < 100


@pytest.mark.parametrize(
    "piece", ["<", "&", "<a ", "<p", "<div>", "<![CDATA[", "<!--", "&lt;b&gt;", "]]>", "<item>", "\n\n "]
)
def test_a_hostile_feed_is_read_in_bounded_time(piece: str) -> None:
    body = rss(f"<title>T</title><description>{piece * (100_000 // len(piece))}</description>")
    assert isinstance(_outcome(body), ParsedFeed | ParseError)


def _outcome(body: bytes) -> ParsedFeed | ParseError:
    try:
        return parse(body)
    except ParseError as error:
        return error


def _is_sound(feed: ParsedFeed) -> bool:
    keys = [entry.key for entry in feed.entries]
    fields = [field for entry in feed.entries for field in (entry.key, entry.url, entry.title, entry.text)]
    "".join([feed.title, feed.link, *fields]).encode("utf-8")
    return all(keys) and len(set(keys)) == len(keys) and all(entry.title for entry in feed.entries)


def _says_something(outcome: ParsedFeed | ParseError) -> bool:
    return _is_sound(outcome) if isinstance(outcome, ParsedFeed) else str(outcome).endswith(".")


@given(st.binary(max_size=2_000))
def test_any_bytes_give_a_feed_or_a_sentence(body: bytes) -> None:
    assert _says_something(_outcome(body))
    assert _says_something(_outcome(b"<rss><channel><item><title>" + body))
    assert _says_something(_outcome(rss(body.decode("latin-1"))))


PIECES = (
    "<rss>", "<feed>", "<rdf:RDF>", "<channel>", "<item>", "<entry>", "</item>", "</entry>", "<title>", "</title>",
    "<link>", "<link/>", "<guid>", "<id>", "<description>", "<content type='xhtml'>", "<content:encoded>",
    "<pubDate>", "<updated>", "&lt;", "&amp;", "&#0;", "&#xD800;", "<![CDATA[", "]]>", "<!--", "-->", "<?xml",
    "<!DOCTYPE", "x='y'", ">", "<", "hola", "xmlns:a='b'", "xml:base='http://['", "<a:b>", "<enclosure url='x'/>",
    "é", "\0", "<media:content>", "<itunes:duration>", "1:2:3", "<georss:point>", "<where>", "<svg>", "<dc:date>",
    "-1", "<source>", "<category term=''/>",
)  # fmt: skip
FRAGMENTS = st.lists(st.sampled_from(PIECES), max_size=40)


@given(FRAGMENTS)
def test_any_heap_of_tags_gives_a_feed_or_a_sentence(fragments: list[str]) -> None:
    assert _says_something(_outcome(" ".join(fragments).encode()))
    assert _says_something(_outcome(b"<rss><channel>" + " ".join(fragments).encode()))


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(FEED_FILES), st.randoms(use_true_random=False), st.integers(1, 20))
def test_a_damaged_feed_gives_a_feed_or_a_sentence(path: Path, chance: random.Random, wounds: int) -> None:
    body = bytearray(path.read_bytes())
    for _ in range(wounds):
        start = chance.randrange(len(body))
        body[start : start + chance.choice((0, 1, 1, 5, 80))] = chance.choice(
            (b"", b"<", b"&", b"\xff", b"\0", b"</", b">")
        )
    assert _says_something(_outcome(bytes(body)))


def test_a_feed_is_parsed_in_another_process() -> None:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        assert pool.submit(parse, FEED_FILES[0].read_bytes()).result() == expected(FEED_FILES[0])
        with pytest.raises(ParseError, match="respuesta vacía"):
            pool.submit(parse, b"").result()
    assert pickle.loads(pickle.dumps(expected(FEED_FILES[0]))) == expected(FEED_FILES[0])  # noqa: S301
