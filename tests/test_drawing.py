"""Pictures: what stands on them fits, in every letter that occurs, and the same content is the same picture."""

from __future__ import annotations

import io
from itertools import pairwise
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from bot.drawing.layout import layout
from bot.drawing.marks import INKS, MARGIN, WIDTH, Words, drawable, font_of, height_of, width_of, wrapped
from bot.drawing.paint import paint
from bot.drawing.sheets import Cell, Entry, Sheet, Strip, Table, Tint, key_of

LONG = "El negociador anunció que la próxima ronda será en la sede de siempre y sin cámaras. " * 6
AN_ENTRY = Entry("green", "mar 10 mar", "Reunión celebrada · Ginebra", "Ronda en Ginebra", "Diario")
A_STRIP = Strip("Cronología", "1–5 de 23", (AN_ENTRY,) * 5, "Tregua · 10 de marzo de 2026")
A_CELL = Cell("Umérov", "mar 10 mar", "Diario")
A_TABLE = Table("Posiciones", "3 temas", ("Rusia", "Ucrania"), (("Territorio", (A_CELL, None)),) * 3, "Tregua")


def words_on(sheet: Sheet) -> list[Words]:
    return [mark for mark in layout(sheet)[0] if isinstance(mark, Words)]


def picture(sheet: Sheet, tint: Tint = "light") -> Image.Image:
    return Image.open(io.BytesIO(paint(sheet, tint))).convert("RGB")


@pytest.mark.parametrize("sheet", [A_STRIP, A_TABLE], ids=["strip", "table"])
def test_a_picture_is_upright_and_as_high_as_what_stands_on_it(sheet: Sheet) -> None:
    _, height = layout(sheet)
    assert picture(sheet).size == (WIDTH, height)
    assert height < 2 * WIDTH


@pytest.mark.parametrize("tint", ["light", "dark"])
def test_paper_and_letters_have_the_inks_of_the_tint(tint: Tint) -> None:
    colours = picture(A_STRIP, tint).getcolors(1 << 20) or []
    most = max(colours)[1]
    assert "#{:02x}{:02x}{:02x}".format(*cast(tuple[int, int, int], most)) == INKS[tint]["paper"]


@pytest.mark.parametrize("tint", ["light", "dark"])
def test_words_stand_out_from_the_paper(tint: Tint) -> None:
    inks = INKS[tint]
    assert contrast(inks["text"], inks["paper"]) > 12
    assert min(contrast(inks["faint"], inks[under]) for under in ("paper", "panel")) > 4.5


def contrast(one: str, other: str) -> float:
    """As WCAG 2 has it, from 1 to 21."""
    dark, light = sorted(map(_luminance, (one, other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(ink: str) -> float:
    parts = [int(ink[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("letters", ["ñáéíóúüÑÁ¿¡«»—…", "абвгдѓљіїєґЯ", "ßçőščžđýțİ", "αβγΩ"])
def test_the_font_has_the_letters_of_the_names_that_occur(letters: str) -> None:
    blank = font_of("words").getmask("\uffff").getbbox(), bytes(font_of("words").getmask("\uffff"))
    for letter in letters:
        mask = font_of("words").getmask(letter)
        assert (mask.getbbox(), bytes(mask)) != blank
    assert drawable(letters) == letters


def test_what_the_font_has_not_is_left_out() -> None:
    assert drawable("🟢 Ronda\u202e 会談 en\nGinebra \U0001f1fa\U0001f1e6") == "Ronda en Ginebra"


def test_words_that_are_too_many_end_in_dots() -> None:
    lines = wrapped(LONG, "words", 600, lines=3)
    assert len(lines) == 3
    assert lines[-1].endswith("…")


def test_a_word_wider_than_the_line_is_broken() -> None:
    assert "".join(wrapped("a" * 100, "words", 300, lines=20)) == "a" * 100


@given(st.text(max_size=120), st.integers(min_value=60, max_value=900), st.integers(min_value=1, max_value=4))
def test_no_line_is_wider_than_its_place(text: str, width: int, lines: int) -> None:
    found = wrapped(text, "words", width, lines=lines)
    assert len(found) <= lines
    assert all(width_of(line, "words") <= width for line in found)


@pytest.mark.parametrize(
    "sheet",
    [
        Strip(LONG, LONG, (Entry("red", LONG, LONG, LONG, LONG),) * 5, LONG),
        Table(LONG, LONG, (LONG,) * 5, ((LONG, (Cell(LONG, LONG, LONG),) * 5),) * 6, LONG),
    ],
    ids=["strip", "table"],
)
def test_long_words_stay_on_the_paper_and_off_each_other(sheet: Sheet) -> None:
    marks, (_, height) = words_on(sheet), layout(sheet)
    assert all(mark.x >= MARGIN and mark.x + width_of(mark.text, mark.face) <= WIDTH - MARGIN for mark in marks)
    assert all(mark.y + height_of(mark.face) <= height for mark in marks)
    for x in {mark.x for mark in marks}:
        column = sorted((mark for mark in marks if mark.x == x), key=lambda mark: mark.y)
        assert all(one.y + height_of(one.face) <= other.y for one, other in pairwise(column))


@pytest.mark.parametrize(
    "sheet", [Strip("", "", (), ""), Table("", "", (), (), ""), Table("", "", (), (("", ()),), "")]
)
def test_a_sheet_with_nothing_on_it_is_a_picture_all_the_same(sheet: Sheet) -> None:
    assert picture(sheet).width == WIDTH


def test_a_key_tells_content_and_tint_apart() -> None:
    other = Strip("Cronología", "1–5 de 24", (AN_ENTRY,) * 5, "Tregua · 10 de marzo de 2026")
    keys = {key_of(A_STRIP, "light"), key_of(A_STRIP, "dark"), key_of(other, "light"), key_of(A_TABLE, "light")}
    assert len(keys) == 4
