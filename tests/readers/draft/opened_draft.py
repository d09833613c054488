"""A draft opened for editing as Word edits it: the XML of its parts, and the marks that Word writes."""

import datetime
import io
import zipfile
from collections.abc import Iterable
from functools import cache

from lxml import etree

from renderer.edition.build import build_edition, centre_edition
from renderer.edition.draft import DraftRecord, draft_record
from renderer.edition.edition import Edition
from renderer.model.case import Case
from renderer.model.field import Field
from renderer.model.proposal import Proposal, Returned
from renderer.readers.draft.read import read_draft
from renderer.writers.word import write_draft
from tests.samples import small_case

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_DECLARED = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": W[1:-1],
        "r": R[1:-1],
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "v": "urn:schemas-microsoft-com:vml",
        "w14": W14[1:-1],
        "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    }.items()
)
DAY = datetime.date(2018, 7, 4)
WHEN = "2018-07-05T10:00:00Z"
AUTHOR = "Mette Holm"

Element = etree._Element


@cache
def sample_case() -> Case:
    """The small case that most tests edit a draft of."""
    return small_case()


def record_of(case: Case, followup: int = 2, committee: str | None = None) -> DraftRecord:
    """The record of a draft of the case."""
    return draft_record(build_edition(case, followup, committee), 1, DAY, "0.1.0")


@cache
def draft_bytes(followup: int = 2) -> bytes:
    """A draft of the small case."""
    return write_draft(record_of(sample_case(), followup))


def rebuilt(followup: int, committee: str | None, centre: str | None) -> Edition | None:
    """The edition of the small case, as a case gives it."""
    case = sample_case()
    if followup not in {one.number for one in case.followups}:
        return None
    return centre_edition(case, followup, centre) if centre else build_edition(case, followup, committee)


def read(data: bytes, name: str = "udkast.docx") -> Returned:
    """What the reader makes of a file."""
    return read_draft(name, data, rebuilt)


def codes(returned: Returned) -> list[str]:
    """The codes of the findings, sorted."""
    return sorted(finding.code for finding in returned.findings)


def changes(returned: Returned) -> dict[tuple[str, ...], tuple[str, str]]:
    """Old and new by the path of the field, the item's ref first."""
    return {(one.field.ref or "", *one.field.path): (one.old, one.new) for one in returned.proposals}


def only(returned: Returned) -> Proposal:
    """The one proposal."""
    assert len(returned.proposals) == 1, returned.proposals
    return returned.proposals[0]


def nodes(xml: str) -> list[Element]:
    """Elements from XML with Word's usual prefixes."""
    return list(etree.fromstring(f"<x {_DECLARED}>{xml}</x>"))


def node(xml: str) -> Element:
    """One element."""
    (found,) = nodes(xml)
    return found


