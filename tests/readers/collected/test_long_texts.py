"""A text that no cell can hold is sent out cut, and never comes back cut."""

from renderer.model.case import Case
from renderer.model.field import Field
from renderer.model.followup import ItemStatus, Report
from renderer.model.markdown import parse_prose
from renderer.model.proposal import Returned
from renderer.readers.collected.read import read_collected
from renderer.vocabulary.workbook_marks import LONGEST_CELL
from tests.cases import small_case
from tests.workbook_hand import Hand, workbooks

REF, NAME = "5.01", "Svar.xlsx"
STATUS = Field(2, REF, ("milepæle", "2", "status"))


def with_a_long_status() -> Case:
    case = small_case()
    long = Report(status=parse_prose("Ti er ansat. " * (LONGEST_CELL // 10)))
    followups = []
    for followup in case.followups:
        if followup.number == 2:
            item = followup.statuses.get(REF, ItemStatus())
            status = item.model_copy(update={"milestones": {**item.milestones, 2: long}})
            followup = followup.model_copy(update={"statuses": {**followup.statuses, REF: status}})  # noqa: PLW2901
        followups.append(followup)
    return case.model_copy(update={"followups": tuple(followups)})


CASE = with_a_long_status()
FILE = next(content for name, content in workbooks(CASE, 2).items() if name.endswith("arbejdsmarked.xlsx"))


def returned(value: str | None) -> Returned:
    one = Hand.opening(FILE)
    if value is not None:
        one.type(one.row(f"|2|{REF}"), "Indsats, status", value)
    return read_collected(NAME, one.saved(), CASE)


def test_left_alone_it_is_no_proposal() -> None:
    assert (returned(None).proposals, returned(None).findings) == ((), ())
    assert STATUS in returned(None).read


def test_changed_it_is_told_and_never_proposed_cut() -> None:
    answer = returned("Elleve er ansat.")

    assert answer.proposals == ()
    [finding] = answer.findings
    assert finding.code == "svar-afkortet"
    assert finding.stops
    assert finding.place.item == REF
