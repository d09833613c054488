"""What the walk through a Word file has seen: paragraphs and tables, with everything that stood in them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element

from renderer.readers.draft.span import Change, Span


@dataclass(frozen=True, slots=True)
class Insert:
    """Something in a paragraph that is no text: a picture, a note, an equation. `words` describe it."""

    kind: str
    words: str
    owner: str | None
    changes: tuple[Change, ...] = ()

    @property
    def stays(self) -> bool:
        """Whether it is there when all changes are accepted."""
        return not any(change.deleted for change in self.changes)


@dataclass(eq=False, slots=True)
class SeenParagraph:
    """One `w:p`. `number` counts from 1 through the whole body; `owner` is the field open where it begins.

    `mark_changes` are the tracked changes of its end; `anchors` the names of other bookmarks that begin in it.
    """

    number: int
    properties: _Element | None
    owner: str | None
    spans: list[Span] = field(default_factory=list)
    inserts: list[Insert] = field(default_factory=list)
    mark_changes: tuple[Change, ...] = ()
    anchors: list[str] = field(default_factory=list)

    @property
    def owners(self) -> set[str]:
        """The marks of the fields that have a part in it."""
        found = {span.owner for span in self.spans} | {insert.owner for insert in self.inserts} | {self.owner}
        return {mark for mark in found if mark}


@dataclass(eq=False, slots=True)
class SeenCell:
    """One `w:tc`: what stands in it, how many columns it spans, and whether it only continues the one above."""

    blocks: "list[SeenBlock]"
    columns: int = 1
    continues: bool = False
    changes: tuple[Change, ...] = ()

    def paragraphs(self) -> Iterator[SeenParagraph]:
        """The paragraphs of the cell itself, those of tables in it left out."""
        return (block for block in self.blocks if isinstance(block, SeenParagraph))

    def tables(self) -> "Iterator[SeenTable]":
        """The tables in the cell."""
        return (block for block in self.blocks if isinstance(block, SeenTable))


@dataclass(eq=False, slots=True)
class SeenRow:
    """One `w:tr`; `number` is that of its first paragraph."""

    number: int
    cells: list[SeenCell]
    changes: tuple[Change, ...] = ()

    @property
    def deleted(self) -> bool:
        """Whether its deletion was tracked."""
        return any(change.deleted for change in self.changes)

    def paragraphs(self) -> Iterator[SeenParagraph]:
        """All paragraphs of the row, also those of tables in its cells."""
        for cell in self.cells:
            yield from paragraphs_of(cell.blocks)


@dataclass(eq=False, slots=True)
class SeenTable:
    """One `w:tbl`; `owner` is the field in which it stands."""

    number: int
    rows: list[SeenRow]
    owner: str | None = None


SeenBlock = SeenParagraph | SeenTable


def paragraphs_of(blocks: list[SeenBlock]) -> Iterator[SeenParagraph]:
    """All paragraphs in order, also those in tables."""
    for block in blocks:
        if isinstance(block, SeenParagraph):
            yield block
        else:
            for row in block.rows:
                yield from row.paragraphs()
