"""Lays an edition out on pages with WeasyPrint: our own fonts and styles, and nothing else.

A table that has lost its heading row (see `row_breaks.py`) is laid out again with rows that may split.
"""

from functools import partial
from xml.etree.ElementTree import Element

from weasyprint import CSS, Document
from weasyprint.css.counters import CounterStyle

from renderer.edition.edition import Edition
from renderer.errors import RenderingError
from renderer.resources import read_resource
from renderer.writers.continued import mark_continued, tables
from renderer.writers.html import page_html
from renderer.writers.own_fonts import OwnFonts
from renderer.writers.packaged import BASE, PackagedFiles
from renderer.writers.page_tree import PageTree

_SHEETS = ("edition.css", "pages.css", "print.css")


def lay_out(edition: Edition, variant: str) -> Document:
    """The pages of an edition; `variant` is WeasyPrint's name of the kind of PDF they are for.

    Raises `RenderingError` where a heading row does not fit on a page.
    """
    page = page_html(edition)
    relaxed: set[str] = set()
    while True:
        document = _pages(page, variant, relaxed)
        headless = _headless(document)
        if not headless:
            mark_continued(document.pages)
            return document
        if headless <= relaxed:
            raise _too_tall(edition, min(headless))
        relaxed |= headless


def _pages(page: str, variant: str, relaxed: set[str]) -> Document:
    files = PackagedFiles()
    fonts = OwnFonts()
    marks = CounterStyle()
    css = partial(CSS, font_config=fonts, counter_style=marks, url_fetcher=files)
    sheets = [css(string=read_resource("styles", name).decode(), base_url=f"{BASE}styles/{name}") for name in _SHEETS]
    if files.failure:
        raise files.failure
    html = PageTree(page, files)
    for table in html.etree_element.iter("table"):
        if _anchor(table) in relaxed:
            _relax(table)
    document = html.render(font_config=fonts, counter_style=marks, stylesheets=sheets, pdf_variant=variant)
    if files.failure:
        raise files.failure
    return document


def _relax(table: Element) -> None:
    for row in table.iterfind("tbody/tr"):
        row.set("class", "tall")


def _headless(document: Document) -> set[str]:
    """The tables that stand somewhere without their heading row."""
    return {
        _anchor(table.element)
        for page in document.pages
        for table in tables(page)
        if not (table.children and table.children[0].is_header)
    }


def _anchor(table: Element) -> str:
    heading = table.find("thead/tr/th/div")
    assert heading is not None
    return heading.attrib["id"]


def _too_tall(edition: Edition, anchor: str) -> RenderingError:
    heading = next(item.heading for item in edition.items() if item.anchor == anchor)
    return RenderingError(
        f"Overskriften på delelementet »{heading[:60]}...« er for lang til en side.", "Forkort delelementets titel."
    )
