"""Running text in Word: paragraphs, real lists, marks, links and line breaks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from renderer import vocabulary
from renderer.model.prose import (
    Block,
    BulletList,
    Emphasis,
    Inline,
    LineBreak,
    Link,
    NumberedList,
    Paragraph,
    Prose,
    Strong,
    Text,
)
from renderer.writers.word_parts.ooxml import LINE_BREAK, character_style, paragraph, run
from renderer.writers.word_parts.smileys import SMILEY_FONT
from renderer.writers.word_parts.word_file import WordFile

_FACES = re.compile(f"([{vocabulary.HAPPY_FACE}{vocabulary.NEUTRAL_FACE}{vocabulary.SAD_FACE}])")


@dataclass(frozen=True)
class ProseStyles:
    """The names of the paragraph styles a text is set in."""

    text: str
    bullet: str
    number: str
    continued: str


LETTER_PROSE = ProseStyles("Normal", "List Bullet", "List Number", "List Continue")
CHAPTER_PROSE = ProseStyles("Kapiteltekst", "Kapitelpunkt", "Kapitelpunkt", "Kapitelpunkt fortsat")
CELL_PROSE = ProseStyles("Tabeltekst", "Tabelpunkt", "Tabelpunkt", "Tabelpunkt fortsat")
STATUS_PROSE = ProseStyles("Tabelstatus", "Tabelpunkt", "Tabelpunkt", "Tabelpunkt fortsat")


def prose_paragraphs(file: WordFile, prose: Prose, styles: ProseStyles, *, keep_next: bool = False) -> str:
    """The text as paragraphs; the empty text has none. `keep_next` holds all of them with what follows."""
    setter = _Setter(file, styles, keep_next)
    return "".join(xml for block in prose.blocks for xml in setter.block(block, 0))


@dataclass(frozen=True)
class _Setter:
    file: WordFile
    styles: ProseStyles
    keep_next: bool

    def block(self, block: Block, level: int) -> Iterator[str]:
        match block:
            case Paragraph(content):
                yield self._paragraph(self.styles.text, content)
            case BulletList() | NumberedList():
                yield from self._list(block, level)

    def _list(self, block: BulletList | NumberedList, level: int) -> Iterator[str]:
        lists = self.file.lists
        instance = lists.instance(block, level)
        style = self.styles.number if isinstance(block, NumberedList) else self.styles.bullet
        for entry in block.entries:
            marked, rest = lists.properties(instance, level), lists.indent(block, level)
            if entry.blocks and not isinstance(entry.blocks[0], Paragraph):
                yield self._paragraph(style, (), marked)
            for position, part in enumerate(entry.blocks):
                if not isinstance(part, Paragraph):
                    yield from self._list(part, level + 1)
                elif position:
                    yield self._paragraph(self.styles.continued, part.content, rest)
                else:
                    yield self._paragraph(style, part.content, marked)

    def _paragraph(self, style: str, content: tuple[Inline, ...], rest: str = "") -> str:
        runs = inline_runs(self.file, content)
        return paragraph(self.file.styles[style], runs, keep_next=self.keep_next, rest=rest)


def inline_runs(file: WordFile, content: tuple[Inline, ...]) -> str:
    """The words of a paragraph as runs."""
    return "".join(_runs(file, content, ""))


def _runs(file: WordFile, content: tuple[Inline, ...], look: str) -> Iterator[str]:
    for inline in content:
        match inline:
            case Text(text):
                yield from _text_runs(text, look)
            case LineBreak():
                yield LINE_BREAK
            case Emphasis(inner):
                yield from _runs(file, inner, _joined(look, "<w:i/><w:iCs/>"))
            case Strong(inner):
                yield from _runs(file, inner, _joined(look, "<w:b/><w:bCs/>"))
            case Link(address, inner):
                yield from _link(file, address, inner, look)


def _joined(look: str, mark: str) -> str:
    if mark in look:
        return look
    # Bold stands before italic (CT_RPr); a character style before both.
    bold = "<w:b/><w:bCs/>"
    if mark == bold and "<w:i/>" in look:
        return look.replace("<w:i/>", f"{bold}<w:i/>")
    return look + mark


def _text_runs(text: str, look: str) -> Iterator[str]:
    for part in _FACES.split(text):
        if part:
            yield run(part, SMILEY_FONT + look if _FACES.match(part) and "rStyle" not in look else look)


def _link(file: WordFile, address: str, inner: tuple[Inline, ...], look: str) -> Iterator[str]:
    reference = file.link(address)
    if reference is None:
        yield from _runs(file, inner, look)
        return
    styled = character_style(file.styles["Hyperlink"]) + look
    yield f'<w:hyperlink r:id="{reference}" w:history="1">{"".join(_runs(file, inner, styled))}</w:hyperlink>'
