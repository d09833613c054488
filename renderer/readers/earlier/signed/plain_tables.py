"""The tables of figures in a plain text: where they begin and end, and their rows with the cells that can be told.

A table begins with a line of years. A row begins with a number or a code and ends with its amounts, which may stand
lines below; what has no amounts is the heading of a group.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from renderer.findings import Finding, warning
from renderer.readers.earlier.grammar import labels
from renderer.readers.earlier.plain.lines import Line
from renderer.readers.earlier.plain.paragraphs import Paragraphs, numbers_of
from renderer.readers.earlier.signed.spaced_cells import Cells, cells_of, column_ends, packed_left
from renderer.readers.earlier.signed.table_head import HeadLine, read_head_line
from renderer.readers.earlier.source import Cell, FurnitureLine, Part, TableRow

_KEY = re.compile(r"(?:\d{1,2}(?:\.\d{1,3})+[A-ZÆØÅ]?\.?|[A-ZÆØÅ]{1,6}[- ]?\d{1,3}[A-Z]?)\s+\S")
_GROUP = re.compile(r"\d{1,2}\.?\s+[A-ZÆØÅ]|(?:Kapitel|Afsnit)\s+\d|.*udvalg(?:et)?:?$")
_SUM = re.compile(r"(?:i\s+alt|sum|total|samlet|hovedtotal)\b|.*\bi\s+alt$", re.IGNORECASE)
_TITLE = re.compile(
    r"drift|anlæg|finansiering|bespar|effektivisering|omstilling|oversigt|bilag|tabel|\bkr\b|budget", re.IGNORECASE
)
_OTHER_TABLE = re.compile(r"(?:DRIFT|ANLÆG|ØVRIG FINANSIERING)\s+[A-ZÆØÅ][a-zæøå]|Bilag\s+\w+[.:]")
_PROSE_END = re.compile(r"[.!?:]$")
_LONG = 60
_MOST_WITHOUT_AMOUNTS = 10
_MOST_TITLE_LINES = 4
_MOST_LINES_OF_ROW = 6


@dataclass
class PlainTable:
    """A table from line `start` (its title) to `end` (exclusive); `rows` begin behind the heading row."""

    start: int
    head: int
    end: int
    line: HeadLine
    head_lines: tuple[int, ...]
    after: tuple[str, ...]
    columns: tuple[int, ...]
    continues: bool = False

    @property
    def count(self) -> int:
        """How many columns of amounts it has."""
        return len(self.line.years) + len(self.after)


def find_tables(lines: Sequence[Line]) -> list[PlainTable]:
    """All tables in order; one that only goes on after a page break `continues`."""
    tables: list[PlainTable] = []
    position = 0
    while position < len(lines):
        table = _table_at(lines, position, tables)
        if table:
            tables.append(table)
        position = table.end if table else position + 1
    return tables


def _table_at(lines: Sequence[Line], head: int, before: Sequence[PlainTable]) -> PlainTable | None:
    line = read_head_line(lines[head].raw)
    if line is None:
        return None
    behind = head + 1
    begun = _begun_above(lines, head, line)
    after = begun + line.after
    if behind < len(lines) and after.endswith("-") and not lines[behind].gap:
        after, behind = after[:-1] + lines[behind].text, behind + 1
    named = tuple(one for one in re.split(r"\s{2,}", after) if one)
    columns = () if named else column_ends(line.starts, line.ends)
    if named and column_ends(line.starts, line.ends):
        columns = (*line.ends, *_ends_of(lines[head].raw, line.ends[-1]))
        columns = columns if len(columns) == len(line.ends) + len(named) else ()
    top = head - 1 if begun else head
    table = PlainTable(top, top, behind, line, tuple(range(top, behind)), named, columns)
    floor = before[-1].end if before else 0
    table.start = _title_start(lines, top, floor)
    titles = {_squeezed(lines[n].text) for other in (*before, table) for n in range(other.start, other.head)}
    table.end = _end(lines, table, titles)
    if table.end == behind:
        return None
    same = bool(before) and before[-1].line.years == line.years and _label(before[-1].line) == _label(line)
    table.continues = same and table.start == top and before[-1].after == named
    return table


def _begun_above(lines: Sequence[Line], head: int, line: HeadLine) -> str:
    """The first half of a broken column heading that stands in the line above, behind the years; else nothing."""
    above = lines[head - 1].raw.rstrip() if head else ""
    behind = line.ends and len(above) - len(above.lstrip()) >= line.ends[-1]
    return above.strip()[:-1] if behind and above.endswith("-") else ""


def _label(line: HeadLine) -> str:
    return labels.CONTINUED.sub("", line.before)


def _ends_of(raw: str, start: int) -> list[int]:
    """Where the column headings behind the years end."""
    return [start + found.end() for found in re.finditer(r"\S+(?: \S+)*", raw[start:].rstrip())]


def _end(lines: Sequence[Line], table: PlainTable, titles: Collection[str]) -> int:
    """Where the table ends: behind the last line with amounts that no running text stands before.

    `titles` are those of tables so far, which may come again on the next page. Rows with numbers and rows with codes
    stand in different tables.
    """
    last = position = table.head_lines[-1] + 1
    opened: int | None = None
    numbered: bool | None = None
    while position < len(lines) and position - last <= _MOST_WITHOUT_AMOUNTS:
        line = lines[position]
        if read_head_line(line.raw) or _OTHER_TABLE.match(line.text):
            break
        cells = cells_of(line.raw, table.columns, table.count, page_top=line.page_top)
        is_key = bool(_KEY.match(line.text))
        if is_key:
            numbered = line.text[0].isdigit() if numbered is None else numbered
            if line.text[0].isdigit() is not numbered:
                break
        if cells is None or (_is_running(cells) and not is_key and opened is None):
            if is_key:
                opened = position
            elif _ends_table(line, titles, None if opened is None else position - opened):
                break
        else:
            last, opened = position + 1, None
        position += 1
    return _with_empty_groups(lines, last)


def _ends_table(line: Line, titles: Collection[str], into_row: int | None) -> bool:
    """Whether a line without amounts ends a table; `into_row` is how far into a row it stands, if into one."""
    if into_row is not None:
        return into_row >= _MOST_LINES_OF_ROW
    return _is_prose(line) and _squeezed(line.text) not in titles


def _with_empty_groups(lines: Sequence[Line], end: int) -> int:
    """The table with the headings of chapters without rows that end it."""
    while end < len(lines) and _is_empty_group(lines, end):
        end += 1
    return end


def _is_empty_group(lines: Sequence[Line], position: int) -> bool:
    ends = position + 1 == len(lines) or lines[position + 1].gap
    return ends and lines[position].raw.endswith("   ") and bool(_GROUP.match(lines[position].text))


def _is_running(cells: Cells) -> bool:
    """Whether amounts are rather a number at the end of a line of running text."""
    return len(cells.amounts or cells.loose) == 1 or (
        len([amount for amount in (cells.amounts or cells.loose) if amount]) == 1 and len(cells.label) > _LONG
    )


def _is_prose(line: Line) -> bool:
    text = line.text
    return bool(_PROSE_END.search(text)) or (len(text) >= _LONG and not _GROUP.match(text))


def _title_start(lines: Sequence[Line], head: int, floor: int) -> int:
    """The first line of the title above a heading row: up to the page's top, or as long as lines sound like one."""
    start = head
    while start > max(floor, head - _MOST_TITLE_LINES) and not lines[start].page_top:
        above = lines[start - 1]
        if not _TITLE.search(above.text) or _PROSE_END.search(above.text) or _KEY.match(above.text):
            break
        start -= 1
    return start


