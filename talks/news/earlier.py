"""«Antes»: which of the alerts of a story stands behind a new one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from talks.news.features import Features
from talks.news.pool import Member, Pool, cosine
from talks.news.verdicts import Finding
from talks.types import DevelopmentIntent

FADING = 0.05
"""Of likeness, a day: an invitation of yesterday goes before the one of last week, and before what else came today."""
ONE_DAY = timedelta(days=1)


def went_before(features: Features, finding: Finding, story: Sequence[Member], pool: Pool) -> DevelopmentIntent | None:
    """What subscribers were told of the event that it changes; else what is most like it, the lately told first."""
    told = [each for each in story if each.development is not None and each.features.published <= features.published]
    if not told:
        return None
    entry = finding.known
    changed = [each for each in told if entry is not None and each.development_id in entry.developments]
    body = pool.vectors(features)["body"]

    def likeness(member: Member) -> tuple[float, int]:
        age = (features.published - member.features.published) / ONE_DAY
        return cosine(body, member.vectors["body"]) - FADING * age, member.order

    return changed[-1].development if changed else max(told, key=likeness).development
