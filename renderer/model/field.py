"""A field: the address of one value in a case that centres and committees may correct.

Drafts, workbooks and proposals name what they are about by it; what a case says there is read here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from renderer import vocabulary
from renderer.findings import Place
from renderer.model.case import Case
from renderer.model.checkpoint import Checkpoint
from renderer.model.followup import Report
from renderer.model.item import Item
from renderer.model.markdown import write_prose
from renderer.model.prose import Prose

_ECONOMY = vocabulary.key("finances")
_MILESTONES = vocabulary.key("milestones")
_STATUS = vocabulary.key("status")
_SMILEY = vocabulary.key("smiley")


class FieldKind(StrEnum):
    """What a field holds."""

    PROSE = "tekst"
    SMILEY = "smiley"


@dataclass(frozen=True, order=True)
class Field:
    """Where a value stands: its file by the follow-up, its item, and the path of Danish keys inside it.

    `followup` is `None` for what was agreed and planned (`aftale.yaml`), else the number of the follow-up. `ref` is
    the item's, or `None` for what belongs to the whole agreement. `path` is for instance `("milepæle", "2", "status")`.
    """

    followup: int | None
    ref: str | None
    path: tuple[str, ...]

    @property
    def kind(self) -> FieldKind:
        """A smiley, or running text (the small Markdown)."""
        return FieldKind.SMILEY if self.path[-1] == _SMILEY else FieldKind.PROSE

    @property
    def file(self) -> str:
        """The file of the case folder in which the value stands."""
        return vocabulary.AGREEMENT_FILE if self.followup is None else vocabulary.followup_file(self.followup)

    @property
    def place(self) -> Place:
        """The place as the user sees it: `opfoelgning-2.yaml, 5.08.2, milepæle › 2 › status`."""
        return Place(self.file, item=self.ref, field=vocabulary.field_path(*self.path))

    @property
    def checkpoint(self) -> Checkpoint | None:
        """The checkpoint that a milestone or a report on one belongs to; `None` for all else, finances too."""
        known = {str(point.value): point for point in Checkpoint}
        return known.get(self.path[1]) if self.path[0] == _MILESTONES and len(self.path) > 1 else None

    @property
    def report_path(self) -> tuple[str, ...] | None:
        """The path of the report that a smiley or status belongs to; `None` for a field of the plan."""
        return self.path[:-1] if self.followup is not None else None

    @property
    def report_fields(self) -> tuple["Field", ...]:
        """The smiley and the status of the report that this field is part of; none for a field of the plan."""
        path = self.report_path
        return tuple(Field(self.followup, self.ref, (*path, one)) for one in (_SMILEY, _STATUS)) if path else ()


def fields_of_item(item: Item, followup: int) -> Iterator[Field]:
    """Every field of an item that a draft of this follow-up shows, in printed order; a plan has no reports."""
    yield Field(None, item.ref, (vocabulary.key("agreement_text"),))
    yield Field(None, item.ref, (vocabulary.key("description"),))
    for path in (*((_MILESTONES, str(point.value)) for point in Checkpoint), (_ECONOMY,)):
        yield Field(None, item.ref, path)
        for last in (_STATUS, _SMILEY) if followup else ():
            yield Field(followup, item.ref, (*path, last))


def fields_of_agreement() -> Iterator[Field]:
    """The fields of the whole agreement that a draft shows: the reading guide."""
    yield Field(None, None, (vocabulary.key("reading_guide"),))
    yield Field(None, None, (vocabulary.key("finances_guide"),))


def shown(case: Case, field: Field) -> str | None:
    """What an edition of the field's follow-up shows there: Markdown, a smiley's word, or the empty text.

    `None` where the case has no such item or place. A report counts from the newest follow-up up to the field's own.
    """
    if field.ref is None:
        return _agreements_own(case, field.path)
    item = next((item for item in case.agreement.items() if item.ref == field.ref), None)
    if item is None:
        return None
    return _planned(item, field.path) if field.followup is None else _reported(case, item, field)


def reported_by(case: Case, field: Field) -> Report | None:
    """The report that the field's own follow-up gives there; `None` where it gives none, whatever others gave."""
    followup = case.followup(field.followup) if field.followup is not None else None
    status = followup.statuses.get(field.ref or "") if followup else None
    if status is None or not (field.checkpoint or field.path[0] == _ECONOMY):
        return None
    return status.report(field.checkpoint)


def said_by(case: Case, field: Field) -> str:
    """What the field's own file says there: Markdown, a smiley's word, or the empty text."""
    if field.followup is None:
        return shown(case, field) or ""
    return _said(reported_by(case, field), field)


def _agreements_own(case: Case, path: tuple[str, ...]) -> str | None:
    texts = {
        (vocabulary.key("reading_guide"),): case.agreement.reading_guide,
        (vocabulary.key("finances_guide"),): case.agreement.finances_guide,
    }
    return write_prose(texts[path]) if path in texts else None


def _planned(item: Item, path: tuple[str, ...]) -> str | None:
    texts: dict[tuple[str, ...], Prose] = {
        (vocabulary.key("agreement_text"),): item.agreement_text,
        (vocabulary.key("description"),): item.description,
        (_ECONOMY,): item.finances,
        **{(_MILESTONES, str(point.value)): item.milestone(point) for point in Checkpoint},
    }
    return write_prose(texts[path]) if path in texts else None


def _reported(case: Case, item: Item, field: Field) -> str | None:
    assert field.followup is not None
    report: Report | None
    if field.checkpoint:
        report = case.report(item, field.checkpoint, field.followup)
    elif field.path[0] == _ECONOMY:
        report = case.finances_report(item, field.followup)
    else:
        return None
    return _said(report, field)


def _said(report: Report | None, field: Field) -> str:
    if report is None:
        return ""
    if field.kind is FieldKind.SMILEY:
        return report.smiley.value if report.smiley else ""
    return write_prose(report.status)
