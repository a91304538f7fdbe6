"""Marks as a PNG: the only door to Pillow's pixels."""

from __future__ import annotations

import io
from functools import cache

from PIL import Image, ImageColor, ImageDraw

from bot.drawing.layout import layout
from bot.drawing.marks import INKS, WIDTH, Box, Dot, Ink, Mark, Words, font_of
from bot.drawing.sheets import Sheet, Tint

CORNER, FINER, SHADES = 14, 4, 12
FLAT: tuple[Ink, ...] = ("paper", "panel", "line")
PACKED = 6
"""Of zlib: the more, the smaller and slower."""


def paint(sheet: Sheet, tint: Tint) -> bytes:
    """The picture of a sheet."""
    marks, height = layout(sheet)
    inks = INKS[tint]
    image = Image.new("RGB", (WIDTH, height), inks["paper"])
    draw = ImageDraw.Draw(image)
    for mark in marks:
        _put(image, draw, mark, inks[mark.ink])
    packed = io.BytesIO()
    image.quantize(palette=_palette(tint), dither=Image.Dither.NONE).save(packed, "PNG", compress_level=PACKED)
    return packed.getvalue()


@cache
def _palette(tint: Tint) -> Image.Image:
    """The shades between each ink and the paper or panel under it: with them a PNG is small and quickly written."""
    inks = {name: ImageColor.getrgb(ink) for name, ink in INKS[tint].items()}
    flat = [list(inks[name][:3]) for name in FLAT]
    pairs = [(inks["paper"], ink) for name, ink in inks.items() if name not in FLAT]
    pairs += [(inks["panel"], inks[name]) for name in ("text", "faint")]
    shades = [_between(under, ink, n / SHADES) for under, ink in pairs for n in range(1, SHADES + 1)]
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for shade in (*flat, *shades) for part in shade])
    return palette


def _between(under: tuple[int, ...], ink: tuple[int, ...], share: float) -> list[int]:
    return [round(a + (b - a) * share) for a, b in zip(under[:3], ink[:3], strict=True)]


def _put(image: Image.Image, draw: ImageDraw.ImageDraw, mark: Mark, ink: str) -> None:
    if isinstance(mark, Words):
        draw.text((mark.x, mark.y), mark.text, fill=ink, font=font_of(mark.face))
    elif isinstance(mark, Box):
        radius = min(CORNER, (mark.right - mark.left) // 2)
        draw.rounded_rectangle((mark.left, mark.top, mark.right, mark.bottom), radius, fill=ink)
    else:
        _dot(image, mark, ink)


def _dot(image: Image.Image, dot: Dot, ink: str) -> None:
    """Drawn larger and made smaller, so that its edge is smooth."""
    side = 2 * dot.radius
    mask = Image.new("L", (side * FINER, side * FINER))
    ImageDraw.Draw(mask).ellipse((0, 0, side * FINER - 1, side * FINER - 1), fill=255)
    image.paste(ink, (dot.x - dot.radius, dot.y - dot.radius), mask.resize((side, side), Image.Resampling.LANCZOS))
