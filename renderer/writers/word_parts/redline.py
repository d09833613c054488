"""Tracked changes, as Word writes them: what is new since an earlier edition, for a reader who wants to see it.

Accepted, the text is the draft's own to the last character. Rejected, it has the earlier words in the earlier
paragraphs; a paragraph that was taken out last comes back in the look of the one before it, since a cell's last
paragraph mark cannot be deleted.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from renderer.edition.wording.changed_text import (
    Change,
    ChangedBlock,
    ChangedEntry,
    ChangedList,
    ChangedParagraph,
    ChangedText,
    Piece,
)
from renderer.model.prose import BulletList, NumberedList
from renderer.writers.word_parts.ooxml import escape, paragraph
from renderer.writers.word_parts.prose import ProseStyles, inline_runs
from renderer.writers.word_parts.word_file import WordFile

_HYPERLINK = re.compile("(<w:hyperlink [^>]*>|</w:hyperlink>)")
_ELEMENTS = {Change.INSERTED: "ins", Change.DELETED: "del"}


class Redline:
    """Marks changes as one author's at one time, numbered in the document's order."""

    def __init__(self, author: str, moment: str) -> None:
        self._by = f'w:author="{escape(author)}" w:date="{escape(moment)}"'
        self._last = 0

    def words(self, change: Change, runs: str) -> str:
        """Runs marked as inserted or deleted; a link stays around its words (CT_RunTrackChange holds none)."""
        if change is Change.KEPT or not runs:
            return runs
        marked = (part if _HYPERLINK.match(part) else self._marked(change, part) for part in _HYPERLINK.split(runs))
        return "".join(marked)

    def mark(self, change: Change) -> str:
        """What a paragraph's properties say of an inserted or deleted paragraph mark."""
        return "" if change is Change.KEPT else f"<w:rPr>{self._element(change)}/></w:rPr>"

    def _marked(self, change: Change, runs: str) -> str:
        if not runs:
            return ""
        if change is Change.DELETED:
            runs = runs.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
        return f"{self._element(change)}>{runs}</w:{_ELEMENTS[change]}>"

    def _element(self, change: Change) -> str:
        self._last += 1
        return f'<w:{_ELEMENTS[change]} w:id="{self._last}" {self._by}'


@dataclass(frozen=True)
class _Line:
    """A paragraph to be: its style by name, the rest of its properties, its words, and what became of it."""

    style: str
    rest: str
    pieces: tuple[Piece, ...]
    change: Change


def changed_paragraphs(
    file: WordFile, redline: Redline, text: ChangedText, styles: ProseStyles, *, keep_next: bool = False
) -> str:
    """A changed text as paragraphs; it has at least one."""
    lines = list(_Lines(file, styles).of_blocks(text.blocks, 0))
    marks = _paragraph_marks([line.change for line in lines])
    if len(lines) > 1 and lines[-1].change is Change.DELETED:
        # Its mark is the one that stays: what stood before it takes it over.
        survivor = next((line for line in reversed(lines) if line.change is not Change.DELETED), lines[-1])
        lines[-1] = replace(lines[-1], style=survivor.style, rest=survivor.rest)
    return "".join(
        paragraph(
            file.styles[line.style],
            "".join(redline.words(piece.change, inline_runs(file, piece.content)) for piece in line.pieces),
            keep_next=keep_next,
            rest=line.rest + redline.mark(mark),
        )
        for line, mark in zip(lines, marks, strict=True)
    )


def _paragraph_marks(changes: list[Change]) -> list[Change]:
    """What becomes of each paragraph's mark; the last one always stays.

    A paragraph goes with the mark behind it. At the end of a text, where that mark must stay, it goes with the one
    before it, unless that one is needed to take a deleted paragraph away.
    """
    run = len(list(next(groupby(reversed(changes)))[1]))
    before = changes[-run - 1] if run < len(changes) else None
    if changes[-1] is Change.KEPT or before is None or (before is Change.DELETED and changes[-1] is Change.INSERTED):
        return [*changes[:-1], Change.KEPT]
    return [*changes[: -run - 1], *changes[-run:], Change.KEPT]


class _Lines:
    """The blocks of a changed text as lines."""

    def __init__(self, file: WordFile, styles: ProseStyles) -> None:
        self._file = file
        self._styles = styles

    def of_blocks(self, blocks: Iterable[ChangedBlock], level: int) -> Iterator[_Line]:
        for block in blocks:
            match block:
                case ChangedParagraph(change, pieces):
                    yield _Line(self._styles.text, "", pieces, change)
                case ChangedList():
                    yield from self._of_list(block, level)

    def _of_list(self, block: ChangedList, level: int) -> Iterator[_Line]:
        plain = _as_list(block)
        instance = self._file.lists.instance(plain, level)
        marked, rest = self._file.lists.properties(instance, level), self._file.lists.indent(plain, level)
        style = self._styles.bullet if block.numbering is None else self._styles.number
        for entry in block.entries:
            yield from self._of_entry(entry, level, (style, marked), (self._styles.continued, rest))

    def _of_entry(
        self, entry: ChangedEntry, level: int, first: tuple[str, str], further: tuple[str, str]
    ) -> Iterator[_Line]:
        standing = [part for part in entry.blocks if part.change is not Change.DELETED] or list(entry.blocks)
        if not standing or isinstance(standing[0], ChangedList):
            yield _Line(*first, (), entry.change)
        for position, part in enumerate(entry.blocks):
            if isinstance(part, ChangedList):
                yield from self._of_list(part, level + 1)
            else:
                begins = part is standing[0] or (position == 0 and part.change is Change.DELETED)
                yield _Line(*(first if begins else further), part.pieces, part.change)


def _as_list(block: ChangedList) -> BulletList | NumberedList:
    if block.numbering is None:
        return BulletList(())
    return NumberedList((), block.numbering, block.start)
