"""Where an item's table may break: what the layout asks for, said to WeasyPrint as classes of rows.

LAYOUT: a row is not split unless it is taller than a page, and a heading row never stands with only its first lines
at a page's foot. WeasyPrint 70.0 leaves out a table's heading row where it cannot keep what it was told to keep
together (layout/table.py, `all_groups_layout`), so it is told only what surely fits: heights are estimated from the
number of characters. A row wrongly thought lower than a page costs a second layout (`layout.py`), in which the rows in
doubt may split, and nothing else: a low row that may split leaves its label overleaf. One wrongly thought
taller would be split where it need not be, and leave one of its columns empty at a page's foot. Short points of lists
are lower than estimated, by a quarter at most in the documents seen.
"""

from collections.abc import Iterator
from math import ceil
from typing import Final

from renderer.edition.edition import ItemTable, Row
from renderer.model.prose import Block, BulletList, NumberedList, Paragraph, Prose, plain_text

_PAGE_LINES: Final = 35
"""Lines of 9 pt on a landscape page below a heading row (`styles/print.css`)."""

_AGREED_CHARACTERS: Final = 50
_PLANNED_CHARACTERS: Final = 56
"""Characters in a line of the first two columns, on average."""

_BETWEEN_BLOCKS: Final = 0.3
_ROW_PADDING: Final = 0.7
_INDENTED_CHARACTERS: Final = 4

_SHORT_LINES: Final = 6
_SURELY_TALLER: Final = 1.35
_SURELY_LOWER: Final = 0.75


def row_classes(item: ItemTable) -> Iterator[str]:
    """One class for each row below the heading row.

    `tall` may split; `in-doubt` may turn out to be taller than a page; `with-next` and `with-previous` stay together
    with their neighbour; a row without a class surely fits on a page.
    """
    heights = [_text_height(item), *(_row_height(row) for row in item.rows)]
    last = len(heights) - 1
    for position, height in enumerate(heights):
        if height > _SURELY_TALLER * _PAGE_LINES:
            yield "tall"
        elif position == 0 and height <= _SHORT_LINES and _fit(heights[0], heights[1]):
            yield "with-next"
        elif position == last and _fit(heights[-2], heights[-1]):
            yield "with-previous"
        else:
            yield "" if _fit(height) else "in-doubt"


def _fit(*heights: float) -> bool:
    return sum(heights) < _SURELY_LOWER * _PAGE_LINES


def _text_height(item: ItemTable) -> float:
    notices = sum(2 + ceil(len(notice.text) / _PLANNED_CHARACTERS) for notice in item.notices)
    planned = notices + len(item.responsibility) + 1 + _height(item.description, _PLANNED_CHARACTERS)
    return max(_height(item.agreement_text, _AGREED_CHARACTERS), planned) + _ROW_PADDING


def _row_height(row: Row) -> float:
    status = 1 + _height(row.status, _PLANNED_CHARACTERS - _INDENTED_CHARACTERS) if row.status else 0
    return max(1, _height(row.text, _PLANNED_CHARACTERS) + status) + _ROW_PADDING


def _height(prose: Prose, characters: int) -> float:
    """The height of a text in lines, in a column of so many characters."""
    return sum(_block_height(block, characters) for block in prose.blocks)


def _block_height(block: Block, characters: int) -> float:
    match block:
        case Paragraph(content):
            lines = plain_text(content).split("\n")
            return sum(max(1, ceil(len(line) / characters)) for line in lines) + _BETWEEN_BLOCKS
        case BulletList(entries) | NumberedList(entries):
            narrower = max(1, characters - _INDENTED_CHARACTERS)
            return sum(_block_height(inner, narrower) for entry in entries for inner in entry.blocks)
