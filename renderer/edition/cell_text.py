"""Running text as it stands in a cell of a workbook: lines, list marks, and words in bold or italic.

A paragraph is one line; an entry of a list is a line with its mark, set in by two spaces a level; the address of a
link stands behind its words in the form of Markdown.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from renderer.model.prose import (
    Block,
    BulletList,
    Emphasis,
    Inline,
    LineBreak,
    Link,
    NumberedList,
    Paragraph,
    Prose,
    Strong,
    Text,
)
from renderer.vocabulary.workbook_marks import LONGEST_CELL

_BULLET = "•"


@dataclass(frozen=True)
class CellRun:
    """Characters of a cell with one look; a newline begins a new line in the cell."""

    text: str
    bold: bool = False
    italic: bool = False


def cell_runs(prose: Prose) -> tuple[CellRun, ...]:
    """The text as a cell shows it; neighbours that look alike are one run."""
    joined: list[CellRun] = []
    for number, line in enumerate(_lines(prose.blocks, "")):
        for run in (CellRun("\n" if number else ""), *line):
            if joined and (run.bold, run.italic) == (joined[-1].bold, joined[-1].italic):
                joined[-1] = replace(joined[-1], text=joined[-1].text + run.text)
            elif run.text:
                joined.append(run)
    return tuple(joined)


def cell_text(prose: Prose) -> str:
    """The characters alone."""
    return "".join(run.text for run in cell_runs(prose))


def cell_lines(prose: Prose) -> Iterator[tuple[str, bool]]:
    """The lines of the cell, each with whether it goes on with the line before, behind a hard line break."""
    for line in _lines(prose.blocks, ""):
        for number, text in enumerate("".join(run.text for run in line).split("\n")):
            yield text, number > 0


def _lines(blocks: tuple[Block, ...], indent: str) -> Iterator[list[CellRun]]:
    for block in blocks:
        match block:
            case Paragraph(content):
                yield [CellRun(indent), *_set_in(content, indent)]
            case BulletList(entries):
                for entry in entries:
                    yield from _entry(_BULLET, entry.blocks, indent)
            case NumberedList():
                for mark, entry in block.marks():
                    yield from _entry(mark, entry.blocks, indent)


def _entry(mark: str, blocks: tuple[Block, ...], indent: str) -> Iterator[list[CellRun]]:
    inner = indent + "  "
    first, *rest = blocks
    if isinstance(first, Paragraph):
        yield [CellRun(f"{indent}{mark} "), *_set_in(first.content, inner)]
    else:
        yield [CellRun(f"{indent}{mark} ")]
        rest = list(blocks)
    yield from _lines(tuple(rest), inner)


def _set_in(content: tuple[Inline, ...], indent: str) -> Iterator[CellRun]:
    """The runs with every further line as far in as the first, so that it is seen to belong to it."""
    for run in _runs(content, CellRun("")):
        yield replace(run, text=run.text.replace("\n", f"\n{indent}"))


def _runs(content: tuple[Inline, ...], look: CellRun) -> Iterator[CellRun]:
    for inline in content:
        match inline:
            case Text(text):
                yield replace(look, text=text)
            case LineBreak():
                yield replace(look, text="\n")
            case Emphasis(inner):
                yield from _runs(inner, replace(look, italic=True))
            case Strong(inner):
                yield from _runs(inner, replace(look, bold=True))
            case Link(href, inner):
                yield replace(look, text="[")
                yield from _runs(inner, look)
                yield replace(look, text=f"]({href})")


def fitted(text: str) -> str:
    """The text as far as a cell can hold it (Excel counts in units of UTF-16); what is cut ends in `…`."""
    if len(text) * 2 <= LONGEST_CELL or len(text.encode("utf-16-le")) <= 2 * LONGEST_CELL:
        return text
    return text.encode("utf-16-le")[: 2 * (LONGEST_CELL - 2)].decode("utf-16-le", "ignore") + " …"
