"""Reads a laid-out document: tables, rows and words as WeasyPrint has placed them."""

from collections.abc import Iterator
from typing import Any

from weasyprint import Document, Page
from weasyprint.formatting_structure.boxes import MarginBox, TableCellBox, TableRowBox, TextBox

from renderer.edition.edition import Edition
from renderer.writers.continued import tables
from renderer.writers.layout import lay_out
from renderer.writers.pdf import printable

PIXELS_PER_MM = 96 / 25.4


def pages(edition: Edition) -> list[Page]:
    document: Document = lay_out(printable(edition), "pdf/a-3a")
    return list(document.pages)


def page_box(page: Page) -> Any:
    return page._page_box


def body_rows(table: Any) -> list[Any]:
    """The rows of a table on its page, without the heading row."""
    return [box for group in table.children if not group.is_header for box in group.children]


def heading_row(table: Any) -> Any:
    [row] = table.children[0].children
    return row


def cells(row: Any) -> list[Any]:
    return [box for box in row.children if isinstance(box, TableCellBox)]


def words(box: Any) -> str:
    """The words of a box, without white space."""
    texts = [inner.text for inner in box.descendants(placeholders=True) if isinstance(inner, TextBox)]
    return "".join("".join(texts).split())


def row_pages(laid_out: list[Page]) -> dict[Any, list[int]]:
    """The pages on which each row of the HTML stands."""
    found: dict[Any, list[int]] = {}
    for number, page in enumerate(laid_out, 1):
        for table in tables(page):
            for row in body_rows(table):
                assert isinstance(row, TableRowBox)
                found.setdefault(row.element, []).append(number)
    return found


def furniture(page: Page) -> Iterator[tuple[str, Any]]:
    """Each margin box of a page with its place: `@top-left`."""
    for box in page_box(page).children:
        if isinstance(box, MarginBox):
            yield box.at_keyword, box


def baselines(box: Any) -> set[float]:
    texts = [inner for inner in box.descendants() if isinstance(inner, TextBox)]
    return {round(text.position_y + text.baseline, 2) for text in texts}
