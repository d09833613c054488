"""What a field is about, in the words that the documents print: which item, which milestone, and which of its texts."""

from dataclasses import dataclass

from renderer import vocabulary
from renderer.edition.build import checkpoint_time
from renderer.model.case import Case
from renderer.model.checkpoint import Checkpoint
from renderer.model.field import Field, FieldKind
from renderer.model.item import Item

_FINANCES = vocabulary.key("finances")
_MILESTONES = vocabulary.key("milestones")


@dataclass(frozen=True)
class Subject:
    """The item's number and title (empty for the whole agreement), the part of it, and what was to be reached there.

    `aim` is the milestone, or the line on finances, that a report answers; empty where none is written, and for the
    fields of the plan, which say it themselves.
    """

    item: str
    part: str
    aim: str

    @property
    def line(self) -> str:
        """In one line: `2.02 Mindre sygefravær, 2. budgetopfølgning 2018 (Alle er besøgt.)`."""
        said = ", ".join(part for part in (self.item, self.part) if part)
        return f"{said} ({self.aim})" if self.aim else said


def subject_of(case: Case, field: Field) -> Subject:
    """What a field of a case is about; an item that the case does not have goes by its ref."""
    item = next((item for item in case.agreement.items() if item.ref == field.ref), None)
    name = " ".join(part for part in (item.number, item.title) if part) if item else field.ref or ""
    return Subject(name, _part(case, field), _aim(item, field) if item and field.followup is not None else "")


def label_of(field: Field) -> str:
    """The field's own word: `Smiley`, `Status`, `Aftaletekst`, `Milepæl`."""
    if field.kind is FieldKind.SMILEY:
        return vocabulary.SMILEY_LABEL
    last = vocabulary.MILESTONE_LABEL if field.path[-1].isdigit() else field.path[-1]
    return (last[:1].upper() + last[1:]).replace("_", " ")


def _part(case: Case, field: Field) -> str:
    match field.path:
        case (group, number, *_) if group == _MILESTONES and number in {"1", "2", "3", "4"}:
            return checkpoint_time(Checkpoint(int(number)), case.agreement.budget_year)
        case (group, *_) if group == _FINANCES:
            return _FINANCES
    return ""


def _aim(item: Item, field: Field) -> str:
    match field.path:
        case (group, number, _) if group == _MILESTONES and number in {"1", "2", "3", "4"}:
            return " ".join(item.milestone(Checkpoint(int(number))).plain.split())
        case (group, _) if group == _FINANCES:
            return " ".join(item.finances.plain.split())
    return ""
