"""Lays a document out on pages with WeasyPrint: our own fonts and styles, and nothing else.

A table that has lost its heading row (see `row_breaks.py`) is laid out again with rows that may split: first those that
may be taller than a page, and if that was not it, all of them.
"""

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from weasyprint import Document

from renderer.errors import RenderingError
from renderer.writers.continued import mark_continued, tables
from renderer.writers.packaged import PackagedFiles
from renderer.writers.page_tree import PageTree
from renderer.writers.print_style import print_style
from renderer.writers.printable import Printable
from renderer.writers.signs import SHEET, has_signs

_EVERY_ROW = 2


def lay_out(printable: Printable, variant: str) -> Document:
    """The pages of a document; `variant` is WeasyPrint's name of the kind of PDF they are for.

    Raises `RenderingError` where a heading row does not fit on a page.
    """
    relaxed: dict[int, int] = {}
    while True:
        document, elements = _pages(printable, variant, relaxed)
        without = _headless(document)
        headless = {number for number, table in enumerate(elements) if table in without}
        if not headless:
            mark_continued(document.pages)
            return document
        if exhausted := [number for number in headless if relaxed.get(number) == _EVERY_ROW]:
            raise _too_tall(elements[min(exhausted)])
        relaxed |= {number: relaxed.get(number, 0) + 1 for number in headless}


def _pages(printable: Printable, variant: str, relaxed: Mapping[int, int]) -> tuple[Document, list[Element]]:
    """The pages, and the elements of the tables on them."""
    files = PackagedFiles()
    signs = (SHEET,) if has_signs(printable.page) else ()
    style = print_style((*printable.sheets, *signs))
    html = PageTree(printable.page, files)
    elements = list(html.etree_element.iter("table"))
    for number, step in relaxed.items():
        _relax(elements[number], step)
    document = html.render(
        font_config=style.fonts, counter_style=style.marks, stylesheets=[style.sheet], pdf_variant=variant
    )
    if files.failure:
        raise files.failure
    return document, elements


def _relax(table: Element, step: int) -> None:
    """Let rows split: at first those that were said to be tall or in doubt, then every row."""
    for row in table.iterfind("tbody/tr"):
        may_split = step == _EVERY_ROW or row.get("class") in {"tall", "in-doubt"}
        row.set("class", "tall" if may_split else "")


def _headless(document: Document) -> set[Element]:
    """The tables that stand somewhere without their heading row."""
    return {
        table.element
        for page in document.pages
        for table in tables(page)
        if not (table.children and table.children[0].is_header)
    }


def _too_tall(table: Element) -> RenderingError:
    cell = table.find("thead/tr/th")
    heading = "".join(cell.itertext()).strip() if cell is not None else ""
    return RenderingError(
        f"Overskriften på delelementet »{heading[:60]}...« er for lang til en side.", "Forkort delelementets titel."
    )
