"""A text in a cell, never taken for a formula, a number or an address; bold and italic words keep their look."""

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from renderer.edition.cell_text import CellRun, cell_runs, fitted
from renderer.model.markdown import parse_prose
from renderer.vocabulary.workbook_marks import LONGEST_CELL
from renderer.writers.workbook.looks import Looks

Position = tuple[int, int]
"""Row and column, counted from 0."""


def write_text(sheet: Worksheet, at: Position, text: str, look: Format) -> None:
    """Write plain characters; an empty text leaves the cell empty, with its look."""
    if text:
        sheet.write_string(*at, fitted(text), look)
    else:
        sheet.write_blank(*at, None, look)


def write_markdown(sheet: Worksheet, at: Position, markdown: str, look: Format, looks: Looks) -> None:
    """Write a text of the data as a cell shows it."""
    runs = cell_runs(parse_prose(markdown))
    plain = "".join(run.text for run in runs)
    if len(runs) < 2 or len(plain) > LONGEST_CELL:
        write_text(sheet, at, plain, look)
    else:
        sheet.write_rich_string(*at, *_fragments(runs, looks), look)


def _fragments(runs: tuple[CellRun, ...], looks: Looks) -> list[str | Format]:
    fragments: list[str | Format] = []
    for run in runs:
        if run.bold or run.italic:
            fragments.append(looks.run(bold=run.bold, italic=run.italic))
        fragments.append(run.text)
    return fragments
