"""Which kind of workbook a file is, by what is in it and not by its name; what cannot be read safely is refused."""

from pathlib import Path

from renderer.errors import UnreadableFile
from renderer.readers.workbook.book import Book
from renderer.readers.workbook.delimited import read_delimited
from renderer.readers.workbook.ods import read_ods
from renderer.readers.workbook.package import Package, open_package
from renderer.readers.workbook.xlsx import read_xlsx

_OLE_HEADER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_SAVE = "Åbn den i Excel, og gem den som »Excel-projektmappe (*.xlsx)«."
_OTHER_KINDS = (
    ("sheet.binary", "er gemt i et format, der ikke kan læses (.xlsb)", _SAVE),
    ("macroEnabled", "indeholder makroer", "Gem den i Excel som »Excel-projektmappe (*.xlsx)« uden makroer."),
    ("wordprocessingml", "er et Word-dokument", "Vælg et regneark i stedet."),
    ("presentationml", "er en PowerPoint-fil", "Vælg et regneark i stedet."),
)

WORKBOOK_ENDINGS = (".xlsx", ".xlsm", ".xltx", ".xlsb", ".xls", ".ods", ".csv", ".tsv")
"""The endings of files that are meant as workbooks, readable or not."""


def open_book(name: str, content: bytes) -> Book:
    """Read a workbook. Raises `UnreadableFile` for everything that is none, or that is protected or broken."""
    if not content.strip():
        raise UnreadableFile(f"Filen »{name}« er tom.", "Vælg en anden fil, eller hent den igen.")
    if content.startswith(_OLE_HEADER):
        raise _old_or_protected(name, content)
    if content.startswith(b"PK"):
        return _packed(open_package(name, content))
    if Path(name).suffix.lower() in {".csv", ".tsv", ".txt"}:
        return read_delimited(name, content)
    raise UnreadableFile(f"Filen »{name}« er ikke et regneark.", "Vælg en fil, der ender på .xlsx.")


def _packed(package: Package) -> Book:
    if package.has("mimetype") and package.data("mimetype").strip().startswith(_ODS):
        if package.has("META-INF/manifest.xml") and b"encryption-data" in package.data("META-INF/manifest.xml"):
            raise _protected(package.name)
        return read_ods(package)
    if not package.has("[Content_Types].xml"):
        raise UnreadableFile(f"Filen »{package.name}« er ikke et regneark.", "Vælg en fil, der ender på .xlsx.")
    kinds = [element.get("ContentType", "") for element in package.tree("[Content_Types].xml")]
    for mark, what, way_out in _OTHER_KINDS:
        if any(mark in kind for kind in kinds if kind.endswith(("main+xml", ".main"))):
            raise UnreadableFile(f"Filen »{package.name}« {what}.", way_out)
    workbook = package.related("", "officeDocument")
    if workbook is None or not any("spreadsheetml" in kind for kind in kinds):
        raise UnreadableFile(f"Filen »{package.name}« er ikke et regneark.", "Vælg en fil, der ender på .xlsx.")
    return read_xlsx(package, workbook)


def _old_or_protected(name: str, content: bytes) -> UnreadableFile:
    # An encrypted package is an OLE file with this stream (MS-OFFCRYPTO 2.1); names in it are UTF-16.
    if "EncryptedPackage".encode("utf-16-le") in content:
        return _protected(name)
    return UnreadableFile(f"Filen »{name}« er gemt i et ældre Excel-format (.xls), som ikke kan læses.", _SAVE)


def _protected(name: str) -> UnreadableFile:
    hint = "Åbn den i Excel, fjern adgangskoden under Filer › Oplysninger › Beskyt projektmappe, og gem den igen."
    return UnreadableFile(f"Filen »{name}« er beskyttet med en adgangskode.", hint)
