"""A case and a follow-up -> what each centre is to be asked."""

from collections.abc import Iterator

from renderer import vocabulary
from renderer.edition import danish
from renderer.edition.asking import asked_points, finances_answer
from renderer.edition.build import checkpoint_time
from renderer.edition.no_followup import way_to
from renderer.edition.questionnaire import Asked, AskedRow, Levels, Planned, Questionnaire, Round, smiley_label
from renderer.edition.titles import followup_name
from renderer.errors import UnknownChoice
from renderer.model.case import Case
from renderer.model.checkpoint import Checkpoint
from renderer.model.deadline import Deadline
from renderer.model.followup import FollowUp, Report
from renderer.model.item import Item
from renderer.model.markdown import write_prose
from renderer.vocabulary import workbook_marks

PLAN_STAGE = "Udmøntning"

_OFFERED = "(ikke nået sidst; kan udelades)"
_ADD_PLAN = "Tilføj filen med »opfølgning: 0«, udmøntningens dato og en kontakt."


def round_of(case: Case, number: int) -> Round:
    """What is the same for all centres. Raises `UnknownChoice` for a follow-up that the case does not have."""
    followup = _followup(case, number)
    agreement, contact = case.agreement, followup.contact
    due = agreement.deadlines.get(number, Deadline())
    return Round(
        title=agreement.title,
        stage=followup_name(number) if number else PLAN_STAGE,
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
        times=() if number else tuple(checkpoint_time(point, agreement.budget_year) for point in Checkpoint),
    )


def questionnaires(case: Case, number: int) -> tuple[Questionnaire, ...]:
    """What each centre is asked, in the order of the Danish alphabet; items without a centre come last."""
    _followup(case, number)
    rows: dict[str | None, list[AskedRow]] = {}
    for item in case.asked(number):
        asked = _rows(case, item, number) if number else [_planned(case, item)]
        rows.setdefault(item.centre, []).extend(asked)
    named = sorted((centre for centre in rows if centre), key=danish.alphabetical)
    order: list[str | None] = [*named, *([None] if None in rows else [])]
    return tuple(Questionnaire(centre=centre or workbook_marks.NO_CENTRE, rows=tuple(rows[centre])) for centre in order)


def _followup(case: Case, number: int) -> FollowUp:
    followup = case.followup(number)
    if followup is None and not number:
        message = f"Sagen har endnu ikke filen {vocabulary.followup_file(0)}, som udmøntningens dato og kontakt står i."
        raise UnknownChoice(message, "Gør den klar med kommandoen next." if not case.followups else _ADD_PLAN)
    if followup is None:
        message = f"Sagen har ikke opfølgning {number}, som centrene kan melde til."
        raise UnknownChoice(message, way_to(number, [one.number for one in case.followups]))
    return followup


def _planned(case: Case, item: Item) -> AskedRow:
    """The row that asks for what a centre writes of its item: the plan as it stands, to be filled in and corrected."""
    return AskedRow(
        key=workbook_marks.row_key(str(case.agreement.case_id), 0, None, item.ref),
        ref=item.ref,
        number=item.number or "",
        title=item.title,
        time="",
        agreement_text=write_prose(item.agreement_text),
        planned=Planned(
            description=write_prose(item.description),
            milestones={point: write_prose(text) for point in Checkpoint if (text := item.milestone(point))},
            finances=write_prose(item.finances),
        ),
    )


def _rows(case: Case, item: Item, number: int) -> Iterator[AskedRow]:
    points = asked_points(case, item, number)
    for point in sorted((*points.due, *points.offered)):
        if point in points.offered:
            yield _offered(case, item, number, point)
        else:
            yield _row(case, item, number, point, asks_finances=point == points.due[-1])
    if not points.due:
        yield _row(case, item, number, None, asks_finances=True)


def _offered(case: Case, item: Item, number: int, point: Checkpoint) -> AskedRow:
    """A milestone that was not met: what has become of it may be told, into empty cells beside what was told last."""
    row = _row(case, item, number, point, asks_finances=False)
    last = _told(case.answer(item, point, number - 1), row.time)
    told = {"time": f"{row.time} {_OFFERED}", "last_report": last, "effort": Asked()}
    return row.model_copy(update={"offered": True, **told})


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
        finances=_asked(finances_answer(case, item, number)) if asks_finances else None,
    )


def _asked(report: Report | None) -> Asked:
    """What the cells to fill in say when they are sent out."""
    if not report:
        return Asked()
    return Asked(smiley=report.smiley.value if report.smiley else "", status=write_prose(report.status))


def _last_report(case: Case, item: Item, number: int) -> str:
    """The report on the latest milestone that an earlier follow-up tells of."""
    for point in reversed(Checkpoint):
        if report := case.answer(item, point, number - 1):
            return _told(report, checkpoint_time(point, case.agreement.budget_year))
    return ""


def _told(report: Report | None, time: str = "") -> str:
    if not report:
        return ""
    face = smiley_label(report.smiley.value) if report.smiley else ""
    head = ", ".join(part for part in (face, time) if part)
    return "\n\n".join(part for part in (head, write_prose(report.status)) if part)
