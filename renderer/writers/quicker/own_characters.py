"""What each glyph of a letter stands for that is drawn by several: a `g` with a tilde as a g and a tilde.

WeasyPrint 70.0 remembers of a glyph the text of the place where it first saw it (draw/text.py), and gives all of a
letter's text to the last of its glyphs: the mark then reads as the whole letter wherever it stands, and the g as
nothing. Here each gets the character that the font has it for (ISO 14289-1, 7.21.7).
"""

import unicodedata
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import pairwise
from typing import Any

from weasyprint.text.ffi import ffi


def note_characters(stream: Any, line: Any, text: str) -> None:
    """Remember what the glyphs of a line stand for, as far as several of them draw one letter."""
    run = line.runs[0]
    while run != ffi.NULL:
        item, run = run.data, run.next
        if item.item.analysis.level % 2:
            continue
        for glyphs, words in shared_clusters(item, text):
            font, _ = stream.add_font(item.item.analysis.font)
            for glyph, characters in zip(glyphs, _shared_out(glyphs, words, font), strict=True):
                font.to_unicode.setdefault(glyph, characters)


def shared_clusters(run: Any, text: str) -> Iterator[tuple[list[int], str]]:
    """The glyphs that draw one letter together, and the letter, of a run from left to right."""
    item, string = run.item, run.glyphs
    clusters = string.log_clusters[0 : string.num_glyphs]
    if len(set(clusters)) == len(clusters):
        return
    encoded, ends = text.encode(), [*sorted(set(clusters)), item.length]
    for start, end in pairwise(ends):
        glyphs = [string.glyphs[at].glyph for at, cluster in enumerate(clusters) if cluster == start]
        if len(glyphs) > 1:
            yield glyphs, encoded[item.offset + start : item.offset + end].decode()


def _shared_out(glyphs: Sequence[int], words: str, font: Any) -> list[str]:
    """The characters of a letter, shared out among its glyphs: to each its own, and what is left to those without."""
    own = _own_characters(font)
    left = list(unicodedata.normalize("NFD", words))
    shares: list[str] = []
    for glyph in glyphs:
        parts = list(unicodedata.normalize("NFD", own.get(glyph, "")))
        has_own = bool(parts) and all(parts.count(part) <= left.count(part) for part in parts)
        for part in parts if has_own else ():
            left.remove(part)
        shares.append(own[glyph] if has_own else "")
    without = [at for at, share in enumerate(shares) if not share]
    for at in without:
        shares[at] = "".join(left) if at == without[-1] else "".join(left[:1])
        left = left[1:]
    return shares


def _own_characters(font: Any) -> dict[int, str]:
    """The character that each glyph of a font is there for; kept on WeasyPrint's font, and lives as long as it."""
    if "own_characters" not in font.__dict__:
        from fontTools.ttLib import TTFont  # few texts have such a letter

        tables = TTFont(BytesIO(font.file_content), lazy=True)
        numbers = tables.getReverseGlyphMap()
        font.own_characters = {numbers[name]: chr(code) for code, name in reversed(tables.getBestCmap().items())}
    return font.own_characters  # type: ignore[no-any-return]
