"""Writes the glyphs of a line from a table: what a glyph of a font at its width looks like in the file.

WeasyPrint 70.0 goes through every glyph of every line and asks a dozen questions about it (draw/text.py,
`draw_first_line`). The answers depend on the glyph, its width and its font only, unless it is moved, missing, drawn as
a picture, written from right to left or one of several that draw a letter: a line with such a glyph, or of more than
one paragraph, goes the long way.
"""

from contextlib import suppress
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from struct import Struct
from typing import Any

from weasyprint.draw import text as drawing
from weasyprint.text.ffi import FROM_UNITS, ffi, pango

from renderer.writers.quicker.own_characters import note_characters
from renderer.writers.quicker.replacement import replace

_draw_first_line = drawing.draw_first_line

_GLYPH = Struct("=Iiii4x")
"""A PangoGlyphInfo: glyph, width and offsets; not its attributes, of which Pango sets only some bits."""

_SIZE_IS_ELSEWHERE = pango.pango_version() < 14802
"""Pango's own size of a font cannot be trusted before (GNOME/pango#530)."""

_Glyph = tuple[int, int, int, int]
_FIRST_UNUSUAL = pango.PANGO_GLYPH_EMPTY
"""Glyph numbers from here on say that there is no glyph: nothing to be seen, or unknown to the font."""

assert ffi.sizeof("PangoGlyphInfo") == _GLYPH.size
assert _FIRST_UNUSUAL < pango.PANGO_GLYPH_UNKNOWN_FLAG


class _Unusual(Exception):
    """The line goes the long way."""


@dataclass
class _Table:
    """The glyphs of a font at a size as they are written; kept on WeasyPrint's font, and lives as long as it."""

    font: Any
    size: float
    written: dict[_Glyph, str] = field(default_factory=dict)


def _draw(stream: Any, textbox: Any, text_overflow: str, block_ellipsis: Any, matrix: Any) -> list[Any]:
    layout = textbox.pango_layout
    if textbox.text.strip() and text_overflow == "clip" and block_ellipsis == "none":
        line, second = layout.get_first_line()
        with suppress(_Unusual):
            runs = _runs(stream, line, layout.text) if second is None else []
            if runs:
                _show(stream, runs, matrix)
                return []
        note_characters(stream, line, layout.text)
    return _draw_first_line(stream, textbox, text_overflow, block_ellipsis, matrix)  # type: ignore[no-any-return]


def _show(stream: Any, runs: list[tuple[_Table, str]], matrix: Any) -> None:
    stream.set_text_matrix(*matrix.values)
    for table, of_one_font in groupby(runs, itemgetter(0)):
        stream.set_font_size(table.font.hash, table.size)
        stream.show_text("".join(glyphs for _, glyphs in of_one_font))


def _runs(stream: Any, line: Any, text: str) -> list[tuple[_Table, str]]:
    """The line's runs, each with the table of its font, and its glyphs as they are written."""
    runs = []
    run = line.runs[0]
    while run != ffi.NULL:
        item, run = run.data, run.next
        table = _table(stream, item.item.analysis)
        runs.append((table, _written(table, item, text)))
    return runs


def _table(stream: Any, analysis: Any) -> _Table:
    font, size = stream.add_font(analysis.font)
    is_from_right = analysis.level % 2
    if font.bitmap or font.svg or font.png or font.colr or is_from_right or _SIZE_IS_ELSEWHERE:
        raise _Unusual
    tables = font.__dict__.setdefault("tables_by_size", {})
    if size not in tables:
        tables[size] = _Table(font, size)
    return tables[size]  # type: ignore[no-any-return]


def _written(table: _Table, run: Any, text: str) -> str:
    count = run.glyphs.num_glyphs
    glyphs = list(_GLYPH.iter_unpack(ffi.buffer(run.glyphs.glyphs, count * _GLYPH.size)))
    for position, glyph in enumerate(glyphs):
        if glyph not in table.written:
            table.written[glyph] = _learnt(table, glyph, run, position, text)
    # A glyph that is followed by a correction of its width leaves an empty list behind.
    return f"<{''.join(map(table.written.__getitem__, glyphs))}>".removesuffix("<>")


def _learnt(table: _Table, glyph: _Glyph, run: Any, position: int, text: str) -> str:
    """What `draw_first_line` writes for a glyph, and what it notes of it in the font."""
    number, width, x_offset, y_offset = glyph
    if number >= _FIRST_UNUSUAL or x_offset or y_offset or _shares_a_letter(run, position):
        raise _Unusual
    font = table.font
    if number not in font.to_unicode:
        font.to_unicode[number] = _characters(run, position, text)
    if number not in font.widths:
        ink, logical = ffi.new("PangoRectangle *"), ffi.new("PangoRectangle *")
        pango.pango_font_get_glyph_extents(run.item.analysis.font, number, ink, logical)
        font.widths[number] = round(logical.width * 1000 * FROM_UNITS / table.size)
    kerning = font.widths[number] - width * 1000 * FROM_UNITS / table.size
    return f"{number:04x}>{int(kerning)}<" if kerning else f"{number:04x}"


def _shares_a_letter(run: Any, position: int) -> bool:
    """Whether the glyph draws a letter together with a neighbour."""
    clusters, last = run.glyphs.log_clusters, run.glyphs.num_glyphs - 1
    here = clusters[position]
    return (position < last and clusters[position + 1] == here) or (position > 0 and clusters[position - 1] == here)


def _characters(run: Any, position: int, text: str) -> str:
    """The characters that a glyph stands for: those of its cluster, in a run from left to right."""
    item, clusters = run.item, run.glyphs.log_clusters
    end = item.length if position == run.glyphs.num_glyphs - 1 else clusters[position + 1]
    return text.encode()[item.offset + clusters[position] : item.offset + end].decode()


replace(drawing, "draw_first_line", _draw)
