"""A comparison as Markdown, for e-mails, minutes and version control: UTF-8, readable as it stands."""

import re
from collections.abc import Iterable, Iterator
from itertools import cycle

from renderer.edition.comparison import (
    AmountChange,
    Comparison,
    Entry,
    FaceAt,
    LineChange,
    NoteChange,
    SmileyChange,
    TextChange,
)
from renderer.edition.comparison import Change as ChangeOfEntry
from renderer.edition.wording.changed_text import Change, ChangedBlock, ChangedParagraph, ChangedText, Piece
from renderer.model.addresses import printed
from renderer.model.markdown import write_prose
from renderer.model.prose import Inline, Paragraph, Prose, Text
from renderer.model.tidying import plain_spaces
from renderer.writers.word_parts.smileys import CHARACTERS

_DESTINATION = re.compile(r"(\]\(<[^<>\n]*>\)|\]\([^()\n]*\))")
_SIGN = re.compile(r"[<&`~]|^(?:[#>=]|(?=---))", re.MULTILINE)


def write_comparison_markdown(comparison: Comparison) -> bytes:
    """The comparison in UTF-8, with plain spaces; an empty line stands between its blocks."""
    return (plain_spaces("\n\n".join(_blocks(comparison))) + "\n").encode()


def _blocks(comparison: Comparison) -> Iterator[str]:
    letter = comparison.letter
    yield f"# {_escaped(letter.title)}"
    if letter.subtitle:
        yield f"**{_escaped(letter.subtitle)}**"
    sender = ", ".join(name for name in (letter.municipality, letter.department) if name)
    lines = (f"{line.label}: {line.value}" for line in letter.lines)
    yield "\\\n".join(_escaped(line) for line in (sender, *lines))
    for text in (*comparison.opening, comparison.unchanged_notice, comparison.marking):
        if text:
            yield _escaped(text)
    for section in comparison.sections:
        yield f"## {_escaped(section.heading)}"
        for entry in section.entries:
            yield from _entry(entry)


def _entry(entry: Entry) -> Iterator[str]:
    yield f"### {_escaped(entry.heading)}"
    if entry.centre:
        yield _escaped(entry.centre)
    for change in entry.changes:
        yield from _change(change)


def _change(change: ChangeOfEntry) -> Iterator[str]:
    match change:
        case SmileyChange():
            yield f"{_escaped(change.label)}: fra {_face(change.old)} til {_face(change.new)}"
            if change.status:
                yield _quoted(f"{_escaped(change.status_label)}:\n\n{_prose(change.status)}")
        case TextChange():
            yield _escaped(change.line)
            yield _text(change)
        case AmountChange():
            yield _escaped(change.line)
            yield _text(change.text)
        case LineChange() | NoteChange():
            yield _escaped(change.line)


def _face(at: FaceAt) -> str:
    face = f"{CHARACTERS[at.face.smiley]} {at.face.word}" if at.face else at.not_given
    return _escaped(f"{face} ({at.time})" if at.time else face)


def _text(change: TextChange) -> str:
    if change.new and not change.marks_words:
        return _quoted(_prose(change.new))
    return _quoted(_changed(change.shown))


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def _changed(text: ChangedText) -> str:
    return "\n\n".join(_changed_blocks(text.blocks))


def _changed_blocks(blocks: Iterable[ChangedBlock]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, ChangedParagraph):
            yield "".join(_piece(piece) for piece in block.spaced)
            continue
        for position, entry in enumerate(block.entries, block.start):
            mark = "-" if block.numbering is None else f"{position}."
            inner = "\n\n".join(_changed_blocks(entry.blocks)).split("\n")
            yield "\n".join([f"{mark} {inner[0]}", *(f"{' ' * (len(mark) + 1)}{line}".rstrip() for line in inner[1:])])


def _piece(piece: Piece) -> str:
    """One piece; spaces at its ends stand outside its signs, and a changed piece has no marks of its own."""
    text = piece.text
    outer = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    match piece.change:
        case Change.KEPT:
            return f"{outer[0]}{_written(piece.content)}{outer[1]}" if text.strip() else text
        case Change.INSERTED:
            return f"**{_escaped(text)}**"
        case Change.DELETED:
            return f"~~\\[{_escaped(text)}\\]~~"


def _prose(prose: Prose) -> str:
    """A text as any program for Markdown reads it: our own data know no HTML, code or headings, and they do."""
    return "".join(
        part if destination else _SIGN.sub(r"\\\g<0>", part)
        for destination, part in zip(
            cycle((False, True)), _DESTINATION.split(write_prose(printed(prose))), strict=False
        )
    )


def _written(content: tuple[Inline, ...]) -> str:
    return _prose(Prose((Paragraph(content),))).strip()


def _escaped(text: str) -> str:
    return _written((Text(text.strip()),)) if text.strip() else ""
