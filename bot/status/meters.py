"""What this process counts while it runs, and all of it as Prometheus wants it. The one door of prometheus_client."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, is_dataclass
from datetime import datetime
from typing import TypeVar

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Histogram,
    PlatformCollector,
    ProcessCollector,
    disable_created_metrics,
    generate_latest,
)
from prometheus_client import Counter as Counted
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric

from talks.store.figures import Figures

REPLY_SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
MEDIA_TYPE = CONTENT_TYPE_LATEST

Tallies = Callable[[], dict[str, int]]

disable_created_metrics()  # type: ignore[no-untyped-call]  # a second series for each counter, which nobody asks for


class Meters:
    """Filled by the jobs and the inbox; `halts`, `killed` and `missed` are asked of those who count them."""

    def __init__(self, *, halts: Callable[[], int], killed: Callable[[], int], missed: Tallies) -> None:
        self._halts, self._killed, self._missed = halts, killed, missed
        self._registry = CollectorRegistry()
        self._replies = Histogram(
            "tregua_reply_seconds", "From an update to its answer.", buckets=REPLY_SECONDS, registry=self._registry
        )
        self._runs = Counted("tregua_job_runs", "Runs of a job.", ["job", "outcome"], registry=self._registry)
        self._seconds = Counted("tregua_job_seconds", "Time spent in a job.", ["job"], registry=self._registry)
        self._items = Counted("tregua_job_items", "What jobs did.", ["job", "kind"], registry=self._registry)
        ProcessCollector(registry=self._registry)
        PlatformCollector(registry=self._registry)

    def answered(self, seconds: float) -> None:
        self._replies.observe(seconds)

    def job_done(self, name: str, report: object, seconds: float) -> None:
        """A report is a dataclass of numbers; anything else counts as a run only."""
        self._runs.labels(name, "done").inc()
        self._seconds.labels(name).inc(seconds)
        if is_dataclass(report) and not isinstance(report, type):
            for kind, number in asdict(report).items():
                self._items.labels(name, kind).inc(number)

    def job_failed(self, name: str) -> None:
        self._runs.labels(name, "failed").inc()

    def exposition(
        self,
        found: Figures,
        verdicts: Counter[tuple[str, str]],
        *,
        is_healthy: bool,
        free_bytes: int,
        backed_up: datetime | None,
        now: datetime,
    ) -> bytes:
        """All metrics as text; the store's figures are those of this moment."""
        own = [*families(found, verdicts, now=now), *_moments(found, backed_up)]
        own += [
            _gauge("tregua_healthy", "1 when /health is fine.", float(is_healthy)),
            _gauge("tregua_disk_free_bytes", "Free where the database is.", float(free_bytes)),
            _counter("tregua_telegram_halts", "429 answers of Telegram.", float(self._halts())),
            _counter("tregua_parsers_killed", "Worker processes killed or lost.", float(self._killed())),
            _labelled_counter("tregua_job_missed", "Ticks during a run of the job.", ["job"], self._missed()),
        ]
        return generate_latest(self._registry) + generate_latest(_Ready(own))


class _Ready:
    """The library asks a collector for its families; these are made already."""

    def __init__(self, made: Iterable[Metric]) -> None:
        self._made = made

    def collect(self) -> Iterable[Metric]:
        return self._made


def families(found: Figures, verdicts: Counter[tuple[str, str]], *, now: datetime) -> Iterator[Metric]:
    """What the store knows. An age is 0 where nothing waits."""
    yield _gauge("tregua_feeds", "Feeds that are read.", float(found.feeds))
    yield _gauge("tregua_feeds_failing", "Feeds whose last answer failed.", float(found.failing_feeds))
    yield _gauge("tregua_feed_lateness_seconds", "How late the most overdue feed is.", _age(found.oldest_due, now))
    yield _counter("tregua_articles", "Articles ever stored.", float(found.articles))
    yield _counter("tregua_developments", "Developments ever found.", float(found.developments))
    yield _labelled_gauge("tregua_articles_pending", "Articles that wait.", ["stage"], found.pending)
    yield _labelled_counter("tregua_verdicts", "Verdicts.", ["novelty", "outcome"], verdicts)
    yield _gauge("tregua_subscribers", "Chats that get alerts.", float(found.subscribers))
    yield _labelled_gauge("tregua_outbox", "Messages not sent, by state.", ["state"], found.outbox)
    yield _gauge("tregua_outbox_age_seconds", "Age of the message that waits longest.", _age(found.oldest_ready, now))


def _moments(found: Figures, backed_up: datetime | None) -> Iterator[Metric]:
    """An instant that never was is left out."""
    for name, said, moment in (
        ("poll", "The last answer of a feed", found.last_poll),
        ("development", "The last development", found.last_development),
        ("delivery", "The last message sent", found.last_sent),
        ("backup", "The last copy of the database", backed_up),
    ):
        if moment is not None:
            yield _gauge(f"tregua_last_{name}_timestamp_seconds", f"{said}.", moment.timestamp())


_Key = TypeVar("_Key", str, tuple[str, str])
"""The values of one label, or of several."""


def _as_list(key: str | tuple[str, ...]) -> list[str]:
    return [key] if isinstance(key, str) else list(key)


def _age(since: datetime | None, now: datetime) -> float:
    return max(0.0, (now - since).total_seconds()) if since else 0.0


def _gauge(name: str, said: str, value: float) -> Metric:
    return GaugeMetricFamily(name, said, value=value)


def _counter(name: str, said: str, value: float) -> Metric:
    return CounterMetricFamily(name, said, value=value)


def _labelled_gauge(name: str, said: str, labels: list[str], values: Mapping[_Key, int]) -> Metric:
    family = GaugeMetricFamily(name, said, labels=labels)
    for key, number in values.items():
        family.add_metric(_as_list(key), number)
    return family


def _labelled_counter(name: str, said: str, labels: list[str], values: Mapping[_Key, int]) -> Metric:
    family = CounterMetricFamily(name, said, labels=labels)
    for key, number in values.items():
        family.add_metric(_as_list(key), number)
    return family
