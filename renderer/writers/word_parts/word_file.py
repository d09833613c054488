"""A Word file in the making: what all its parts share (styles, lists, links, bookmarks), and its bytes."""

from collections.abc import Callable
from io import BytesIO
from typing import cast
from urllib.parse import quote

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml import etree

from renderer.model.addresses import leads_out
from renderer.writers.word_parts.bookmarks import Bookmarks
from renderer.writers.word_parts.ooxml import NAMESPACES, R
from renderer.writers.word_parts.packing import pack
from renderer.writers.word_parts.template import open_template

_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_PARSER = etree.XMLParser(resolve_entities=False, huge_tree=True)
_IN_AN_ADDRESS = "!#$%&'()*+,/:;=?@[]~"


class WordFile:
    """Opened from a template; the parts of the document ask it for ids, and `finish` gives the bytes."""

    def __init__(self, template: bytes) -> None:
        opened = open_template(template)
        self._package, self._main = opened.package, opened.document
        self.styles, self.lists, self.bookmarks = opened.styles, opened.lists, Bookmarks()
        self.settings = opened.settings
        self.letter_page, self.table_page = opened.pages
        self._links: dict[str, str] = {}
        self._stories = self._charts = 0

    def link(self, address: str) -> str | None:
        """The id of the relationship that leads to an address; `None` where a document may not lead there."""
        if address not in self._links:
            if not leads_out(address):
                return None
            reference = f"rIdLink{len(self._links) + 1}"
            target = quote(address, safe=_IN_AN_ADDRESS)
            # relate_to looks through all relationships each time.
            self._main.load_rel(RELATIONSHIP_TYPE.HYPERLINK, target, reference, is_external=True)
            self._links[address] = reference
        return self._links[address]

    def add_header(self, content: str, pages: str = "default") -> str:
        """Add a header; gives the reference for the section properties. `pages` may be `first`."""
        return self._add_story("header", "hdr", content, pages)

    def add_footer(self, content: str, pages: str = "default") -> str:
        """Add a footer; gives the reference for the section properties. `pages` may be `first`."""
        return self._add_story("footer", "ftr", content, pages)

    def add_part(self, name: str, content_type: str, relationship: str, data: bytes) -> None:
        """Add a part to the package, in the place of one with the same relationship."""
        for reference, related in list(self._package.rels.items()):
            if related.reltype == relationship:
                del self._package.rels[reference]
        self._package.relate_to(Part(PackURI(name), content_type, data, self._package), relationship)

    def add_custom_xml(self, data: bytes, properties_type: str, properties: bytes) -> None:
        """Add an XML part that Word keeps and does not show, with the part that says which it is."""
        item = Part(PackURI("/customXml/item1.xml"), CONTENT_TYPE.XML, data, self._package)
        said = Part(PackURI("/customXml/itemProps1.xml"), properties_type, properties, self._package)
        item.relate_to(said, f"{R}/customXmlProps")
        self._main.relate_to(item, f"{R}/customXml")

    def add_chart(self, workbook: bytes, chart: Callable[[str], bytes]) -> str:
        """Add a chart with the workbook that holds its numbers; gives the id for its frame.

        `chart` writes it when it is told the id of the relationship to the workbook.
        """
        self._charts += 1
        part = Part(PackURI(f"/word/charts/chart{self._charts}.xml"), _CHART_TYPE, b"", self._package)
        name = PackURI(f"/word/embeddings/Microsoft_Excel_Sheet{self._charts}.xlsx")
        numbers = part.relate_to(Part(name, _WORKBOOK_TYPE, workbook, self._package), f"{R}/package")
        part._blob = chart(numbers)  # noqa: SLF001
        return self._main.relate_to(part, f"{R}/chart")

    def finish(self, body: str) -> bytes:
        """The bytes of the file with this body."""
        self.lists.write()
        document = f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
        self._main._element = cast("BaseOxmlElement", etree.fromstring(document, _PARSER))  # noqa: SLF001
        saved = BytesIO()
        self._package.save(saved)
        return pack(saved.getvalue())

    def _add_story(self, kind: str, root: str, content: str, pages: str) -> str:
        self._stories += 1
        name = PackURI(f"/word/{kind}{self._stories}.xml")
        data = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:{root} {NAMESPACES}>{content}</w:{root}>'
        part = Part(name, f"{_WORD_TYPE}.{kind}+xml", data.encode(), self._package)
        reference = self._main.relate_to(part, f"{R}/{kind}")
        return f'<w:{kind}Reference w:type="{pages}" r:id="{reference}"/>'
