"""The structure that an edition's PDF must have, said from the edition alone (no HTML, no page)."""

from collections.abc import Iterator

from renderer.edition.edition import ChapterPart, Definition, Edition, Face, ItemTable, Letter, Row
from renderer.model.prose import (
    Block,
    BulletList,
    Inline,
    Link,
    NumberedList,
    Paragraph,
    Prose,
    plain_text,
)
from tests.writers.expected_overview import FACES, Expected, expected_overview, squeezed

__all__ = ["BULLETS", "FACES", "LINKED", "Expected", "expected_document", "prose", "squeezed"]

BULLETS = "•◦▪"
LINKED = ("http:", "https:", "mailto:", "tel:")


def expected_document(edition: Edition) -> Expected:
    notice: list[Expected | str] = [("Sect", [_leaf("P", edition.empty_notice)])] if edition.empty_notice else []
    chapters = (_chapter(chapter, edition.smiley_words) for chapter in edition.chapters)
    overview: list[Expected | str] = [expected_overview(edition.overview)] if edition.overview else []
    return "Document", [_letter(edition.letter, edition.smiley_words), *overview, *chapters, *notice]


def _leaf(role: str, text: str) -> Expected:
    words = squeezed(text)
    return role, [words] if words else []


def _letter(letter: Letter, with_words: bool) -> Expected:
    kids: list[Expected | str] = [_leaf("P", letter.municipality)]
    if letter.department:
        kids.append(_leaf("P", letter.department.upper()))
    kids += [_leaf("P", f"{line.label}: {line.value}") for line in letter.lines]
    kids.append(_leaf("H1", letter.title))
    if letter.subtitle:
        kids.append(_leaf("P", letter.subtitle))
    guide = letter.guide
    parts = [*prose(guide.prose), *_definition(guide.effort, with_words), *prose(guide.finances_prose)]
    parts += _definition(guide.finances, with_words)
    if parts:
        kids += [_leaf("H2", guide.heading), *parts]
    return "Sect", kids


def _definition(definition: Definition, with_words: bool) -> Iterator[Expected]:
    if definition.faces:
        yield _leaf("P", definition.heading)
    for face in definition.faces:
        yield "P", [("Span", _face(face, with_words)), squeezed(f": {face.meaning}")]


def _chapter(chapter: ChapterPart, with_words: bool) -> Expected:
    tables = [_table(item, with_words) for item in chapter.items]
    return "Sect", [_leaf("H2", chapter.heading), *prose(chapter.introduction), *tables]


def _table(item: ItemTable, with_words: bool) -> Expected:
    labels = (item.type_label, item.time_label, item.smiley_label)
    heading: Expected = ("TR", [("TH", [_leaf("H3", item.heading)]), *(_leaf("TH", label) for label in labels)])
    responsibility = [_leaf("P", f"{line.label}: {line.value}") for line in item.responsibility]
    text: Expected = (
        "TR",
        [
            ("TD", list(prose(item.agreement_text))),
            ("TD", [*responsibility, *prose(item.description)]),
            ("TD", []),
            ("TD", []),
        ],
    )
    rows = [_row(row, with_words) for row in item.rows]
    return "Table", [("THead", [heading]), ("TBody", [text, *rows])]


def _row(row: Row, with_words: bool) -> Expected:
    status = [_leaf("P", f"{row.status_label}:"), *prose(row.status)] if row.status else []
    return (
        "TR",
        [
            _leaf("TH", row.label),
            ("TD", [*prose(row.text), *status]),
            _leaf("TH", row.time) if row.time else ("TD", []),
            ("TD", [("Span", _face(row.face, with_words))]),
        ],
    )


def _face(face: Face | None, with_words: bool) -> "list[Expected | str]":
    if face is None:
        return []
    return [FACES[face.smiley] + (squeezed(face.word) if with_words else "")]


def prose(text: Prose) -> "list[Expected | str]":
    return [_block(block, 0) for block in text.blocks]


def _block(block: Block, depth: int) -> Expected:
    match block:
        case Paragraph(content):
            return "P", _inlines(content)
        case BulletList(entries):
            mark = BULLETS[min(depth, 2)]
            return "L", [_entry(mark, entry.blocks, depth + 1) for entry in entries]
        case NumberedList():
            return "L", [_entry(mark, entry.blocks, depth + 1) for mark, entry in block.marks()]


def _entry(mark: str, blocks: tuple[Block, ...], depth: int) -> Expected:
    return "LI", [("Lbl", [mark]), ("LBody", [_block(block, depth) for block in blocks])]


def _inlines(content: tuple[Inline, ...]) -> "list[Expected | str]":
    kids: list[Expected | str] = []
    for kid in _inline_kids(content):
        if isinstance(kid, str) and kids and isinstance(kids[-1], str):
            kids[-1] += kid
        elif kid:
            kids.append(kid)
    return kids


def _inline_kids(content: tuple[Inline, ...]) -> "Iterator[Expected | str]":
    for inline in content:
        match inline:
            case Link(href, words) if href.startswith(LINKED):
                yield "Link", [squeezed(plain_text(words))]
            case _ if hasattr(inline, "content"):
                yield from _inline_kids(inline.content)
            case _:
                yield squeezed(plain_text((inline,)))
