"""Why a verdict is what it is: one Spanish sentence each, kept with the verdict and shown by /porque."""

from __future__ import annotations

import re

from talks.news.claims import Claim
from talks.news.ledger import Change
from talks.news.verdicts import Finding
from talks.types import EventType, Relevance

KINDS: dict[EventType, str] = {
    "meeting": "un encuentro", "call": "una llamada", "visit": "una visita", "statement": "una declaración",
    "proposal": "una propuesta", "agreement": "un acuerdo", "rejection": "un rechazo",
    "ceasefire": "un alto el fuego", "sanctions": "unas sanciones", "exchange": "un canje",
    "appointment": "un nombramiento", "other": "un hecho",
}  # fmt: skip
FEMININE = frozenset(("call", "visit", "statement", "proposal"))
HELD: dict[EventType, str] = {
    "meeting": "celebrado", "call": "hecha", "visit": "hecha", "statement": "hecha", "proposal": "hecha",
    "agreement": "alcanzado", "rejection": "hecho", "ceasefire": "en vigor", "sanctions": "impuestas",
    "exchange": "realizado", "appointment": "hecho", "other": "hecho",
}  # fmt: skip
STATUSES: dict[str, str] = {
    "in_progress": "en curso", "planned": "previsto", "possible": "posible",
    "denied": "desmentido", "cancelled": "cancelado o aplazado", "failed": "sin acuerdo", "claimed": "sin confirmar",
    "background": "pasado",
}  # fmt: skip
MASCULINE_ENDING = re.compile(r"(?<=[dt])o\b")
"""Of a participle: previsto, cancelado."""
MOST_PARTIES = 3
BETWEEN_PARTIES = frozenset(("meeting", "call", "exchange", "agreement"))
MONTHS = ("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic")
ISO_DAY = re.compile(r"\d{4}-(\d\d)-(\d\d)")


def off_topic(relevance: Relevance) -> str:
    if relevance.label == "mentions":
        return "Las conversaciones se mencionan, pero no son la noticia."
    return "No trata de las conversaciones para terminar la guerra."


def copied(outlet: str) -> str:
    return f"Es el mismo texto que ya publicó {outlet}."


def nothing_new(finding: Finding) -> str:
    if finding.is_looking_back:
        return "Vuelve sobre lo ya contado o lo explica, sin un hecho ni una declaración que sean nuevos."
    if finding.has_same_words:
        return "Repite lo ya contado: empieza con palabras textuales que ya se habían publicado."
    if finding.is_retold:
        return "Cuenta con otras palabras, o con algún detalle más, lo que ya se avisó estos días."
    return f"Repite lo ya contado: solo el {finding.unseen:.0%} de su titular y su entrada es nuevo."


def too_soon(finding: Finding) -> str:
    speaker = finding.heard.speaker if finding.heard else "alguien"
    return f"Añade palabras de {speaker} a lo que se avisó hace poco; se suman a ese aviso."


def what_is_new(finding: Finding) -> str:
    if finding.claim is not None and finding.change is not None:
        return _of_event(finding.claim, finding.change, is_known=finding.known is not None)
    if finding.heard is not None:
        return f"{finding.heard.speaker} dice algo que no se le había oído: el {finding.heard.unseen:.0%} es nuevo."
    return f"El {finding.unseen:.0%} de lo que cuenta no se había contado."


def _of_event(claim: Claim, change: Change, *, is_known: bool) -> str:
    subject = f"{KINDS[claim.type]}{_parties(claim)}{_place(claim)}"
    if change.slot == "event" or not is_known:
        return f"No se había contado: {subject} ({_status(claim.type, claim.status)})."
    if change.slot == "status":
        before, now = _status(claim.type, change.before), _status(claim.type, change.now)
        return f"Cambia el estado de {subject}: {before} → {now}."
    if change.slot == "participants":
        return f"Se suman participantes a {subject}."
    if change.slot == "outcome":
        return f"Ahora se sabe cómo acabó {subject}."
    slot = {"date": "la fecha", "place": "el lugar", "number": "una cifra"}[change.slot]
    was, now = (days_in_words(change.before), days_in_words(change.now))
    before = f": antes, {was}; ahora, {now}" if was else f": {now}"
    return f"Se concreta {slot} de {subject}{before}."


def days_in_words(value: str) -> str:
    """«4 feb – 5 feb» for an ISO interval; other values as they are."""
    return ISO_DAY.sub(lambda day: f"{int(day[2])} {MONTHS[int(day[1]) - 1]}", value).replace("/", " – ")


def _status(kind: EventType, status: str) -> str:
    """«un encuentro… previsto», «una visita… prevista», «un canje… realizado»."""
    if status == "held":
        return HELD[kind]
    word = STATUSES.get(status, status)
    return MASCULINE_ENDING.sub("a", word) if kind in FEMININE else word


def _parties(claim: Claim) -> str:
    """Nobody meets alone: of an encounter with one party nobody is named."""
    is_lonely = claim.type in BETWEEN_PARTIES and len(claim.parties.sides) < 2
    names = () if is_lonely else claim.event.actors[:MOST_PARTIES]
    return f" de {' y '.join((', '.join(names[:-1]), names[-1])) if len(names) > 1 else names[0]}" if names else ""


def _place(claim: Claim) -> str:
    return f" en {claim.event.place}" if claim.event.place else ""
