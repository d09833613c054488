"""An agreement as plain text, out of a PDF: broken lines, headings without marks, tables whose cells are spaces.

Its lines become the same parts as a Word file has: headings with levels, paragraphs, rows of tables. The levels are
ours: chapters 1 (as the unnumbered headings of the introduction), headings of groups 2, points 3, headings inside a
point 4.
"""

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from renderer.findings import Finding, warning
from renderer.model.prose import Inline, LineBreak, Text
from renderer.model.tidying import tidy
from renderer.readers.earlier.plain.lines import Line, read_lines, without_furniture
from renderer.readers.earlier.plain.paragraphs import Paragraphs, blocks, numbers_of
from renderer.readers.earlier.signed.closing import begins_signatures, ends_points
from renderer.readers.earlier.signed.contents import contents_lines
from renderer.readers.earlier.signed.plain_headings import (
    COLUMN_GAP,
    PlainHeading,
    find_headings,
    is_broken_early,
    width_of,
)
from renderer.readers.earlier.signed.plain_tables import TableParts, find_tables
from renderer.readers.earlier.signed.table_head import read_head_line
from renderer.readers.earlier.source import Cell, FurnitureLine, Part, SourceDocument, TableRow
from renderer.readers.earlier.text.hyphens import LineJoiner
from renderer.readers.earlier.text.listing import Flow, with_lists
from renderer.readers.text.marks import read_mark
from renderer.readers.text.piece import Piece

CHAPTER, GROUP, POINT, INNER = 1, 2, 3, 4
_REPEATED = 3
_TITLE_LINES = 4
_DIGITS = re.compile(r"\d+")
_NEW = re.compile(r"[A-ZÆØÅÖÄÜÉ0-9\"”»“„(]")


def signed_document(name: str, text: str) -> SourceDocument:
    """The parts of an agreement in reading order; `name` is the file's name."""
    lines = read_lines(text)
    joiner = LineJoiner([line.raw for line in lines])
    kept, furniture = without_furniture(lines, joiner)
    kept, repeated = _without_repeated_heads(kept)
    contents = contents_lines([line.text for line in kept])
    reading = _Reading(Paragraphs(name, joiner), [line for n, line in enumerate(kept) if n not in contents])
    parts = list(reading.parts())
    aside = [*furniture, *([line] for line in repeated), *([kept[n]] for n in sorted(contents))]
    parts += [reading.furniture(group) for group in aside]
    return SourceDocument(name, tuple(sorted(parts, key=lambda part: part.lines[0])), notes=reading.notes)


