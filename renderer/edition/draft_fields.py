"""The fields of a draft: every text and smiley of an edition that may be corrected, in printed order."""

from collections.abc import Iterator
from dataclasses import dataclass

from renderer import vocabulary
from renderer.edition.edition import Edition, Face, ItemTable, Row
from renderer.edition.typesetting import untypeset
from renderer.model.field import Field, FieldKind
from renderer.model.markdown import write_prose
from renderer.model.prose import Prose
from renderer.vocabulary.draft_marks import field_mark

NAME_SEPARATOR = " · "
_ASCII = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "-": "_"})


@dataclass(frozen=True)
class DraftField:
    """One field of a draft.

    `mark` is the tag and bookmark; `name` is what Word shows on the control (`5.08.2 · milepæl 2 · status`);
    `sent` is what was sent out, as the data says it: Markdown with plain spaces, or a smiley's word.
    """

    mark: str
    field: Field
    name: str
    sent: str

    @property
    def kind(self) -> FieldKind:
        """A smiley or running text."""
        return self.field.kind


def asks_reports(edition: Edition) -> bool:
    """Whether a draft of the edition has places for smileys and statuses: a plan has neither."""
    return edition.facts.followup > 0


def draft_fields(edition: Edition, *, reports: bool | None = None) -> tuple[DraftField, ...]:
    """Every field of the edition, in printed order; its marks are unique.

    `reports` says whether smileys and statuses are among them (`None`: as `asks_reports`); drafts of a plan that
    earlier versions sent out have them.
    """
    with_reports = asks_reports(edition) if reports is None else reports
    guide = edition.letter.guide
    keys = (vocabulary.key("reading_guide"), vocabulary.key("finances_guide"))
    own = [
        DraftField(field_mark("", key.translate(_ASCII)), Field(None, None, (key,)), key, _sent(prose))
        for key, prose in zip(keys, (guide.prose, guide.finances_prose), strict=True)
    ]
    number = edition.facts.followup
    return (*own, *(one for item in edition.items() for one in item_fields(item, number, reports=with_reports)))


def item_fields(item: ItemTable, followup: int, *, reports: bool = True) -> Iterator[DraftField]:
    """The fields of one item, in printed order."""
    agreed, described = vocabulary.key("agreement_text"), vocabulary.key("description")
    yield _of_plan(item, (agreed,), (agreed,), item.agreement_text)
    yield _of_plan(item, (described,), (described,), item.description)
    for row in item.rows:
        yield from _row(item, row, followup if reports else None)


def _row(item: ItemTable, row: Row, followup: int | None) -> Iterator[DraftField]:
    finances, milestones = vocabulary.key("finances"), vocabulary.key("milestones")
    path = (finances,) if row.checkpoint is None else (milestones, str(row.checkpoint))
    words = (finances,) if row.checkpoint is None else (f"{vocabulary.MILESTONE_LABEL.lower()} {row.checkpoint}",)
    status, smiley = vocabulary.key("status"), vocabulary.key("smiley")
    yield _of_plan(item, path, words, row.text)
    if followup is None:
        return
    yield _field(item, Field(followup, item.ref, (*path, status)), (*words, status), _sent(row.status))
    yield _field(item, Field(followup, item.ref, (*path, smiley)), (*words, smiley), _word(row.face))


def _of_plan(item: ItemTable, path: tuple[str, ...], words: tuple[str, ...], prose: Prose) -> DraftField:
    return _field(item, Field(None, item.ref, path), words, _sent(prose))


def _field(item: ItemTable, field: Field, words: tuple[str, ...], sent: str) -> DraftField:
    mark = field_mark(item.anchor, *(word.lower().translate(_ASCII).replace(" ", "_") for word in words))
    return DraftField(mark, field, NAME_SEPARATOR.join((item.ref, *words)), sent)


def _sent(prose: Prose) -> str:
    return write_prose(untypeset(prose))


def _word(face: Face | None) -> str:
    return face.smiley.value if face else ""
