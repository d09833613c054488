"""Draws and builds AftalerapportSmiley.ttf, the three faces of a follow-up.

    python fonts/build_smileys.py [FILE]

The same script gives the same bytes at every build: nothing is read from the clock or the machine. The faces
are outlines without colour, so that they take the colour of the text they stand in and survive
black-and-white print.

All measures are font units, 2000 to the em, with the origin on the baseline; angles are degrees,
counter-clockwise from the right. Height, depth and middle follow Noto Sans, the text font the faces stand
among, so that a face neither opens up the lines around it nor looks lifted or dropped beside a word.

The emoji twins (U+1F642 and so on) are glyphs of their own that refer to the same drawing. Were they only
mapped to the same glyph, a PDF could remember one character for both, and a search for U+263A would miss.
"""

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, cos, floor, radians, sin, tan
from pathlib import Path
from typing import Final

from fontTools.fontBuilder import FontBuilder
from fontTools.misc.timeTools import timestampFromString
from fontTools.pens.basePen import AbstractPen
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._g_l_y_f import Glyph
from fontTools.ttLib.tables.ttProgram import Program

FONT_FILE: Final = Path(__file__).with_name("AftalerapportSmiley.ttf")
FAMILY: Final = "Aftalerapport Smiley"
VERSION: Final = "1.000"
MADE: Final = timestampFromString("Fri Nov 20 00:00:00 2026")

UNITS_PER_EM: Final = 2000
ASCENDER: Final = 2138
DESCENDER: Final = -586
X_HEIGHT: Final = 1072
CAP_HEIGHT: Final = 1428
STROKE_OF_TEXT: Final = 100
RAISED_AND_LOWERED: Final = {
    "ySubscriptXSize": 1300,
    "ySubscriptYSize": 1200,
    "ySubscriptYOffset": 150,
    "ySuperscriptXSize": 1300,
    "ySuperscriptYSize": 1200,
    "ySuperscriptYOffset": 700,
}
FACE_WIDTH: Final = 2000
OTHER_WIDTHS: Final = {".notdef": 1200, "space": 520}

CURVE_ERROR: Final = 0.4
"""How far a quadratic curve may stray from the circle it stands for; rounding to whole units does as much."""


@dataclass(frozen=True)
class Oval:
    """A circle or an upright ellipse: the middle and the two radii."""

    x: float
    y: float
    across: float
    up: float

    def point(self, angle: float) -> tuple[float, float]:
        """The point of the oval at an angle."""
        return self.x + self.across * cos(radians(angle)), self.y + self.up * sin(radians(angle))

    def handle(self, angle: float, reach: float) -> tuple[float, float]:
        """The handle of the point at an angle: so many radii along the tangent, backwards if negative."""
        x, y = self.point(angle)
        return x - reach * self.across * sin(radians(angle)), y + reach * self.up * cos(radians(angle))


def circle(x: float, y: float, radius: float) -> Oval:
    """An oval with equal radii."""
    return Oval(x, y, radius, radius)


RING: Final = circle(FACE_WIDTH / 2, 680, 880)
RING_STROKE: Final = 144
EYES: Final = [Oval(RING.x + side, RING.y + 250, 118, 156) for side in (-295, 295)]

MOUTH_STROKE: Final = 176
BOW: Final = 60
"""How far the smile and the frown reach to either side of their lowest and highest point."""
SMILE: Final = circle(RING.x, RING.y + 10, 475)
FROWN: Final = circle(RING.x, RING.y - 615, 408)
NEUTRAL_HALF: Final = 340
NEUTRAL_DROP: Final = 330


def quarters(start: float, end: float) -> list[float]:
    """The angles that cut an arc at every quarter turn, so that its extremes are points on the outline."""
    low, high = sorted((start, end))
    angles = [low, *(90.0 * turn for turn in range(floor(low / 90) + 1, ceil(high / 90))), high]
    return angles if start <= end else angles[::-1]


def draw_arc(pen: AbstractPen, oval: Oval, start: float, end: float) -> None:
    """Continues an outline that has reached `start` on the oval along it to `end`."""
    for here, there in pairwise(quarters(start, end)):
        reach = 4 / 3 * tan(radians(there - here) / 4)
        pen.curveTo(oval.handle(here, reach), oval.handle(there, -reach), oval.point(there))


