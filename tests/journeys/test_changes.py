"""What is given up or moved in the middle of the year: who is asked, what is taken back, and what is carried over."""

import datetime

import pytest

from renderer.casefolder.write import case_files
from renderer.edition.questionnaires import questionnaires
from renderer.errors import UnknownChoice
from renderer.findings import Place
from renderer.journeys.case_files import CaseFiles
from renderer.journeys.collecting.missing import chase
from renderer.journeys.planning.carry_over import offers
from renderer.journeys.planning.next_followup import prepare_next
from renderer.journeys.planning.tasks import open_tasks
from renderer.journeys.returned.conflicts import weigh
from renderer.journeys.status import gone, status_rows
from renderer.model.field import Field
from renderer.model.proposal import DraftOrigin, Proposal, Returned
from renderer.model.signed.point import Point
from tests.edition.test_changes import REASON, a_case
from tests.model.test_changes import CHILDREN, CLIMATE, TECHNICAL

TODAY = datetime.date(2018, 10, 1)
CASE = a_case()
TO_2 = CASE.model_copy(update={"followups": CASE.followups[:3]})


def test_nobody_is_asked_about_what_is_given_up_and_the_new_centre_about_what_is_moved() -> None:
    asked = {number: questionnaires(CASE, number) for number in (1, 2, 3)}

    assert {
        number: {one.centre: sorted({row.ref for row in one.rows}) for one in found} for number, found in asked.items()
    } == {
        1: {"By og Miljø": ["4.1", "4.2", "4.3"]},
        2: {"By og Miljø": ["4.2", "4.3"]},
        3: {"Ejendomme": ["4.2"], "Klima og By": ["4.3"]},
    }
    assert [one.centre for one in chase(CASE, 3, TODAY).centres] == ["Ejendomme", "Klima og By"]
    assert not any(owed.item.ref == "4.1" for one in chase(CASE, 2, TODAY).centres for owed in one.owed)


def test_the_next_followup_has_no_place_for_what_is_given_up() -> None:
    files = CaseFiles({name: text.encode() for name, text in case_files(TO_2).items()})
    prepared = prepare_next(files, "2018-11-20")

    assert prepared.items == 2
    assert "4.1" not in prepared.new["opfoelgning-3.yaml"].decode()


def test_status_shows_an_item_that_is_given_up_once_more_and_counts_it_apart() -> None:
    second = [row.as_json() for row in status_rows(CASE, 2)]

    assert second[0]["udgået"] == {"opfølgning": "2", "begrundelse": REASON}
    assert all("udgået" not in row for row in second[1:])
    assert status_rows(CASE, 2)[0].missing == frozenset()
    assert [row.item.ref for row in status_rows(CASE, 3)] == ["4.2", "4.3"]
    assert [row.item.ref for row in status_rows(CASE, 3, CHILDREN)] == ["4.2"]
    assert [[item.ref for item in gone(CASE, number)] for number in (1, 2, 3)] == [[], ["4.1"], ["4.1"]]
    with pytest.raises(UnknownChoice, match=TECHNICAL):
        status_rows(CASE, 3, TECHNICAL)


def returned(ref: str, followup: int, committee: str | None) -> Returned:
    field = Field(followup, ref, ("økonomi", "status"))
    origin = DraftOrigin("0123456789ab", str(CASE.agreement.case_id), followup, committee, 1, TODAY)
    return Returned(origin, (Proposal(field, "", "Nyt.", ("Ida Holm",), "2018-10-01T10:00:00Z", Place("a.docx")),))


def test_an_answer_on_what_is_given_up_waits_for_somebody_to_decide() -> None:
    (conflict,) = weigh(TO_2, [returned("4.1", 2, TECHNICAL)]).conflicts
    assert conflict.reason == "Delelementet er udgået, så der skal ikke meldes mere om det."

    assert weigh(TO_2, [returned("4.2", 2, TECHNICAL)]).conflicts == ()
    before = TO_2.model_copy(update={"followups": CASE.followups[:2]})
    assert weigh(before, [returned("4.1", 1, TECHNICAL)]).conflicts == ()


def test_a_draft_belongs_to_the_committee_of_its_own_followup() -> None:
    to_3 = CASE.model_copy(update={"followups": CASE.followups[:4]})

    assert weigh(to_3, [returned("4.2", 3, CHILDREN)]).conflicts == ()
    assert weigh(to_3, [returned("4.3", 3, CLIMATE)]).conflicts == ()
    assert weigh(TO_2, [returned("4.3", 2, TECHNICAL)]).conflicts == ()
    (conflict,) = weigh(to_3, [returned("4.2", 3, CLIMATE)]).conflicts
    assert conflict.reason == "Delelementet hører nu under et andet udvalg end det, udkastet blev sendt til."


def test_what_is_given_up_is_no_task_and_is_not_offered_to_the_next_plan() -> None:
    points = [Point.model_validate({"titel": title}) for title in ("Cykelbibliotek", "Sikre skoleveje")]

    assert [offer.item.ref for offer in offers(iter(points), CASE)] == ["4.2"]
    assert offers(iter(points[1:]), CASE)[0].item.centre == "Ejendomme"
    # None of the three items has a fourth milestone or a description yet.
    assert {task.item.ref for task in open_tasks(CASE.agreement)} == {"4.2", "4.3"}
