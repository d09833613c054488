"""How the characters of a PDF file look: their size and direction, and whether their font is bold or italic.

A PDF says nothing of bold and italic but by the font's name and flags, or by drawing the outlines of a regular
font and slanting it.
"""

import ctypes
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass

import pypdfium2.raw as pdfium

_BOLD = re.compile(r"bold|black|heavy|semi(?!-?cond)|demi|[-,]fed\b", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|kursiv", re.IGNORECASE)
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_FORCE_BOLD, _ITALIC_FLAG = 1 << 18, 1 << 6
_FILLED_AND_DRAWN = 2
_SLANT, _UPRIGHT = 0.1, 0.05
_LONGEST_NAME = 256


@dataclass(frozen=True, slots=True)
class Look:
    """What all characters of one text object share.

    `size` is in points as printed; `quarters` are the quarter turns clockwise that make the text run from left to
    right, `None` where it runs aslant; `tag` is the tagged block it belongs to, `artifact` that it is no text.
    """

    size: float
    bold: bool
    italic: bool
    font: str
    quarters: int | None
    tag: int | None
    artifact: bool

    def like(self, other: "Look") -> bool:
        """Whether a word may go on from the other look to this."""
        return (self.bold, self.italic, self.tag, self.artifact, self.quarters) == (
            other.bold, other.italic, other.tag, other.artifact, other.quarters,
        ) and math.isclose(self.size, other.size, rel_tol=0.02)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Font:
    name: str
    bold: bool
    italic: bool


class Looks:
    """The looks of the text objects of one page; `tags` give the tagged block of each marked content."""

    def __init__(self, tags: Mapping[int, int]) -> None:
        self._tags = tags
        self._looks: dict[int, Look] = {}
        self._fonts: dict[int, _Font] = {}

    def of(self, thing: object) -> Look:
        """The look of a text object."""
        address = _address(thing)
        if address not in self._looks:
            self._looks[address] = self._read(thing)
        return self._looks[address]

    def _read(self, thing: object) -> Look:
        matrix, size = pdfium.FS_MATRIX(), ctypes.c_float()
        pdfium.FPDFPageObj_GetMatrix(thing, matrix)
        pdfium.FPDFTextObj_GetFontSize(thing, size)
        scale = math.hypot(matrix.c, matrix.d)
        font = self._font(pdfium.FPDFTextObj_GetFont(thing))
        outlined = pdfium.FPDFTextObj_GetTextRenderMode(thing) == _FILLED_AND_DRAWN
        slanted = scale > 0 and abs(matrix.a * matrix.c + matrix.b * matrix.d) > _SLANT * scale * scale
        number = pdfium.FPDFPageObj_GetMarkedContentID(thing)
        return Look(
            size=max(size.value * scale, 0.1),
            bold=font.bold or outlined,
            italic=font.italic or slanted,
            font=font.name,
            quarters=_quarters(matrix.a, matrix.b),
            tag=self._tags.get(number),
            artifact=_is_artifact(thing),
        )

    def _font(self, font: object) -> _Font:
        address = _address(font) if font else 0
        if address not in self._fonts:
            self._fonts[address] = _read_font(font) if font else _Font("", bold=False, italic=False)
        return self._fonts[address]


def _read_font(font: object) -> _Font:
    buffer = ctypes.create_string_buffer(_LONGEST_NAME)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, _LONGEST_NAME)
    name = _SUBSET.sub("", buffer.value.decode("utf-8", "replace"))
    flags = max(pdfium.FPDFFont_GetFlags(font), 0)
    bold = bool(_BOLD.search(name)) or bool(flags & _FORCE_BOLD)
    return _Font(name, bold, bool(_ITALIC.search(name)) or bool(flags & _ITALIC_FLAG))


def _quarters(a: float, b: float) -> int | None:
    """Text upwards (0, 1) needs one quarter clockwise to be read, text on its head two."""
    length = math.hypot(a, b)
    if not length:
        return 0
    if abs(b) < _UPRIGHT * length:
        return 0 if a > 0 else 2
    if abs(a) < _UPRIGHT * length:
        return 1 if b > 0 else 3
    return None


def _is_artifact(thing: object) -> bool:
    buffer, length = (ctypes.c_ushort * 32)(), ctypes.c_ulong()
    for index in range(max(pdfium.FPDFPageObj_CountMarks(thing), 0)):
        mark = pdfium.FPDFPageObj_GetMark(thing, index)
        if pdfium.FPDFPageObjMark_GetName(mark, buffer, ctypes.sizeof(buffer), length):
            name = bytes(buffer)[: max(length.value - 2, 0)].decode("utf-16-le", "replace")
            if name == "Artifact":
                return True
    return False


def _address(thing: object) -> int:
    return ctypes.cast(thing, ctypes.c_void_p).value or 0  # type: ignore[arg-type]
