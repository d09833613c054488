"""A sheet saved as lines of text (`.csv`): read where it is UTF-8, which alone keeps all letters and smileys."""

import csv
import io

from renderer.errors import UnreadableFile
from renderer.readers.text.runs import Run
from renderer.readers.workbook.book import Book, Cell, Sheet
from renderer.readers.workbook.package import too_large

_SEPARATORS = ";,\t"
_MOST_CELLS = 2_000_000
_UTF8 = "Gem den i Excel som »CSV UTF-8 (semikolonsepareret)«, eller endnu bedre som »Excel-projektmappe (*.xlsx)«."


def read_delimited(name: str, content: bytes) -> Book:
    """Read the lines; the separator is the one that the first full line has most of. Raises `UnreadableFile`."""
    text = _decoded(name, content)
    separator = _separator(text)
    sheet = Sheet("")
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
        for number, values in enumerate(rows, 1):
            for column, value in enumerate(values, 1):
                if value:
                    sheet.cells[number, column] = Cell(number, column, (Run(value),))
            if len(sheet.cells) > _MOST_CELLS:
                raise too_large(name)
    except csv.Error as problem:
        message = f"Filen »{name}« kan ikke læses som rækker og kolonner."
        raise UnreadableFile(message, "Gem den som »Excel-projektmappe (*.xlsx)«, og prøv igen.") from problem
    return Book(name, [sheet], keeps_looks=False)


def _decoded(name: str, content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in content:
        raise UnreadableFile(f"Filen »{name}« er ikke et regneark, der kan læses.", _UTF8)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        message = f"Filen »{name}« er gemt med et tegnsæt, som taber smileyer og kan forveksle bogstaver."
        raise UnreadableFile(message, _UTF8) from problem


def _separator(text: str) -> str:
    """The separator of the line with most of any of them, outside quotation marks."""
    counts = dict.fromkeys(_SEPARATORS, 0)
    for line in text.split("\n")[:20]:
        bare = "".join(line.split('"')[::2])
        for one in _SEPARATORS:
            counts[one] = max(counts[one], bare.count(one))
    return max(counts, key=lambda one: counts[one])
