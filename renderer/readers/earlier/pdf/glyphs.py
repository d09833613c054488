"""The characters of a page of a PDF file, put together to words with their look.

Pdfium gives characters in the order in which they are drawn, which need not be that of reading; words are as
far as that order is trusted.
"""

import ctypes
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import pypdfium2
import pypdfium2.raw as pdfium

from renderer.model.tidying import LIGATURES
from renderer.readers.earlier.pdf.drawing import Turn
from renderer.readers.earlier.pdf.links import PageLink, address_at
from renderer.readers.earlier.pdf.looks import Look, Looks
from renderer.readers.earlier.pdf.page import Word
from renderer.readers.text.signs import is_symbol_font, sign

_UNKNOWN = "\ufffd"
# Pdfium's own codes for a hyphen that ends a line.
_HYPHENS_AT_END = {0x2, 0xFFFE}
_HIGH_SURROGATES, _LOW_SURROGATES = range(0xD800, 0xDC00), range(0xDC00, 0xE000)
_MIDDLE = 0.3
_WIDE_GAP, _BACKWARDS, _OTHER_LINE, _HIGHEST = 0.28, 0.5, 0.1, 0.6


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character where it stands on the page, in the page's own coordinates."""

    text: str
    x: float
    y: float
    end: tuple[float, float]
    spaced: bool
    look: Look


def read_glyphs(text: pypdfium2.PdfTextPage, tags: Mapping[int, int]) -> list[Glyph]:
    """The characters of a page that are no white space, in the order in which they are drawn."""
    return list(_glyphs(text, Looks(tags)))


def reading_direction(glyphs: Sequence[Glyph]) -> int | None:
    """The quarter turns clockwise after which most of the text runs from left to right."""
    directions = Counter(glyph.look.quarters for glyph in glyphs if glyph.look.quarters is not None)
    return directions.most_common(1)[0][0] if directions else None


def words(glyphs: Sequence[Glyph], turn: Turn, links: Sequence[PageLink]) -> Iterator[Word]:
    """The words that run the way the page is read, each with the address of the link that lies over it."""
    last: Word | None = None
    for member, address in _members(glyphs, turn, links):
        word = _word(member, turn, address)
        if last and _is_raised(last, word):
            word = replace(word, baseline=last.baseline)
        yield word
        last = word


def _members(
    glyphs: Sequence[Glyph], turn: Turn, links: Sequence[PageLink]
) -> Iterator[tuple[list[Glyph], str | None]]:
    member: list[Glyph] = []
    address: str | None = None
    for glyph in glyphs:
        if glyph.look.quarters != turn.quarters:
            continue
        leads_to = _address(glyph, turn, links) if links else None
        if member and (leads_to != address or not _goes_on(member[-1], glyph, turn)):
            yield member, address
            member = []
        member.append(glyph)
        address = leads_to
    if member:
        yield member, address


def _is_raised(last: Word, word: Word) -> bool:
    """Whether a word is a small letter or number right behind the last one, above or below its line (`m²`)."""
    away, gap = abs(word.baseline - last.baseline), word.left - last.right
    close = -_OTHER_LINE * last.size < gap < _WIDE_GAP * last.size
    return not word.spaced and word.size < last.size and close and away < _HIGHEST * last.size


def turned_texts(glyphs: Sequence[Glyph], quarters: int) -> tuple[str, ...]:
    """Texts that run another way: up along a margin, or aslant behind the page."""
    texts: dict[int | None, str] = {}
    for glyph in glyphs:
        if glyph.look.quarters != quarters:
            before = texts.get(glyph.look.quarters, "")
            texts[glyph.look.quarters] = before + (" " if glyph.spaced and before else "") + glyph.text
    return tuple(texts.values())


def _glyphs(text: pypdfium2.PdfTextPage, looks: Looks) -> Iterator[Glyph]:
    x, y = ctypes.c_double(), ctypes.c_double()
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    spaced, high = True, 0
    for index in range(pdfium.FPDFText_CountChars(text)):
        code = pdfium.FPDFText_GetUnicode(text, index)
        if code in _HIGH_SURROGATES:
            high = code
            continue
        if code in _LOW_SURROGATES:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if high else ord(_UNKNOWN)
        high = 0
        thing = pdfium.FPDFText_GetTextObject(text, index)
        if not thing or code in {0x20, 0xA0, 0x9, 0xA, 0xD}:
            spaced = True
            continue
        look = looks.of(thing)
        characters = _characters(code, look)
        if not characters:
            continue
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        pdfium.FPDFText_GetCharBox(text, index, left, right, bottom, top)
        end = _end((x.value, y.value), (left.value, right.value, bottom.value, top.value), look)
        yield Glyph(characters, x.value, y.value, end, spaced, look)
        spaced = False


def _characters(code: int, look: Look) -> str:
    if code in _HYPHENS_AT_END:
        return "-"
    if code < 0x20 or 0x7F <= code < 0xA0:
        return _UNKNOWN if code == 0 else ""
    character = chr(code)
    return sign(character, look.font) if is_symbol_font(look.font) else LIGATURES.get(character, character)


def _end(origin: tuple[float, float], box: tuple[float, float, float, float], look: Look) -> tuple[float, float]:
    """Where the character's ink ends in the direction of its text."""
    x, y = origin
    left, right, bottom, top = box
    match look.quarters:
        case 0:
            return right, y
        case 1:
            return x, top
        case 2:
            return left, y
        case _:
            return x, bottom


def _goes_on(before: Glyph, glyph: Glyph, turn: Turn) -> bool:
    if glyph.spaced or (glyph.look is not before.look and not glyph.look.like(before.look)):
        return False
    end, baseline = turn.point(*before.end)
    start, other_baseline = turn.point(glyph.x, glyph.y)
    size = glyph.look.size
    return abs(baseline - other_baseline) < _OTHER_LINE * size and -_BACKWARDS * size < start - end < _WIDE_GAP * size


def _address(glyph: Glyph, turn: Turn, links: Sequence[PageLink]) -> str | None:
    (left, baseline), (right, _) = turn.point(glyph.x, glyph.y), turn.point(*glyph.end)
    return address_at((left + right) / 2, baseline - _MIDDLE * glyph.look.size, links)


def _word(glyphs: Sequence[Glyph], turn: Turn, address: str | None) -> Word:
    first, look = glyphs[0], glyphs[0].look
    left, baseline = turn.point(first.x, first.y)
    return Word(
        text="".join(glyph.text for glyph in glyphs),
        left=left,
        right=max(left, turn.point(*glyphs[-1].end)[0]),
        baseline=baseline,
        size=look.size,
        bold=look.bold,
        italic=look.italic,
        spaced=first.spaced,
        href=address,
        tag=look.tag,
        artifact=look.artifact,
    )
