"""Prints an edition the way conversions to Markdown look: tab-separated rows, HTML in the cells, rows broken by pages.

`Chances` decides between the forms that occur; it is drawn by hypothesis, so that a failing case can be made small.
"""

import html
from collections.abc import Callable, Iterator

from renderer.edition.edition import ChapterPart, Definition, Edition, ItemTable, Row
from renderer.model.markdown import write_prose
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
    plain_text,
)

Chances = Callable[[], bool]
BULLETS = ("• ", "o ", "▪ ")
FORMER_LINE_END = " " * 12


def print_markdown(edition: Edition, chance: Chances) -> str:
    """The text of the whole document; no-break spaces come out as spaces, as they do in conversions."""
    lines = [*_letter(edition), ""]
    for chapter in edition.chapters:
        lines += _chapter(chapter, chance)
    return "\n".join(lines).replace("\u00a0", " ") + "\n"


def _letter(edition: Edition) -> Iterator[str]:
    letter = edition.letter
    for line in letter.lines:
        yield from (f"{line.label}: {line.value}", "")
    if letter.department:
        yield from (letter.department.upper(), "")
    yield from (f"# {letter.title}", "")
    if letter.subtitle:
        yield from (f"## {letter.subtitle}", "")
    yield from ("### Læsevejledning", "")
    yield from _free_text(letter.guide.prose)
    yield from _definition(letter.guide.effort)
    yield from _free_text(letter.guide.finances_prose)
    yield from _definition(letter.guide.finances)
    yield from (f"{edition.furniture.foot_left} - 2 - {edition.furniture.foot_right}", "")


def _definition(definition: Definition) -> Iterator[str]:
    if definition.faces:
        yield from (f"{definition.heading}:", "")
    faces = {"glad": "\u263a", "mellemfornøjet": "\U0001f610", "sur": "\u2639\ufe0f"}
    for face in definition.faces:
        yield from (f"{faces[face.smiley.value]}: {face.meaning}", "")


def _free_text(prose: Prose) -> Iterator[str]:
    if prose:
        yield from (write_prose(prose), "")


def _chapter(chapter: ChapterPart, chance: Chances) -> Iterator[str]:
    yield from (f"**{chapter.heading}**" if chance() else f"## {chapter.heading}", "")
    yield from _free_text(chapter.introduction)
    for item in chapter.items:
        yield from _item(item, chance)


def _item(item: ItemTable, chance: Chances) -> Iterator[str]:
    bold = chance()
    heading = (item.heading, item.type_label, item.time_label, item.smiley_label)
    yield _row(*(f"<b>{html.escape(cell, quote=False)}</b>" if bold else cell for cell in heading))
    yield from _text_row(item, chance)
    for row in item.rows:
        if chance():
            yield ""
        yield _row(row.label, _row_text(row, chance), row.time, _face(row))


def _text_row(item: ItemTable, chance: Chances) -> Iterator[str]:
    labelled = [f"{line.label}: {line.value}" for line in item.responsibility]
    agreement = _cell(item.agreement_text, chance)
    if chance():
        description = "".join(f"<p>{html.escape(line, quote=False)}</p> " for line in labelled)
        yield _row(agreement, description + _html(item.description), "", "")
    else:
        description = FORMER_LINE_END.join(html.escape(line, quote=False) for line in labelled)
        yield _row(agreement, f"<p>{description}</p> {_html(item.description)}", "", "")


def _row_text(row: Row, chance: Chances) -> str:
    if not row.status:
        return _cell(row.text, chance)
    return f"{_html(row.text)} <p>{row.status_label}:</p> {_html(row.status)}"


def _cell(prose: Prose, chance: Chances) -> str:
    """A cell with elements, or plain words where one paragraph without marks is all it holds."""
    plain = all(isinstance(block, Paragraph) and _is_plain(block) for block in prose.blocks)
    if not plain or chance():
        return _html(prose)
    return FORMER_LINE_END.join(html.escape(plain_text(block.content), quote=False) for block in prose.blocks)  # type: ignore[union-attr]


def _is_plain(block: Paragraph) -> bool:
    return all(isinstance(inline, Text) for inline in block.content)


def _html(prose: Prose) -> str:
    return " ".join(_block(block, 0) for block in prose.blocks)


def _block(block: Block, depth: int) -> str:
    match block:
        case Paragraph(content):
            return f"<p>{_inlines(content)}</p>"
        case BulletList(entries):
            inner = "".join(f"<li>{BULLETS[min(depth, 2)]}{_entry(entry.blocks, depth)}</li>" for entry in entries)
            return f'<ul style="list-style-type: none">{inner}</ul>'
        case NumberedList(entries, numbering, start):
            inner = "".join(f"<li>{_entry(entry.blocks, depth)}</li>" for entry in entries)
            return f'<ol type="{numbering.value[0]}" start="{start}">{inner}</ol>'


def _entry(blocks: tuple[Block, ...], depth: int) -> str:
    first, *others = blocks
    assert isinstance(first, Paragraph)
    return _inlines(first.content) + "".join(_block(block, depth + 1) for block in others)


def _inlines(content: tuple[Inline, ...]) -> str:
    return "".join(_inline(inline) for inline in content)


def _inline(inline: Inline) -> str:
    match inline:
        case Text(text):
            return html.escape(text, quote=False)
        case LineBreak():
            return "<br>"
        case Emphasis(inner):
            return f"<em>{_inlines(inner)}</em>"
        case Strong(inner):
            return f"<b>{_inlines(inner)}</b>"
        case Link(href, inner):
            return f'<a href="{html.escape(href)}">{_inlines(inner)}</a>'


def _face(row: Row) -> str:
    faces = {"glad": "\U0001f60a", "mellemfornøjet": "\U0001f610", "sur": "\u2639\ufe0f"}
    return faces[row.face.smiley.value] if row.face else ""


def _row(*cells: str) -> str:
    return "\t".join(cells)
