"""Draws the dots between an entry of the contents and its page number, as one dashed line of round dots.

WeasyPrint 70.0 can set leaders as text: a box for every few dots, which makes a thousand boxes a page, and dots between
the words of whoever copies the text. A dotted border it draws dot by dot. This is one operator an entry.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from weasyprint import Page
from weasyprint.draw.color import get_color
from weasyprint.formatting_structure.boxes import Box, TextBox

_ENTRY: Final = "listitem"
_THICKNESS: Final = 0.85
_STEP: Final = 4.0
_GAP: Final = 6.0


@dataclass(frozen=True)
class Leader:
    """A line of dots on a page, in CSS pixels from the page's upper left corner."""

    start: float
    end: float
    y: float
    colour: Any


def leaders_of(page: Page) -> list[Leader]:
    """The leaders of a page's contents; an entry whose words reach its page number has none."""
    found = (_leader(entry) for entry in _entries(page._page_box))  # noqa: SLF001
    return [leader for leader in found if leader]


def _entries(box: Box) -> Iterator[Box]:
    for child in box.children:
        if child.element is not None and child.element.get("role") == _ENTRY:
            yield child
        elif child.element_tag in {"html", "body", "section", "nav"}:
            yield from _entries(child)


def _leader(entry: Box) -> Leader | None:
    texts = [box for box in entry.descendants(placeholders=True) if isinstance(box, TextBox)]
    numbers = [box for box in texts if box.element_tag == "a::after"]
    words = [box for box in texts if box.element_tag != "a::after"]
    if not numbers or not words:
        return None
    number, last = numbers[-1], words[-1]
    # Dots stand at the same places in all lines, counted from the edge of the page.
    start = -(-(last.position_x + last.width + _GAP) // _STEP) * _STEP
    end = (number.position_x - _GAP) // _STEP * _STEP
    y = last.position_y + last.baseline - _THICKNESS / 2
    return Leader(start, end, y, get_color(entry.style, "border_bottom_color")) if end > start else None


def draw_leaders(stream: Any, leaders: Iterable[Leader], scale: float) -> None:
    """Draw the leaders on their page; they say nothing, so they are artifacts (ISO 14289-1, 7.1)."""
    with stream.artifact(), stream.stacked():
        stream.transform(a=scale, d=scale)
        stream.set_line_width(_THICKNESS)
        stream.set_line_cap(1)
        stream.set_dash([0, _STEP], 0)
        for leader in leaders:
            stream.set_color(leader.colour, stroke=True)
            stream.move_to(leader.start, leader.y)
            stream.line_to(leader.end, leader.y)
            stream.stroke()
