"""Excel's files (ECMA-376-1, 18): sheets, cells with the looks of their words, merged cells and notes.

Formulas are never reckoned: what the file says they gave last is read, and told. Names of elements are taken without
their namespace, since strict files (ISO/IEC 29500) use another.
"""

import re
from collections.abc import Iterator

from lxml.etree import _Element

from renderer.errors import UnreadableFile
from renderer.readers.text.runs import Run
from renderer.readers.text.signs import is_symbol_font, sign
from renderer.readers.workbook.book import Book, Cell, Kind, Merged, Sheet
from renderer.readers.workbook.numbers import shown_iso, shown_number
from renderer.readers.workbook.package import Package, too_large
from renderer.readers.workbook.xlsx_notes import NoteReader, Placed
from renderer.readers.workbook.xlsx_styles import Styles

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_TRUTH = {"1": "SAND", "0": "FALSK"}
_MOST_CELLS = 2_000_000
_LINKS = {"externalLink", "externalLinkPath", "connections"}
_place = Placed()


def read_xlsx(package: Package, workbook: str) -> Book:
    """Read the workbook that is the part `workbook`. Raises `UnreadableFile`."""
    return _Reader(package, workbook).book()


class _Reader:
    def __init__(self, package: Package, workbook: str) -> None:
        self._package, self._workbook = package, workbook
        self._root = package.tree(workbook)
        styles = package.related(workbook, "styles")
        self._styles = Styles.of(package.tree(styles) if styles else None)
        strings = package.related(workbook, "sharedStrings")
        items = package.tree(strings).iterfind("{*}si") if strings else ()
        self._strings = [tuple(_runs(one)) for one in items]
        properties = self._root.find("{*}workbookPr")
        self._from_1904 = properties is not None and properties.get("date1904") in {"1", "true"}
        self._notes = NoteReader.of(package, workbook)
        self._count = 0

    def book(self) -> Book:
        relations = self._package.relations(self._workbook)
        book = Book(self._package.name, properties=_properties(self._package))
        book.outside = tuple(
            target
            for one in relations.values()
            if one.kind in _LINKS and not one.outside
            for target in self._targets(one.target)
        )
        for element in self._root.iterfind("{*}sheets/{*}sheet"):
            named = next((str(value) for key, value in element.attrib.items() if str(key).endswith("}id")), "")
            relation = relations.get(named)
            if relation and relation.kind == "worksheet" and not relation.outside:
                hidden = element.get("state", "visible") != "visible"
                book.sheets.append(self._sheet(element.get("name", ""), relation.target, hidden=hidden))
        return book

    def _targets(self, part: str) -> Iterator[str]:
        if self._package.has(part):
            yield from (one.target for one in self._package.relations(part).values() if one.outside)

    def _sheet(self, name: str, part: str, *, hidden: bool) -> Sheet:
        root = self._package.tree(part)
        sheet = Sheet(name, hidden)
        row_number = 0
        for row in root.iterfind("{*}sheetData/{*}row"):
            row_number = _whole(row.get("r")) or row_number + 1
            column = 0
            for element in row.iterfind("{*}c"):
                at = _place(element.get("r", ""))
                column = at[1] if at else column + 1
                if cell := self._cell(element, row_number, column):
                    sheet.cells[row_number, column] = cell
        for one in root.iterfind("{*}mergeCells/{*}mergeCell"):
            first, _, last = one.get("ref", "").partition(":")
            corners = _place(first), _place(last)
            if corners[0] and corners[1]:
                sheet.merged.append(Merged(*corners[0], *corners[1]))
        sheet.notes += self._notes.notes(part, _place)
        return sheet

    def _cell(self, element: _Element, row: int, column: int) -> Cell | None:
        formula = element.find("{*}f") is not None
        stored = element.findtext("{*}v")
        kind, style = element.get("t", "n"), element.get("s")
        if stored is None and kind != "inlineStr":
            return Cell(row, column, (), formula=True, sure=False) if formula else None
        self._count += 1
        if self._count > _MOST_CELLS:
            raise too_large(self._package.name)
        return self._filled(Cell(row, column, (), formula=formula), element, (kind, stored or "", style))

    def _filled(self, cell: Cell, element: _Element, said: tuple[str, str, str | None]) -> Cell:
        kind, stored, style = said
        at = (cell.row, cell.column)
        match kind:
            case "s":
                number = _whole(stored)
                runs = self._strings[number] if number < len(self._strings) else ()
                return Cell(*at, self._signs(runs, style), formula=cell.formula)
            case "inlineStr":
                inline = element.find("{*}is")
                return Cell(*at, self._signs(tuple(_runs(inline)) if inline is not None else (), style))
            case "str":
                return Cell(*at, (Run(_decoded(stored)),), formula=cell.formula)
            case "b":
                return Cell(*at, (Run(_TRUTH.get(stored, stored)),), Kind.TRUTH, cell.formula)
            case "e":
                return Cell(*at, (Run(stored),), Kind.ERROR, cell.formula)
            case "d":
                shown = shown_iso(stored, self._styles.format(style))
            case _:
                shown = shown_number(stored, self._styles.format(style), from_1904=self._from_1904)
        kind_read = Kind.DATE if shown.is_date else Kind.NUMBER
        return Cell(*at, (Run(shown.text),), kind_read, cell.formula, shown.sure, shown.day)

    def _signs(self, runs: tuple[Run, ...], style: str | None) -> tuple[Run, ...]:
        font = self._styles.symbol_font(style)
        if font is None or len(runs) != 1:
            return runs
        return (Run("".join(sign(one, font) for one in runs[0].text)),)


def _runs(item: _Element) -> Iterator[Run]:
    """The runs of a string; phonetic readings are none of it."""
    for element in item:
        local = str(element.tag).rsplit("}", 1)[-1]
        if local == "t":
            yield Run(_decoded(element.text or ""))
        elif local == "r":
            look = element.find("{*}rPr")
            text = _decoded("".join(one.text or "" for one in element.iterfind("{*}t")))
            font = _value(look, "rFont")
            if is_symbol_font(font):
                text = "".join(sign(one, font) for one in text)
            yield Run(text, bold=_is_on(look, "b"), italic=_is_on(look, "i"))


def _is_on(look: _Element | None, name: str) -> bool:
    found = look.find(f"{{*}}{name}") if look is not None else None
    return found is not None and found.get("val", "1") not in {"0", "false"}


def _value(look: _Element | None, name: str) -> str | None:
    found = look.find(f"{{*}}{name}") if look is not None else None
    return found.get("val") if found is not None else None


def _decoded(text: str) -> str:
    """Characters that XML cannot hold are written `_x000D_` (ECMA-376-1, 22.4.2.4)."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def _whole(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else 0


def _properties(package: Package) -> dict[str, str]:
    """The custom properties by name, and who saved the file last."""
    found: dict[str, str] = {}
    for kind in ("custom-properties", "customProperties", "core-properties"):
        part = package.related("", kind)
        try:
            root = package.tree(part) if part else None
        except UnreadableFile:
            continue
        for one in root if root is not None else ():
            name = one.get("name") or str(one.tag).rsplit("}", 1)[-1]
            found[name] = "".join(map(str, one.itertext())).strip()
    return found
