"""How the bot is told: getUpdates, and the three methods of webhooks."""

from __future__ import annotations

import ipaddress
import re
from typing import Any
from urllib.parse import urlsplit

from local import updates
from local.errors import bad_request
from local.methods.method import Method
from local.shapes import Json, Kind, ListOf
from local.state import State, Webhook

LONGEST_POLL = 50
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


async def get_updates(state: State, params: Json) -> list[Json]:
    updates.allow(state, params.get("allowed_updates"))
    return await updates.fetch(
        state,
        offset=params.get("offset", 0),
        limit=min(max(params.get("limit", 100), 1), 100),
        seconds=min(max(params.get("timeout", 0), 0), LONGEST_POLL),
    )


def set_webhook(state: State, params: Json) -> bool:
    if params["url"]:
        _check_address(params["url"])
    if not SECRET.fullmatch(params.get("secret_token", "-")):
        raise bad_request("secret token contains unallowed characters")
    if params.get("drop_pending_updates"):
        state.updates = []
    updates.allow(state, params.get("allowed_updates"))
    state.webhook = Webhook(params["url"], params.get("secret_token", ""), params.get("max_connections", 40))
    state.bell.ring()
    return True


def _check_address(url: str) -> None:
    """Only this machine is ever called; Telegram's rule of https does not bind loopback."""
    parts = urlsplit(url)
    is_here = _is_loopback(parts.hostname or "")
    if parts.scheme != "https" and not (is_here and parts.scheme == "http"):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if not is_here:
        raise bad_request("bad webhook: Failed to resolve host: Name or service not known")


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def delete_webhook(state: State, params: Json) -> bool:
    return set_webhook(state, {"url": "", "drop_pending_updates": params.get("drop_pending_updates", False)})


def get_webhook_info(state: State, params: Json) -> Json:
    hook = state.webhook
    info: Json = {"url": hook.url, "has_custom_certificate": False, "pending_update_count": len(state.updates)}
    trouble = {"last_error_date": hook.last_error_at, "last_error_message": hook.last_error}
    known: dict[str, Any] = {"max_connections": hook.max_connections} | trouble if hook.url else {}
    if state.allowed_updates:
        known["allowed_updates"] = sorted(state.allowed_updates)
    return info | {name: value for name, value in known.items() if value is not None}


METHODS = {
    "getUpdates": Method(
        get_updates,
        {},
        {"offset": Kind.INT, "limit": Kind.INT, "timeout": Kind.INT, "allowed_updates": ListOf(Kind.TEXT)},
    ),
    "setWebhook": Method(
        set_webhook,
        {"url": Kind.TEXT},
        {
            "certificate": Kind.FILE,
            "ip_address": Kind.TEXT,
            "max_connections": Kind.INT,
            "allowed_updates": ListOf(Kind.TEXT),
            "drop_pending_updates": Kind.BOOL,
            "secret_token": Kind.TEXT,
        },
    ),
    "deleteWebhook": Method(delete_webhook, {}, {"drop_pending_updates": Kind.BOOL}),
    "getWebhookInfo": Method(get_webhook_info),
}
