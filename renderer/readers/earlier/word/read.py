"""Word files (.docx) of earlier follow-ups, brought to a `SourceDocument`.

Read from the XML of the package, since what content controls, tracked changes, fields and text boxes hold is
text like any other. Heads and feet are furniture, except the head of a first page that has its own: it stands
once, as a letterhead does.
"""

from collections.abc import Iterable, Iterator

from lxml import etree
from lxml.etree import _Element

from renderer.errors import UnreadableFile
from renderer.readers.earlier.source import FurnitureLine, Part, SourceDocument, TableRow
from renderer.readers.earlier.word.body import BodyReader
from renderer.readers.earlier.word.notebook import Notebook
from renderer.readers.earlier.word.paragraph import ParagraphReader
from renderer.readers.text.piece import Piece
from renderer.readers.text.runs import clean
from renderer.readers.word.names import APPLICATION, DUBLIN_CORE, R, W, switch
from renderer.readers.word.numbering import Lists
from renderer.readers.word.package import WordPackage, open_package
from renderer.readers.word.styles import Styles

OWN_NAME = "Aftalerapport"
_NOTES = (("footnote", "footnotes", "fodnote"), ("endnote", "endnotes", "slutnote"))


def read_word(name: str, content: bytes) -> SourceDocument:
    """Read a Word file. Raises `UnreadableFile` where it is none, or is protected, damaged or of an old format."""
    package = open_package(name, content)
    try:
        return _document(package)
    except (etree.LxmlError, RecursionError) as error:
        hint = "Åbn filen i Word, gem den igen som »Word-dokument (*.docx)«, og prøv så igen."
        raise UnreadableFile(f"Filen »{name}« er beskadiget og kan ikke læses.", hint) from error


def _document(package: WordPackage) -> SourceDocument:
    body = package.tree(package.document).find(f"{W}body")
    if body is None:
        hint = "Vælg et dokument, der er gemt som »Word-dokument (*.docx)«."
        raise UnreadableFile(f"Filen »{package.name}« er ikke et Word-dokument.", hint)
    reading = _Reading(package)
    parts = (*reading.edges(body, "header"), *reading.body(body), *reading.notes(), *reading.edges(body, "footer"))
    return SourceDocument(
        name=package.name,
        parts=parts,
        title=_property(package, "core-properties", f"{DUBLIN_CORE}title"),
        own_layout=_property(package, "extended-properties", f"{APPLICATION}Application") == OWN_NAME,
        notes=tuple(reading.notebook.findings()),
    )


class _Reading:
    """One reading of a package, with what all its parts share."""

    def __init__(self, package: WordPackage) -> None:
        self._package = package
        self._styles = Styles(package.related("styles"))
        self._lists = Lists(package.related("numbering"), self._styles)
        self.notebook = Notebook(package.name)

    def body(self, body: _Element) -> list[Part]:
        """The parts of the document's body."""
        return self._reader(self._package.document).read(body)

    def edges(self, body: _Element, kind: str) -> Iterator[Part]:
        """The heads (`header`) or feet (`footer`) of all sections; a text that several of them have comes once."""
        self.notebook.where = "sidehoved" if kind == "header" else "sidefod"
        relationships = self._package.relationships(self._package.document)
        read: set[str] = set()
        for section in body.iter(f"{W}sectPr"):
            for reference in section.iterfind(f"{W}{kind}Reference"):
                relationship = relationships.get(reference.get(f"{R}id", ""))
                if relationship and self._package.has(relationship.target) and relationship.target not in read:
                    read.add(relationship.target)
                    parts = self._reader(relationship.target).read(self._package.tree(relationship.target))
                    yield from parts if _is_letterhead(section, reference, kind) else _furniture(parts)
        self.notebook.where = None

    def notes(self) -> Iterator[Part]:
        """The texts of the foot and end notes that the document refers to."""
        for kind, part, word in _NOTES:
            root = self._package.related(part)
            texts = {note.get(f"{W}id", ""): note for note in root} if root is not None else {}
            for number, (_, note_id) in enumerate((one for one in self.notebook.notes if one[0] == kind), 1):
                self.notebook.where = f"{word} {number}"
                if note_id in texts:
                    yield from self._reader(f"word/{part}.xml").read(texts[note_id])
        self.notebook.where = None

    def _reader(self, part: str) -> BodyReader:
        paragraphs = ParagraphReader(self._styles, self._package.relationships(part))
        return BodyReader(paragraphs, self._styles, self._lists, self.notebook)


def _is_letterhead(section: _Element, reference: _Element, kind: str) -> bool:
    """Whether this is the head of a first page that has its own, so that it stands once and does not run."""
    return kind == "header" and reference.get(f"{W}type") == "first" and bool(switch(section, "titlePg"))


def _furniture(parts: Iterable[Part]) -> Iterator[FurnitureLine]:
    for part in parts:
        match part:
            case FurnitureLine():
                yield part
            case Piece():
                text = " ".join(clean(part.prose.plain).split())
                yield FurnitureLine(text, part.place, part.lines)
            case TableRow():
                yield from _furniture(piece for cell in part.cells for piece in cell.pieces)


def _property(package: WordPackage, kind: str, name: str) -> str | None:
    """A property of the whole file, as one line; `None` where it has none."""
    for relationship in package.relationships("").values():
        if relationship.kind == kind and package.has(relationship.target):
            value = package.tree(relationship.target).findtext(name)
            return " ".join(clean(value).split()) or None if value else None
    return None
