"""OpenDocument's spreadsheets (OASIS ODF 1.3, part 3): the same cells and notes as Excel's files give."""

from collections.abc import Iterator
from dataclasses import replace

from lxml.etree import _Element

from renderer.readers.text.runs import Run, clean
from renderer.readers.workbook.book import Book, Cell, Kind, Merged, Note, Sheet
from renderer.readers.workbook.numbers import Shown, shown_iso, shown_number
from renderer.readers.workbook.ods_formats import Formats
from renderer.readers.workbook.package import Package, too_large

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_MOST_CELLS = 2_000_000
_STORED = dict.fromkeys(("float", "currency", "percentage"), f"{_OFFICE}value") | {
    kind: f"{_OFFICE}{kind}-value" for kind in ("date", "time")
}
# How a cell is shown whose style says nothing of it.
_USUAL = {"currency": '#,##0.00 "kr."', "percentage": "0.##%"}


def read_ods(package: Package) -> Book:
    """Read the spreadsheet. Raises `UnreadableFile`."""
    root = package.tree("content.xml")
    reader = _Reader(package.name, root, Formats(root, *_styles(package)))
    sheets = [reader.sheet(table) for table in root.iter(f"{_TABLE}table")]
    return Book(package.name, sheets, _properties(package))


class _Reader:
    def __init__(self, name: str, root: _Element, formats: Formats) -> None:
        self._name, self._count, self._formats = name, 0, formats
        self._columns: list[tuple[int, int, str]] = []
        self._looks: dict[str, tuple[bool, bool]] = {}
        self._hidden: set[str] = set()
        for style in root.iter(f"{_STYLE}style"):
            named = style.get(f"{_STYLE}name", "")
            look = style.find(f"{_STYLE}text-properties")
            if style.get(f"{_STYLE}family") == "text" and look is not None:
                self._looks[named] = look.get(f"{_FO}font-weight") == "bold", look.get(f"{_FO}font-style") == "italic"
            shown = style.find(f"{_STYLE}table-properties")
            if shown is not None and shown.get(f"{_TABLE}display") == "false":
                self._hidden.add(named)

    def sheet(self, table: _Element) -> Sheet:
        sheet = Sheet(table.get(f"{_TABLE}name", ""), table.get(f"{_TABLE}style-name", "") in self._hidden)
        self._columns = list(_columns(table))
        row = 0
        for element in table.iter(f"{_TABLE}table-row"):
            filled = list(self._row(element, sheet, row + 1))
            times = _repeated(element, "number-rows-repeated")
            for copy in range(1, times if filled else 1):
                for cell in filled:
                    self._keep(sheet, replace(cell, row=row + 1 + copy))
            row += times
        return sheet

    def _row(self, element: _Element, sheet: Sheet, row: int) -> Iterator[Cell]:
        column = 0
        of_row = element.get(f"{_TABLE}default-cell-style-name", "")
        for one in element.iterchildren(f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            times = _repeated(one, "number-columns-repeated")
            style = one.get(f"{_TABLE}style-name") or of_row or self._of_column(column + 1)
            cell = self._cell(one, Cell(row, column + 1, ()), style)
            for copy in range(times if cell else 0):
                assert cell is not None
                filled = replace(cell, column=column + 1 + copy)
                self._keep(sheet, filled)
                yield filled
            self._merge(one, sheet, row, column + 1)
            sheet.notes += _notes(one, row, column + 1)
            column += times

    def _keep(self, sheet: Sheet, cell: Cell) -> None:
        self._count += 1
        if self._count > _MOST_CELLS:
            raise too_large(self._name)
        sheet.cells[cell.row, cell.column] = cell

    def _merge(self, one: _Element, sheet: Sheet, row: int, column: int) -> None:
        rows, columns = _repeated(one, "number-rows-spanned"), _repeated(one, "number-columns-spanned")
        if rows > 1 or columns > 1:
            sheet.merged.append(Merged(row, column, row + rows - 1, column + columns - 1))

    def _of_column(self, column: int) -> str:
        return next((style for first, last, style in self._columns if first <= column <= last), "")

    def _cell(self, one: _Element, blank: Cell, style: str) -> Cell | None:
        if one.tag == f"{_TABLE}covered-table-cell":
            return None
        runs: list[Run] = []
        for number, paragraph in enumerate(one.iterchildren(f"{_TEXT}p", f"{_TEXT}h")):
            runs += [Run("\n")] * (number > 0)
            runs += self._runs(paragraph, (False, False))
        cell = replace(blank, runs=tuple(runs), formula=one.get(f"{_TABLE}formula") is not None)
        value_type = one.get(f"{_OFFICE}value-type", "")
        if not runs and value_type != "date":
            return replace(cell, sure=False) if cell.formula else None
        stored = one.get(_STORED[value_type], "") if value_type in _STORED else ""
        if stored:
            shown = _shown(value_type, stored, self._formats.code(style))
            kind = Kind.DATE if shown.is_date else Kind.NUMBER
            return replace(cell, runs=(Run(shown.text),), kind=kind, sure=shown.sure, day=shown.day)
        if value_type == "boolean":
            return replace(cell, kind=Kind.TRUTH)
        if cell.formula and "".join(run.text for run in runs).startswith(("#", "Err:")):
            return replace(cell, kind=Kind.ERROR)
        return cell

    def _runs(self, element: _Element, look: tuple[bool, bool]) -> Iterator[Run]:
        if element.text:
            yield Run(element.text, *look)
        for child in element:
            match child.tag.rsplit("}", 1)[-1]:
                case "s":
                    yield Run(" " * min(_repeated(child, "c", _TEXT), 100), *look)
                case "tab":
                    yield Run("\t", *look)
                case "line-break":
                    yield Run("\n", *look)
                case "annotation":
                    pass
                case _:
                    own = self._looks.get(child.get(f"{_TEXT}style-name", ""), (False, False))
                    yield from self._runs(child, (look[0] or own[0], look[1] or own[1]))
            if child.tail:
                yield Run(child.tail, *look)


def _repeated(element: _Element, name: str, space: str = _TABLE) -> int:
    text = element.get(f"{space}{name}", "1")
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 9 else 1


def _styles(package: Package) -> Iterator[_Element]:
    if package.has("styles.xml"):
        yield package.tree("styles.xml")


def _columns(table: _Element) -> Iterator[tuple[int, int, str]]:
    """First and last column, and the style of the cells in them that name none."""
    column = 0
    for one in table.iter(f"{_TABLE}table-column"):
        times = _repeated(one, "number-columns-repeated")
        yield column + 1, column + times, one.get(f"{_TABLE}default-cell-style-name", "")
        column += times


def _shown(value_type: str, stored: str, code: str) -> Shown:
    if value_type in {"date", "time"}:
        return shown_iso(stored, code)
    return shown_number(stored, code or _USUAL.get(value_type, ""))


def _notes(one: _Element, row: int, column: int) -> Iterator[Note]:
    for note in one.iterchildren(f"{_OFFICE}annotation"):
        lines = ("".join(map(str, part.itertext())) for part in note.iterchildren(f"{_TEXT}p"))
        text = clean("\n".join(lines)).strip()
        author, when = note.findtext(f"{_DC}creator") or "", note.findtext(f"{_DC}date") or ""
        if text:
            yield Note(row, column, text, " ".join(author.split()), when.strip())


def _properties(package: Package) -> dict[str, str]:
    if not package.has("meta.xml"):
        return {}
    root = package.tree("meta.xml")
    found = {one.get(f"{_META}name", ""): (one.text or "").strip() for one in root.iter(f"{_META}user-defined")}
    return {**found, "lastModifiedBy": (root.findtext(f".//{_DC}creator") or "").strip()}
