"""Texts of a comparison in Word: new words bold and underlined, words that are gone struck through and in brackets.

Not tracked changes: those show as the reader's Word happens to be set, and most show only the new text.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby

from renderer.edition.wording.changed_text import (
    Change,
    ChangedBlock,
    ChangedList,
    ChangedParagraph,
    ChangedText,
    Piece,
)
from renderer.edition.wording.tokens import Mark, Token
from renderer.model.prose import BulletList, Emphasis, LineBreak, Link, NumberedList, Strong
from renderer.writers.word_parts.ooxml import LINE_BREAK, character_style, paragraph, run
from renderer.writers.word_parts.prose import ProseStyles
from renderer.writers.word_parts.smileys import CHARACTERS, SMILEY_FONT
from renderer.writers.word_parts.word_file import WordFile

_BOLD = "<w:b/><w:bCs/>"
_ITALIC = "<w:i/><w:iCs/>"
_STRUCK = "<w:strike/>"
_UNDERLINED = '<w:u w:val="single"/>'
_FACES = frozenset(CHARACTERS.values())


def changed_paragraphs(file: WordFile, text: ChangedText, styles: ProseStyles, rest: str) -> str:
    """The text as paragraphs with its changes marked; `rest` is what follows the style of a paragraph in `w:pPr`."""
    return "".join(_Setter(file, styles, rest).blocks(text.blocks, 0))


class _Setter:
    def __init__(self, file: WordFile, styles: ProseStyles, rest: str) -> None:
        self._file, self._styles, self._rest = file, styles, rest

    def blocks(self, blocks: Iterable[ChangedBlock], level: int) -> Iterator[str]:
        for block in blocks:
            if isinstance(block, ChangedParagraph):
                yield self._paragraph(self._styles.text, block, self._rest)
            else:
                yield from self._list(block, level)

    def _list(self, block: ChangedList, level: int) -> Iterator[str]:
        lists = self._file.lists
        alike = _list_alike(block)
        instance = lists.instance(alike, level)
        style = self._styles.bullet if block.numbering is None else self._styles.number
        marked, rest = lists.properties(instance, level), lists.indent(alike, level)
        for entry in block.entries:
            if not isinstance(entry.blocks[0], ChangedParagraph):
                yield paragraph(self._file.styles[style], rest=marked)
            for position, part in enumerate(entry.blocks):
                if not isinstance(part, ChangedParagraph):
                    yield from self._list(part, level + 1)
                elif position:
                    yield self._paragraph(self._styles.continued, part, rest)
                else:
                    yield self._paragraph(style, part, marked)

    def _paragraph(self, style: str, text: ChangedParagraph, rest: str) -> str:
        runs = "".join(self._piece(piece) for piece in text.spaced)
        return paragraph(self._file.styles[style], runs, rest=rest)

    def _piece(self, piece: Piece) -> str:
        runs = "".join(
            self._marked(marks, list(tokens), piece.change) for marks, tokens in groupby(piece.tokens, _marks)
        )
        return f"{run('[')}{runs}{run(']')}" if piece.change is Change.DELETED else runs

    def _marked(self, marks: tuple[Mark, ...], tokens: list[Token], change: Change) -> str:
        address = next((mark.href for mark in marks if mark.kind is Link), None)
        reference = None if address is None else self._file.link(address)
        style = character_style(self._file.styles["Hyperlink"]) if reference else ""
        runs = "".join(_runs(tokens, style, _look({mark.kind for mark in marks}, change)))
        return f'<w:hyperlink r:id="{reference}" w:history="1">{runs}</w:hyperlink>' if reference else runs


def _marks(token: Token) -> tuple[Mark, ...]:
    return token.marks


def _list_alike(block: ChangedList) -> BulletList | NumberedList:
    """The list as the file's lists know it, without its entries."""
    return BulletList(()) if block.numbering is None else NumberedList((), block.numbering, block.start)


def _runs(tokens: list[Token], style: str, look: str) -> Iterator[str]:
    for is_break, group in groupby(tokens, lambda token: isinstance(token.leaf, LineBreak)):
        if is_break:
            yield from (LINE_BREAK for _ in group)
            continue
        for is_face, same in groupby(group, lambda token: token.text in _FACES):
            font = SMILEY_FONT if is_face and not style else ""
            yield run("".join(token.text for token in same), style + font + look)


def _look(kinds: set[type[Emphasis | Strong | Link]], change: Change) -> str:
    """The properties of a run, in the order of CT_RPr (ISO/IEC 29500-1, 17.3.2.28)."""
    return "".join(
        (
            _BOLD if Strong in kinds or change is Change.INSERTED else "",
            _ITALIC if Emphasis in kinds else "",
            _STRUCK if change is Change.DELETED else "",
            _UNDERLINED if change is Change.INSERTED else "",
        )
    )
