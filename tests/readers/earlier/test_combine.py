"""Several documents of one agreement become one case."""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings

from renderer.edition.build import build_edition
from renderer.findings import Place, error
from renderer.model.case import Case
from renderer.readers.earlier.combine import CombinedReading, combine, still_missing
from renderer.readers.earlier.combined_order import merged_order
from renderer.readers.earlier.dispatch import read_earlier
from renderer.readers.earlier.reading import EarlierReading
from tests.readers.earlier.as_printed import OF_ANY_CASE, differences
from tests.readers.earlier.markdown_print import print_markdown
from tests.readers.earlier.small_documents import ROWS, TITLE, document, item
from tests.readers.earlier.test_printed_markdown import printed_cases


def case_of(combined: CombinedReading) -> Case:
    return Case.model_validate({"aftale": combined.agreement, "opfølgninger": list(combined.followups)})


def refs(combined: CombinedReading) -> list[list[str]]:
    return [[one.ref for one in chapter.items] for chapter in case_of(combined).agreement.chapters]


def codes(combined: CombinedReading) -> list[str]:
    return [finding.code for finding in combined.findings]


def round_of(number: str, *items: str, scope: str = "for Egedal Kommune") -> EarlierReading:
    return document(*items, title=f"{number} opfølgning på Aftale om budget 2020 {scope}")


def test_one_document_stays_as_it_is() -> None:
    reading = document()
    combined = combine([reading])

    assert combined.agreement == reading.agreement
    assert combined.followups == (reading.followup,)
    assert combined.findings == reading.findings


def test_followups_stand_by_number_and_repeat_nothing() -> None:
    later = item(rows=(ROWS[0], "Milepæl\tTyve.\t2. budgetopfølgning 2020\t🙁", *ROWS[2:]), finances="Økonomi\t\t\t🙁")
    combined = combine([round_of("Anden", later), round_of("Første", item())])

    assert [one["opfølgning"] for one in combined.followups] == ["1", "2"]
    assert combined.followups[0]["status"] == {
        "5.1": {"milepæle": {"1": {"smiley": "glad"}}, "økonomi": {"smiley": "glad"}}
    }
    assert combined.followups[1]["status"] == {
        "5.1": {"milepæle": {"2": {"smiley": "sur"}}, "økonomi": {"smiley": "sur"}}
    }
    assert codes(combined) == []


def test_differing_texts_keep_the_newest_and_show_both() -> None:
    old, new = (
        round_of("Første", item()),
        round_of("Tredje", item(rows=(ROWS[0].replace("Ti er", "Elleve er"), *ROWS[1:]))),
    )
    combined = combine([new, old])
    [finding] = combined.findings

    assert combined.agreement["kapitler"][0]["delelementer"][0]["milepæle"] == {"1": "Elleve er fundet."}
    assert finding.code == "forskellige-tekster"
    assert "Ti er fundet." in finding.message
    assert "Elleve er fundet." in finding.message
    assert (finding.place.item, finding.place.field) == ("5.1", "milepæle › 1")


def test_one_round_in_a_document_for_each_committee_is_one_followup() -> None:
    first = round_of("Anden", item(), item("5.3. Kurser\tDrift\tTid\tSmiley"), scope="for Jobudvalget")
    other = item("5.2. Klubber\tDrift\tTid\tSmiley").replace("Jobudvalget", "Kulturudvalget")
    second = round_of("Anden", other, scope="for Kulturudvalget")
    combined = combine([first, second, round_of("Første", item())])

    assert refs(combined) == [["5.1", "5.2", "5.3"]]
    assert combined.agreement["udvalg"] == ["Jobudvalget", "Kulturudvalget"]
    assert [one["opfølgning"] for one in combined.followups] == ["1", "2"]
    assert set(combined.followups[1]["status"]) == {"5.1", "5.2", "5.3"}
    assert "kommune-mangler" not in codes(combined)


