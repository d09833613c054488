"""Turns painted text that is no part of the document into artifacts, in the page's own content stream.

ISO 14289-1, 7.1: content is either tagged or marked as an artifact (veraPDF 7.1-1 to 7.1-3 see only whether a
sequence has an MCID, not whether its element hangs in the tree). ISO 32000-1, 14.8.2.2.2 names the entries.
"""

import pydyf

from renderer.writers.archival.painted_page import PaintedPage


class Artifacts:
    """The sequences of one page that shall be artifacts."""

    def __init__(self, page: PaintedPage) -> None:
        self._page = page
        self._properties: dict[int, str] = {}

    def add(self, mcid: int, furniture: str | None) -> None:
        """Name a sequence; `furniture` is `Header` or `Footer`, or `None` for a repeated heading row."""
        self._properties[mcid] = f"<</Type/Pagination/Subtype/{furniture}>>" if furniture else "<</Type/Pagination>>"

    def write(self) -> None:
        """Rewrite `/Span <</MCID 7>> BDC` to `/Artifact <</Type/Pagination>> BDC` in the stream."""
        assert self._page.stream is not None
        operators = self._page.stream.stream
        for position, operand in enumerate(operators):
            if isinstance(operand, pydyf.Dictionary) and operand.get("MCID") in self._properties:
                operators[position - 1] = "/Artifact"
                operators[position] = self._properties.pop(operand["MCID"])
        assert not self._properties
