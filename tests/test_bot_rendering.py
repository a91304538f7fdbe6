"""The alert as text: what stands in it, what gives way when it is long."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.principals import BY_SIDE
from bot.markup import length, plain
from bot.rendering import LONGEST_ALERT, alert_html, brief_html, label_of, quoted, subject_of, surname_of
from local.html import parse_html
from talks.lexicon.load import load_lexicon
from talks.types import (
    Development,
    DevelopmentIntent,
    EventStatus,
    EventType,
    QuotedWords,
    Slot,
    SlotChange,
    SourceLink,
)

TODAY = date(2025, 12, 23)
LEXICON = load_lexicon()
WORDS = st.text(max_size=500)


def told(sources: int = 1, **fields: object) -> Development:
    values: dict[str, object] = {
        "story_id": "s1",
        "article_id": "1",
        "type": "statement",
        "status": "claimed",
        "importance": 2,
        "headline": "El Kremlin no ve avances en Miami",
        "summary": "Seguirán los contactos de expertos.",
        "date": "2025-12-23",
        "end_date": None,
        "place": "Moscú",
        "actors": ("Dmitri Peskov",),
        "quote": QuotedWords("Se trata de un proceso largo", "Dmitri Peskov"),
        "before": "ronda de Miami, 20–21 dic (celebrada).",
        "date_is_estimated": False,
        "reason": "Nadie lo había contado.",
    }
    links = tuple(SourceLink(f"Diario {n}", f"https://d{n}.example/") for n in range(sources))
    intent = DevelopmentIntent(**{**values, **fields})  # type: ignore[arg-type]
    return Development(1, datetime(2025, 12, 23, tzinfo=UTC), intent, links)


def shown(development: Development, missed: tuple[Development, ...] = ()) -> list[str]:
    return plain(alert_html(development, missed, lexicon=LEXICON, today=TODAY)).split("\n")


def test_an_alert_has_the_lines_of_the_product() -> None:
    assert shown(told(sources=3)) == [
        "🟡 Declaración · martes 23 dic",
        "El Kremlin no ve avances en Miami",
        "Peskov: «Se trata de un proceso largo».",
        "Novedad: Seguirán los contactos de expertos.",
        "Antes: ronda de Miami, 20–21 dic (celebrada).",
        "Fuentes: Diario 0 · 2 medios más",
    ]


@pytest.mark.parametrize(
    ("fields", "header"),
    [
        ({"type": "meeting", "status": "planned", "day_is_told": False}, "🔵 Reunión prevista · sin fecha"),
        ({"type": "exchange", "status": "possible", "day_is_told": False}, "Canje sin confirmar · sin fecha"),
        ({"type": "meeting", "status": "planned"}, "🔵 Reunión prevista · martes 23 dic"),
        ({"type": "call", "status": "held", "day_is_told": False}, "Llamada celebrada · martes 23 dic"),
    ],
)
def test_a_plan_without_a_day_has_not_that_of_the_paper(fields: dict[str, object], header: str) -> None:
    assert shown(told(**fields))[0].endswith(header)  # type: ignore[arg-type]


def test_what_the_headline_has_said_is_not_said_again() -> None:
    assert "Novedad:" not in "\n".join(shown(told(summary="El Kremlin no ve avances en Miami.")))


def test_what_may_have_been_missed_is_named() -> None:
    missed = (told(headline="Primera"), told(headline="Segunda"), told(headline="Tercera"))
    assert shown(told(), missed)[-1] == "Quizá no te llegó: «Primera», «Segunda» y 1 más. /ultimo"


@given(WORDS, WORDS, WORDS, WORDS, st.integers(0, 9))
def test_an_alert_is_sound_and_never_longer_than_900_units(
    headline: str, summary: str, quote: str, before: str, sources: int
) -> None:
    development = told(sources, headline=headline, summary=summary, before=before, quote=QuotedWords(quote, headline))
    for html in (
        alert_html(development, (development,) * 3, lexicon=LEXICON, today=TODAY),
        brief_html(development, today=TODAY),
    ):
        assert length(plain(html)) <= LONGEST_ALERT
        parse_html(html)


def test_a_long_quotation_is_cut_outside_its_marks() -> None:
    assert quoted("Una frase que no cabe entera aquí", 20) == "«Una frase que no»…"
    assert quoted("¿Vendrá?", 20) == "«¿Vendrá?»"


@pytest.mark.parametrize(
    ("kind", "status", "label"),
    [
        ("meeting", "planned", "Reunión prevista"),
        ("exchange", "planned", "Canje previsto"),
        ("call", "denied", "Llamada desmentida"),
        ("visit", "cancelled", "Visita aplazada o cancelada"),
        ("sanctions", "planned", "Sanciones previstas"),
        ("sanctions", "cancelled", "Sanciones aplazadas o retiradas"),
        ("statement", "claimed", "Declaración"),
        ("agreement", "possible", "Acuerdo sin confirmar"),
    ],
)
def test_a_label_agrees_with_its_kind(kind: EventType, status: EventStatus, label: str) -> None:
    assert label_of(kind, status) == label


@pytest.mark.parametrize(
    ("headline", "label"),
    [
        ("Aplazan un día las conversaciones de Ankara", "Reunión aplazada"),
        ("La ronda se pospone hasta febrero", "Reunión aplazada"),
        ("Trump cancela la cumbre de Budapest", "Reunión cancelada"),
        ("Kiev deja en suspenso el diálogo", "Reunión suspendida"),
        ("El Kremlin admite una «pausa»", "Reunión suspendida"),
        ("Trump no cancela la cumbre: la aplaza", "Reunión aplazada o cancelada"),
        ("No habrá ronda este jueves", "Reunión aplazada o cancelada"),
    ],
)
def test_what_does_not_take_place_has_the_word_of_its_headline(headline: str, label: str) -> None:
    assert label_of("meeting", "cancelled", headline=headline) == label


@pytest.mark.parametrize(
    ("headline", "label"),
    [
        ("Veinte líderes advierten de que nada se decide sin Ucrania", "🟢 Declaración conjunta"),
        ("Veinte países se comprometen a enviar soldados", "🟢 Acuerdo alcanzado"),
    ],
)
def test_what_several_say_together_is_no_agreement_unless_the_headline_says_so(headline: str, label: str) -> None:
    summary = "Los líderes lo dijeron este martes en una declaración conjunta."
    development = told(type="agreement", status="held", headline=headline, summary=summary)
    shown = plain(alert_html(development, (), lexicon=LEXICON, today=TODAY))
    assert shown.startswith(label)


@pytest.mark.parametrize("kind", get_args(EventType))
@pytest.mark.parametrize("status", get_args(EventStatus))
def test_every_kind_and_status_has_words(kind: EventType, status: EventStatus) -> None:
    assert label_of(kind, status)


def test_readers_ask_about_who_is_quoted_else_about_who_takes_part() -> None:
    about = subject_of(told().intent, LEXICON)
    assert about is not None
    assert surname_of(about) == "Peskov"
    assert subject_of(told(quote=None, actors=("Rusia",)).intent, LEXICON) is None


def test_every_principal_is_in_the_lexicon() -> None:
    assert all(LEXICON.person(each).side == side for side, ids in BY_SIDE.items() for each in ids)


@pytest.mark.parametrize(
    ("slot", "before", "now", "line"),
    [
        ("date", "2026-02-03", "2026-02-10", "la fecha pasa del mar 3 feb 2026 al mar 10 feb 2026"),
        ("date", "", "2026-02-10", "ya tiene fecha, mar 10 feb 2026"),
        ("status", "planned", "cancelled", "antes prevista, ahora aplazada o cancelada"),
        ("status", "planned", "held", "antes prevista, ahora celebrada"),
        ("place", "Estambul", "Ginebra", "el lugar pasa de Estambul a Ginebra"),
        ("place", "", "Ginebra", "ya se sabe el lugar, Ginebra"),
        ("number", "84 prisioneros", "157 prisioneros", "la cifra pasa de 84 prisioneros a 157 prisioneros"),
        ("participants", "", "Turquía", "se suma Turquía"),
        ("participants", "", "Turquía, Catar, India", "se suman Turquía, Catar e India"),
        (
            "date",
            "2026-03-12",
            "2026-03-17/2026-03-18",
            "la fecha pasa del jue 12 mar 2026 al mar 17 – mié 18 mar 2026",
        ),
    ],
)
def test_an_update_says_what_changes_first(slot: Slot, before: str, now: str, line: str) -> None:
    update = told(type="meeting", change=SlotChange(slot, before, now), summary="Lo confirma el Kremlin.")
    assert f"Novedad: {line}. Lo confirma el Kremlin." in shown(update)


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("exchange", "antes previsto, ahora realizado"),
        ("agreement", "antes previsto, ahora alcanzado"),
        ("ceasefire", "antes previsto, ahora en vigor"),
        ("proposal", "antes prevista, ahora presentada"),
    ],
)
def test_what_came_about_is_said_in_the_words_of_its_kind(kind: EventType, line: str) -> None:
    update = told(type=kind, change=SlotChange("status", "planned", "held"), summary="Lo confirma el Kremlin.")
    assert f"Novedad: {line}. Lo confirma el Kremlin." in shown(update)


@pytest.mark.parametrize(
    "change", [SlotChange("event", "", "x"), SlotChange("status", "raro", "held"), SlotChange("date", "", "")]
)
def test_a_change_that_says_nothing_is_left_out(change: SlotChange) -> None:
    assert "Novedad: Seguirán los contactos de expertos." in shown(told(change=change))


def test_an_alert_that_was_overtaken_shows_what_came_after() -> None:
    later = told(type="meeting", status="cancelled", headline="La ronda se aplaza").intent
    lines = shown(replace(told(), followed_by=later))
    assert lines[-2] == "✏️ Actualización: Reunión aplazada. La ronda se aplaza"
