"""Web addresses in links and buttons: which ones Telegram takes, and how it stores them."""

from __future__ import annotations

import re
from urllib.parse import urlsplit, urlunsplit

OWN = re.compile(r"(tg|ton|tonsite):", re.IGNORECASE)
HOST = re.compile(r"[0-9a-f:.]*:[0-9a-f:.]*|[\w-]+(\.[\w-]+)+")


class AddressError(ValueError):
    """Telegram does not take the address; `str()` is its reason."""


def stored_address(address: str) -> str:
    """The address as Telegram stores it.

    Raises AddressError.
    """
    text = address.strip()
    if OWN.match(text):
        return text
    try:
        parts = urlsplit(text if "://" in text else f"http://{text}")
        host, _ = parts.hostname or "", parts.port
    except ValueError as error:
        raise AddressError("Wrong HTTP URL") from error
    if parts.scheme not in ("http", "https"):
        raise AddressError("Unsupported URL protocol")
    if not host:
        raise AddressError("URL host is empty")
    if not HOST.fullmatch(host):
        raise AddressError("Wrong HTTP URL")
    tail = urlunsplit(("", "", parts.path or "/", parts.query, parts.fragment))
    return f"{parts.scheme}://{parts.netloc.lower()}{tail.replace(' ', '%20')}"


def good_address(address: str) -> str | None:
    """The address as Telegram stores it, or None where it takes none."""
    try:
        return stored_address(address)
    except AddressError:
        return None
