"""How much a development weighs, 1 to 3: what happened, how settled it is, and at what level."""

from __future__ import annotations

from talks.news.verdicts import Finding
from talks.types import Reading

WEIGHTY = frozenset(("agreement", "ceasefire", "meeting", "exchange", "sanctions", "rejection", "call"))
SOLID = frozenset(("held", "in_progress", "cancelled", "denied", "failed", "planned"))
PRINCIPALS = frozenset(
    (
        "Vladímir Putin", "Donald Trump", "Volodímir Zelenski", "Emmanuel Macron", "Friedrich Merz", "Serguéi Lavrov",
        "Marco Rubio", "JD Vance", "Steve Witkoff",
    )
)  # fmt: skip


def importance_of(finding: Finding, reading: Reading) -> int:
    if finding.claim is None:
        return 2 if finding.heard is not None and finding.heard.speaker in PRINCIPALS else 1
    event = finding.claim.event
    named = PRINCIPALS & ({*event.actors} or {person.name for person in reading.people})
    return 1 + (event.type in WEIGHTY and event.status in SOLID) + (len(named) >= 2)
