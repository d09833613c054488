"""The lines of a Markdown conversion -> headings, paragraphs and table rows, each with the lines it stood on.

A table row is a line with tabs (or a line between bars). Where a page broke in the middle of a row, the rest of
its cell stands on a later line: a row that is too short goes on with the next line that does not begin a new one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from renderer.readers.earlier.grammar.labels import begins_row

COLUMNS = 4
_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*")
_BARS = re.compile(r"\|(.*)\|")
_RULE = re.compile(r"\|?[\s:|-]*-[\s:|-]*\|?|[-*_=]{3,}")
_LIST_ENTRY = re.compile(r"(?:[-*+•]|\d{1,9}[.)])\s")
_ENDED = re.compile(r"[.:;!?)\"”»*>]\s*$")


@dataclass(frozen=True)
class Heading:
    """A line with a heading's marks; `level` is 1 to 6."""

    text: str
    level: int
    lines: tuple[int, ...]


@dataclass(frozen=True)
class Text:
    """Lines of Markdown between empty lines."""

    source: str
    lines: tuple[int, ...]


@dataclass(frozen=True)
class Row:
    """The cells of a table row as they stood; `starts_table` where something else than a row stood before.

    `closed` says that bars stood around it, so that it ends with its line.
    """

    cells: tuple[str, ...]
    lines: tuple[int, ...]
    starts_table: bool
    closed: bool = False


@dataclass(frozen=True)
class Rule:
    """A line that only draws a rule."""

    text: str
    lines: tuple[int, ...]


Element = Heading | Text | Row | Rule


def elements(text: str) -> Iterator[Element]:
    """What a Markdown conversion holds, in order; every line that is not blank is in exactly one element."""
    waiting: Row | None = None
    after_row = False
    for element in _single(text):
        if waiting is not None and _goes_on(waiting, element):
            assert isinstance(element, Row | Text)
            waiting = _joined(waiting, element)
            continue
        if waiting is not None:
            yield waiting
        waiting = None
        if isinstance(element, Row):
            waiting = replace(element, starts_table=not after_row)
        else:
            yield element
        after_row = isinstance(element, Row | Rule)
    if waiting is not None:
        yield waiting


def _goes_on(row: Row, element: Element) -> bool:
    """Rule of the broken row: too few cells so far, and what follows neither begins a row nor is too much."""
    complete = row.closed or len(row.cells) == 1 or len(row.cells) >= COLUMNS
    if complete or not isinstance(element, Row | Text):
        return False
    if isinstance(element, Row):
        return (
            not element.closed
            and not begins_row(element.cells[0])
            and len(row.cells) + len(element.cells) - 1 <= COLUMNS
        )
    return not _ENDED.search(row.cells[-1]) and not element.source.startswith("**")


def _joined(row: Row, element: Row | Text) -> Row:
    cells = element.cells if isinstance(element, Row) else (element.source,)
    joined = (*row.cells[:-1], f"{row.cells[-1].rstrip()} {cells[0].lstrip()}", *cells[1:])
    return Row(joined, (*row.lines, *element.lines), row.starts_table)


def _single(text: str) -> Iterator[Element]:
    """One element for each line, but one for the lines of a paragraph."""
    open_lines: list[tuple[int, str]] = []
    for number, line in enumerate(text.split("\n"), start=1):
        words = line.replace("\f", " ")
        element = _of_one_line(words, number) if words.strip() else None
        if open_lines and (element is not None or not words.strip() or _LIST_ENTRY.match(words)):
            yield _paragraph(open_lines)
            open_lines = []
        if element is not None:
            yield element
        elif words.strip():
            open_lines.append((number, words))
    if open_lines:
        yield _paragraph(open_lines)


def _of_one_line(line: str, number: int) -> Element | None:
    if found := _HEADING.fullmatch(line.strip()):
        return Heading(found[2], len(found[1]), (number,))
    if _RULE.fullmatch(line.strip()):
        return Rule(line.strip(), (number,))
    if found := _BARS.fullmatch(line.strip()):
        return Row(tuple(cell.strip() for cell in found[1].split("|")), (number,), starts_table=False, closed=True)
    if "\t" in line.strip(" ") or begins_row(line):
        return Row(tuple(cell.strip() for cell in line.split("\t")), (number,), starts_table=False)
    return None


def _paragraph(lines: list[tuple[int, str]]) -> Text:
    return Text("\n".join(line for _, line in lines), tuple(number for number, _ in lines))
