"""What one document says of a case: the case as it must come back when that document is read again."""

from collections.abc import Iterator
from typing import Any

from renderer.model.agreement import Agreement, CommitteeForm, ContributorsLine, PlanForm, TitleForm, TypeLabel
from renderer.model.case import Case
from renderer.model.checkpoint import Checkpoint
from renderer.model.followup import FollowUp, ItemStatus, Report
from renderer.model.item import Item
from renderer.readers.earlier.reading import EarlierReading

OF_ANY_CASE = {"uklare-bidragsydere", "ingen-smileyer", "smiley-ikke-fundet", "ansvar-ikke-fundet"}
"""What is rightly told of a case that came back whole: names that can be read in two ways, no smiley at all, and one
item or row that lacks what most have: a smiley, a centre or a committee."""


def as_printed(case: Case, number: int) -> Case:
    """The case with one follow-up, which holds all that had been reported by then, and what it prints of the rest.

    Names stand in the order of the items; forms that only another document would show are the usual ones.
    """
    followup = case.followup(number)
    assert followup is not None
    statuses = {item.ref: _status(case, item.ref, number) for item in case.agreement.items()}
    said = followup.model_copy(update={"statuses": {ref: status for ref, status in statuses.items() if status}})
    return Case(agreement=_agreement(case.agreement, said), followups=(said,))


def with_clear_contributors(item: Item) -> Item:
    """The item with at most two contributors: three, such as `A, B og C samt D`, may be read in two ways."""
    return item.model_copy(update={"contributors": item.contributors[:2]})


def read_again(reading: EarlierReading) -> Case:
    """The case of a reading."""
    return Case.model_validate({"aftale": reading.agreement, "opfølgninger": [reading.followup]})


def _status(case: Case, ref: str, number: int) -> ItemStatus:
    item = next(item for item in case.agreement.items() if item.ref == ref)
    reports = {point: report for point in Checkpoint if (report := case.report(item, point, number))}
    return ItemStatus(milestones=reports, finances=case.finances_report(item, number) or Report())


def _agreement(agreement: Agreement, followup: FollowUp) -> Agreement:
    chapters = tuple(chapter for chapter in agreement.chapters if chapter.items or chapter.introduction)
    items = list(agreement.items())
    typed = any(item.types for item in items)
    centres = [name for item in items for name in (item.centre, *item.contributors) if name]
    return agreement.model_copy(
        update={
            "chapters": chapters,
            "centre_emails": {},
            "centres": tuple(dict.fromkeys(centres)),
            "committees": tuple(dict.fromkeys(item.committee for item in items if item.committee)),
            "committee_form": CommitteeForm.FOR,
            "plan_form": PlanForm.WITH_STATUS if followup.number else agreement.plan_form,
            "title_form": agreement.title_form if followup.number else TitleForm.ONE,
            "overview": agreement.overview and followup.number > 0 and bool(items),
            "deadlines": {},
            "contributors_line": (
                agreement.contributors_line if any(not item.contributors for item in items) else ContributorsLine.ALWAYS
            ),
            "type_label": agreement.type_label if typed else TypeLabel.SHORT,
        }
    )


def differences(one: Case, other: Case) -> list[str]:
    """Every field in which two cases differ, with both values; none when they are the same case."""
    left, right = (case.model_dump(mode="json", exclude_defaults=True) for case in (one, other))
    return list(_differences(left, right, ""))


def _differences(one: Any, other: Any, path: str) -> Iterator[str]:
    if isinstance(one, dict) and isinstance(other, dict):
        for name in dict.fromkeys([*one, *other]):
            yield from _differences(one.get(name), other.get(name), f"{path} › {name}")
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for position, (left, right) in enumerate(zip(one, other, strict=True)):
            yield from _differences(left, right, f"{path}[{position}]")
    elif one != other:
        yield f"{path}: {one!r} != {other!r}"