def run(text: str, look: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, properties: str = "") -> str:
    """A paragraph."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def inserted(*runs: str, author: str = AUTHOR, when: str = WHEN, number: int = 900) -> str:
    """Runs that were inserted with tracked changes."""
    return f'<w:ins w:id="{number}" w:author="{author}" w:date="{when}">{"".join(runs)}</w:ins>'


def deleted(*runs: str, author: str = AUTHOR, when: str = WHEN, number: int = 901) -> str:
    """Runs that were deleted with tracked changes."""
    gone = "".join(runs).replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
    return f'<w:del w:id="{number}" w:author="{author}" w:date="{when}">{gone}</w:del>'


def mark_change(kind: str, author: str = AUTHOR, when: str = WHEN) -> str:
    """Properties of a paragraph whose end was inserted (`ins`) or deleted (`del`)."""
    return f'<w:rPr><w:{kind} w:id="902" w:author="{author}" w:date="{when}"/></w:rPr>'


class OpenedDraft:
    """A draft's parts; `body` is the tree of its text."""

    def __init__(self, data: bytes | None = None) -> None:
        with zipfile.ZipFile(io.BytesIO(data or draft_bytes())) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.document = etree.fromstring(self.parts["word/document.xml"])
        body = self.document.find(f"{W}body")
        assert body is not None
        self.body = body

    def bytes(self) -> bytes:
        """The file as it is now."""
        self.parts["word/document.xml"] = etree.tostring(self.document, xml_declaration=True, encoding="UTF-8")
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in self.parts.items():
                archive.writestr(name, data)
        return packed.getvalue()

    def read(self, name: str = "udkast.docx") -> Returned:
        """What the reader makes of the file as it is now."""
        return read(self.bytes(), name)

    def control(self, mark: str) -> Element:
        """The control of a field."""
        return next(one for one in self.document.iter(f"{W}sdt") if tag_of(one) == mark)

    def content(self, mark: str) -> Element:
        """What a control holds."""
        found = self.control(mark).find(f"{W}sdtContent")
        assert found is not None
        return found

    def paragraphs(self, mark: str) -> list[Element]:
        """The paragraphs in a control."""
        return list(self.content(mark).iter(f"{W}p"))

    def write(self, mark: str, *blocks: str) -> None:
        """Put other paragraphs into a control, as typing without tracked changes leaves them."""
        content = self.content(mark)
        for child in list(content):
            content.remove(child)
        content.extend(nodes("".join(blocks)))
        self.answered(mark)

    def answered(self, mark: str) -> None:
        """A control that shows no prompt any more."""
        for prompt in list(self.control(mark).iter(f"{W}showingPlcHdr")):
            drop(prompt)

    def retype(self, mark: str, text: str) -> None:
        """One paragraph of plain words in a control, in the style that its first paragraph had."""
        properties = self.paragraphs(mark)[0].find(f"{W}pPr")
        assert properties is not None
        style = etree.tostring(properties).decode()
        self.write(mark, f"<w:p>{style}{run(text)}</w:p>")

    def without_marks(self) -> None:
        """All controls unwrapped and all bookmarks gone, as programs do that know neither."""
        for control in list(self.document.iter(f"{W}sdt"))[::-1]:
            unwrap(control)
        for name in ("bookmarkStart", "bookmarkEnd"):
            for one in list(self.document.iter(f"{W}{name}")):
                drop(one)

    def rows(self, table: int) -> list[Element]:
        """The rows of a table, counted from 0."""
        return list(list(self.document.iter(f"{W}tbl"))[table].iter(f"{W}tr"))

    def add_part(self, name: str, kind: str, content_type: str, xml: str) -> None:
        """Add a part that the document refers to."""
        self.parts[f"word/{name}"] = f'<?xml version="1.0" encoding="UTF-8"?>\n{xml}'.encode()
        self.relate(kind, name)
        override = f'<Override PartName="/word/{name}" ContentType="{content_type}"/></Types>'
        types = self.parts["[Content_Types].xml"].decode()
        self.parts["[Content_Types].xml"] = types.replace("</Types>", override).encode()

    def relate(self, kind: str, target: str, *, outside: bool = False) -> str:
        """Let the document refer to something; gives the id."""
        rels = self.parts["word/_rels/document.xml.rels"].decode()
        name = f"rIdNy{rels.count('<Relationship ')}"
        mode = ' TargetMode="External"' if outside else ""
        entry = f'<Relationship Id="{name}" Type="{R[1:-1]}/{kind}" Target="{target}"{mode}/></Relationships>'
        self.parts["word/_rels/document.xml.rels"] = rels.replace("</Relationships>", entry).encode()
        return name

    def saved_by(self, program: str) -> None:
        """Let the file say that a program saved it."""
        name = "docProps/app.xml"
        said = self.parts[name].decode().replace("<Application>Aftalerapport<", f"<Application>{program}<")
        self.parts[name] = said.encode()


def tag_of(control: Element) -> str:
    """The tag of a control."""
    found = control.find(f"{W}sdtPr/{W}tag")
    return "" if found is None else str(found.get(f"{W}val"))


def parent_of(element: Element) -> Element:
    """The element around an element."""
    parent = element.getparent()
    assert parent is not None
    return parent


def drop(element: Element) -> None:
    """Take an element out."""
    parent_of(element).remove(element)


def unwrap(control: Element) -> None:
    """Put what a control holds in the control's place."""
    content = control.find(f"{W}sdtContent")
    parent = parent_of(control)
    at = parent.index(control)
    parent[at : at + 1] = list(content) if content is not None else []


def words(elements: Iterable[Element]) -> str:
    """The characters in elements."""
    return "".join(text.text or "" for element in elements for text in element.iter(f"{W}t"))


def a_field(path: tuple[str, ...], followup: int | None = None, ref: str | None = None) -> Field:
    """A field's address."""
    return Field(followup, ref, path)
