"""Fetching: what a server answers, or one sentence about why not."""

import asyncio
import gzip
import pickle
import socket
import ssl
import tracemalloc
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import unused_port
from hypothesis import given
from hypothesis import strategies as st

from talks.errors import FetchError, ParseError
from talks.sources.fetch import FetchLimits, fetch, open_session
from talks.sources.guard import AddressInfo, RefusedAddress
from talks.sources.http_headers import max_age, plain_value, retry_after
from talks.types import Fetched
from tests.feed_server import Answer, serving, serving_bytes

FEED = b"<rss version='2.0'><channel/></rss>"
MEGABYTE = 1_000_000


def answering(**options: object) -> Answer:
    async def answer(_request: web.Request) -> web.Response:
        return web.Response(**options)  # type: ignore[arg-type]

    return answer


def redirecting(*places: str, status: int = 302) -> Answer:
    """A server that leads from «/0» to «/1» and so on, and then answers with the feed."""

    async def answer(request: web.Request) -> web.Response:
        step = int(request.path.strip("/") or 0)
        if step < len(places):
            return web.Response(status=status, headers={"Location": places[step]})
        return web.Response(body=FEED)

    return answer


async def refusal(answer: Answer, *, path: str = "/0", limits: FetchLimits | None = None) -> FetchError:
    async with serving(answer) as (session, root):
        with pytest.raises(FetchError) as caught:
            await fetch(session, root + path, limits=limits or FetchLimits())
    return caught.value


async def test_an_answer_is_had_with_its_validators() -> None:
    headers = {"ETag": '"a1"', "Last-Modified": "Tue, 23 Dec 2025 10:00:00 GMT", "Cache-Control": "public, max-age=900"}
    async with serving(answering(body=FEED, content_type="application/rss+xml", headers=headers)) as (session, root):
        fetched = await fetch(session, f"{root}/rss")
    assert fetched == Fetched(
        url=f"{root}/rss",
        final_url=f"{root}/rss",
        status=200,
        body=FEED,
        content_type="application/rss+xml",
        etag='"a1"',
        last_modified="Tue, 23 Dec 2025 10:00:00 GMT",
        max_age=900.0,
        moved_permanently=False,
    )


async def test_it_says_who_asks_and_keeps_no_cookies() -> None:
    async def answer(request: web.Request) -> web.Response:
        said = f"{request.headers['User-Agent']} {dict(request.cookies)}"
        return web.Response(text=said, headers={"Set-Cookie": "a=1"})

    async with serving(answer) as (session, root):
        await fetch(session, root)
        said = (await fetch(session, root)).body.decode()
    assert said.startswith("Tregua/0.")
    assert "(+bot de Telegram que lee fuentes RSS) {}" in said


async def test_the_contact_of_the_operator_is_in_the_user_agent() -> None:
    async with open_session(allow_private=False, contact="correo@ejemplo.es\r\nX-Otra: 1") as session:
        assert session.headers["User-Agent"].endswith("(+correo@ejemplo.esX-Otra: 1)")


async def test_nothing_new_has_no_body() -> None:
    async def answer(request: web.Request) -> web.Response:
        asked = request.headers.get("If-None-Match"), request.headers.get("If-Modified-Since")
        return web.Response(status=304 if asked == ('"a1"', "Tue, 23 Dec 2025 10:00:00 GMT") else 500)

    async with serving(answer) as (session, root):
        fetched = await fetch(session, root, etag='"a1"', last_modified="Tue, 23 Dec 2025 10:00:00 GMT")
    assert (fetched.status, fetched.body) == (304, b"")


async def test_nothing_new_is_a_failure_when_nothing_is_known() -> None:
    assert "304 (nada nuevo) sin que se le hubiera leído antes" in str(await refusal(answering(status=304)))


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        (403, "«127.0.0.1» respondió 403: no permite el acceso."),
        (404, "«127.0.0.1» respondió 404: esa dirección no existe."),
        (410, "«127.0.0.1» respondió 410: la dirección se retiró para siempre."),
        (418, "«127.0.0.1» respondió 418: rechaza la petición."),
        (429, "«127.0.0.1» respondió 429: recibe demasiadas peticiones."),
        (500, "«127.0.0.1» respondió 500: tiene un fallo interno."),
        (599, "«127.0.0.1» respondió 599: tiene un fallo."),
        (301, "«127.0.0.1» respondió 301 sin decir adónde se ha movido."),
    ],
)
async def test_a_status_of_failure_is_a_sentence(status: int, sentence: str) -> None:
    error = await refusal(answering(status=status))
    assert (str(error), error.gone, error.retry_after) == (sentence, status == 410, None)


