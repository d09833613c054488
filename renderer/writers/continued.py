"""Marks a heading row that is repeated on the next page: `5.08.2. Flere i fleksjob (fortsat)`.

CSS cannot tell a repeated heading row from the first one, so the mark is set here, after the layout, in the room that
`styles/print.css` leaves free beside every heading. Relies on the boxes of WeasyPrint 70.0.
"""

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from weasyprint import Page
from weasyprint.formatting_structure.boxes import Box, LineBox, TableBox, TextBox
from weasyprint.text.line_break import split_first_line

_MARK = "\u00a0(fortsat)"


def mark_continued(pages: Iterable[Page]) -> None:
    """Set the mark in every repeated heading row of the laid-out pages."""
    begun: set[Element] = set()
    for page in pages:
        for table in tables(page):
            if table.element in begun:
                _set_mark(table.children[0])
            begun.add(table.element)


def tables(page: Page) -> Iterator[TableBox]:
    """The tables on a page, or what of them stands on it."""
    yield from _tables_in(page._page_box)  # noqa: SLF001


def _tables_in(box: Box) -> Iterator[TableBox]:
    for child in box.children:
        if isinstance(child, TableBox):
            yield child
        elif child.element_tag in {"html", "body", "section", "table"}:
            yield from _tables_in(child)


def _set_mark(heading_row: Box) -> None:
    """Set the mark behind the last word of the cell that says so (`data-continued`), else of the first cell."""
    cells = heading_row.children[0].children
    cell = next((one for one in cells if "data-continued" in one.element.attrib), cells[0])
    line = [box for box in cell.descendants() if isinstance(box, LineBox)][-1]
    last = [box for box in line.descendants() if isinstance(box, TextBox)][-1]
    mark = last.copy()
    mark.style = last.style.copy()
    mark.style["font_weight"] = 400
    layout, _, _, width, _, baseline = split_first_line(_MARK, mark.style, None, None, 0)
    mark.text, mark.pango_layout, mark.width = _MARK, layout, width
    mark.position_x = last.position_x + last.width
    mark.position_y = last.position_y + last.baseline - baseline
    mark.baseline = baseline
    line.children = [*line.children, mark]
