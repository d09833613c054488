"""An agreement as plain text, out of a PDF: broken lines, headings without marks, tables whose cells are spaces.

Its lines become the same parts as a Word file has: headings with levels, paragraphs, rows of tables. The levels are
ours: chapters 1 (as the unnumbered headings of the introduction), headings of groups 2, points 3, headings inside a
point 4.
"""

import itertools
import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from renderer.findings import Finding, warning
from renderer.model.prose import Inline, LineBreak, Text
from renderer.model.tidying import tidy
from renderer.readers.earlier.plain.lines import Line, read_lines, without_furniture
from renderer.readers.earlier.plain.paragraphs import Paragraphs, blocks, numbers_of
from renderer.readers.earlier.signed.closing import begins_signatures, ends_points
from renderer.readers.earlier.signed.contents import listed_headings, possible_contents, read_contents
from renderer.readers.earlier.signed.front_lines import beginnings
from renderer.readers.earlier.signed.numbered import Numbered, begins_series, point_depth
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
    texts = [line.text for line in kept]
    make = Paragraphs(name, joiner)
    possible = possible_contents(texts)
    listed = listed_headings(texts)
    reading = _Reading(make, [line for n, line in enumerate(kept) if n not in possible], listed)
    contents = read_contents(texts, reading.titles()).lines
    if contents != possible:
        reading = _Reading(make, [line for n, line in enumerate(kept) if n not in contents], listed)
    parts = list(reading.parts())
    parts += [piece for n in sorted(contents) for piece in make.of_text(kept[n].text, (kept[n].number,))]
    parts += [reading.furniture(group) for group in (*furniture, *([line] for line in repeated))]
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

    def __init__(self, make: Paragraphs, lines: Sequence[Line], listed: Collection[str]) -> None:
        self.make = make
        self._listed = listed
        self._found = find_tables(lines)
        tabled = {n for table in self._found for n in range(table.start, table.end)}
        self._width = width_of([line for n, line in enumerate(lines) if n not in tabled])
        self._lines = self._with_front_apart(lines)
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

    def titles(self) -> list[str]:
        """What a table of contents may repeat: headings, the titles of tables, the heading of the signatures."""
        text = [line for n, line in enumerate(self._lines) if not any(one.start <= n < one.end for one in self._found)]
        titles: list[Sequence[Line]] = [text[one.start : one.end] for one in self._headings(text)]
        titles += [self._lines[one.start : one.head + 1] for one in self._found]
        titles += [[line] for line in text if begins_signatures(line.text)]
        return [self.make.joiner.joined([line.raw for line in lines]) for lines in titles]

    def furniture(self, lines: Sequence[Line]) -> FurnitureLine:
        """Lines that belong to the page, or only repeat what stands elsewhere."""
        text = self.make.joiner.joined([line.raw for line in lines])
        return FurnitureLine(text, self.make.place(lines[0].number), numbers_of(lines))

    def _text(self, lines: Sequence[Line]) -> Iterator[Part]:
        """Headings and paragraphs; signatures line by line."""
        # The front page may have place and date, too; the signatures come behind the first point, or late.
        points = [heading.start for heading in self._headings(lines) if heading.numbered]
        first = min(points, default=len(lines) // 2)
        end = next((n for n in range(first, len(lines)) if _begins_signatures(lines, n)), len(lines))
        headings = self._headings(lines[:end])
        levels = _levels(headings, [lines[heading.start].text for heading in headings])
        position = 0
        for heading, level in zip(headings, levels, strict=True):
            yield from self._paragraphs(lines[position : heading.start], front=position == 0)
            piece = self._paragraph(lines[heading.start : heading.end], level)
            if level == INNER:
                self._doubtful.append(_doubt(piece))
            yield piece
            position = heading.end
        yield from self._paragraphs(lines[position:end])
        yield from self._signatures(lines[end:])

    def _headings(self, lines: Sequence[Line]) -> list[PlainHeading]:
        return find_headings(lines, self._width, self._listed)

    def _with_front_apart(self, lines: Sequence[Line]) -> list[Line]:
        """The lines, those above the first number apart where they stand for themselves."""
        numbered = (heading.start for heading in self._headings(lines) if heading.numbered)
        front = next(numbered, 0)
        new = beginnings([line.text for line in lines[:front]])
        return [replace(line, gap=True) if n in new else line for n, line in enumerate(lines)]

    def _paragraph(self, lines: Sequence[Line], level: int) -> Piece:
        return self.make.piece(lines, level=level)

    def _paragraphs(self, lines: Sequence[Line], *, front: bool = False) -> Iterator[Piece]:
        # A front page may be all that has short lines; how long a line can be, other pages tell.
        width = max(self._width, *(len(line.text) for line in self._lines)) if front else self._width
        flows = [self._flow(block, width) for block in blocks(lines)]
        for block, numbers in with_lists(flows):
            yield self.make.of_block(block, numbers)

    def _flow(self, block: Sequence[Line], width: int) -> Flow:
        """A paragraph; lines that were all broken early were broken on purpose."""
        ended = len(block) > 1 and all(
            is_broken_early(one, after, width) and _NEW.match(after.text) for one, after in itertools.pairwise(block)
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


def _levels(headings: Sequence[PlainHeading], texts: Sequence[str]) -> list[int]:
    """The levels of headings, whose first lines are `texts`."""
    points = point_depth(heading.numbered for heading in headings)
    has_chapters = any(heading.numbered and heading.numbered.depth < points for heading in headings)
    found: list[int] = []
    last: Numbered | None = None
    for number, (heading, text) in enumerate(zip(headings, texts, strict=True)):
        if heading.numbered:
            found.append(POINT if heading.numbered.depth >= points else CHAPTER)
            last = heading.numbered
            continue
        following = headings[number + 1] if number + 1 < len(headings) else None
        precedes = following is not None and following.numbered is not None and following.numbered.depth >= points
        directly = precedes and following is not None and following.start == heading.end
        next_number = following.numbered if following else None
        begins = not has_chapters and precedes and begins_series(next_number, last)
        if last is None or begins or (directly and not has_chapters) or ends_points(text):
            found.append(CHAPTER)
        else:
            found.append(GROUP if directly else INNER)
    return found
