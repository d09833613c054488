"""The links of a page of a PDF file: annotations that lie over the words they belong to."""

import ctypes
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from renderer.readers.earlier.pdf.drawing import Turn
from renderer.readers.earlier.pdf.page import Box

# An address without a scheme leads on from where the file once lay, and so nowhere.
_LEADS_OUT = re.compile(r"(?:https?|mailto|tel|ftp):", re.IGNORECASE)
_LONGEST_ADDRESS = 4096


@dataclass(frozen=True)
class PageLink:
    """An address and the place on the page that leads to it."""

    address: str
    box: Box


def read_links(page: pypdfium2.PdfPage, turn: Turn) -> tuple[PageLink, ...]:
    """The links of a page that lead out of the document."""
    document = page.pdf
    position, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    found: list[PageLink] = []
    while pdfium.FPDFLink_Enumerate(page, position, link):
        address = _address(document, link)
        if address:
            found += [PageLink(address, box) for box in _boxes(link, turn)]
    return tuple(found)


def address_at(x: float, y: float, links: Sequence[PageLink]) -> str | None:
    """Where a point of the page leads; `None` where no link lies."""
    return next((link.address for link in links if link.box.holds(x, y)), None)


def _address(document: pypdfium2.PdfDocument, link: object) -> str:
    action = pdfium.FPDFLink_GetAction(link)
    if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
        return ""
    buffer = ctypes.create_string_buffer(_LONGEST_ADDRESS)
    pdfium.FPDFAction_GetURIPath(document, action, buffer, _LONGEST_ADDRESS)
    address = buffer.value.decode("utf-8", "replace")
    return address if _LEADS_OUT.match(address) else ""


def _boxes(link: object, turn: Turn) -> Iterator[Box]:
    """A link over several lines has a rectangle for each of them."""
    corners = pdfium.FS_QUADPOINTSF()
    count = pdfium.FPDFLink_CountQuadPoints(link)
    for index in range(max(count, 0)):
        if pdfium.FPDFLink_GetQuadPoints(link, index, corners):
            yield turn.box(
                [(corners.x1, corners.y1), (corners.x2, corners.y2), (corners.x3, corners.y3), (corners.x4, corners.y4)]
            )
    box = pdfium.FS_RECTF()
    if count < 1 and pdfium.FPDFLink_GetAnnotRect(link, box):
        yield turn.box([(box.left, box.bottom), (box.right, box.top)])
