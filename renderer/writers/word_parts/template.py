"""The template, opened: its package, and the parts a document is built from. What is no template is refused here."""

from dataclasses import dataclass
from io import BytesIO
from typing import cast

from docx.opc.constants import CONTENT_TYPE
from docx.opc.part import Part, XmlPart
from docx.package import Package
from lxml import etree

from renderer.errors import BrokenResource
from renderer.writers.word_parts.lists import Lists
from renderer.writers.word_parts.ooxml import R, qualified
from renderer.writers.word_parts.page import Page
from renderer.writers.word_parts.smileys import embed_font
from renderer.writers.word_parts.styles import Styles

TEMPLATE = "aftalerapport.docx"
"""The program's own template, in `styles/`."""

_STORIES = {f"{R}/{kind}" for kind in ("header", "footer", "hyperlink", "comments", "customXml")}
_CUSTOM_PROPERTIES = f"{R}/custom-properties"


@dataclass(frozen=True)
class Template:
    """The parts of a template; text, heads and feet of its own are gone, and what says that it was a draft."""

    package: Package
    document: XmlPart
    styles: Styles
    lists: Lists
    settings: etree._Element
    pages: tuple[Page, Page]


def open_template(data: bytes) -> Template:
    """Open a template and embed the smiley font. Raises `BrokenResource` where it is none."""
    try:
        package = Package.open(BytesIO(data))
        document = cast("XmlPart", package.main_document_part)
        styles, numbering, fonts, settings = (document.part_related_by(f"{R}/{kind}") for kind in _NEEDED)
        embed_font(fonts)
        if document.content_type != CONTENT_TYPE.WML_DOCUMENT_MAIN:
            raise _unreadable()
    # What python-docx raises for a file that is none is not documented, and differs from damage to damage.
    except Exception as cause:
        raise _unreadable() from cause
    _drop_own(package, document, _root(settings))
    pages = _pages(document.element)
    return Template(package, document, Styles(_root(styles)), Lists(_root(numbering)), _root(settings), pages)


_NEEDED = ("styles", "numbering", "fontTable", "settings")


def _unreadable() -> BrokenResource:
    return BrokenResource(
        "Wordskabelonen kan ikke læses.", "Gem den igen som Word-dokument (.docx), eller hent den oprindelige frem."
    )


def _root(part: Part) -> etree._Element:
    root: etree._Element = cast("XmlPart", part).element
    return root


def _drop_own(package: Package, document: XmlPart, settings: etree._Element) -> None:
    for reference, related in list(document.rels.items()):
        if related.reltype in _STORIES:
            del document.rels[reference]
    for reference, related in list(package.rels.items()):
        if related.reltype == _CUSTOM_PROPERTIES:
            del package.rels[reference]
    for tracked in settings.findall(qualified("trackRevisions")):
        settings.remove(tracked)


def _pages(document: etree._Element) -> tuple[Page, Page]:
    sections = [Page.of(section) for section in document.iter(qualified("sectPr"))]
    if len(sections) < 2:
        raise BrokenResource(
            "Wordskabelonen skal have to sektioner: brevet og tabellerne.", "Hent den oprindelige skabelon frem."
        )
    return sections[0], sections[-1]
