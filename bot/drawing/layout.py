"""Where everything stands: sheets as marks, and how high the paper is."""

from __future__ import annotations

from bot.drawing.marks import MARGIN, WIDTH, Box, Dot, Face, Ink, Mark, Words, height_of, wrapped
from bot.drawing.sheets import Cell, Entry, Sheet, Strip, Table

INNER = WIDTH - 2 * MARGIN
RADIUS, RAIL, INDENT = 13, MARGIN + 14, 58
GAP, AIR, LINE = 30, 5, 3
PADDING, ROW_GAP = 18, 14


def layout(sheet: Sheet) -> tuple[list[Mark], int]:
    """The marks, those below first, and the height."""
    marks, y = _head(sheet)
    more, y = _strip(sheet, y) if isinstance(sheet, Strip) else _table(sheet, y)
    foot = _words(sheet.foot, MARGIN, y, "small", "faint", INNER, lines=1)
    return [*marks, *more, *foot], y + height_of("small") + MARGIN - 16


def _words(text: str, x: int, y: int, face: Face, ink: Ink, width: int, *, lines: int) -> list[Mark]:
    return [
        Words(x, y + n * height_of(face), line, face, ink)
        for n, line in enumerate(wrapped(text, face, width, lines=lines))
    ]


def _head(sheet: Sheet) -> tuple[list[Mark], int]:
    title = _words(sheet.title, MARGIN, MARGIN - 10, "title", "text", INNER, lines=2)
    y = MARGIN - 10 + len(title) * height_of("title")
    about = _words(sheet.about, MARGIN, y + 4, "note", "faint", INNER, lines=2)
    return title + about, y + 4 + len(about) * height_of("note") + GAP


def _strip(strip: Strip, y: int) -> tuple[list[Mark], int]:
    marks: list[Mark] = []
    centres = []
    for entry in strip.entries:
        centres.append(y + height_of("head") // 2)
        more, y = _entry(entry, y)
        marks += [Dot(RAIL, centres[-1], RADIUS + 6, "paper"), Dot(RAIL, centres[-1], RADIUS, entry.colour), *more]
        y += GAP
    rail = [Box(RAIL - 1, centres[0], RAIL + LINE - 2, centres[-1], "line")] if centres else []
    return [*rail, *marks], y


def _entry(entry: Entry, y: int) -> tuple[list[Mark], int]:
    marks: list[Mark] = []
    x, width = MARGIN + INDENT, INNER - INDENT
    parts: tuple[tuple[str, Face, Ink, int], ...] = (
        (entry.head, "head", "text", 2),
        (entry.note, "small", "faint", 1),
        (entry.words, "words", "text", 5),
        (entry.foot, "small", "faint", 1),
    )
    for text, face, ink, lines in parts:
        air = AIR if face == "words" else 0
        found = _words(text, x, y + air, face, ink, width, lines=lines)
        marks += found
        y += len(found) * height_of(face) + 2 * air
    return marks, y


def _table(table: Table, y: int) -> tuple[list[Mark], int]:
    width = (INNER - PADDING) // max(1, len(table.columns))
    lefts = [MARGIN + PADDING + n * width for n in range(len(table.columns))]
    heads = [
        _words(name, left, y, "name", "faint", width - PADDING, lines=2)
        for left, name in zip(lefts, table.columns, strict=True)
    ]
    marks = [mark for head in heads for mark in head]
    y += height_of("name") * max(map(len, heads), default=0)
    for name, cells in table.rows:
        more, y = _row(name, list(zip(lefts, cells, strict=True)), width - PADDING, y + ROW_GAP)
        marks += more
    return marks, y + GAP


def _row(name: str, cells: list[tuple[int, Cell | None]], width: int, top: int) -> tuple[list[Mark], int]:
    """The name across the whole panel, the cells below it."""
    y = top + PADDING
    marks = _words(name, MARGIN + PADDING, y, "head", "text", INNER - 2 * PADDING, lines=1)
    columns = [_cell(cell, left, width, y + height_of("head") + AIR) for left, cell in cells if cell]
    bottom = max((end for _, end in columns), default=y + height_of("head")) + PADDING
    panel = Box(MARGIN, top, WIDTH - MARGIN, bottom, "panel")
    return [panel, *marks, *(mark for column, _ in columns for mark in column)], bottom


def _cell(cell: Cell, x: int, width: int, y: int) -> tuple[list[Mark], int]:
    marks: list[Mark] = []
    parts: tuple[tuple[str, Face, Ink, int], ...] = (
        (cell.head, "name", "text", 2),
        (cell.words, "small", "text", 1),
        (cell.foot, "small", "faint", 1),
    )
    for text, face, ink, lines in parts:
        found = _words(text, x, y, face, ink, width, lines=lines)
        marks += found
        y += len(found) * height_of(face)
    return marks, y
