"""Taking in the signed agreement: alone, together with its follow-ups, or into a folder beside them."""

from pathlib import Path

import pytest

from renderer.errors import WrongCall
from renderer.findings import Stopped
from renderer.journeys.take_in import Supplement, TakenIn, take_in
from tests.opened_folders import read_folder
from tests.readers.earlier.signed.word_agreement import agreement
from tests.readers.earlier.small_documents import LETTER, item

FOLDER = Path(__file__).parent.parent / "readers" / "earlier" / "signed"
CASE_ID = "00.30.00-S00-11-24"
TITLE = "Anden opfølgning på Aftale om budget {year} for Lillehavn Kommune"


def write_agreement(folder: Path) -> Path:
    path = folder / "aftale.docx"
    path.write_bytes(agreement())
    return path


def write_followup(folder: Path, year: str = "2025") -> Path:
    text = LETTER.format(title=TITLE.format(year=year)) + item()
    path = folder / "opfoelgning.md"
    path.write_text(text.replace("00.30.00-S00-3-19", CASE_ID).replace("2020", year), encoding="utf-8")
    return path


def codes(stopped: Stopped) -> set[str]:
    return {finding.code for finding in stopped.findings if finding.stops}


def assert_beside(taken: TakenIn) -> None:
    case = taken.case
    assert case.signed is not None
    assert case.agreement.title == "Aftale om budget 2025"
    assert case.signed.title == "Aftale om budget 2025-2028"
    assert [item.ref for item in case.agreement.items()] == ["5.1"]
    assert case.agreement.organisation.municipality == "Lillehavn Kommune"
    assert not {"kommune-udledt", "titel-udledt"} & {finding.code for finding in taken.findings}


def test_an_agreement_alone_makes_a_case_with_its_counts(tmp_path: Path) -> None:
    taken = take_in([write_agreement(tmp_path)], tmp_path / "sag")

    assert [path.name for path in taken.files] == ["aftale.yaml", "budgetaftale.yaml"]
    assert taken.placed == {
        "kapitler i aftalen": 2,
        "punkter": 3,
        "rækker under drift": 2,
        "besparelser": 2,
        "underskrifter": 3,
    }
    assert read_folder(tmp_path / "sag").case == taken.case


def test_an_agreement_and_its_followup_make_one_case(tmp_path: Path) -> None:
    taken = take_in([write_agreement(tmp_path), write_followup(tmp_path)], tmp_path / "sag")

    assert_beside(taken)
    assert (taken.placed["delelementer"], taken.placed["punkter"]) == (1, 3)
    assert read_folder(tmp_path / "sag").case == taken.case


def test_an_agreement_goes_into_the_folder_of_its_followups_and_touches_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / "sag"
    take_in([write_followup(tmp_path)], folder)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}

    taken = take_in([write_agreement(tmp_path)], folder)

    assert_beside(taken)
    assert [path.name for path in taken.files] == ["budgetaftale.yaml"]
    assert {name: (folder / name).read_bytes() for name in before} == before
    assert read_folder(folder).case == taken.case
    with pytest.raises(WrongCall):
        take_in([write_agreement(tmp_path)], folder)


def test_an_agreement_of_another_year_is_not_of_the_case(tmp_path: Path) -> None:
    folder = tmp_path / "sag"
    take_in([write_followup(tmp_path, year="2024")], folder)

    with pytest.raises(Stopped) as beside:
        take_in([write_agreement(tmp_path)], folder)
    with pytest.raises(Stopped) as together:
        take_in([write_agreement(tmp_path), write_followup(tmp_path, year="2024")], tmp_path / "ny")

    assert codes(beside.value) == codes(together.value) == {"forskellige-sager"}
    assert not (folder / "budgetaftale.yaml").exists()


def test_a_followup_does_not_go_into_a_folder_that_has_a_case(tmp_path: Path) -> None:
    folder = tmp_path / "sag"
    take_in([write_followup(tmp_path)], folder)

    with pytest.raises(WrongCall):
        take_in([write_followup(tmp_path)], folder)


def test_two_agreements_are_one_too_many(tmp_path: Path) -> None:
    other = tmp_path / "anden.docx"
    other.write_bytes(agreement())

    with pytest.raises(Stopped) as caught:
        take_in([write_agreement(tmp_path), other], tmp_path / "sag")

    assert codes(caught.value) == {"flere-aftaler"}


def test_what_the_document_does_not_say_is_asked_for(tmp_path: Path) -> None:
    with pytest.raises(Stopped) as caught:
        take_in([FOLDER / "havneby.txt"], tmp_path / "sag")

    assert codes(caught.value) == {"sagsid-mangler", "kommune-mangler"}
    taken = take_in([FOLDER / "havneby.txt"], tmp_path / "sag", Supplement(CASE_ID, "Havneby Kommune"))
    assert taken.case.agreement.budget_year == 2024


def test_an_agreement_without_numbers_is_told_as_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "aftale.txt"
    path.write_text("Budgetaftale 2026\n\nParterne er enige om at spare.\n", encoding="utf-8")

    with pytest.raises(Stopped) as caught:
        take_in([path], tmp_path / "sag")

    assert "ikke-en-opfølgning" in codes(caught.value)
