"""Marks a heading row that is repeated on the next page: `5.08.2. Flere i fleksjob (fortsat)`.

CSS cannot tell a repeated row from the first one, so `styles/print.css` lays the mark out hidden in both, and here
it is shown where the table has begun on an earlier page.
"""

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from weasyprint import Page
from weasyprint.formatting_structure.boxes import Box, TableBox, TextBox


def mark_continued(pages: Iterable[Page]) -> None:
    """Show the mark in every repeated heading row of the laid-out pages."""
    begun: set[Element] = set()
    for page in pages:
        for table in tables(page):
            if table.element in begun:
                _show_mark(table.children[0])
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


def _show_mark(heading_row: Box) -> None:
    for box in heading_row.descendants(placeholders=True):
        if isinstance(box, TextBox) and box.style["visibility"] == "hidden":
            box.style = box.style.copy()
            box.style["visibility"] = "visible"
