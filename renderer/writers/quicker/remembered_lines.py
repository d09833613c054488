"""Breaks a line once and shapes its glyphs once, however often the same words stand in the same column.

Two thirds of the lines of an edition are repeats (`Milepæl`, `1. budgetopfølgning 2018`, smileys, heading rows), or
are laid out again because their row did not fit on the page. In WeasyPrint 70.0 the answer of `split_first_line`
depends on its arguments alone, and what is drawn of it on its layout alone; inside `remembered_lines()` both are kept.
A sixth of the time, the same bytes (tests/writers/test_pdf.py).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from weasyprint.draw import text as drawing
from weasyprint.text import line_break

from renderer.writers.quicker.replacement import replace

_Line = tuple[Any, ...]


@dataclass(frozen=True)
class _Glyphs:
    """How a line is shown: its font with its size, and the operator with the glyphs."""

    font: tuple[Any, Any]
    shown: bytes


@dataclass
class _Memory:
    """Lines by their arguments, and glyphs by their layout. Keeps what it is asked by, so that no id is used twice."""

    lines: dict[object, tuple[Any, _Line]] = field(default_factory=dict)
    glyphs: dict[int, tuple[Any, _Glyphs | None]] = field(default_factory=dict)


_memory: ContextVar[_Memory | None] = ContextVar("memory", default=None)
_split_first_line = line_break.split_first_line
_draw_text = drawing.draw_text


@contextmanager
def remembered_lines() -> Iterator[None]:
    """Remember lines inside the block, in this thread."""
    token = _memory.set(_Memory())
    try:
        yield
    finally:
        _memory.reset(token)


def _split_once(text: str, style: Any, context: Any, *arguments: Any, **options: Any) -> _Line:
    memory = _memory.get()
    if memory is None:
        return _split_first_line(text, style, context, *arguments, **options)  # type: ignore[no-any-return]
    key = (text, id(style), arguments, *options.items())
    if key not in memory.lines:
        memory.lines[key] = style, _split_first_line(text, style, context, *arguments, **options)
    return memory.lines[key][1]


def _draw_once(stream: Any, box: Any, offset_x: float, text_overflow: str, block_ellipsis: Any = "none") -> None:
    memory = _memory.get()
    layout = box.pango_layout
    glyphs = memory.glyphs[id(layout)][1] if memory and id(layout) in memory.glyphs else None
    if glyphs:
        _show_again(stream, box, glyphs)
        return
    before = len(stream.stream)
    _draw_text(stream, box, offset_x, text_overflow, block_ellipsis)
    if memory:
        memory.glyphs[id(layout)] = layout, _drawn(stream, before, box)


def _drawn(stream: Any, before: int, box: Any) -> _Glyphs | None:
    """What has been drawn, where it is one line in one font and nothing else (no underline, nothing invisible)."""
    operators = stream.stream[before:]
    font = stream._old_font  # noqa: SLF001
    plain = box.style["text_decoration_line"] == "none" and box.style["visibility"] == "visible"
    shown = [item for item in operators if isinstance(item, bytes) and item.endswith(b" TJ")]
    fonts = [item for item in operators if isinstance(item, bytes) and item.endswith(b" Tf")]
    return _Glyphs(font, shown[0]) if plain and font and len(shown) == 1 and len(fonts) <= 1 else None


def _show_again(stream: Any, box: Any, glyphs: _Glyphs) -> None:
    """What `draw_text` does with a line whose glyphs are known."""
    stream.set_color(box.style["color"])
    stream.begin_text()
    stream.set_text_matrix(1, 0, 0, -1, box.position_x, box.position_y + box.baseline)
    stream.set_font_size(*glyphs.font)
    stream.stream.append(glyphs.shown)
    stream.end_text()


replace(line_break, "split_first_line", _split_once)
replace(drawing, "draw_text", _draw_once)
