"""The cells of a table's line where only spaces part them, so that an empty cell leaves nothing but a gap.

Three rules tell for certain which column an amount stands in, and nothing is guessed where none of them does:
as many amounts as columns; amounts under the years of a heading whose columns are set apart; or single spaces between
cells, so that each further space is an empty cell (`Titel  100 100` has an empty first cell), when they add up.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

AMOUNT = r"[-−–]?\d{1,3}(?:\.\d{3})+(?:,\d+)?|[-−–]?\d+(?:,\d+)?|[-–](?=\s|$)"
_TAIL = re.compile(rf"(?P<label>.*?)(?P<tail>(?:(?:^|\s+)(?:{AMOUNT}))+\s*)$")
_TOKEN = re.compile(rf"(?<!\S)(?:{AMOUNT})(?!\S)")
_NO_ENTRY = {"-", "–"}
_APART = 2


@dataclass(frozen=True)
class Cells:
    """The words in front of the amounts, and the amounts by column (`""` is an empty cell).

    `amounts` is `None` where it cannot be told which columns they stand in; `loose` then holds them as they stood.
    `first` holds the first columns where only the last ones can be missing: words stand before them on the same
    line, so that the gaps of empty cells before and between them are there.
    """

    label: str
    amounts: tuple[str, ...] | None
    loose: tuple[str, ...] = ()
    first: tuple[str, ...] = ()

    @property
    def has_gap(self) -> bool:
        """Whether an empty cell stands in front of an amount, so that gaps are kept in this table."""
        filled = [n for n, amount in enumerate(self.amounts or ()) if amount]
        return bool(filled) and filled != list(range(len(filled)))


def cells_of(raw: str, columns: Sequence[int], count: int, *, page_top: bool = False) -> Cells | None:
    """The cells of a line of a table with `count` columns of amounts, or `None` where it holds no amounts.

    `columns` are the positions at which the columns end, where the heading sets them apart; else empty.
    """
    found = _TAIL.fullmatch(raw.rstrip("\n"))
    if not found:
        return None
    tokens = list(_TOKEN.finditer(raw, found.start("tail")))
    if columns and len(tokens) < count:
        return _by_position(raw, tokens, columns)
    if len(tokens) >= count:
        kept = tokens[-count:]
        return Cells(_label(raw[: kept[0].start()]), tuple(_entry(one[0]) for one in kept))
    return _by_spaces(found["label"], found["tail"], tokens, count, page_top=page_top)


def packed_left(cells: Cells, count: int) -> Cells:
    """The amounts in the first columns: where a table keeps its gaps, a row can only have lost its last cells."""
    return Cells(cells.label, (*cells.first, *[""] * (count - len(cells.first))))


def column_ends(starts: Sequence[int], ends: Sequence[int]) -> tuple[int, ...]:
    """Where the columns of a heading end, when they are set apart by more than single spaces; else nothing."""
    gaps = [start - end for end, start in zip(ends[:-1], starts[1:], strict=True)]
    return tuple(ends) if gaps and min(gaps) >= _APART else ()


def _by_position(raw: str, tokens: Sequence[re.Match[str]], columns: Sequence[int]) -> Cells:
    """Each amount under the heading nearest to where it ends, if that is nearer than half the way to the next."""
    label = _label(raw[: tokens[0].start()])
    reach = min(after - before for before, after in pairwise(columns)) / 2
    amounts = [""] * len(columns)
    for token in tokens:
        nearest = min(range(len(columns)), key=lambda column: abs(columns[column] - token.end()))
        if abs(columns[nearest] - token.end()) >= reach or amounts[nearest]:
            return Cells(label, None, tuple(one[0] for one in tokens))
        amounts[nearest] = token[0]
    return Cells(label, tuple(map(_entry, amounts)))


def _by_spaces(label: str, tail: str, tokens: Sequence[re.Match[str]], count: int, *, page_top: bool) -> Cells:
    loose = tuple(one[0] for one in tokens)
    cells = tail.split(" ")[1 if label.strip() else 0 :]
    cells = cells[:-1] if tail.endswith(" ") else cells
    if page_top and not label.strip() and len(cells) == count + 1 and not cells[0]:
        cells = cells[1:]
    if len(cells) == count:
        return Cells(_label(label), tuple(map(_entry, cells)))
    first = tuple(map(_entry, cells)) if label.strip() and len(cells) < count else ()
    return Cells(_label(label), None, loose, first)


def _entry(cell: str) -> str:
    return "" if cell in _NO_ENTRY else cell


def _label(text: str) -> str:
    return " ".join(text.split())