async def test_the_server_says_how_long_to_wait() -> None:
    later = {"Retry-After": "Tue, 23 Dec 2025 11:00:00 GMT", "Date": "Tue, 23 Dec 2025 10:30:00 GMT"}
    waits = [
        (await refusal(answering(status=429, headers={"Retry-After": "3600"}))).retry_after,
        (await refusal(answering(status=503, headers=later))).retry_after,
        (await refusal(answering(status=503, headers={"Retry-After": "luego"}))).retry_after,
        (await refusal(answering(status=503, headers={"Retry-After": "9" * 10}))).retry_after,
    ]
    assert waits == [3600.0, 1800.0, None, 30 * 86_400.0]


async def test_three_redirects_are_followed() -> None:
    async with serving(redirecting("/1", "/2", "/3")) as (session, root):
        fetched = await fetch(session, f"{root}/0")
    assert (fetched.body, fetched.final_url, fetched.moved_permanently) == (FEED, f"{root}/3", False)


async def test_a_fourth_redirect_and_a_loop_are_too_many() -> None:
    assert str(await refusal(redirecting("/1", "/2", "/3", "/4"))) == "«127.0.0.1» redirige más de 3 veces."
    assert str(await refusal(redirecting("/0"))) == "«127.0.0.1» redirige más de 3 veces."


@pytest.mark.parametrize("status", [301, 308])
async def test_a_feed_that_has_moved_for_good_says_so(status: int) -> None:
    async with serving(redirecting("/1", "/2", status=status)) as (session, root):
        fetched = await fetch(session, f"{root}/0")
    assert (fetched.moved_permanently, fetched.final_url) == (True, f"{root}/2")


@pytest.mark.parametrize("place", ["file:///etc/passwd", "ftp://127.0.0.1/a", "javascript:alert(1)", "http://[", "//"])
async def test_a_redirect_leads_nowhere_but_to_the_web(place: str) -> None:
    assert "127.0.0.1" in str(await refusal(redirecting(place)))


@pytest.mark.parametrize("url", ["", "hola", "file:///etc/passwd", "ftp://a.es/x", "http://", "http://[", "ws://a.es/"])
async def test_only_addresses_of_the_web_are_asked(url: str) -> None:
    async with open_session(allow_private=True) as session:
        with pytest.raises(FetchError, match="no es una dirección http o https"):
            await fetch(session, url)


@pytest.mark.parametrize("host", ["127.0.0.1", "[::1]", "localhost", "0x7f.1", "[::ffff:7f00:1]"])
async def test_private_addresses_are_refused_in_every_notation(host: str) -> None:
    async with serving(answering(body=FEED)) as (_, root), open_session(allow_private=False) as session:
        with pytest.raises(FetchError, match="está en una red privada y no se consulta"):
            await fetch(session, f"http://{host}:{root.rsplit(':', 1)[1]}/")


@pytest.mark.parametrize("host", ["127.1", "2130706433", "017700000001"])
async def test_numbers_are_no_names_of_servers(host: str) -> None:
    async with open_session(allow_private=False) as session:
        with pytest.raises(FetchError, match=f"«{host}» no es el nombre de un servidor"):
            await fetch(session, f"http://{host}/")


async def test_the_guard_is_asked_again_after_a_redirect() -> None:
    guarded = aiohttp.ClientSession(connector=aiohttp.TCPConnector(socket_factory=_closed_to_the_second))
    async with serving(redirecting("http://127.0.0.2:9/")) as (_, root), guarded as session:
        with pytest.raises(FetchError, match=r"«127\.0\.0\.2» está en una red privada"):
            await fetch(session, f"{root}/0")


def _closed_to_the_second(info: AddressInfo) -> socket.socket:
    if info[4][0] == "127.0.0.2":
        raise RefusedAddress
    return socket.socket(*info[:3])


@pytest.mark.parametrize("with_length", [True, False])
async def test_a_body_over_the_limit_is_refused(with_length: bool) -> None:
    async def answer(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        if with_length:
            response.content_length = 50 * MEGABYTE
        await response.prepare(request)
        for _ in range(50):
            try:
                await response.write(bytes(MEGABYTE))
            except ConnectionError:
                break
        return response

    assert str(await refusal(answer)) == "La respuesta de «127.0.0.1» pesa más de 5 MB."


async def test_a_gzip_bomb_never_fills_the_memory() -> None:
    bomb = gzip.compress(bytes(300 * MEGABYTE))
    tracemalloc.start()
    error = await refusal(answering(body=bomb, headers={"Content-Encoding": "gzip"}))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert str(error) == "La respuesta de «127.0.0.1» pesa más de 5 MB."
    assert peak < 20 * MEGABYTE


async def test_a_compressed_feed_is_inflated() -> None:
    async with serving(answering(body=gzip.compress(FEED), headers={"Content-Encoding": "gzip"})) as (session, root):
        assert (await fetch(session, root)).body == FEED


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
async def test_a_body_that_is_not_compressed_as_it_says_is_a_sentence(encoding: str) -> None:
    error = await refusal(answering(body=b"<rss>" * 100, headers={"Content-Encoding": encoding}))
    assert str(error) == "La respuesta de «127.0.0.1» llegó incompleta o mal comprimida."


async def test_a_slow_server_does_not_hold_us_up() -> None:
    over = asyncio.Event()

    async def answer(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        await response.write(b"<")
        await over.wait()
        return response

    async with serving(answer) as (session, root):
        with pytest.raises(FetchError, match=r"«127\.0\.0\.1» no terminó de responder en 0\.2 s\."):
            await fetch(session, root, limits=FetchLimits(seconds=0.2))
        over.set()


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n<rss>", "La respuesta de «127.0.0.1» llegó incompleta"),
        (b"220 ftp.ejemplo.es listo\r\n\r\n", "La respuesta de «127.0.0.1» no es HTTP correcto."),
        (b"HTTP/1.1 200 OK\r\nX: " + b"a" * 100_000 + b"\r\n\r\n", "La respuesta de «127.0.0.1» no es HTTP correcto."),
        (b"", "«127.0.0.1» cortó la conexión."),
    ],
    ids=["cut", "not HTTP", "endless header", "nothing"],
)
async def test_an_answer_that_makes_no_sense_is_a_sentence(answer: bytes, sentence: str) -> None:
    async with serving_bytes(answer) as (session, root):
        with pytest.raises(FetchError) as caught:
            await fetch(session, root)
    assert sentence in str(caught.value)


