"""A short past for tests: twenty-three events, whatever the chronology of the seeds has by now."""

from __future__ import annotations

from talks.types import EventStatus, EventType, SourceLink, TimelineEvent


def an_event(
    date: str = "2026-03-20",
    place: str | None = "Estambul",
    headline: str = "Se espera otra ronda",
    *,
    end_date: str | None = None,
    type: EventType = "meeting",
    status: EventStatus = "held",
    actors: tuple[str, ...] = ("Vladímir Medinski",),
) -> TimelineEvent:
    sources = (SourceLink("Diario", f"https://diario.example/{date}"),)
    return TimelineEvent(f"{date}:{headline}", date, end_date, type, status, place, actors, headline, sources)


WITKOFF, DMITRIEV, ZELENSKI = "Steve Witkoff", "Kirill Dmitriev", "Volodímir Zelenski"
PAST = (
    an_event("2026-02-17", "Ginebra", "Tercera ronda a tres bandas", end_date="2026-02-18"),
    an_event("2026-02-04", "Abu Dabi", "Segunda ronda a tres bandas", end_date="2026-02-05"),
    an_event("2026-01-23", "Abu Dabi", "Primera ronda a tres bandas", end_date="2026-01-24"),
    an_event("2025-12-28", None, "Los dos presidentes hablan", type="call", actors=("Donald Trump", "Vladímir Putin")),
    an_event("2025-12-28", "Palm Beach", "Repasan el plan en Florida", actors=("Donald Trump", ZELENSKI)),
    an_event("2025-12-20", "Miami", "Conversaciones por separado", end_date="2025-12-21", actors=(WITKOFF, DMITRIEV)),
    an_event("2025-12-14", "Berlín", "Los enviados se ven con los europeos", actors=(WITKOFF, ZELENSKI)),
    an_event("2025-12-02", "Moscú", "Cinco horas en el Kremlin", actors=(WITKOFF, "Vladímir Putin")),
    an_event("2025-10-24", "Miami", "El enviado ruso viaja", type="visit", actors=(DMITRIEV, WITKOFF)),
    an_event("2025-08-15", "Anchorage", "Cumbre en Alaska", actors=("Donald Trump", "Vladímir Putin")),
    *(an_event(f"2024-{month:02}-10", "Kiev", f"Visita número {month}", type="visit") for month in range(1, 4)),
    *(an_event(f"2023-{month:02}-10", "Estambul", f"Contacto número {month}") for month in range(1, 11)),
)
