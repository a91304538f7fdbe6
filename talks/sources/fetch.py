"""Fetching: the only door of aiohttp's client. http(s), bounded in bytes, time and redirects, public addresses only.

A validator (ETag, Last-Modified) is handed back untouched; whoever stores the entries stores it with them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.metadata import version
from typing import NoReturn
from urllib.parse import urlsplit

import aiohttp

from talks.errors import FetchError
from talks.sources.guard import RefusedAddress, guarded_socket
from talks.sources.http_headers import max_age, plain_value, retry_after
from talks.types import Fetched

ACCEPT = (
    "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml;q=0.9, "
    "application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/html;q=0.7, */*;q=0.5"
)
CONTACT = "bot de Telegram que lee fuentes RSS"
CONNECTIONS = 16
CONNECTIONS_PER_HOST = 2
CHUNK = 65_536
PERMANENT = {301, 308}
NOT_MODIFIED = 304
GONE = 410
REASONS = {
    400: "no entiende la petición",
    401: "pide una contraseña",
    402: "pide un pago",
    403: "no permite el acceso",
    404: "esa dirección no existe",
    406: "no ofrece ese contenido",
    410: "la dirección se retiró para siempre",
    429: "recibe demasiadas peticiones",
    451: "el contenido está bloqueado por razones legales",
    500: "tiene un fallo interno",
    502: "su pasarela falla",
    503: "no está disponible por ahora",
    504: "su pasarela no obtuvo respuesta",
}


@dataclass(frozen=True, slots=True)
class FetchLimits:
    bytes: int = 5_000_000
    """Of the body, after inflating."""
    seconds: float = 10.0
    """For all of it: look-ups, redirects and the last byte."""
    redirects: int = 3


LIMITS = FetchLimits()


def open_session(*, allow_private: bool, contact: str = CONTACT) -> aiohttp.ClientSession:
    """A session that reaches public addresses only, unless `allow_private`; it keeps no cookies and uses no proxy."""
    connector = aiohttp.TCPConnector(
        socket_factory=None if allow_private else guarded_socket,
        limit=CONNECTIONS,
        limit_per_host=CONNECTIONS_PER_HOST,
    )
    return aiohttp.ClientSession(
        connector=connector,
        cookie_jar=aiohttp.DummyCookieJar(),
        headers={"User-Agent": _user_agent(contact), "Accept": ACCEPT},
    )


def _user_agent(contact: str) -> str:
    return f"Tregua/{version('tregua')} (+{re.sub('[^ -~]', '', contact)})"


async def fetch(
    session: aiohttp.ClientSession,
    url: str,
    *,
    etag: str | None = None,
    last_modified: str | None = None,
    limits: FetchLimits = LIMITS,
) -> Fetched:
    """Ask for the address, with the validators of the last answer.

    Raises FetchError, one sentence that names the host.
    """
    host = _host(url)
    asked = _conditions(etag, last_modified)
    timeout = aiohttp.ClientTimeout(total=limits.seconds)
    try:
        async with session.get(url, headers=asked, timeout=timeout, max_redirects=limits.redirects + 1) as response:
            _refuse_failure(response, is_conditional=bool(asked))
            body = b"" if response.status == NOT_MODIFIED else await _read(response, limits)
            return _fetched(url, response, body)
    except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
        raise FetchError(_sentence(error, host, limits)) from error


def _host(url: str) -> str:
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError as error:
        raise FetchError(f"«{url[:100]}» no es una dirección http o https.") from error
    if parts.scheme not in ("http", "https") or not host:
        raise FetchError(f"«{url[:100]}» no es una dirección http o https.")
    return host


def _conditions(etag: str | None, last_modified: str | None) -> dict[str, str]:
    headers = {"If-None-Match": plain_value(etag), "If-Modified-Since": plain_value(last_modified)}
    return {name: value for name, value in headers.items() if value}


def _refuse_failure(response: aiohttp.ClientResponse, *, is_conditional: bool) -> None:
    status = response.status
    if 200 <= status < 300 or (status == NOT_MODIFIED and is_conditional):
        return
    raise FetchError(
        _status_sentence(response.url.host or "", status),
        retry_after=retry_after(response.headers),
        gone=status == GONE,
    )


def _status_sentence(host: str, status: int) -> str:
    if status == NOT_MODIFIED:
        return f"«{host}» respondió 304 (nada nuevo) sin que se le hubiera leído antes."
    if status < 400:
        return f"«{host}» respondió {status} sin decir adónde se ha movido."
    reason = REASONS.get(status) or ("tiene un fallo" if status >= 500 else "rechaza la petición")
    return f"«{host}» respondió {status}: {reason}."


async def _read(response: aiohttp.ClientResponse, limits: FetchLimits) -> bytes:
    """The body, never more of it in memory than the limit and one chunk."""
    if (response.content_length or 0) > limits.bytes:
        _refuse_size(response, limits)
    body = bytearray()
    async for chunk in response.content.iter_chunked(CHUNK):
        body += chunk
        if len(body) > limits.bytes:
            _refuse_size(response, limits)
    return bytes(body)


def _refuse_size(response: aiohttp.ClientResponse, limits: FetchLimits) -> NoReturn:
    response.close()
    raise FetchError(f"La respuesta de «{response.url.host}» pesa más de {limits.bytes / 1_000_000:g} MB.")


def _fetched(url: str, response: aiohttp.ClientResponse, body: bytes) -> Fetched:
    headers = response.headers
    return Fetched(
        url=url,
        final_url=str(response.url),
        status=response.status,
        body=body,
        content_type=plain_value(headers.get("Content-Type")) or "",
        etag=plain_value(headers.get("ETag")),
        last_modified=plain_value(headers.get("Last-Modified")),
        max_age=max_age(headers),
        moved_permanently=bool(response.history) and all(step.status in PERMANENT for step in response.history),
    )


def _sentence(error: Exception, host: str, limits: FetchLimits) -> str:
    """One sentence for a person; a failure after a redirect names the host it happened at."""
    if isinstance(error, aiohttp.ClientConnectorError):
        return _connection_sentence(error, error.host)
    if isinstance(error, TimeoutError):
        return f"«{host}» no terminó de responder en {limits.seconds:g} s."
    if isinstance(error, aiohttp.TooManyRedirects):
        return f"«{host}» redirige más de {limits.redirects} veces."
    if isinstance(error, aiohttp.RedirectClientError):
        return f"«{host}» lleva a una dirección que no es http ni https."
    if isinstance(error, aiohttp.InvalidURL):
        return f"«{host}» no es el nombre de un servidor."
    if isinstance(error, aiohttp.ClientPayloadError):
        return f"La respuesta de «{host}» llegó incompleta o mal comprimida."
    if isinstance(error, aiohttp.ClientResponseError):
        return f"La respuesta de «{host}» no es HTTP correcto."
    if isinstance(error, ConnectionError | aiohttp.ClientConnectionError):
        return f"«{host}» cortó la conexión."
    return f"No se pudo leer «{host}» ({type(error).__name__})."


def _connection_sentence(error: aiohttp.ClientConnectorError, host: str) -> str:
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        return f"No se encuentra el servidor «{host}»."
    if isinstance(error, aiohttp.ClientConnectorCertificateError):
        return f"El certificado de «{host}» no es válido."
    if isinstance(error, aiohttp.ClientConnectorSSLError):
        return f"La conexión segura con «{host}» no es posible."
    if isinstance(error.os_error, RefusedAddress):
        return f"«{host}» está en una red privada y no se consulta."
    if isinstance(error.os_error, ConnectionRefusedError):
        return f"«{host}» rechaza la conexión."
    return f"No se pudo conectar con «{host}»."
