"""What a draft said when it was sent out: the fixed lines and the fields of the letter and of each table, in order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from renderer import vocabulary
from renderer.edition.draft_fields import DraftField, asks_reports, draft_fields
from renderer.edition.edition import Definition, Edition, ItemTable, LabelledLine, Row
from renderer.edition.typesetting import untypeset
from renderer.model.field import FieldKind
from renderer.model.prose import Block, BulletList, NumberedList, Paragraph, Prose, plain_text
from renderer.readers.text.runs import clean
from renderer.vocabulary.draft_marks import CHOOSE_SMILEY, PLACEHOLDERS

_NONE = Prose()
_FACES = re.compile(f"[{vocabulary.HAPPY_FACE}{vocabulary.NEUTRAL_FACE}{vocabulary.SAD_FACE}\ufe0e\ufe0f]")


def comparable(text: str) -> str:
    """A fixed line as it is compared: in one line, with plain spaces and without faces, whose fonts get lost."""
    return " ".join(clean(_FACES.sub(" ", text)).split())


@dataclass(frozen=True)
class FixedLine:
    """A line that must not be changed; `text` is comparable."""

    text: str


@dataclass(frozen=True)
class FieldPlace:
    """The place of a field; `prompt` is what an empty one shows, `prose` the running text that was sent."""

    field: DraftField
    prompt: str
    prose: Prose = _NONE

    @property
    def mark(self) -> str:
        """The mark of its control and bookmark."""
        return self.field.mark


Part = FixedLine | FieldPlace


def fixed_text(parts: tuple[Part, ...]) -> str:
    """The fixed lines among the parts, in one line."""
    return " ".join(part.text for part in parts if isinstance(part, FixedLine))


@dataclass(frozen=True)
class ExpectedRow:
    """A row of an item's table: the parts of its four cells, and its name as a user would say it."""

    name: str
    cells: tuple[tuple[Part, ...], ...]

    @property
    def places(self) -> tuple[FieldPlace, ...]:
        """The fields in the row."""
        return tuple(part for cell in self.cells for part in cell if isinstance(part, FieldPlace))

    def cell_of(self, mark: str) -> int:
        """The number of the cell, from 0, in which the field stands."""
        return next(n for n, cell in enumerate(self.cells) for part in cell if _marked(part) == mark)

    @property
    def label(self) -> str:
        """The fixed text of the first cell; empty where it holds a field."""
        return fixed_text(self.cells[0])

    @property
    def time(self) -> str:
        """The fixed text of the third cell."""
        return fixed_text(self.cells[2])


@dataclass(frozen=True)
class ExpectedItem:
    """An item's table."""

    ref: str
    heading: str
    anchor: str
    rows: tuple[ExpectedRow, ...]


class Expected:
    """Everything that a draft of the edition said."""

    def __init__(self, edition: Edition, advice: tuple[str, ...] = (), *, reports: bool | None = None) -> None:
        """`reports`: whether it had places for smileys and statuses (`None`: as a draft of this version has)."""
        self._edition = edition
        reports = asks_reports(edition) if reports is None else reports
        fields = iter(draft_fields(edition, reports=reports))
        self.body = tuple(_lines(advice)) + tuple(_letter(edition, fields)) + tuple(_chapters(edition))
        self.items = tuple(_item(item, fields, reports=reports) for item in edition.items())

    @cached_property
    def places(self) -> dict[str, FieldPlace]:
        """Every field by its mark, in printed order."""
        own = [part for part in self.body if isinstance(part, FieldPlace)]
        inner = (place for item in self.items for row in item.rows for place in row.places)
        return {place.mark: place for place in (*own, *inner)}

    @cached_property
    def rows(self) -> dict[str, tuple[int, int]]:
        """For each mark in a table, the numbers of its item and its row, from 0."""
        return {
            place.mark: (number, position)
            for number, item in enumerate(self.items)
            for position, row in enumerate(item.rows)
            for place in row.places
        }


