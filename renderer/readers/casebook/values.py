"""What a cell says, in the words of the data: names and running text."""

import re

from renderer.readers.text.runs import Run, all_bold
from renderer.readers.workbook.book import Cell
from renderer.vocabulary import case_sheets

_LISTED = re.compile(r"\s*(?:[-*+•·▪>]|\d{1,9}[.)]|[a-z][.)])(?:\s|$)|\s")


def cell_value(cell: Cell, field: str) -> str | list[str]:
    """The value of a field (its Danish key) as its cell has it."""
    if field in case_sheets.LISTS:
        return [line.strip() for line in cell.text.split("\n") if line.strip()]
    if field in case_sheets.MARKDOWN:
        return paragraphed(_marked(cell))
    if field in case_sheets.DATES and cell.day:
        return cell.day.isoformat()
    return cell.text.strip()


def paragraphed(text: str) -> str:
    """Lines that somebody ended with Alt+Enter as paragraphs of their own; lists and lines kept together stay so."""
    lines = text.split("\n")
    parted: list[str] = []
    for number, line in enumerate(lines):
        parted.append(line)
        following = lines[number + 1] if number + 1 < len(lines) else ""
        plain = line.strip() and following.strip() and not line.endswith("\\")
        if plain and not _LISTED.match(line) and not _LISTED.match(following):
            parted.append("")
    return "\n".join(parted)


def _marked(cell: Cell) -> str:
    """The Markdown of a cell; words that somebody made bold or italic in it get the marks for that."""
    if all_bold(cell.runs) or not any(run.bold or run.italic for run in cell.runs):
        return cell.text.strip("\n")
    marked = "".join(_run(run) for run in cell.runs)
    return Cell(cell.row, cell.column, (Run(marked),)).text.strip("\n")


def _run(run: Run) -> str:
    words = run.text.strip()
    if not words or not (run.bold or run.italic):
        return run.text
    mark = "*" * (run.italic + 2 * run.bold)
    before, _, after = run.text.partition(words)
    return f"{before}{mark}{words}{mark}{after}"
