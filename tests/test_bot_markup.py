"""Text for Telegram: foreign words made harmless and short."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.actions import is_kept, page
from bot.answer import LONGEST_DATA, Button, rows_of
from bot.dates import counted, day, full_day, moment, when
from bot.markup import clean, cut, for_terminal, length, link, plain, safe, shorten, whole_sentences
from local.html import parse_html

TODAY = date(2026, 3, 10)


@given(st.text(), st.integers(1, 60))
def test_foreign_text_is_always_sound_html_within_its_limit(text: str, limit: int) -> None:
    shown = safe(text, limit)
    assert length(plain(shown)) <= limit
    assert parse_html(f"<b>x{shown}x</b>")[0] == f"x{plain(shown)}x"


@given(st.text(), st.integers(0, 60))
def test_a_cut_is_a_beginning(text: str, limit: int) -> None:
    assert text.startswith(cut(text, limit))
    assert length(cut(text, limit)) <= limit


@given(st.text(max_size=400), st.integers(-50, 5000))
def test_a_page_always_fits_in_a_button(text: str, offset: int) -> None:
    data = page(text, offset)
    assert len(data.encode("utf-8", "replace")) <= LONGEST_DATA
    assert is_kept(data) == (data != f"page:{offset}:{text}")


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("a\u202eb", "ab"),
        ("  a \n b ", "a b"),
        ("a\x00b", "ab"),
        ("e\u0301" + "\u0301" * 9, "e\u0301\u0301"),
        ("🙂‍", "🙂‍"),
    ],
)
def test_marks_that_could_harm_are_left_out(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@pytest.mark.parametrize(
    ("limit", "shown"),
    [
        (200, "Se vieron en EE. UU. el martes. «Hemos avanzado», dijo. Y siguen hablando."),
        (60, "Se vieron en EE. UU. el martes. «Hemos avanzado», dijo."),
        (40, "Se vieron en EE. UU. el martes."),
        (25, "Se vieron en EE. UU. el…"),
    ],
)
def test_a_text_ends_with_a_sentence_where_one_fits(limit: int, shown: str) -> None:
    assert whole_sentences("Se vieron en EE. UU. el martes. «Hemos avanzado», dijo. Y siguen hablando.", limit) == shown


@pytest.mark.parametrize(
    ("text", "limit", "short"),
    [
        ("uno dos tres", 12, "uno dos tres"),
        ("uno dos tres", 9, "uno dos…"),
        ("supercalifragilístico", 6, "super…"),
        ("a, b", 3, "a…"),
    ],
)
def test_a_long_text_is_cut_between_words(text: str, limit: int, short: str) -> None:
    assert shorten(text, limit) == short


@pytest.mark.parametrize(
    "url", ["", "javascript:alert(1)", "https://", "http://a b.example", "https://x.example/\u202e", "x" * 2000]
)
def test_an_address_that_is_none_is_no_link(url: str) -> None:
    assert link("Diario", url) == "Diario"


def test_a_link_is_escaped_and_reads_on_a_terminal() -> None:
    assert (
        link("Diario", 'https://d.example/?a=1&b="2"')
        == '<a href="https://d.example/?a=1&amp;b=&quot;2&quot;">Diario</a>'
    )
    assert (
        for_terminal('<b>A &amp; B</b> <a href="https://d.example/">Diario</a>') == "A & B Diario (https://d.example/)"
    )


@pytest.mark.parametrize(
    ("value", "end", "shown"),
    [
        ("2026-03-10", None, "mar 10 mar"),
        ("2025-12-23", None, "mar 23 dic 2025"),
        ("2025-12-20", "2025-12-21", "sáb 20 – dom 21 dic 2025"),
        ("2025-12-31", "2026-01-02", "mié 31 dic 2025 – vie 2 ene"),
        ("2025-12-20/2025-12-21", None, "sáb 20 – dom 21 dic 2025"),
        ("2025-12", None, "diciembre de 2025"),
        ("2024", None, "2024"),
        ("2025-13", None, "2025-13"),
    ],
)
def test_dates_are_written_as_spaniards_do(value: str, end: str | None, shown: str) -> None:
    assert when(value, end, today=TODAY) == shown


def test_long_days_moments_and_numbers() -> None:
    assert day(date(2025, 12, 23), today=date(2025, 12, 24), is_long=True) == "martes 23 dic"
    assert [full_day(value) for value in ("2012-05-22", "2012-05", "2012")] == [
        "22 de mayo de 2012",
        "mayo de 2012",
        "2012",
    ]
    assert moment(datetime(2026, 3, 10, 1, 5, tzinfo=UTC), today=TODAY) == "hoy a la 1:05"
    assert moment(datetime(2026, 3, 9, 18, 30, tzinfo=UTC), today=TODAY) == "ayer a las 18:30"
    assert moment(datetime(2026, 3, 12, 9, 0, tzinfo=UTC), today=TODAY) == "jue 12 mar a las 9:00"
    assert [counted(n, "medio", "medios") for n in (1, 2, 1204)] == ["1 medio", "2 medios", "1.204 medios"]


def test_a_button_never_carries_more_than_telegram_takes() -> None:
    with pytest.raises(ValueError, match="callback data of 65 bytes"):
        Button("x", "x" * 65)
    assert [len(row) for row in rows_of([Button("x", "x")] * 5, width=2)] == [2, 2, 1]
