"""The program that saved a Word file last, as the file says it (`docProps/app.xml`), or as it looks."""

from dataclasses import dataclass

from lxml import etree

from renderer.errors import UnreadableFile
from renderer.readers.word.names import APPLICATION, switch
from renderer.readers.word.package import WordPackage

_KINDS = {"extended-properties", "extendedProperties"}


@dataclass(frozen=True)
class Maker:
    """The program's name; empty where the file does not say, as those of Google Docs do not.

    `tracks` says that changes were being tracked when the file was saved.
    """

    name: str
    tracks: bool = False

    @property
    def is_libreoffice(self) -> bool:
        """Whether tracked changes inside controls may have lost their marks."""
        return self.name.startswith(("LibreOffice", "OpenOffice", "Collabora", "NeoOffice"))

    @property
    def described(self) -> str:
        """The name as it stands in a sentence."""
        return self.name or "et andet program end Word"


def maker_of(package: WordPackage) -> Maker:
    """The program that says it saved the file."""
    settings = package.related("settings")
    return Maker(_name(package), bool(switch(settings, "trackRevisions")))


def _name(package: WordPackage) -> str:
    for relationship in package.relationships("").values():
        if relationship.kind in _KINDS and not relationship.outside and package.has(relationship.target):
            try:
                said = package.tree(relationship.target).findtext(f"{APPLICATION}Application") or ""
            except (UnreadableFile, etree.LxmlError):
                return ""
            return " ".join(said.split())
    return ""
