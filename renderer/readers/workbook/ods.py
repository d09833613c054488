"""OpenDocument's spreadsheets (OASIS ODF 1.3, part 3): the same cells and notes as Excel's files give."""

import datetime
from collections.abc import Iterator

from lxml.etree import _Element

from renderer.readers.text.runs import Run, clean
from renderer.readers.workbook.book import Book, Cell, Kind, Merged, Note, Sheet
from renderer.readers.workbook.numbers import shown_day, shown_like
from renderer.readers.workbook.package import Package, too_large

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_MOST_CELLS = 2_000_000
_KINDS = {"currency": Kind.NUMBER, "percentage": Kind.NUMBER, "boolean": Kind.TRUTH}


def read_ods(package: Package) -> Book:
    """Read the spreadsheet. Raises `UnreadableFile`."""
    root = package.tree("content.xml")
    reader = _Reader(package.name, root)
    sheets = [reader.sheet(table) for table in root.iter(f"{_TABLE}table")]
    return Book(package.name, sheets, _properties(package))


class _Reader:
    def __init__(self, name: str, root: _Element) -> None:
        self._name, self._count = name, 0
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
        row = 0
        for element in table.iter(f"{_TABLE}table-row"):
            filled = list(self._row(element, sheet, row + 1))
            times = _repeated(element, "number-rows-repeated")
            for copy in range(1, times if filled else 1):
                for cell in filled:
                    self._keep(sheet, Cell(row + 1 + copy, cell.column, cell.runs, cell.kind, cell.formula, cell.sure))
            row += times
        return sheet

    def _row(self, element: _Element, sheet: Sheet, row: int) -> Iterator[Cell]:
        column = 0
        for one in element.iterchildren(f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            times = _repeated(one, "number-columns-repeated")
            cell = self._cell(one, row, column + 1)
            for copy in range(times if cell else 0):
                assert cell is not None
                filled = Cell(row, column + 1 + copy, cell.runs, cell.kind, cell.formula, cell.sure)
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

    def _cell(self, one: _Element, row: int, column: int) -> Cell | None:
        if one.tag == f"{_TABLE}covered-table-cell":
            return None
        runs: list[Run] = []
        for number, paragraph in enumerate(one.iterchildren(f"{_TEXT}p", f"{_TEXT}h")):
            runs += [Run("\n")] * (number > 0)
            runs += self._runs(paragraph, (False, False))
        formula = one.get(f"{_TABLE}formula") is not None
        value_type = one.get(f"{_OFFICE}value-type", "")
        if value_type == "date":
            return Cell(row, column, (Run(_day(one, runs)),), Kind.DATE, formula, sure=False)
        if not runs:
            return Cell(row, column, (), formula=True, sure=False) if formula else None
        if value_type == "float":
            shown = shown_like(one.get(f"{_OFFICE}value", ""), "".join(run.text for run in runs))
            return Cell(row, column, (Run(shown.text),), Kind.NUMBER, formula, shown.sure)
        kind = _KINDS.get(value_type, Kind.TEXT)
        if value_type == "time":
            return Cell(row, column, tuple(runs), Kind.DATE, formula, sure=False)
        if formula and "".join(run.text for run in runs).startswith(("#", "Err:")):
            kind = Kind.ERROR
        return Cell(row, column, tuple(runs), kind, formula, kind is not Kind.NUMBER)

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


def _day(one: _Element, runs: list[Run]) -> str:
    try:
        moment = datetime.datetime.fromisoformat(one.get(f"{_OFFICE}date-value", "")).replace(tzinfo=None)
    except ValueError:
        return "".join(run.text for run in runs)
    return shown_day(moment).text


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