async def test_a_server_that_cannot_be_reached_is_a_sentence() -> None:
    async with open_session(allow_private=True) as session:
        with pytest.raises(FetchError, match=r"«127\.0\.0\.1» rechaza la conexión\."):
            await fetch(session, f"http://127.0.0.1:{unused_port()}/")
        with pytest.raises(FetchError, match=r"No se encuentra el servidor «no-existe\.invalid»\."):
            await fetch(session, "http://no-existe.invalid/")


async def test_a_server_without_tls_cannot_be_asked_with_it() -> None:
    async with serving(answering(body=FEED)) as (session, root):
        with pytest.raises(FetchError, match=r"La conexión segura con «127\.0\.0\.1» no es posible\."):
            await fetch(session, root.replace("http://", "https://"))


async def test_a_certificate_that_nobody_vouches_for_is_refused() -> None:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(Path(__file__).parent / "data" / "tls" / "self-signed.pem")
    server = await asyncio.start_server(lambda _reader, writer: writer.close(), "127.0.0.1", 0, ssl=context)
    port = server.sockets[0].getsockname()[1]
    async with server, open_session(allow_private=True) as session:
        with pytest.raises(FetchError, match=r"El certificado de «localhost» no es válido\."):
            await fetch(session, f"https://localhost:{port}/")


async def test_validators_that_cannot_be_stored_or_sent_back_are_dropped() -> None:
    head = b"HTTP/1.1 200 OK\r\nETag: \xff\xfe\r\nLast-Modified: ayer \xe9\r\nContent-Type: text/\xff\r\n"
    async with serving_bytes(head + b"Content-Length: 2\r\n\r\nok") as (session, root):
        fetched = await fetch(session, root, etag="\udcff", last_modified="a\r\nX: 1")
    assert (fetched.body, fetched.etag, fetched.last_modified, fetched.content_type) == (b"ok", None, None, "")


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Cache-Control": "max-age=600"}, 600.0),
        ({"Cache-Control": 'public, MAX-AGE="60", must-revalidate'}, 60.0),
        ({"Cache-Control": "s-maxage=900"}, None),
        ({"Cache-Control": "no-cache, max-age=600"}, None),
        ({"Cache-Control": "max-age=0"}, None),
        ({"Cache-Control": "max-age=" + "9" * 5000}, None),
        ({"Expires": "Tue, 23 Dec 2025 10:10:00 GMT", "Date": "Tue, 23 Dec 2025 10:00:00 GMT"}, 600.0),
        ({"Expires": "0", "Date": "Tue, 23 Dec 2025 10:00:00 GMT"}, None),
        ({}, None),
    ],
)
def test_the_server_says_how_long_its_answer_stays_fresh(headers: dict[str, str], seconds: float | None) -> None:
    assert max_age(headers) == seconds


@given(st.text(), st.text(), st.text())
def test_any_header_is_read(first: str, second: str, third: str) -> None:
    for headers in ({"Cache-Control": first, "Date": second}, {"Expires": first, "Retry-After": third, "Date": second}):
        for wish in (max_age(headers), retry_after(headers)):
            assert wish is None or 0 <= wish <= 30 * 86_400
    assert (plain_value(first) or "").isascii()


@pytest.mark.parametrize("error", [FetchError("No.", retry_after=3.0, gone=True), ParseError("Tampoco.")])
def test_errors_travel_between_processes(error: FetchError | ParseError) -> None:
    there = pickle.loads(pickle.dumps(error))  # noqa: S301
    assert (type(there), str(there), vars(there)) == (type(error), str(error), vars(error))
