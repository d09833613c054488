"""Entries of a list that have no words of their own and hold others: they stay, or what they hold would move.

Without its words an entry is an empty paragraph behind a mark. Where nothing belongs to it, nothing is lost with it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from renderer.model.prose import Block, BulletList, ListEntry, NumberedList, Paragraph, Prose, Text
from renderer.readers.text.lists import Stood, pieces
from renderer.readers.text.runs import Run

# Stands for the words of an entry that has none while lists are put together; no paragraph of a field holds it.
_STAND_IN = "\ufffc"


def prose_of(paragraphs: Sequence[Stood]) -> Prose:
    """The text that paragraphs make."""
    hollow = {number for number, one in enumerate(paragraphs) if one.mark and all(run.blank for run in one.runs)}
    if not hollow:
        return _joined(paragraphs)
    filled = [
        replace(one, runs=(Run(f"{_STAND_IN}{number}"),)) if number in hollow else one
        for number, one in enumerate(paragraphs)
    ]
    dropped = hollow - set(_holding(_joined(filled).blocks))
    kept = _joined([one for number, one in enumerate(filled) if number not in dropped])
    return Prose(tuple(map(_emptied, kept.blocks)))


def _joined(paragraphs: Iterable[Stood]) -> Prose:
    return Prose(tuple(block for piece in pieces(paragraphs) for block in piece.prose.blocks))


def _holding(blocks: Iterable[Block]) -> Iterator[int]:
    """The numbers of the stand-ins behind which something else stands in the same entry."""
    for block in blocks:
        for entry in block.entries if isinstance(block, BulletList | NumberedList) else ():
            if len(entry.blocks) > 1 and (words := _stand_in(entry.blocks[0])):
                yield int(words.removeprefix(_STAND_IN))
            yield from _holding(entry.blocks)


def _emptied(block: Block) -> Block:
    """The same without stand-ins."""
    if not isinstance(block, BulletList | NumberedList):
        return block
    entries = (one.blocks[1:] if _stand_in(one.blocks[0]) else one.blocks for one in block.entries)
    return replace(block, entries=tuple(ListEntry(tuple(map(_emptied, blocks))) for blocks in entries))


def _stand_in(block: Block) -> str:
    match block:
        case Paragraph(content=(Text(text=text),)) if text.startswith(_STAND_IN):
            return text
    return ""
