"""The parts of an agreement laid out: front page, text, signatures, tables of figures and their notes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from renderer.readers.earlier.signed.closing import begins_signatures
from renderer.readers.earlier.signed.contents import possible_contents, read_contents
from renderer.readers.earlier.signed.figures import Table, head_columns
from renderer.readers.earlier.signed.headed import headings, last_point
from renderer.readers.earlier.source import Cell, FurnitureLine, SourceDocument, TableRow
from renderer.readers.text.piece import Piece

_TITLE = re.compile(
    r"drift|anlæg|finansiering|bespar|effektivisering|omstilling|oversigt|bilag|tabel|\bkr\b|budgetforbedring",
    re.IGNORECASE,
)
_GROUP = re.compile(r"(?:Kapitel\s+)?\d{1,2}[.:]?\s+[A-ZÆØÅ].*|.*udvalg(?:et)?:?|I alt.*|Sum.*")
# The row of a table whose heading was not found; it is left for the ledger to report.
_ROW = re.compile(r"(?:\d{1,2}(?:\.\d{1,3})+\.?|[A-ZÆØÅ]{1,6}-\d{1,3}[A-Z]?)\s.*|[-−–]?\d[\d.,\s−–-]*$")
_MOST_TITLES = 4
_LONGEST_TITLE = 25


@dataclass
class Layout:
    """The pieces and tables of an agreement by what they are for."""

    contents: list[Piece] = field(default_factory=list)
    contents_without_heading: list[Piece] = field(default_factory=list)
    text: list[Piece] = field(default_factory=list)
    signatures: list[Piece | TableRow] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    notes: list[tuple[Table, Piece]] = field(default_factory=list)


def lay_out(document: SourceDocument) -> Layout:
    """Tell the parts of a document apart; what belongs to the page is left out."""
    return _Layouter(document).layout


class _Layouter:
    def __init__(self, document: SourceDocument) -> None:
        self.layout = Layout()
        self._parts = [part for part in document.parts if not isinstance(part, FurnitureLine)]
        self._drop_contents()
        self._last_point = self._last_point_position()
        self._pending: list[Piece] = []
        self._signing = False
        for position, part in enumerate(self._parts):
            if isinstance(part, TableRow):
                self._take_row(part)
            else:
                self._take_piece(part, position)
        self._flush()

    def _drop_contents(self) -> None:
        positions = [n for n, part in enumerate(self._parts) if isinstance(part, Piece)]
        texts = [part.prose.plain for part in self._parts if isinstance(part, Piece)]
        possible = {positions[n] for n in possible_contents(texts)}
        if not possible:
            return
        rest = [part for n, part in enumerate(self._parts) if n not in possible]
        found = read_contents(texts, list(_headings(rest)))
        pieces = {n: part for n, part in enumerate(self._parts) if isinstance(part, Piece)}
        self.layout.contents = [pieces[positions[n]] for n in sorted(found.derived)]
        self.layout.contents_without_heading = [pieces[positions[n]] for n in sorted(found.without_heading)]
        dropped = {positions[n] for n in found.lines}
        self._parts = [part for n, part in enumerate(self._parts) if n not in dropped]

    def _last_point_position(self) -> int:
        positions = [n for n, part in enumerate(self._parts) if isinstance(part, Piece)]
        found = headings([part for part in self._parts if isinstance(part, Piece)])
        last = last_point(found)
        return positions[last] if last >= 0 else -1

    def _take_row(self, row: TableRow) -> None:
        columns = head_columns(row)
        tables = self.layout.tables
        if columns is not None:
            titles = self._titles()
            same = bool(tables) and tables[-1].columns == columns and (not titles or _is_same(titles, tables[-1]))
            if same and (row.repeated or not row.starts_table or not titles or _is_same(titles, tables[-1])):
                self._go_on(titles)
                tables[-1].rows.append(_repeated(row))
            else:
                self._flush(keep=len(titles))
                self._pending = []
                tables.append(Table(titles, columns, row))
            self._signing = False
        elif tables and not self._signing and not row.starts_table:
            self._flush()
            tables[-1].rows.append(row)
        else:
            self._flush()
            self.layout.signatures.append(row)

    def _titles(self) -> list[Piece]:
        """The pieces right above a heading row that are its title."""
        titles: list[Piece] = []
        for piece in reversed(self._pending[-_MOST_TITLES:]):
            words = " ".join(piece.prose.plain.split())
            headed = piece.level is not None or piece.bold
            if _GROUP.fullmatch(words) or not (_TITLE.search(words) and (headed or _may_be_title(words))):
                break
            titles.insert(0, piece)
        return titles

    def _go_on(self, titles: Sequence[Piece]) -> None:
        """Pieces between two parts of one table are headings of its groups, or its title again."""
        table = self.layout.tables[-1]
        for piece in self._pending:
            if any(piece is title for title in titles) or not _GROUP.fullmatch(" ".join(piece.prose.plain.split())):
                self.layout.contents.append(piece) if any(piece is one for one in titles) else self._place(piece)
            else:
                table.rows.append(TableRow((Cell((piece,)),), piece.place, piece.lines))
        self._pending = []

    def _take_piece(self, piece: Piece, position: int) -> None:
        if position > self._last_point and begins_signatures(piece.prose.plain):
            self._flush()
            self._signing = True
        self._pending.append(piece)
        if len(self._pending) > _MOST_TITLES:
            self._place(self._pending.pop(0))

    def _flush(self, keep: int = 0) -> None:
        for piece in self._pending[: len(self._pending) - keep]:
            self._place(piece)
        self._pending = []

    def _place(self, piece: Piece) -> None:
        if self._signing:
            self.layout.signatures.append(piece)
        elif self.layout.tables and self._is_behind_points(piece):
            if not _ROW.match(" ".join(piece.prose.plain.split())):
                self.layout.notes.append((self.layout.tables[-1], piece))
        else:
            self.layout.text.append(piece)

    def _is_behind_points(self, piece: Piece) -> bool:
        position = next(n for n, part in enumerate(self._parts) if part is piece)
        return position > self._last_point


def _headings(parts: Sequence[Piece | TableRow]) -> Iterator[str]:
    """What the contents may repeat: headings, the lines above a table, and the heading of the signatures."""
    pieces = [part for part in parts if isinstance(part, Piece)]
    yield from (" ".join(one.piece.prose.plain.split()) for one in headings(pieces).values())
    for number, part in enumerate(parts):
        above_table = any(isinstance(other, TableRow) for other in parts[number + 1 : number + 1 + _MOST_TITLES])
        if isinstance(part, Piece) and (above_table or begins_signatures(part.prose.plain)):
            yield part.prose.plain


def _repeated(row: TableRow) -> TableRow:
    return TableRow(row.cells, row.place, row.lines, row.starts_table, repeated=True)


def _is_same(titles: Sequence[Piece], table: Table) -> bool:
    words = " ".join(" ".join(piece.prose.plain.split()) for piece in titles)
    return words.casefold().replace("(fortsat)", "").strip() == table.title_text.casefold()


def _may_be_title(words: str) -> bool:
    return len(words.split()) <= _LONGEST_TITLE and not words.endswith((".", ";", ","))
