"""Whole cases: the round trip through plain data, and which report counts."""

from typing import Any

import pytest
from hypothesis import given, settings
from pydantic import ValidationError

from renderer.model.case import Case
from renderer.model.checkpoint import Checkpoint
from renderer.model.smiley import Smiley, SmileyScale
from tests.cases import PLAIN, cases, large_case, small_case

AGREEMENT = {
    "titel": "Aftale om budget 2018",
    "budgetår": "2018",
    "sagsid": "00.30.00-S00-9-16",
    "organisation": {"kommune": "Ballerup Kommune"},
    "kapitler": [{"nummer": "5", "titel": "Erhverv", "delelementer": [{"nummer": "5.1", "titel": "Dialog"}]}],
}


def followup(number: int, **status: Any) -> dict[str, Any]:
    return {"opfølgning": str(number), "dato": "2018-07-04", "status": {"5.1": status}}


def case(*followups: dict[str, Any]) -> Case:
    return Case.model_validate({"aftale": AGREEMENT, "opfølgninger": list(followups)})


def smiley_at(found: Case, checkpoint: int, up_to: int) -> Smiley | None:
    (item,) = found.agreement.items()
    report = found.report(item, Checkpoint(checkpoint), up_to)
    return report.smiley if report else None


@settings(max_examples=50)
@given(cases(signed=True, mid_year=True))
def test_plain_data_and_back(generated: Case) -> None:
    assert Case.model_validate(generated.model_dump(mode="json")) == generated
    assert Case.model_validate(generated.model_dump(mode="json", exclude_defaults=True)) == generated
    assert Case.model_validate_json(generated.model_dump_json()) == generated


@settings(max_examples=25)
@given(cases(forms=PLAIN))
def test_generated_items_are_known_by_their_refs(generated: Case) -> None:
    refs = [item.ref for item in generated.agreement.items()]

    assert len(set(refs)) == len(refs)
    assert {ref for followup in generated.followups for ref in followup.statuses} <= set(refs)


def test_plain_data_is_in_danish_and_text() -> None:
    data = case(followup(1, milepæle={"1": {"smiley": "glad"}})).model_dump(mode="json", exclude_defaults=True)

    assert data["aftale"]["budgetår"] == 2018
    assert data["opfølgninger"][0] == {
        "opfølgning": "1",
        "dato": "2018-07-04",
        "status": {"5.1": {"milepæle": {"1": {"smiley": "glad"}}}},
    }


def test_samples() -> None:
    assert len(list(large_case().agreement.items())) == 86
    assert len(list(large_case(10, factor=3).agreement.items())) == 30
    assert [followup.number for followup in small_case().followups] == [0, 1, 2, 3, 4]
    assert small_case() == small_case()
    assert Case.model_validate(small_case().model_dump(mode="json")) == small_case()


def test_the_newest_report_counts() -> None:
    found = case(
        followup(1, milepæle={"1": {"smiley": "sur", "status": "Forsinket."}}),
        followup(2, milepæle={"1": {"smiley": "glad"}}),
    )

    assert [smiley_at(found, 1, up_to) for up_to in range(5)] == [None, "sur", "glad", "glad", "glad"]
    (item,) = found.agreement.items()
    newest = found.report(item, Checkpoint.FIRST, 2)
    assert newest is not None
    assert not newest.status


def test_a_report_stands_until_there_is_a_newer_one() -> None:
    found = case(followup(1, milepæle={"1": {"smiley": "sur"}}), followup(2), followup(3, milepæle={"1": {}}))

    assert smiley_at(found, 1, 4) is Smiley.SAD


def test_the_newest_report_on_finances_counts() -> None:
    found = case(followup(1, økonomi={"smiley": "sur"}), followup(3, økonomi={"status": "Afklaret."}))
    (item,) = found.agreement.items()
    reports = [found.finances_report(item, up_to) for up_to in range(4)]

    assert [report and report.smiley for report in reports] == [None, "sur", "sur", None]
    assert reports[3] is not None
    assert reports[3].status.plain == "Afklaret."


def test_followups_stand_in_order() -> None:
    found = case(followup(2), followup(0))

    assert [each.number for each in found.followups] == [0, 2]
    assert found.followup(0) is found.followups[0]
    assert found.followup(1) is None


def test_reports_without_content_are_no_reports() -> None:
    found = case(followup(1, milepæle={"1": {"status": " "}}, økonomi={}))

    assert found.followups[0].statuses == {}


@pytest.mark.parametrize(
    ("number", "checkpoint", "smiley", "code"),
    [("5", "1", "glad", "ukendt-opfølgning"), ("1", "6", "glad", "ukendt-milepæl"), ("1", "1", "gul", "enum")],
)
def test_what_does_not_exist(number: str, checkpoint: str, smiley: str, code: str) -> None:
    broken = {**followup(1, milepæle={checkpoint: {"smiley": smiley}}), "opfølgning": number}

    with pytest.raises(ValidationError) as caught:
        case(broken)

    assert [problem["type"] for problem in caught.value.errors()] == [code]


def test_items_in_printed_order() -> None:
    numbers = [item.number for item in small_case().agreement.items()]

    assert numbers == ["5.01", "5.08.1", "5.08.1", None, "6.1", "6.10"]


def test_a_scale_has_the_levels_that_mean_something() -> None:
    scale = SmileyScale(happy="Godt", sad="Skidt")

    assert scale.levels == (Smiley.HAPPY, Smiley.SAD)
    assert scale.meaning(Smiley.SAD) == "Skidt"
    assert scale.meaning(Smiley.NEUTRAL) is None
    assert SmileyScale().levels == ()


def test_a_chapter_heading_with_and_without_a_number() -> None:
    (chapter,) = case().agreement.chapters

    assert chapter.heading == "5. Erhverv"
    assert chapter.model_copy(update={"number": None}).heading == "Erhverv"
