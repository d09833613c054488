"""Pages that remember which marked content each box became, and leave the tagging to us.

WeasyPrint 70.0 tags page by page (weasyprint/pdf/tags.py): whatever goes over a page's end becomes two elements
(Kozea/WeasyPrint#2903), a repeated heading row is tagged again, and margin boxes are tagged without a place in
the tree (#1836). None of that can be told from its result, so it gets nothing to tag: after painting, the page
shows it an empty page box, and `reading_order.py` reads the real one.

Relies on `Page._page_box` and `Stream._tags`, which are WeasyPrint's own: hence the pinned version.
"""

from typing import Any

import pydyf
from weasyprint import Page
from weasyprint.formatting_structure.boxes import Box

from renderer.writers.leaders import draw_leaders, leaders_of
from renderer.writers.row_rules import draw_row_rules, take_row_rules


class PaintedPage(Page):  # type: ignore[misc]
    """A laid-out page; `mcids` and `stream` are there once it has been painted."""

    def __init__(self, page: Page) -> None:
        self.__dict__.update(page.__dict__)
        self.box: Box = page._page_box  # noqa: SLF001
        self.mcids: dict[Box, int] = {}
        self.stream: pydyf.Stream | None = None

    def paint(self, stream: Any, scale: float = 1) -> None:
        """Paint the page, and keep which box became which marked-content sequence."""
        rules = take_row_rules(self)
        super().paint(stream, scale)
        draw_row_rules(stream, rules, scale)
        if leaders := leaders_of(self):
            draw_leaders(stream, leaders, scale)
        self.stream = stream
        self.mcids = {box: mark["mcid"] for box, mark in stream._tags.items()}  # noqa: SLF001
        stream._tags = {}  # noqa: SLF001
        self._page_box = self.box.copy_with_children([])
