"""A Word file in the making: the opened template, and what all its parts share (styles, lists, links, bookmarks)."""

from io import BytesIO
from typing import cast
from urllib.parse import quote, urlsplit

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.package import Package
from lxml import etree

from renderer.errors import BrokenResource
from renderer.writers.word_parts.bookmarks import Bookmarks
from renderer.writers.word_parts.lists import Lists
from renderer.writers.word_parts.ooxml import NAMESPACES, R, qualified
from renderer.writers.word_parts.packing import pack
from renderer.writers.word_parts.page import Page
from renderer.writers.word_parts.smileys import embed_font
from renderer.writers.word_parts.styles import Styles

_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARSER = etree.XMLParser(resolve_entities=False, huge_tree=True)
_IN_AN_ADDRESS = "!#$%&'()*+,/:;=?@[]~"


class WordFile:
    """Opened from a template; the parts of the document ask it for ids, and `finish` gives the bytes."""

    def __init__(self, template: bytes) -> None:
        try:
            self._package = Package.open(BytesIO(template))
            self._main = cast("XmlPart", self._package.main_document_part)
            styles = cast("XmlPart", self._main.part_related_by(f"{R}/styles"))
            numbering = cast("XmlPart", self._main.part_related_by(f"{R}/numbering"))
            fonts = self._main.part_related_by(f"{R}/fontTable")
        except Exception as cause:
            raise _broken_template() from cause
        self.styles = Styles(styles.element)
        self.lists = Lists(numbering.element)
        self.bookmarks = Bookmarks()
        self.letter_page, self.table_page = _pages(self._main.element)
        self._links: dict[str, str] = {}
        self._stories = 0
        embed_font(fonts)
        _drop_stories(self._main)

    def link(self, address: str) -> str | None:
        """The id of the relationship that leads to an address; `None` where Word could not take it as one."""
        if address not in self._links:
            if not _is_address(address):
                return None
            reference = f"rIdLink{len(self._links) + 1}"
            target = quote(address, safe=_IN_AN_ADDRESS)
            # relate_to looks through all relationships each time.
            self._main.load_rel(RELATIONSHIP_TYPE.HYPERLINK, target, reference, is_external=True)
            self._links[address] = reference
        return self._links[address]

    def add_header(self, content: str) -> str:
        """Add a header; gives the reference for the section properties."""
        return self._add_story("header", "hdr", content)

    def add_footer(self, content: str) -> str:
        """Add a footer; gives the reference for the section properties."""
        return self._add_story("footer", "ftr", content)

    def add_part(self, name: str, content_type: str, relationship: str, data: bytes) -> None:
        """Add a part to the package, in the place of one with the same relationship."""
        for reference, related in list(self._package.rels.items()):
            if related.reltype == relationship:
                del self._package.rels[reference]
        self._package.relate_to(Part(PackURI(name), content_type, data, self._package), relationship)

    def finish(self, body: str) -> bytes:
        """The bytes of the file with this body."""
        self.lists.write()
        document = f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
        self._main._element = cast("BaseOxmlElement", etree.fromstring(document, _PARSER))  # noqa: SLF001
        saved = BytesIO()
        self._package.save(saved)
        return pack(saved.getvalue())

    def _add_story(self, kind: str, root: str, content: str) -> str:
        self._stories += 1
        name = PackURI(f"/word/{kind}{self._stories}.xml")
        data = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:{root} {NAMESPACES}>{content}</w:{root}>'
        part = Part(name, f"{_WORD_TYPE}.{kind}+xml", data.encode(), self._package)
        reference = self._main.relate_to(part, f"{R}/{kind}")
        return f'<w:{kind}Reference w:type="default" r:id="{reference}"/>'


def _is_address(text: str) -> bool:
    try:
        return urlsplit(text).port is not None or bool(text.strip())
    except ValueError:
        return False


def _broken_template() -> BrokenResource:
    return BrokenResource(
        "Wordskabelonen kan ikke læses.", "Gem den igen som Word-dokument (.docx), eller hent den oprindelige frem."
    )


def _pages(document: etree._Element) -> tuple[Page, Page]:
    sections = [Page.of(section) for section in document.iter(qualified("sectPr"))]
    if len(sections) < 2:
        raise BrokenResource(
            "Wordskabelonen skal have to sektioner: brevet og tabellerne.", "Hent den oprindelige skabelon frem."
        )
    return sections[0], sections[-1]


def _drop_stories(main: XmlPart) -> None:
    for reference, related in list(main.rels.items()):
        if related.reltype in {f"{R}/header", f"{R}/footer", f"{R}/hyperlink"}:
            del main.rels[reference]
