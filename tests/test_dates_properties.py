"""Whatever the text, dates are read in time and in order, and their surfaces are slices of it."""

import re
import time
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talks.reading.dates import find_dates_in
from talks.types import DateMention

PUBLISHED = datetime(2026, 1, 14, 12, tzinfo=UTC)
PIECES = st.sampled_from(
    [
        "el lunes", "este martes", "hoy", "ayer", "mañana", "el 31", "de febrero", "de 2026", "y", "o", "al", "del",
        "tres días después", "la víspera", "ese mismo día", "dentro de dos meses", "a finales de", "mes", "año", "en",
        "mayo", "2025", "18:42", "las 24:00", "GMT", "«", "»", "(", ")", ", ", ". ", "\n", "dijo", "se reunirán",
        "hace 3000 años", "29/02/2025", "31/12/9999", "el año mil", "9999", "0:00",
        "Moscú, 6 ago (EFE).-", "fin de semana",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES | st.text(max_size=6), max_size=30).map(" ".join)
ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\dZ?)?)?)?")


def read(text: str) -> tuple[DateMention, ...]:
    return find_dates_in(text, published=PUBLISHED)


def is_valid(value: str) -> bool:
    for end in value.split("/"):
        assert ISO.fullmatch(end)
        date.fromisoformat((end + "-01-01")[:10] if len(end) < 10 else end[:10])
    return True


@given(TEXTS)
@settings(deadline=None)
def test_any_text_gives_slices_in_order_with_valid_values(text: str) -> None:
    found = read(text)
    assert all(text[each.start : each.end] == each.surface for each in found)
    assert all(is_valid(each.value) for each in found)
    assert [each.start for each in found] == sorted(each.start for each in found)
    assert all(a.end <= b.start for a, b in zip(found, found[1:], strict=False))


@given(TEXTS)
@settings(deadline=None, max_examples=50)
def test_the_same_text_gives_the_same_dates(text: str) -> None:
    assert read(text) == read(text)


@pytest.mark.parametrize(
    "piece",
    [
        "palabra ",
        "a",
        "7",
        "12 ",
        "lunes ",
        "(",
        '"',
        "\n",
        "el lunes ",
        "hoy ",
        "entre ",
        "mayo, ",
        "21:30 ",
        "2024 y ",
        "el 3, ",
    ],
)
def test_time_grows_with_the_length_and_no_faster(piece: str) -> None:
    started = time.process_time()
    read((piece * (100_000 // len(piece)))[:100_000])
    assert time.process_time() - started < 40
