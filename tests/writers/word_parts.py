"""A written Word file, opened for looking at: its parts as trees, its paragraphs with their styles."""

import zipfile
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from renderer.edition.draft import Draft, DraftRecord, draft_record
from renderer.edition.edition import Edition
from renderer.writers.word import write_draft, write_word

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "pr": "http://schemas.openxmlformats.org/package/2006/relationships",
}
W = f"{{{NAMESPACES['w']}}}"
R_ID = f"{{{NAMESPACES['r']}}}id"
Element = etree._Element


class WordParts:
    """The parts of one Word file."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self._archive = zipfile.ZipFile(BytesIO(data))
        self.names = self._archive.namelist()
        self.document = self.tree("word/document.xml")

    @classmethod
    def of(cls, edition: Edition, draft: Draft | None = None, template: bytes | None = None) -> "WordParts":
        """The file that an edition becomes."""
        return cls(write_draft(record_of(edition, draft), template) if draft else write_word(edition, template))

    def read(self, name: str) -> bytes:
        return self._archive.read(name)

    def tree(self, name: str) -> Element:
        return etree.fromstring(self.read(name))

    def find(self, path: str, root: Element | None = None) -> list[Element]:
        """The elements on an XPath, from the document or below `root`."""
        found = (self.document if root is None else root).xpath(path, namespaces=NAMESPACES)
        assert isinstance(found, list)
        return [element for element in found if isinstance(element, Element)]

    def values(self, path: str, name: str = "val", root: Element | None = None) -> list[str]:
        """The attribute `w:name` of every element on an XPath."""
        return [str(element.get(f"{W}{name}")) for element in self.find(path, root)]

    def stories(self, kind: str) -> list[Element]:
        """The headers (`header`) or footers (`footer`), in the order of the sections."""
        relationships = self.tree("word/_rels/document.xml.rels")
        targets = {str(each.get("Id")): str(each.get("Target")) for each in relationships}
        references = [str(each.get(R_ID)) for each in self.find(f"//w:sectPr/w:{kind}Reference")]
        return [self.tree(f"word/{targets[reference]}") for reference in references]

    def custom_properties(self) -> dict[str, str]:
        """The custom document properties by name."""
        return {str(one.get("name")): "".join(map(str, one.itertext())) for one in self.tree("docProps/custom.xml")}

    def style_names(self) -> dict[str, str]:
        """Id of a style -> its name."""
        styles = self.find("//w:style", self.tree("word/styles.xml"))
        return {str(s.get(f"{W}styleId")): self.values("w:name", root=s)[0] for s in styles}

    def paragraphs(self, root: Element | None = None) -> Iterator[tuple[str, str]]:
        """Name of the style and text of every paragraph in reading order."""
        names = self.style_names()
        for paragraph in self.find(".//w:p", root):
            style = self.values("w:pPr/w:pStyle", root=paragraph)
            yield names[style[0]] if style else "", text(paragraph)


def record_of(edition: Edition, draft: Draft) -> DraftRecord:
    """The record of a draft of an edition; one that is not counted or dated is the first, of the edition's day."""
    return draft_record(edition, draft.number or 1, draft.date or edition.facts.date, "1.2.3")


def text(element: Element) -> str:
    """The words of an element; a tab is a tab, a line break a newline."""
    marks = {f"{W}tab": "\t", f"{W}br": "\n"}
    parts = []
    for part in element.iter(f"{W}t", *marks):
        if part.tag in marks and part.getparent() is not None and part.getparent().tag == f"{W}r":  # type: ignore[union-attr]
            parts.append(marks[str(part.tag)])
        elif part.tag == f"{W}t":
            parts.append(str(part.text or ""))
    return "".join(parts)
