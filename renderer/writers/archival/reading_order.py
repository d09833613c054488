"""Reads the painted pages in the order of the HTML and makes one part of each HTML element.

The tree that comes out is whole where WeasyPrint's is broken at every page (Kozea/WeasyPrint#2903): one Table for
each item, one TD for each cell, one P for each paragraph (ISO 14289-1, 7.2: tables and paragraphs are tagged as
what they are). What is printed only because a new page begins is no part of it: page heads and feet (#1836), and
heading rows that are repeated (ISO 14289-1, 7.1 and 7.8; ISO 32000-1, 14.8.2.2: pagination artifacts).
"""

from collections.abc import Sequence
from xml.etree.ElementTree import Element

import pydyf
from weasyprint.formatting_structure.boxes import Box, MarginBox, ReplacedBox, TableRowGroupBox, TextBox
from weasyprint.layout.absolute import AbsolutePlaceholder

from renderer.writers.archival.artifacts import Artifacts
from renderer.writers.archival.painted_page import PaintedPage
from renderer.writers.archival.roles import list_numbering, role_of, spoken_text
from renderer.writers.archival.structure import Content, LinkArea, Part

_POINTS = 0.75
"""Points in a CSS pixel."""


def read_pages(pages: Sequence[PaintedPage]) -> Part:
    """The structure of the whole document; what does not belong to it has become an artifact on its page.

    Raises `AssertionError` where painted content found no place, which only a change of WeasyPrint can bring.
    """
    reader = _Reader()
    for number, page in enumerate(pages):
        reader.read(number, page)
    return reader.document


class _Reader:
    """Goes through the pages one by one and knows the elements it has met."""

    def __init__(self) -> None:
        self.document = Part("Document")
        self._parts: dict[Element, Part] = {}
        self._heading_rows: dict[Element, Box] = {}
        self._page = 0
        self._height = 0.0
        self._mcids: dict[Box, int] = {}

    def read(self, number: int, page: PaintedPage) -> None:
        """Read one page after the ones before it."""
        self._page, self._height, self._mcids = number, page.height, dict(page.mcids)
        self._artifacts = Artifacts(page)
        self._walk(page.box, self.document)
        assert not self._mcids, f"page {number + 1} holds content without a place: {self._mcids}"
        self._artifacts.write()

    def _walk(self, box: Box, around: Part) -> None:
        if isinstance(box, AbsolutePlaceholder):
            box = box._box  # noqa: SLF001
        if isinstance(box, MarginBox):
            self._set_aside(box, "Header" if box.at_keyword.startswith("@top") else "Footer")
        elif self._is_repeated(box):
            self._set_aside(box, None)
        elif isinstance(box, TextBox):
            self._take(box, around)
        elif isinstance(box, ReplacedBox):
            self._take(box, self._part(box, around))
        else:
            part = self._part(box, around)
            if box.link_annotation:
                part.kids.append(LinkArea(self._page, box.link_annotation))
            for child in box.children:
                self._walk(child, part)

    def _is_repeated(self, box: Box) -> bool:
        """Whether this is a table's heading row group on a page, or in a column, where the table goes on."""
        return (
            isinstance(box, TableRowGroupBox)
            and box.is_header
            and box.element is not None
            and self._heading_rows.setdefault(box.element, box) is not box
        )

    def _take(self, box: TextBox | ReplacedBox, part: Part) -> None:
        part.kids.append(Content(self._page, self._mcids.pop(box)))

    def _set_aside(self, box: Box, furniture: str | None) -> None:
        """Everything in a box becomes a pagination artifact."""
        for inner in box.descendants(placeholders=True):
            if inner in self._mcids:
                self._artifacts.add(self._mcids.pop(inner), furniture)

    def _part(self, box: Box, around: Part) -> Part:
        """The part a box belongs to, new where its element is met for the first time."""
        element = box.element
        role = None if element is None else role_of(element)
        if role is None:
            return around
        if element not in self._parts:
            self._parts[element] = self._new_part(role, box, around)
        part = self._parts[element]
        return part if role != "LI" else _part_of_entry(part, box)

    def _new_part(self, role: str, box: Box, around: Part) -> Part:
        part = around.add(role, box.element)
        if role == "Figure":
            # ISO 14289-1, 7.3: a figure has a text in its stead; ISO 32000-1, table 344: and the room it takes.
            part.entries["Alt"] = spoken_text(box.element) or ""
            part.entries["A"] = {"O": "/Layout", "Placement": "/Inline", "BBox": self._room(box)}
        elif spoken := spoken_text(box.element):
            part.entries["ActualText"] = spoken
        if role == "L":
            # ISO 14289-1, 7.6: a list with labels says how it is counted.
            part.entries["A"] = {"O": "/List", "ListNumbering": f"/{list_numbering(box.style['list_style_type'])}"}
        if role == "LI":
            part.add("LBody")
        return part

    def _room(self, box: Box) -> pydyf.Array:
        """The rectangle of a box on the page, in points from its lower left corner."""
        left, top = box.content_box_x(), box.content_box_y()
        edges = (left, self._height - top - box.height, left + box.width, self._height - top)
        return pydyf.Array(round(edge * _POINTS, 2) for edge in edges)


def _part_of_entry(entry: Part, box: Box) -> Part:
    """A list entry is a label and a body (ISO 32000-1, table 336); the marker box is the label."""
    if not box.element_tag.endswith("::marker"):
        return next(entry.parts("LBody"))
    label = next(entry.parts("Lbl"), None) or Part("Lbl")
    if label not in entry.kids:
        entry.kids.insert(0, label)
    return label
