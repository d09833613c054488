"""What the styles of an Excel file say that matters for reading: number formats, and fonts whose letters are signs."""

from dataclasses import dataclass

from lxml.etree import _Element

from renderer.readers.text.signs import is_symbol_font
from renderer.readers.workbook.numbers import format_of


@dataclass(frozen=True)
class Styles:
    """For each cell style by its number: the code of its number format, and its font where that draws signs."""

    formats: tuple[str, ...] = ()
    symbol_fonts: tuple[str | None, ...] = ()

    @classmethod
    def of(cls, root: _Element | None) -> "Styles":
        """Read them; a file without styles has none."""
        if root is None:
            return cls()
        codes = {
            _whole(one.get("numFmtId")): one.get("formatCode", "") for one in root.iterfind("{*}numFmts/{*}numFmt")
        }
        fonts = [_name(font) for font in root.iterfind("{*}fonts/{*}font")]
        cells = root.findall("{*}cellXfs/{*}xf")
        formats = tuple(format_of(_whole(one.get("numFmtId")), codes) for one in cells)
        return cls(formats, tuple(_symbols(fonts, _whole(one.get("fontId"))) for one in cells))

    def format(self, style: str | None) -> str:
        """The code of a cell's number format."""
        return _at(self.formats, style) or ""

    def symbol_font(self, style: str | None) -> str | None:
        """The name of a cell's font where its letters are signs."""
        return _at(self.symbol_fonts, style)


def _at(values: tuple[str | None, ...], style: str | None) -> str | None:
    number = _whole(style)
    return values[number] if 0 <= number < len(values) else None


def _symbols(fonts: list[str], number: int) -> str | None:
    name = fonts[number] if 0 <= number < len(fonts) else ""
    return name if is_symbol_font(name) else None


def _name(font: _Element) -> str:
    named = font.find("{*}name")
    return named.get("val", "") if named is not None else ""


def _whole(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else 0
