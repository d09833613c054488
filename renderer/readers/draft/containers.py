"""Every container of a returned draft (the body, each cell) with its paragraphs shared out.

The paragraphs are taken in the order of the text, since Word counts its lists through the whole document.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from renderer.readers.draft.accepted import Accepted, accepted
from renderer.readers.draft.expected import Expected, ExpectedRow, FieldPlace, Part, fixed_text
from renderer.readers.draft.rows import Found, Position, find_rows, words_of
from renderer.readers.draft.seen import SeenBlock, SeenCell, SeenParagraph, SeenRow, SeenTable
from renderer.readers.draft.sharing import Shares, share
from renderer.readers.word.numbering import Lists


@dataclass(frozen=True, eq=False)
class Container:
    """The body (`position` is `None`) or a cell, shared out; `parts` are what was sent there."""

    position: Position | None
    number: int
    shares: Shares
    parts: tuple[Part, ...] = ()
    tables: tuple[SeenTable, ...] = ()


@dataclass
class Containers:
    """All containers, the rows they were found in, and the fields they are the place of."""

    found: Found
    all: list[Container] = field(default_factory=list)

    def place_of(self, mark: str) -> Container | None:
        """The container in which a field has its place; `None` where that is gone."""
        return self._places.get(mark)

    def __post_init__(self) -> None:
        self._places: dict[str, Container] = {}

    def add(self, container: Container, marks: Iterator[str]) -> None:
        """Add a container that is the place of these fields."""
        self.all.append(container)
        for mark in marks:
            self._places.setdefault(mark, container)


def containers(blocks: Sequence[SeenBlock], expected: Expected, lists: Lists) -> Containers:
    """Share out everything that was seen."""
    tables = [block for block in blocks if isinstance(block, SeenTable) and block.owner is None]
    inner = tuple(block for block in blocks if isinstance(block, SeenTable) and block.owner is not None)
    result = Containers(find_rows(tables, expected))
    positions = {row: position for position, row in result.found.rows.items()}
    body: list[Accepted] = []
    for run in _runs(blocks):
        if isinstance(run, SeenTable):
            for row in run.rows if run.owner is None else ():
                if row in positions:
                    _share_row(row, positions[row], expected, lists, result)
        else:
            body += accepted(run, lists)
    marks = _marks(expected.body)
    shares = share(expected.body, body, marks.__contains__)
    result.add(Container(None, 1, shares, expected.body, inner), iter(marks))
    return result


def _runs(blocks: Sequence[SeenBlock]) -> Iterator[list[SeenParagraph] | SeenTable]:
    run: list[SeenParagraph] = []
    for block in blocks:
        if isinstance(block, SeenParagraph):
            run.append(block)
        else:
            yield run
            yield block
            run = []
    yield run


def _share_row(row: SeenRow, position: Position, expected: Expected, lists: Lists, result: Containers) -> None:
    item, at = position
    wanted = expected.items[item].rows[at]
    for cell, column in zip(row.cells, _columns(row, wanted), strict=True):
        paragraphs = list(accepted(cell.blocks, lists))
        parts = wanted.cells[column] if column is not None else ()
        marks = _marks(parts)
        number = next((paragraph.number for paragraph in cell.paragraphs()), row.number)
        shares = share(parts, paragraphs, marks.__contains__)
        result.add(Container(position, number, shares, parts, tuple(cell.tables())), iter(marks))


def _columns(row: SeenRow, wanted: ExpectedRow) -> list[int | None]:
    """Which of the four cells each cell of the row is: by place, or, where cells came or went, by what is in it."""
    if len(row.cells) == len(wanted.cells) and not any(cell.changes for cell in row.cells):
        return list(range(len(row.cells)))
    free = list(range(len(wanted.cells)))
    columns: list[int | None] = []
    for cell in row.cells:
        column = next((at for at in free if _is(cell, wanted, at)), None)
        if column is not None:
            free.remove(column)
        columns.append(column)
    return columns


def _marks(parts: Sequence[Part]) -> set[str]:
    return {part.mark for part in parts if isinstance(part, FieldPlace)}


def _is(cell: SeenCell, wanted: ExpectedRow, at: int) -> bool:
    marks = {mark for paragraph in cell.paragraphs() for mark in paragraph.owners}
    own = _marks(wanted.cells[at])
    if own:
        return bool(marks & own)
    return not marks and words_of(cell) == fixed_text(wanted.cells[at])