def test_documents_of_different_agreements_are_refused() -> None:
    combined = combine([document(), document(title=TITLE.replace("2020", "2021"))])
    stopping = [finding for finding in combined.findings if finding.stops]

    assert [(finding.code, finding.place.field) for finding in stopping] == [
        ("forskellige-sager", "titel"),
        ("forskellige-sager", "budgetår"),
    ]
    assert "Aftale om budget 2021" in stopping[0].message


def test_what_one_document_lacks_another_may_say() -> None:
    lacking = EarlierReading("a.md", *_without_case_id(document(title=TITLE.replace("Anden", "Første"))))
    combined = combine([lacking, document()])

    assert "sagsid-mangler" not in codes(combined)
    assert combined.agreement["sagsid"] == "00.30.00-S00-3-19"


def _without_case_id(reading: EarlierReading) -> tuple[dict[str, Any], dict[str, Any], Any]:
    agreement = {name: value for name, value in reading.agreement.items() if name != "sagsid"}
    return agreement, reading.followup, (error("sagsid-mangler", Place("a.md", field="sagsid"), "Mangler.", "Skriv."),)


def test_what_the_user_says_is_no_longer_missing() -> None:
    gap = error("sagsid-mangler", Place("a.md", field="sagsid"), "Mangler.", "Skriv.")
    other = error("titel-mangler", Place("a.md"), "Mangler.", "Skriv.")

    assert still_missing([gap, other], {"sagsid": "00.30.00-S00-3-19"}) == [other]
    assert still_missing([gap, other], {}) == [gap, other]


def test_an_item_that_moved_stands_where_the_newest_document_has_it() -> None:
    moved = item("5.9. Andet\tDrift\tTid\tSmiley") + "\n## 6. Miljø\n\n" + item("Søer\tAnlæg\tTid\tSmiley")
    before = item("5.9. Andet\tDrift\tTid\tSmiley") + item("Søer\tAnlæg\tTid\tSmiley")
    combined = combine([round_of("Første", before), round_of("Anden", moved)])

    assert refs(combined) == [["5.9"], ["soeer"]]


def test_notes_stay_only_where_no_other_document_has_the_smiley() -> None:
    unclear = item(rows=(ROWS[0].replace("☺", "★"), *ROWS[1:]), finances="Økonomi\t\t\t★")
    clear = item(finances="Økonomi\t\t\t")
    combined = combine([round_of("Anden", unclear), round_of("Anden", clear)])

    assert set(combined.notes) == {("opfoelgning-2.yaml", "5.1", "økonomi › smiley")}


@pytest.mark.parametrize(
    ("old", "new", "merged"),
    [
        (["5.1", "5.3"], ["5.2"], ["5.1", "5.2", "5.3"]),
        (["5.1", "5.10", "udbud"], ["5.2", "salg"], ["5.1", "5.2", "5.10", "udbud", "salg"]),
        (["5.2", "5.1"], ["5.2", "5.3", "5.1"], ["5.2", "5.3", "5.1"]),
        (["5.1-del-1"], ["5.1-del-2", "5.1.1"], ["5.1-del-1", "5.1-del-2", "5.1.1"]),
        ([], ["2", "1"], ["2", "1"]),
        (["1", "2"], [], ["1", "2"]),
    ],
)
def test_orders_are_joined(old: Sequence[str], new: Sequence[str], merged: list[str]) -> None:
    assert merged_order(old, new) == merged


@settings(max_examples=20)
@given(printed_cases())
def test_the_followups_of_a_case_say_what_the_case_says(case: Case) -> None:
    """Every edition of the joined case is the edition of the case they were printed from."""
    numbers = [followup.number for followup in case.followups]
    readings = [
        read_earlier(f"{number}.md", print_markdown(build_edition(case, number), lambda: False).encode())
        for number in reversed(numbers)
    ]
    combined = combine(readings)
    again = case_of(combined)

    assert set(codes(combined)) <= OF_ANY_CASE
    assert [build_edition(again, number).chapters for number in numbers] == [
        build_edition(case, number).chapters for number in numbers
    ]
    assert differences(again, case_of(combine(list(reversed(readings))))) == []
