"""A workbook file as a ZIP of XML parts: opened with care, and refused in Danish.

Nothing here trusts the file: parts are read up to a limit, entities and outside references are never followed, and
every way in which it can be broken ends as `UnreadableFile`.
"""

import io
import lzma
import posixpath
import struct
import zipfile
import zlib
from dataclasses import dataclass, field

from lxml import etree
from lxml.etree import _Element

from renderer.errors import UnreadableFile
from renderer.readers.package_xml import declares_a_type, parsed

LARGEST_PART = 64_000_000
LARGEST_PACKAGE = 400_000_000
MOST_PARTS = 10_000
_BROKEN = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, ValueError, KeyError,
    NotImplementedError, OverflowError, RuntimeError,
)  # fmt: skip
_SAVE_AGAIN = "Åbn filen i Excel, gem den igen som »Excel-projektmappe (*.xlsx)«, og prøv så igen."


@dataclass(frozen=True)
class Relation:
    """What a part refers to: the last word of its kind, and another part, or an address if `outside`."""

    kind: str
    target: str
    outside: bool


@dataclass
class Package:
    """The parts of one file. `name` is the file's name, for messages."""

    name: str
    archive: zipfile.ZipFile
    _read: int = field(default=0)

    def has(self, part: str) -> bool:
        """Whether the file has this part."""
        return part in self.archive.NameToInfo

    def tree(self, part: str) -> _Element:
        """The root of a part. Raises `UnreadableFile` when it is missing or broken."""
        data = self.data(part)
        if declares_a_type(data):
            message = f"Filen »{self.name}« indeholder noget, som ikke hører til i et regneark."
            raise UnreadableFile(message, _SAVE_AGAIN)
        try:
            return parsed(data)
        except (etree.LxmlError, ValueError) as problem:
            raise damaged(self.name) from problem

    def data(self, part: str) -> bytes:
        """The bytes of a part. Raises `UnreadableFile`."""
        try:
            with self.archive.open(part) as stream:
                data = stream.read(LARGEST_PART + 1)
        except _BROKEN as problem:
            raise damaged(self.name) from problem
        self._read += len(data)
        if len(data) > LARGEST_PART or self._read > LARGEST_PACKAGE:
            raise too_large(self.name)
        return data

    def relations(self, part: str) -> dict[str, Relation]:
        """What a part refers to, by id; the package itself is the part without a name."""
        folder, file = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", f"{file}.rels")
        if not self.has(rels):
            return {}
        found: dict[str, Relation] = {}
        for element in self.tree(rels).iter("{*}Relationship"):
            outside = element.get("TargetMode") == "External"
            target = element.get("Target", "")
            resolved = target if outside else posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[element.get("Id", "")] = Relation(element.get("Type", "").rsplit("/", 1)[-1], resolved, outside)
        return found

    def related(self, part: str, kind: str) -> str | None:
        """The first part of a kind that a part refers to and that is there."""
        targets = (one.target for one in self.relations(part).values() if one.kind == kind and not one.outside)
        return next((target for target in targets if self.has(target)), None)


def open_package(name: str, content: bytes) -> Package:
    """Open a file that begins as a ZIP does. Raises `UnreadableFile` where it is broken or too large."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        entries = archive.infolist()
    except _BROKEN as problem:
        raise damaged(name) from problem
    if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > LARGEST_PACKAGE:
        raise too_large(name)
    return Package(name, archive)


def damaged(name: str) -> UnreadableFile:
    """The refusal of a broken file."""
    return UnreadableFile(f"Filen »{name}« er beskadiget og kan ikke læses.", _SAVE_AGAIN)


def too_large(name: str) -> UnreadableFile:
    """The refusal of a file that would fill the machine."""
    hint = "Slet ark og billeder, som ikke hører til, og prøv igen."
    return UnreadableFile(f"Filen »{name}« er for stor til at blive læst.", hint)
