"""Plain text in reading order, as it comes out of a PDF -> `SourceDocument` with the same rows as a table has."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from renderer.readers.earlier.grammar import labels
from renderer.readers.earlier.grammar.guide import is_guide_heading
from renderer.readers.earlier.grammar.letterhead import CAPITALS, labelled_lines
from renderer.readers.earlier.grammar.smiley_marks import read_definition
from renderer.readers.earlier.grammar.titles import begins_title, read_title
from renderer.readers.earlier.plain.columns import are_in_columns, in_reading_order
from renderer.readers.earlier.plain.headings import PlainHeading, find_headings, is_repeated
from renderer.readers.earlier.plain.lines import Line, numbered_lines, read_lines, without_furniture
from renderer.readers.earlier.plain.order import doubtful_titles, out_of_order
from renderer.readers.earlier.plain.paragraphs import Paragraphs, is_tight, numbers_of
from renderer.readers.earlier.plain.rows import PlainItem, PlainRow, item_rows
from renderer.readers.earlier.signed.plain_document import signed_document
from renderer.readers.earlier.signed.recognise import is_signed_agreement
from renderer.readers.earlier.source import Cell, FurnitureLine, Part, SourceDocument, TableRow
from renderer.readers.earlier.text.decoding import decoded
from renderer.readers.earlier.text.hyphens import LineJoiner
from renderer.readers.text.piece import Piece

_CHAPTER_LINE = re.compile(rf"{labels.CHAPTER_NUMBER.pattern}[A-ZÆØÅ0-9\"”»“]")
_CHAPTER_LEVEL = 2
_LONGEST_HEADING = 20
_LONGEST_CHAPTER = 2
_LONGEST_UNNUMBERED = 12


def read_plain(name: str, content: bytes) -> SourceDocument:
    """Read a text in reading order. Raises `UnreadableFile` where the bytes are no text."""
    return plain_document(name, decoded(name, content))


def plain_document(name: str, text: str) -> SourceDocument:
    """The parts of a text in reading order; `name` is the file's name."""
    raw = text.split("\n")
    in_columns = are_in_columns(raw)
    lines = numbered_lines(in_reading_order(raw)) if in_columns else read_lines(text)
    joiner = LineJoiner([line.raw for line in lines])
    kept, furniture = without_furniture(lines, joiner)
    headings = find_headings(kept, joiner)
    if not headings:
        agreement = signed_document(name, text)
        if is_signed_agreement(agreement):
            return agreement
    reader = _Reader(Paragraphs(name, joiner, tight=in_columns or is_tight(kept)), kept)
    parts = reader.parts()
    page = [reader.furniture(group) for group in furniture]
    notes = (*out_of_order(name, headings), *doubtful_titles(name, headings))
    return SourceDocument(name, tuple(_merged(parts, page)), notes=notes)


def _merged(parts: Sequence[Part], furniture: Sequence[FurnitureLine]) -> Iterator[Part]:
    """The parts in reading order, with what belongs to the page put in where its line stood."""
    kept = [part for part in parts if not isinstance(part, FurnitureLine)]
    within = (part for part in parts if isinstance(part, FurnitureLine))
    # Once each, and never by way of a set: those of one line must come out in the same order every time.
    page = sorted(dict.fromkeys((*furniture, *within)), key=lambda one: one.lines)
    for part in kept:
        while page and page[0].lines[0] < part.lines[0]:
            yield page.pop(0)
        yield part
    yield from page


