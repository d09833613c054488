"""A follow-up without reports: it asks for everything that is due, and says nothing until it is answered."""

import datetime

from hypothesis import given, settings

from renderer.casefolder.blank_followup import BlankFollowUp, DueItem, blank_followup
from renderer.casefolder.write import case_files
from renderer.model.case import Case
from renderer.model.checkpoint import Checkpoint
from renderer.model.followup import Contact, FollowUp
from renderer.readers.yaml.folder import read_case_folder
from tests.cases import cases, small_case

DAY = datetime.date(2018, 7, 4)


def blank(case: Case, date: datetime.date | None = DAY) -> BlankFollowUp:
    due = tuple(DueItem(item, tuple(Checkpoint)) for item in case.agreement.items())
    return BlankFollowUp(2, date, Contact(name="Ida Holm"), case.agreement.scales, due)


def with_file(case: Case, text: str) -> dict[str, bytes]:
    bare = case.model_copy(update={"followups": (), "waivers": ()})
    return {name: file.encode() for name, file in case_files(bare).items()} | {"opfoelgning-2.yaml": text.encode()}


@settings(max_examples=40, deadline=None)
@given(cases())
def test_a_blank_follow_up_reports_nothing(case: Case) -> None:
    reading = read_case_folder(with_file(case, blank_followup(blank(case))))

    assert reading.findings == []
    assert reading.case is not None
    assert reading.case.followups == (FollowUp(followup=2, date=DAY, contact=Contact(name="Ida Holm")),)


def test_every_place_is_named_by_its_title_and_milestone() -> None:
    case = small_case()
    text = blank_followup(blank(case))
    first = next(case.agreement.items())

    assert f"\n  {first.ref}: # {first.title}\n    milepæle:\n" in text
    assert "        smiley: # glad, mellemfornøjet eller sur\n        status:\n" in text
    assert "      smiley: # glad eller sur\n" in text
    assert max(len(line) for line in text.splitlines()) <= 100


def test_a_date_that_is_not_known_is_asked_for() -> None:
    text = blank_followup(blank(small_case(), None))

    assert "\ndato: # Skriv dokumentets dato" in text
    (finding,) = read_case_folder(with_file(small_case(), text)).findings
    assert (finding.code, str(finding.place)) == ("felt-mangler", "opfoelgning-2.yaml linje 2, dato")


def test_the_plan_has_a_head_alone() -> None:
    text = blank_followup(BlankFollowUp(0, DAY, Contact(), small_case().agreement.scales))

    assert text.splitlines()[:2] == ["opfølgning: 0", "dato: 2018-07-04"]
    assert "status" not in text