def draw_oval(pen: AbstractPen, oval: Oval, turn: float = 360) -> None:
    """A whole oval: filled with a turn of 360, a hole in what lies around it with -360."""
    pen.moveTo(oval.point(0))
    draw_arc(pen, oval, 0, turn)
    pen.closePath()


def draw_bow(pen: AbstractPen, middle: Oval, start: float, end: float) -> None:
    """A stroke with round ends along an arc of a circle, from `start` counter-clockwise to `end`."""
    half = MOUTH_STROKE / 2
    outer = circle(middle.x, middle.y, middle.up + half)
    inner = circle(middle.x, middle.y, middle.up - half)
    pen.moveTo(outer.point(start))
    draw_arc(pen, outer, start, end)
    draw_arc(pen, circle(*middle.point(end), half), end, end + 180)
    draw_arc(pen, inner, end, start)
    draw_arc(pen, circle(*middle.point(start), half), start + 180, start + 360)
    pen.closePath()


def draw_smile(pen: AbstractPen) -> None:
    """The mouth of the happy face."""
    draw_bow(pen, SMILE, 270 - BOW, 270 + BOW)


def draw_frown(pen: AbstractPen) -> None:
    """The mouth of the sad face."""
    draw_bow(pen, FROWN, 90 - BOW, 90 + BOW)


def draw_straight_mouth(pen: AbstractPen) -> None:
    """The mouth of the neutral face: a level stroke with round ends."""
    right, left = (
        circle(RING.x + side, RING.y - NEUTRAL_DROP, MOUTH_STROKE / 2) for side in (NEUTRAL_HALF, -NEUTRAL_HALF)
    )
    pen.moveTo(right.point(-90))
    draw_arc(pen, right, -90, 90)
    pen.lineTo(left.point(90))
    draw_arc(pen, left, 90, 270)
    pen.closePath()


def draw_frame(pen: AbstractPen) -> None:
    """The upright frame shown for a character the font does not have."""
    for inset, turn in ((0, 1), (100, -1)):
        left, right, foot, head = 140 + inset, 1060 - inset, inset, CAP_HEIGHT - inset
        corners = [(left, foot), (right, foot), (right, head), (left, head)][::turn]
        pen.moveTo(corners[0])
        for corner in corners[1:]:
            pen.lineTo(corner)
        pen.closePath()


@dataclass(frozen=True)
class Face:
    """One drawing: the mouth, the character it stands for and the emoji that show the same."""

    character: int
    draw_mouth: Callable[[AbstractPen], None]
    twins: tuple[int, ...] = ()

    def draw(self, pen: AbstractPen) -> None:
        """Ring, eyes and mouth."""
        draw_oval(pen, RING)
        draw_oval(pen, circle(RING.x, RING.y, RING.up - RING_STROKE), -360)
        for eye in EYES:
            draw_oval(pen, eye)
        self.draw_mouth(pen)


FACES: Final = [
    Face(0x263A, draw_smile, twins=(0x1F642, 0x1F60A)),
    Face(0x1F610, draw_straight_mouth),
    Face(0x2639, draw_frown, twins=(0x1F641,)),
]


def glyph_name(character: int) -> str:
    """The name by the rule of the Adobe Glyph List, from which any program finds the character again."""
    return f"uni{character:04X}" if character <= 0xFFFF else f"u{character:X}"


def drawn_glyph(draw: Callable[[AbstractPen], None]) -> Glyph:
    """A drawing as TrueType wants it: quadratic curves, and outlines that run clockwise."""
    outlines = TTGlyphPen(None)
    draw(Cu2QuPen(outlines, CURVE_ERROR, reverse_direction=True))
    return outlines.glyph()


def twin_glyph(original: str, glyphs: dict[str, Glyph]) -> Glyph:
    """A glyph that shows the drawing of another of the glyphs."""
    outlines = TTGlyphPen(glyphs)
    outlines.addComponent(original, (1, 0, 0, 1, 0, 0))
    return outlines.glyph()


