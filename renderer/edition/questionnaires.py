"""A case and a follow-up -> what each centre is to be asked."""

from collections.abc import Iterator

from renderer.edition import danish
from renderer.edition.build import checkpoint_time
from renderer.edition.no_followup import way_to
from renderer.edition.questionnaire import Asked, AskedRow, Levels, Questionnaire, Round, smiley_label
from renderer.edition.titles import followup_name
from renderer.errors import UnknownChoice
from renderer.model.case import Case
from renderer.model.checkpoint import Checkpoint
from renderer.model.deadline import Deadline
from renderer.model.followup import FollowUp, Report
from renderer.model.item import Item
from renderer.model.markdown import write_prose
from renderer.vocabulary import workbook_marks


def round_of(case: Case, number: int) -> Round:
    """What is the same for all centres. Raises `UnknownChoice` for a follow-up that the case does not have."""
    followup = _followup(case, number)
    agreement, contact = case.agreement, followup.contact
    due = agreement.deadlines.get(number, Deadline())
    return Round(
        title=agreement.title,
        stage=followup_name(number),
        case_id=str(agreement.case_id),
        followup=number,
        date=followup.date,
        municipality=agreement.organisation.municipality,
        department=agreement.organisation.department,
        contact=tuple(line for line in (contact.name, contact.phone, contact.email) if line),
        effort=Levels.of(agreement.scales.effort),
        finances=Levels.of(agreement.scales.finances),
        deadline=due.reporting,
        meeting=due.meeting,
    )


def questionnaires(case: Case, number: int) -> tuple[Questionnaire, ...]:
    """What each centre is asked, in the order of the Danish alphabet; items without a centre come last."""
    _followup(case, number)
    rows: dict[str | None, list[AskedRow]] = {}
    for item in case.asked(number):
        rows.setdefault(item.centre, []).extend(_rows(case, item, number))
    named = sorted((centre for centre in rows if centre), key=danish.alphabetical)
    order: list[str | None] = [*named, *([None] if None in rows else [])]
    return tuple(Questionnaire(centre=centre or workbook_marks.NO_CENTRE, rows=tuple(rows[centre])) for centre in order)


def due_checkpoints(case: Case, item: Item, number: int) -> tuple[Checkpoint, ...]:
    """The follow-up's own checkpoint, and earlier ones that nobody reported before it, where a milestone was set.

    One that this follow-up has a report on is always among them, so that it can be corrected.
    """
    begun = _followup(case, number).statuses.get(item.ref)
    reported = set(begun.milestones) if begun else set()
    reached = [point for point in Checkpoint if point <= number and item.milestone(point)]
    due = {point for point in reached if point == number or not case.report(item, point, number - 1)}
    return tuple(sorted(due | reported))


def finances_of(case: Case, item: Item, number: int) -> Report | None:
    """The report on finances that the follow-up gives itself: an earlier one is context and no answer to it."""
    begun = _followup(case, number).statuses.get(item.ref)
    return begun.finances or None if begun else None


def _followup(case: Case, number: int) -> FollowUp:
    followup = case.followup(number) if number else None
    if followup is None:
        message = f"Sagen har ikke opfølgning {number}, som centrene kan melde til."
        raise UnknownChoice(message, way_to(number, [one.number for one in case.followups]))
    return followup


def _rows(case: Case, item: Item, number: int) -> Iterator[AskedRow]:
    points = due_checkpoints(case, item, number)
    for point in points:
        yield _row(case, item, number, point, asks_finances=point == points[-1])
    if not points:
        yield _row(case, item, number, None, asks_finances=True)


def _row(case: Case, item: Item, number: int, point: Checkpoint | None, *, asks_finances: bool) -> AskedRow:
    case_id, year = str(case.agreement.case_id), case.agreement.budget_year
    return AskedRow(
        key=workbook_marks.row_key(case_id, number, point, item.ref),
        ref=item.ref,
        number=item.number or "",
        title=item.title,
        checkpoint=point,
        time=checkpoint_time(point, year) if point else workbook_marks.FINANCES,
        agreement_text=write_prose(item.agreement_text),
        milestone=write_prose(item.milestone(point)) if point else "",
        last_report=_last_report(case, item, number),
        planned_finances=write_prose(item.finances),
        last_finances=_told(case.finances_report(item, number - 1)) if asks_finances else "",
        effort=_asked(case.report(item, point, number)) if point else None,
        finances=_asked(finances_of(case, item, number)) if asks_finances else None,
    )


def _asked(report: Report | None) -> Asked:
    """What the cells to fill in say when they are sent out."""
    if not report:
        return Asked()
    return Asked(smiley=report.smiley.value if report.smiley else "", status=write_prose(report.status))


def _last_report(case: Case, item: Item, number: int) -> str:
    """The report on the latest milestone that an earlier follow-up tells of."""
    for point in reversed(Checkpoint):
        if report := case.report(item, point, number - 1):
            return _told(report, checkpoint_time(point, case.agreement.budget_year))
    return ""


def _told(report: Report | None, time: str = "") -> str:
    if not report:
        return ""
    face = smiley_label(report.smiley.value) if report.smiley else ""
    head = ", ".join(part for part in (face, time) if part)
    return "\n\n".join(part for part in (head, write_prose(report.status)) if part)
