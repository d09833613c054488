"""A Word file as a package of XML parts (ECMA-376 part 2): opened with care, and refused in Danish.

Nothing here trusts the file: parts are read up to a limit, entities and outside references are never followed,
and every way in which the package can be broken ends as `UnreadableFile`.
"""

import io
import lzma
import posixpath
import struct
import zipfile
import zlib
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree
from lxml.etree import _Element

from renderer.errors import UnreadableFile
from renderer.readers.package_xml import declares_a_type, parsed
from renderer.readers.word.alternatives import settle
from renderer.readers.word.names import PACKAGE_RELATIONSHIPS, transitional

LARGEST_PART = 64_000_000
LARGEST_PACKAGE = 1_000_000_000
MOST_PARTS = 10_000

_BROKEN_ZIP = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, ValueError, KeyError,
    NotImplementedError, OverflowError, RuntimeError,
)  # fmt: skip
_OLE_HEADER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TEMPLATE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
_MACROS = ("macroEnabled", "indeholder makroer", "Gem den i Word som »Word-dokument (*.docx)« uden makroer.")
# The macros themselves, which also a file that calls itself free of them may hold (MS-OFFMACRO2 2.2).
_MACRO_PART = "application/vnd.ms-office.vbaProject"
_OTHER_KINDS = (
    _MACROS,
    ("spreadsheetml", "er en Excel-fil", "Vælg Word-filen eller PDF-filen i stedet."),
    ("presentationml", "er en PowerPoint-fil", "Vælg Word-filen eller PDF-filen i stedet."),
)
_SAVE_AGAIN = "Åbn filen i Word, gem den igen som »Word-dokument (*.docx)«, og prøv så igen."


@dataclass(frozen=True)
class Relationship:
    """What a part refers to: `target` is an address if `outside`, else the name of another part."""

    kind: str
    target: str
    outside: bool


@dataclass
class WordPackage:
    """The parts of one Word file. `name` is the file's name, for messages."""

    name: str
    archive: zipfile.ZipFile
    _trees: dict[str, _Element] = field(default_factory=dict)

    @cached_property
    def document(self) -> str:
        """The name of the part that holds the document's body."""
        for relationship in self.relationships("").values():
            if relationship.kind == "officeDocument" and not relationship.outside:
                return relationship.target
        raise _not_word(self.name)

    def tree(self, part: str) -> _Element:
        """The root of a part. Raises `UnreadableFile` when it is missing or broken."""
        if part not in self._trees:
            self._trees[part] = self._parsed(part)
        return self._trees[part]

    def related(self, kind: str) -> _Element | None:
        """The root of the part that the document has of this kind (`styles`, `numbering`), or `None`."""
        for relationship in self.relationships(self.document).values():
            if relationship.kind == kind and not relationship.outside and self.has(relationship.target):
                return self.tree(relationship.target)
        return None

    def relationships(self, part: str) -> dict[str, Relationship]:
        """What a part refers to, by id; the package itself is the part without a name."""
        folder, file = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", f"{file}.rels")
        if not self.has(rels):
            return {}
        found: dict[str, Relationship] = {}
        for element in self.tree(rels).iter(f"{PACKAGE_RELATIONSHIPS}Relationship"):
            outside = element.get("TargetMode") == "External"
            target = element.get("Target", "")
            resolved = target if outside else posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            kind = element.get("Type", "").rsplit("/", 1)[-1]
            found[element.get("Id", "")] = Relationship(kind, resolved, outside)
        return found

    def has(self, part: str) -> bool:
        """Whether the package holds this part."""
        return part in self.archive.NameToInfo

    def _parsed(self, part: str) -> _Element:
        data = self._read(part)
        if declares_a_type(data):
            message = f"Filen »{self.name}« indeholder noget, som ikke hører til i en Word-fil."
            raise UnreadableFile(message, _SAVE_AGAIN)
        try:
            root = parsed(transitional(data))
        except (etree.LxmlError, ValueError) as error:
            raise _damaged(self.name) from error
        settle(root)
        return root

    def _read(self, part: str) -> bytes:
        try:
            with self.archive.open(part) as stream:
                data = stream.read(LARGEST_PART + 1)
        except _BROKEN_ZIP as error:
            raise _damaged(self.name) from error
        if len(data) > LARGEST_PART:
            raise _too_large(self.name)
        return data


def open_package(name: str, content: bytes) -> WordPackage:
    """Open a Word file. Raises `UnreadableFile` for everything that is none, or that is protected or broken."""
    if not content.strip():
        raise UnreadableFile(f"Filen »{name}« er tom.", "Vælg en anden fil, eller hent den igen.")
    if content.startswith(_OLE_HEADER):
        raise _old_or_protected(name, content)
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        entries = archive.infolist()
    except _BROKEN_ZIP as error:
        raise (_damaged(name) if content.startswith(b"PK") else _not_word(name)) from error
    if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > LARGEST_PACKAGE:
        raise _too_large(name)
    package = WordPackage(name, archive)
    _refuse_other_kinds(package)
    return package


def _refuse_other_kinds(package: WordPackage) -> None:
    if "[Content_Types].xml" not in package.archive.NameToInfo:
        raise _not_word(package.name)
    kinds = {element.get("ContentType", "") for element in package.tree("[Content_Types].xml")}
    for sign, what, way_out in _OTHER_KINDS:
        if any(sign in kind for kind in kinds if kind.endswith("main+xml")):
            raise UnreadableFile(f"Filen »{package.name}« {what}.", way_out)
    if _MACRO_PART in kinds:
        raise UnreadableFile(f"Filen »{package.name}« {_MACROS[1]}.", _MACROS[2])
    if not kinds & {_WORD, _TEMPLATE}:
        raise _not_word(package.name)


def _old_or_protected(name: str, content: bytes) -> UnreadableFile:
    # An encrypted package is an OLE file with this stream (MS-OFFCRYPTO 2.1); names in it are UTF-16.
    if "EncryptedPackage".encode("utf-16-le") in content:
        hint = "Åbn den i Word, fjern adgangskoden under Filer › Oplysninger › Beskyt dokument, og gem den igen."
        return UnreadableFile(f"Filen »{name}« er beskyttet med en adgangskode.", hint)
    hint = "Åbn den i Word, og gem den som »Word-dokument (*.docx)«."
    return UnreadableFile(f"Filen »{name}« er gemt i et ældre Word-format (.doc), som ikke kan læses.", hint)


def _damaged(name: str) -> UnreadableFile:
    return UnreadableFile(f"Filen »{name}« er beskadiget og kan ikke læses.", _SAVE_AGAIN)


def _not_word(name: str) -> UnreadableFile:
    hint = "Vælg et dokument, der er gemt som »Word-dokument (*.docx)«."
    return UnreadableFile(f"Filen »{name}« er ikke et Word-dokument.", hint)


def _too_large(name: str) -> UnreadableFile:
    hint = "Del dokumentet i flere filer, eller slet store billeder og bilag i det, og prøv igen."
    return UnreadableFile(f"Filen »{name}« er for stor til at blive læst.", hint)
