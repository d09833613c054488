"""The paragraphs of a field in their lists, while they are edited."""

from collections.abc import Iterator
from dataclasses import dataclass

from renderer.model.prose import Block, BulletList, NumberedList, Numbering, Paragraph, Prose
from tests.word_editor.paragraph import TypedParagraph


@dataclass(eq=False)
class TypedList:
    """A list; `numbering` is `None` for bullets. An entry is its paragraphs and further lists."""

    numbering: Numbering | None
    start: int
    entries: "list[list[TypedBlock]]"

    def leaves(self) -> Iterator[TypedParagraph]:
        """Its paragraphs in order."""
        for entry in self.entries:
            yield from leaves(entry)


TypedBlock = TypedParagraph | TypedList


def leaves(blocks: list[TypedBlock]) -> Iterator[TypedParagraph]:
    """All paragraphs in order."""
    for block in blocks:
        if isinstance(block, TypedParagraph):
            yield block
        else:
            yield from block.leaves()


def lists(blocks: list[TypedBlock]) -> Iterator[TypedList]:
    """All lists, those in lists as well."""
    for block in blocks:
        if isinstance(block, TypedList):
            yield block
            for entry in block.entries:
                yield from lists(entry)


def hollow(blocks: list[TypedBlock]) -> bool:
    """Whether a list has a paragraph without words that stands: Word goes on counting over it."""
    listed = (leaf for one in blocks if isinstance(one, TypedList) for leaf in one.leaves())
    return any(not leaf.text.strip() and not leaf.end_deleted for leaf in listed)


def shaped(prose: Prose, paragraphs: list[TypedParagraph]) -> list[TypedBlock]:
    """The paragraphs of a field in the lists of its text; none where there is not one for each."""
    if sum(_count(block) for block in prose.blocks) != len(paragraphs):
        return []
    given = iter(paragraphs)
    return [_block(block, given) for block in prose.blocks]


def _count(block: Block) -> int:
    match block:
        case Paragraph():
            return 1
        case BulletList(entries) | NumberedList(entries):
            return sum(_count(part) for entry in entries for part in entry.blocks)


def _block(block: Block, given: Iterator[TypedParagraph]) -> TypedBlock:
    match block:
        case Paragraph():
            return next(given)
        case BulletList(entries):
            return TypedList(None, 1, [[_block(part, given) for part in entry.blocks] for entry in entries])
        case NumberedList(entries, numbering, start):
            return TypedList(numbering, start, [[_block(part, given) for part in entry.blocks] for entry in entries])
