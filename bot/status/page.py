"""The status page: the same as /health and /metrics, for a person. No chat and no token is on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from html import escape

from jobs.health import Checkup, spell
from talks.store.figures import Figures
from talks.types import Development, Source

STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222}"
    "table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.3rem .6rem;border-bottom:1px solid #ddd;"
    "vertical-align:top}.ok{color:#126b2f}.mal{color:#a3131f;font-weight:600}small{color:#666}"
    "@media(prefers-color-scheme:dark){body{background:#181818;color:#ddd}td,th{border-color:#444}.ok{color:#6fd08c}"
    ".mal{color:#ff8a8f}small{color:#999}}"
)


def status_page(
    found: Figures | None,
    checks: Sequence[Checkup],
    sources: Iterable[Source],
    told: Iterable[Development],
    *,
    started: datetime,
    now: datetime,
) -> str:
    """The whole page; without figures, only what is wrong."""
    is_fine = all(check.is_fine for check in checks)
    title = "Tregua funciona" if is_fine else "Tregua tiene un problema"
    parts = [f"<h1 class={'ok' if is_fine else 'mal'}>{title}</h1>", _checks(checks)]
    if found is not None:
        parts += [_numbers(found), _feeds(sources, now), _told(told, now)]
    parts.append(f"<p><small>En marcha desde hace {spell(now - started)}; {now:%d/%m/%Y %H:%M} UTC.</small></p>")
    return (
        f"<!doctype html><html lang=es><meta charset=utf-8><meta name=viewport content='width=device-width'>"
        f"<title>{title}</title><style>{STYLE}</style>{''.join(parts)}</html>"
    )


def _checks(checks: Iterable[Checkup]) -> str:
    return _table("", ((_state(check.is_fine), escape(check.name), escape(check.sentence)) for check in checks))


def _state(is_fine: bool) -> str:
    return "<span class=ok>bien</span>" if is_fine else "<span class=mal>falla</span>"


def _numbers(found: Figures) -> str:
    waiting = ", ".join(
        f"{number} {name}"
        for name, number in (("por leer", found.pending["read"]), ("por juzgar", found.pending["judge"]))
    )
    rows = (
        ("Artículos", f"{found.articles} ({waiting})"),
        ("Novedades", str(found.developments)),
        ("Suscriptores", str(found.subscribers)),
        ("Mensajes en duda", str(found.outbox.get("ambiguous", 0))),
        ("Mensajes fallidos", str(found.outbox.get("failed", 0))),
    )
    return _table("Cifras", rows)


def _feeds(sources: Iterable[Source], now: datetime) -> str:
    return _table("Fuentes", (_feed(source, now) for source in sources))


def _feed(source: Source, now: datetime) -> tuple[str, ...]:
    asked = f"leída hace {spell(now - source.checked_at)}" if source.checked_at else "aún no leída"
    trouble = f"{source.failures} intentos fallidos: {source.last_error}" if source.failures else ""
    return _state(not source.failures), escape(source.title), escape(asked), escape(trouble)


def _told(told: Iterable[Development], now: datetime) -> str:
    rows = ((f"hace {spell(now - each.created_at)}", escape(each.intent.headline)) for each in told)
    return _table("Últimas novedades", rows)


def _table(title: str, rows: Iterable[Sequence[str]]) -> str:
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    heading = f"<h2>{title}</h2>" if title else ""
    return f"{heading}<table>{body or '<tr><td>Nada todavía.</td></tr>'}</table>"