def _without_repeated_heads(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The lines without what stands again and again at the edges of pages, and those."""
    tops = {n for n, line in enumerate(lines) if line.page_top}
    edges = tops | {n - 1 for n in tops}
    known = Counter(_but_for_numbers(lines[n]) for n in edges if n >= 0)
    found = {
        n
        for n in edges
        if n >= 0 and known[_but_for_numbers(lines[n])] >= _REPEATED and not read_head_line(lines[n].raw)
    }
    found -= {n for n in found if _heads_table(lines, n)}
    kept = [
        replace(line, gap=True, page_top=True) if n - 1 in found else line
        for n, line in enumerate(lines)
        if n not in found
    ]
    return kept, [lines[n] for n in sorted(found)]


def _but_for_numbers(line: Line) -> str:
    return " ".join(_DIGITS.sub("#", line.text).split())


def _heads_table(lines: Sequence[Line], position: int) -> bool:
    """Whether a line stands right above a table for the first time, as its title."""
    text = _but_for_numbers(lines[position])
    if any(_but_for_numbers(line) == text for line in lines[:position]):
        return False
    return any(read_head_line(line.raw) for line in lines[position + 1 : position + _TITLE_LINES])


class _Reading:
    """Parts the lines of one agreement."""

    def __init__(self, make: Paragraphs, lines: Sequence[Line]) -> None:
        self.make = make
        self._lines = lines
        self._found = find_tables(lines)
        tabled = {n for table in self._found for n in range(table.start, table.end)}
        self._width = width_of([line for n, line in enumerate(lines) if n not in tabled])
        self._tables = TableParts(make)
        self._doubtful: list[Finding] = []

    @property
    def notes(self) -> tuple[Finding, ...]:
        """What was concluded of tables, and the headings that are in doubt."""
        return (*self._tables.findings, *self._doubtful)

    def parts(self) -> Iterator[Part]:
        """Text and tables in order."""
        position = 0
        title = ""
        for table in self._found:
            yield from self._text(self._lines[position : table.start])
            heads = self._lines[table.start : table.head]
            if heads:
                title = self.make.joiner.joined([line.raw for line in heads])
                yield from (self._paragraph([line], level=CHAPTER) for line in heads)
            yield from self._tables.parts(self._lines, table, title)
            position = table.end
        yield from self._text(self._lines[position:])

    def furniture(self, lines: Sequence[Line]) -> FurnitureLine:
        """Lines that belong to the page, or only repeat what stands elsewhere."""
        text = self.make.joiner.joined([line.raw for line in lines])
        return FurnitureLine(text, self.make.place(lines[0].number), numbers_of(lines))

    def _text(self, lines: Sequence[Line]) -> Iterator[Part]:
        """Headings and paragraphs; signatures line by line."""
        # The front page may have place and date, too; where there are points, the signatures come behind the first.
        points = [heading.start for heading in find_headings(lines, self._width) if heading.parts]
        end = next((n for n in range(min(points, default=0), len(lines)) if _begins_signatures(lines, n)), len(lines))
        headings = find_headings(lines[:end], self._width)
        body_begun = False
        position = 0
        for number, heading in enumerate(headings):
            yield from self._paragraphs(lines[position : heading.start])
            body_begun = body_begun or bool(heading.parts)
            following = headings[number + 1] if number + 1 < len(headings) else None
            level = _level(heading, following, body_begun=body_begun, text=lines[heading.start].text)
            piece = self._paragraph(lines[heading.start : heading.end], level)
            if level == INNER:
                self._doubtful.append(_doubt(piece))
            yield piece
            position = heading.end
        yield from self._paragraphs(lines[position:end])
        yield from self._signatures(lines[end:])

    def _paragraph(self, lines: Sequence[Line], level: int) -> Piece:
        return self.make.piece(lines, level=level)

    def _paragraphs(self, lines: Sequence[Line]) -> Iterator[Piece]:
        flows = [self._flow(block) for block in blocks(lines)]
        for block, numbers in with_lists(flows):
            yield self.make.of_block(block, numbers)

    def _flow(self, block: Sequence[Line]) -> Flow:
        """A paragraph; lines that were all broken early were broken on purpose."""
        ended = len(block) > 1 and all(
            is_broken_early(one, after, self._width) and _NEW.match(after.text)
            for one, after in itertools.pairwise(block)
        )
        if ended and not read_mark(block[0].text):
            return Flow(_broken([line.text for line in block]), numbers_of(block))
        return self.make.flow(block)

    def _signatures(self, lines: Sequence[Line]) -> Iterator[Part]:
        """Names and parties: the columns of a line where spaces set them apart, else each paragraph by its lines."""
        group: list[Line] = []
        for line in lines:
            columns = [one for one in COLUMN_GAP.split(line.text) if one]
            if group and (line.gap or len(columns) > 1):
                yield self._block(group)
                group = []
            if len(columns) > 1:
                numbers = (line.number,)
                cells = tuple(Cell(self.make.of_text(one, numbers)) for one in columns)
                yield TableRow(cells, self.make.place(line.number), numbers, starts_table=line.gap)
            else:
                group.append(line)
        if group:
            yield self._block(group)

    def _block(self, lines: Sequence[Line]) -> Piece:
        numbers = numbers_of(lines)
        [(block, _)] = with_lists([Flow(_broken([line.text for line in lines]), numbers)])
        return self.make.of_block(block, numbers)


def _broken(texts: Sequence[str]) -> tuple[Inline, ...]:
    content: list[Text | LineBreak] = []
    for text in texts:
        content += [LineBreak()] * bool(content) + [Text(text)]
    return tidy(content)


def _begins_signatures(lines: Sequence[Line], position: int) -> bool:
    above = lines[position - 1].text if position else "."
    return (lines[position].gap or above.endswith(".")) and begins_signatures(lines[position].text)


def _doubt(piece: Piece) -> Finding:
    message = f"»{piece.prose.plain}« er læst som en overskrift inde i punktet, fordi linjen er kort."
    hint = "Hører linjen til teksten, så flyt den dertil i budgetaftale.yaml."
    return warning("overskrift-i-tvivl", piece.place, message, hint)


def _level(heading: PlainHeading, following: PlainHeading | None, *, body_begun: bool, text: str) -> int:
    if len(heading.parts) == 1:
        return CHAPTER
    if heading.parts:
        return POINT
    if not body_begun or ends_points(text):
        return CHAPTER
    precedes_point = following is not None and following.start == heading.end and len(following.parts) > 1
    return GROUP if precedes_point else INNER