def build_glyphs() -> tuple[dict[str, Glyph], dict[int, str]]:
    """The glyphs by name, in the font's order, and the name for each character."""
    glyphs = {".notdef": drawn_glyph(draw_frame), "space": TTGlyphPen(None).glyph()}
    names = {ord(" "): "space"}
    for face in FACES:
        original = names[face.character] = glyph_name(face.character)
        glyphs[original] = drawn_glyph(face.draw)
        for twin in face.twins:
            names[twin] = glyph_name(twin)
            glyphs[names[twin]] = twin_glyph(original, glyphs)
    return glyphs, names


def name_records() -> dict[str, str]:
    """What the font says of itself; the licence is the one in OFL.txt."""
    return {
        "copyright": "Copyright 2026 The Aftalerapport Authors",
        "familyName": FAMILY,
        "styleName": "Regular",
        "uniqueFontIdentifier": f"{VERSION};{FAMILY} Regular",
        "fullName": FAMILY,
        "version": f"Version {VERSION}",
        "psName": "AftalerapportSmiley-Regular",
        "description": "A happy, a neutral and a sad face for reports on how an agreement is carried out.",
        "licenseDescription": "This Font Software is licensed under the SIL Open Font License, Version 1.1. "
        "This license is available with a FAQ at: https://openfontlicense.org",
        "licenseInfoURL": "https://openfontlicense.org",
    }


def set_metrics(builder: FontBuilder) -> None:
    """Widths, line height and the table that word processors read, all in step with the text font."""
    builder.setupHorizontalHeader(ascent=ASCENDER, descent=DESCENDER, lineGap=0)
    builder.setupOS2(
        version=4,
        fsType=0,  # installable: Word may embed the font and let the receiver edit
        fsSelection=0b1100_0000,  # regular; line height from the typographic metrics
        achVendID="NONE",
        sTypoAscender=ASCENDER,
        sTypoDescender=DESCENDER,
        sTypoLineGap=0,
        usWinAscent=ASCENDER,
        usWinDescent=-DESCENDER,
        yStrikeoutSize=STROKE_OF_TEXT,
        yStrikeoutPosition=X_HEIGHT * 3 // 5,
        **RAISED_AND_LOWERED,
        sxHeight=X_HEIGHT,
        sCapHeight=CAP_HEIGHT,
        ulCodePageRange1=1,  # Latin 1: without a code page Word offers the font for symbols only
        usBreakChar=ord(" "),
    )
    builder.font["OS/2"].recalcUnicodeRanges(builder.font)


def smooth_outlines(font: TTFont) -> None:
    """Says that the outlines carry no hints, so that old renderers smooth them and drop no thin stroke."""
    font["gasp"] = newTable("gasp")
    font["gasp"].version = 1
    font["gasp"].gaspRange = {0xFFFF: 0b1111}
    font["prep"] = newTable("prep")
    font["prep"].program = Program()
    font["prep"].program.fromAssembly(["PUSHW[]", "511", "SCANCTRL[]", "PUSHB[]", "4", "SCANTYPE[]"])
    font["maxp"].maxStackElements = 1


def build_font() -> TTFont:
    """The finished font, in memory."""
    glyphs, names = build_glyphs()
    builder = FontBuilder(UNITS_PER_EM, isTTF=True)
    builder.font.recalcTimestamp = False
    builder.updateHead(created=MADE, modified=MADE, fontRevision=float(VERSION), lowestRecPPEM=6, flags=0b1011)
    builder.setupGlyphOrder(list(glyphs))
    builder.setupCharacterMap(names)
    builder.setupGlyf(glyphs)
    table = builder.font["glyf"]
    builder.setupHorizontalMetrics(
        {name: (OTHER_WIDTHS.get(name, FACE_WIDTH), getattr(table[name], "xMin", 0)) for name in glyphs}
    )
    set_metrics(builder)
    builder.setupNameTable(name_records(), mac=False)
    builder.setupPost(underlinePosition=-200, underlineThickness=STROKE_OF_TEXT)
    smooth_outlines(builder.font)
    return builder.font


def main() -> None:
    """Writes the font to the file named on the command line, or beside this script."""
    parser = argparse.ArgumentParser(description="Build the smiley font.")
    parser.add_argument(
        "file", nargs="?", type=Path, default=FONT_FILE, help="where to write (default: beside the script)"
    )
    build_font().save(parser.parse_args().file)


if __name__ == "__main__":
    main()