class _Reader:
    """Parts the lines into letter, chapters and items."""

    def __init__(self, make: Paragraphs, lines: Sequence[Line]) -> None:
        self.make = make
        self._lines = list(lines)
        self._repeated: list[Line] = []

    def parts(self) -> list[Part]:
        """All parts but the furniture that was known before."""
        headings = self._headings()
        if not headings:
            return self._letter(self._lines)
        chapter = self._first_chapter(headings[0])
        parts = self._letter(self._lines[:chapter]) + self._chapter(self._lines[chapter : headings[0].start])
        for number, heading in enumerate(headings):
            following = headings[number + 1] if number + 1 < len(headings) else None
            parts += self._item(heading, following)
        return [*parts, *(self.furniture([line]) for line in self._repeated)]

    def furniture(self, lines: Sequence[Line]) -> FurnitureLine:
        """Lines that belong to the page."""
        text = self.make.joiner.joined([line.raw for line in lines])
        return FurnitureLine(text, self.make.place(lines[0].number), numbers_of(lines))

    def _headings(self) -> list[PlainHeading]:
        """The heading rows; those that repeat inside an item are taken out of the lines first."""
        repeated = self._repeating(find_headings(self._lines, self.make.joiner))
        if not repeated:
            return find_headings(self._lines, self.make.joiner)
        self._repeated = [self._lines[position] for position in sorted(repeated)]
        self._lines = [line for position, line in enumerate(self._lines) if position not in repeated]
        return find_headings(self._lines, self.make.joiner)

    def _repeating(self, headings: Sequence[PlainHeading]) -> set[int]:
        """The positions of heading rows that repeat the one before, whose item has no finances row yet."""
        repeated: set[int] = set()
        begun: PlainHeading | None = None
        for heading in headings:
            if begun is not None and is_repeated(heading, begun):
                between = [n for n in range(begun.end, heading.start) if n not in repeated]
                if item_rows([self._lines[n] for n in between]).finances is None:
                    repeated.update(range(heading.start, heading.end))
                    continue
            begun = heading
        return repeated

    def _first_chapter(self, heading: PlainHeading) -> int:
        """Where the first chapter's heading begins: the numbered line nearest to the first item, else a short line."""
        letter = max([n for n in range(heading.start) if _is_letter_line(self._lines[n])], default=-1)
        number = heading.first_number
        starts = [n for n in range(letter + 1, heading.start) if self._lines[n].gap or n == letter + 1]
        others = range(letter + 1, heading.start) if number else range(0)
        for start in (*reversed(starts), *reversed(others)):
            if _is_chapter_line(self._lines[start].text, number):
                return start
        if starts and self._looks_like_heading(self._lines[starts[-1] : heading.start]):
            return starts[-1]
        return heading.start

    def _looks_like_heading(self, lines: Sequence[Line]) -> bool:
        text = self.make.joiner.joined([line.raw for line in lines])
        short = len(text.split()) <= _LONGEST_UNNUMBERED
        return short and text[:1].isupper() and not text.endswith((".", ":", ",")) and not CAPITALS.fullmatch(text)

    def _chapter(self, lines: Sequence[Line]) -> list[Part]:
        """A chapter's heading and its introduction; lines that begin with no heading stay paragraphs."""
        if not lines:
            return []
        first, *others = self.make.blocks(lines)
        numbered = _CHAPTER_LINE.match(first[0].text)
        if not numbered and not self._looks_like_heading(first):
            return list(self.make.pieces(lines))
        whole = len(self.make.joiner.joined([line.raw for line in first]).split()) <= _LONGEST_HEADING
        end = self.make.heading_end(lines) if whole else 1
        heading, rest = first[:end], first[end:]
        introduction = [*rest, *(line for block in others for line in block)]
        return [self.make.piece(heading, level=_CHAPTER_LEVEL), *self.make.pieces(introduction)]

    def _item(self, heading: PlainHeading, following: PlainHeading | None) -> list[Part]:
        end = following.start if following else len(self._lines)
        item = item_rows(self._lines[heading.end : end])
        finances, rest = self._finances_and_rest(item, heading, following)
        rows = [self._heading_row(heading), self._text_row(item, heading)]
        rows += [self._row(row) for row in item.milestones]
        rows += [self._row(finances)] if finances else []
        return [*(row for row in rows if row.lines), *self._chapter(rest)]

    def _finances_and_rest(
        self, item: PlainItem, heading: PlainHeading, following: PlainHeading | None
    ) -> tuple[PlainRow | None, Sequence[Line]]:
        """Without a smiley to end it, the finances row ends where the next item's chapter begins."""
        row = item.finances
        if row is None or item.rest or following is None:
            return row, item.rest
        for position in range(_lines_to_smiley(row), len(row.text)):
            line = row.text[position]
            number = following.first_number
            begins = line.gap or (number and len(row.text) - position <= _LONGEST_CHAPTER)
            if begins and number != heading.first_number and _is_chapter_line(line.text, number):
                return replace(row, text=row.text[:position]), row.text[position:]
        return row, ()

    def _heading_row(self, heading: PlainHeading) -> TableRow:
        numbers = heading.lines
        texts = (heading.title, heading.type_label, "Tid", "Smiley")
        cells = tuple(Cell(self.make.of_text(text, numbers)) for text in texts)
        return TableRow(cells, self.make.place(numbers[0]), numbers, starts_table=True)

    def _text_row(self, item: PlainItem, heading: PlainHeading) -> TableRow:
        """The agreement's text up to the first label of responsibility, and the description from there on."""
        split = next(iter(_labelled(item.texts)), len(item.texts))
        cells = (self._cell(item.texts[:split]), Cell(self._responsibility(item.texts[split:])), Cell(), Cell())
        lines = numbers_of(item.texts)
        return TableRow(cells, self.make.place(lines[0] if lines else heading.lines[0]), lines)

    def _responsibility(self, lines: Sequence[Line]) -> tuple[Piece, ...]:
        """Each label begins a paragraph, also where no empty line stands before it."""
        starts = _labelled(lines)
        stretches = [lines[start:limit] for start, limit in pairwise([*starts, len(lines)])]
        return tuple(piece for stretch in stretches for piece in self.make.pieces(stretch))

    def _row(self, row: PlainRow) -> TableRow:
        label = row.line.text.split()[0]
        cells = (
            Cell(self.make.of_text(label, (row.line.number,))),
            self._cell(row.text),
            self._short_cell(row.time),
            self._short_cell(row.smiley),
        )
        lines = numbers_of([row.line, *row.text, *row.time, *row.smiley])
        return TableRow(cells, self.make.place(lines[0]), lines)

    def _short_cell(self, lines: Sequence[Line]) -> Cell:
        """A time or a smiley, which may stand on two lines."""
        return Cell(self.make.of_text(" ".join(line.text for line in lines), numbers_of(lines)))

    def _cell(self, lines: Sequence[Line]) -> Cell:
        return Cell(self.make.pieces(lines))

    def _letter(self, lines: Sequence[Line]) -> list[Part]:
        """The first page in paragraphs; headings, labels and definitions are paragraphs of their own."""
        stretches: list[list[Line]] = []
        title = self._title_without_gaps(lines)
        for number, line in enumerate(lines):
            alone = stretches and _stands_alone(stretches[-1][0].text)
            parted = line.gap or number in {title.start, title.stop}
            if not stretches or alone or parted or _begins_letter_line(line.text):
                stretches.append([line])
            else:
                stretches[-1].append(line)
        return [piece for stretch in stretches for piece in self.make.pieces(stretch)]

    def _title_without_gaps(self, lines: Sequence[Line]) -> range:
        """The lines of the title where no empty line parts it from what stands around it; none where one does."""
        for start, line in enumerate(lines):
            if not begins_title(line.text):
                continue
            ends = (n for n in range(start + 1, len(lines)) if lines[n].gap or _begins_letter_line(lines[n].text))
            end = next(ends, len(lines))
            if read_title(self.make.joiner.joined([one.raw for one in lines[start:end]])):
                return range(start, end)
        return range(0)


def _lines_to_smiley(row: PlainRow) -> int:
    """How many lines of a finances row's text certainly are its own: the first, and those down to its smiley."""
    if not row.smiley:
        return 1
    return sum(line.number <= row.smiley[0].number for line in row.text)


def _labelled(lines: Sequence[Line]) -> list[int]:
    """The lines that begin with the label of the centre, the committee or the contributors, also a broken one."""
    below = [*(line.text for line in lines[1:]), ""]
    whole = [one.text if ":" in one.text else f"{one.text} {after}" for one, after in zip(lines, below, strict=False)]
    return [n for n, text in enumerate(whole) if labels.is_responsibility(text)]


def _stands_alone(text: str) -> bool:
    return is_guide_heading(text) or bool(CAPITALS.fullmatch(text))


def _begins_letter_line(text: str) -> bool:
    return _stands_alone(text) or bool(labelled_lines(text)) or read_definition(text) is not None


def _is_letter_line(line: Line) -> bool:
    return _begins_letter_line(line.text) or read_title(line.text) is not None


def _is_chapter_line(text: str, number: str) -> bool:
    found = _CHAPTER_LINE.match(text)
    return bool(found) and (not number or found["number"] == number)  # type: ignore[index]