def _marked(part: Part) -> str | None:
    return part.mark if isinstance(part, FieldPlace) else None


def _lines(texts: tuple[str | None, ...]) -> Iterator[FixedLine]:
    for text in texts:
        line = comparable(text or "")
        if line:
            yield FixedLine(line)


def _place(fields: Iterator[DraftField], sent: Prose = _NONE) -> FieldPlace:
    found = next(fields)
    path = found.field.path
    if found.kind is FieldKind.SMILEY:
        return FieldPlace(found, comparable(CHOOSE_SMILEY))
    prompt = PLACEHOLDERS.get(path[-1]) or PLACEHOLDERS.get(path[0], "")
    return FieldPlace(found, comparable(prompt), untypeset(sent))


def _labelled(line: LabelledLine) -> str:
    return f"{line.label}: {line.value}" if line.value else f"{line.label}:"


def _letter(edition: Edition, fields: Iterator[DraftField]) -> Iterator[Part]:
    letter, guide = edition.letter, edition.letter.guide
    department = letter.department.upper() if letter.department else None
    yield from _lines((department, *map(_labelled, letter.lines), letter.title, letter.subtitle, guide.heading))
    yield _place(fields, guide.prose)
    yield from _lines(tuple(_definition(guide.effort)))
    yield _place(fields, guide.finances_prose)
    yield from _lines(tuple(_definition(guide.finances)))


def _definition(definition: Definition) -> Iterator[str]:
    if definition.faces:
        yield definition.heading
    for face in definition.faces:
        yield f"{face.word}: {face.meaning or ''}"


def _chapters(edition: Edition) -> Iterator[FixedLine]:
    for chapter in edition.chapters:
        headings = (item.heading for item in chapter.items)
        departed = (one.line for one in chapter.departed)
        yield from _lines((chapter.heading, *_plain_paragraphs(chapter.introduction.blocks), *headings, *departed))
    yield from _lines((edition.empty_notice,))


def _plain_paragraphs(blocks: tuple[Block, ...]) -> Iterator[str]:
    """The words of each paragraph and list entry, without the marks of lists, which Word counts."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield plain_text(block.content).replace("\n", " ")
        elif isinstance(block, BulletList | NumberedList):
            for entry in block.entries:
                yield from _plain_paragraphs(entry.blocks)


def _item(item: ItemTable, fields: Iterator[DraftField], *, reports: bool) -> ExpectedItem:
    head = tuple(tuple(_lines((text,))) for text in (item.heading, *_labels(item)))
    agreed, described = _place(fields, item.agreement_text), _place(fields, item.description)
    notices = (text for notice in item.notices for text in (f"{notice.label}:", notice.text))
    lines = tuple(_lines((*notices, *map(_labelled, item.responsibility))))
    rows = [
        ExpectedRow("overskriften", head),
        ExpectedRow("aftaletekst og beskrivelse", ((agreed,), (*lines, described), (), ())),
        *(_row(row, fields, reports=reports) for row in item.rows),
    ]
    return ExpectedItem(item.ref, comparable(item.heading), item.anchor, tuple(rows))


def _labels(item: ItemTable) -> tuple[str, str, str]:
    return item.type_label, item.time_label, item.smiley_label


def _row(row: Row, fields: Iterator[DraftField], *, reports: bool) -> ExpectedRow:
    middle: tuple[Part, ...] = (_place(fields, row.text),)
    smiley: tuple[Part, ...] = ()
    if reports:
        middle += (*_lines((f"{row.status_label}:",)), _place(fields, row.status))
        smiley = (_place(fields),)
    name = row.label.lower() if row.checkpoint is None else f"{row.label.lower()} {row.checkpoint}"
    return ExpectedRow(name, (tuple(_lines((row.label,))), middle, tuple(_lines((row.time,))), smiley))
