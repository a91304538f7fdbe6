"""What the other answers say: the chronology, searches, summaries, feeds."""

from __future__ import annotations

TIMELINE_TITLE, WHO_TITLE, LATEST_TITLE = "Cronología", "Quién es quién", "Últimas novedades"
TIMELINE_HINT = (
    "Prueba con una persona, un lugar o un mes: <code>/timeline Miami</code>, <code>/timeline diciembre</code>, "
    "<code>/timeline desde agosto</code>."
)
TIMELINE_IS_EMPTY = "La cronología aún está vacía."
NO_NEWS_YET = "Todavía no hay novedades. En cuanto algo se mueva, lo verás aquí; mientras, está la cronología."
NO_FEEDS_YET = "Todavía no hay fuentes. Quien administra el bot las añade con «tregua feeds add»."
FEEDS_TITLE = "Fuentes que leo"
FEED_FAILS = "ahora no responde"


def feeds_note(last_read: str | None) -> str:
    return f"Última lectura: {last_read}." if last_read else "Aún no las he leído por primera vez."


def and_more(count: str) -> str:
    return f"y {count} más"


def since(day: str) -> str:
    return f"desde {day}"


def until(day: str) -> str:
    return f"hasta {day}"


def nothing_found(asked: str) -> str:
    return f"No encuentro nada con «{asked}» en la cronología."


def did_you_mean(text: str) -> str:
    return f"¿Querías decir «{text}»?"


UNCONFIRMED = "sin confirmación"
"""Of what was planned for a day that has gone by."""


def page_of(first: int, last: int, total: str) -> str:
    return f"{first}–{last} de {total}"


SEARCH_TITLE = "Artículos"
SEARCH_HINT = "Escribe las palabras que buscas: <code>/buscar canje de prisioneros</code>."
AGENDA_TITLE, NEWS_TITLE = "Agenda", "Novedades desde tu última visita"
NOTHING_NEW = "Nada nuevo desde tu última visita."
NOTHING_PLANNED = "No hay nada previsto en lo que he leído."
DIGEST_HINT = (
    "Di de cuándo: <code>/resumen hoy</code>, <code>/resumen semana</code>, <code>/resumen desde el 3 de marzo</code>."
)


def no_article(asked: str) -> str:
    return f"Ningún artículo con «{asked}»."


def digest_title(asked: str, since: str) -> str:
    return f"Resumen desde el {since}" if asked else "Resumen de las últimas 24 horas"


def nothing_in() -> str:
    return "Sin novedades."


def bundle_title(count: int) -> str:
    return "1 novedad" if count == 1 else f"{count} novedades"