@dataclass
class TableParts:
    """Makes the parts of tables; `findings` tell of amounts whose column was concluded."""

    make: Paragraphs
    findings: list[Finding] = field(default_factory=list)

    def parts(self, lines: Sequence[Line], table: PlainTable, title: str) -> list[Part]:
        """Heading row and rows of a table; `title` is its title, which may repeat at a page's end."""
        rows = self._rows(lines, table, title)
        keeps_gaps = any(isinstance(cells, Cells) and cells.has_gap for _, cells in rows)
        return [self._head(lines, table), *(self._part(lines, one, table, keeps_gaps=keeps_gaps) for one in rows)]

    def _rows(self, lines: Sequence[Line], table: PlainTable, title: str) -> list[tuple[tuple[int, ...], Cells | None]]:
        """Each row's lines and cells; `None` for furniture."""
        found: list[tuple[tuple[int, ...], Cells | None]] = []
        waiting: list[int] = []
        for position in range(table.head_lines[-1] + 1, table.end):
            line = lines[position]
            if title and _squeezed(line.text) == _squeezed(title):
                found.append(((position,), None))
                continue
            cells = cells_of(line.raw, table.columns, table.count, page_top=line.page_top)
            if waiting and (begins_row(line.text) or not _KEY.match(lines[waiting[0]].text)):
                found.append((tuple(waiting), self._without_amounts(lines, waiting, table)))
                waiting = []
            if cells is not None:
                label = self.make.joiner.joined([*(lines[n].raw for n in waiting), cells.label])
                found.append(((*waiting, position), replace(cells, label=label)))
                waiting = []
            elif not waiting and _ends_title_above(lines, position, found):
                found[-1] = self._with_more(lines, found[-1], position)
            else:
                waiting.append(position)
        if waiting:
            found.append((tuple(waiting), self._without_amounts(lines, waiting, table)))
        return found

    def _without_amounts(self, lines: Sequence[Line], positions: Sequence[int], table: PlainTable) -> Cells:
        label = self.make.joiner.joined([lines[position].raw for position in positions])
        return Cells(label, ("",) * table.count)

    def _with_more(
        self, lines: Sequence[Line], row: tuple[tuple[int, ...], Cells | None], position: int
    ) -> tuple[tuple[int, ...], Cells | None]:
        """The row above with the rest of its title, which stood below its amounts."""
        positions, cells = row
        assert cells is not None
        label = self.make.joiner.joined(
            [f"{cells.label} " if cells.label[-1:] != "-" else cells.label, lines[position].raw]
        )
        return (*positions, position), replace(cells, label=label)

    def _head(self, lines: Sequence[Line], table: PlainTable) -> TableRow:
        numbers = numbers_of([lines[position] for position in table.head_lines])
        texts = (table.line.before, *map(str, table.line.years), *table.after)
        cells = tuple(Cell(self.make.of_text(text, numbers)) for text in texts)
        place = self.make.place(numbers[0])
        return TableRow(cells, place, numbers, starts_table=not table.continues, repeated=table.continues)

    def _part(
        self, lines: Sequence[Line], row: tuple[tuple[int, ...], Cells | None], table: PlainTable, *, keeps_gaps: bool
    ) -> Part:
        positions, cells = row
        numbers = numbers_of([lines[position] for position in positions])
        place = self.make.place(numbers[0])
        if cells is None:
            return FurnitureLine(lines[positions[0]].text, place, numbers)
        if cells.amounts is None and cells.first and keeps_gaps:
            cells = packed_left(cells, table.count)
            message = f"Rækken »{cells.label}« har færre felter end tabellen; beløbene er læst fra det første år."
            self.findings.append(warning("kolonne-udledt", place, message, "Se efter, om beløbene står i de rette år."))
        amounts = cells.amounts if cells.amounts is not None else (" ".join(cells.loose),)
        made = (Cell(self.make.of_text(text, numbers)) for text in (cells.label, *amounts))
        return TableRow(tuple(made), place, numbers)


def _squeezed(text: str) -> str:
    return "".join(text.split()).casefold()


def is_group(text: str) -> bool:
    """Whether a line is the heading of a chapter or committee."""
    return bool(_GROUP.match(text)) and not _KEY.match(text)


def begins_row(text: str) -> bool:
    """Whether a line begins a row, a group or a sum."""
    return bool(_KEY.match(text) or _GROUP.match(text) or _SUM.match(text))


def _ends_title_above(
    lines: Sequence[Line], position: int, found: Sequence[tuple[tuple[int, ...], Cells | None]]
) -> bool:
    """Whether a line ends the title of the row right above it: indented, or going on in small letters."""
    line = lines[position]
    if not found or line.gap or begins_row(line.text) or found[-1][1] is None or found[-1][0][-1] != position - 1:
        return False
    has_amounts = any(found[-1][1].amounts or found[-1][1].loose)
    return has_amounts and (line.raw.startswith("  ") or line.text[:1].islower())
