"""A proposal that takes an agreed text away from the signed one is told before it is written, and only once."""

from pathlib import Path

from renderer.casefolder.write import case_files
from renderer.journeys.case_files import folder_files
from renderer.journeys.returned.agreed_texts import leaving_the_agreement
from renderer.journeys.returned.take_back import TakenBack, write_changes
from renderer.journeys.write_files import write_files
from renderer.model.case import Case, Waiver
from renderer.model.field import Field
from renderer.model.proposal import Proposal
from renderer.readers.yaml.folder import read_case_folder
from tests.checks.clean_case import case_with
from tests.checks.test_agreed import SIGNED_FIRST, point, signed

TEXT = Field(None, "5.1", ("aftaletekst",))
SIGNED = signed(point(SIGNED_FIRST))


def agreed() -> Case:
    """The clean case with the signed agreement that its first item carries on."""
    return case_with().model_copy(update={"signed": SIGNED})


def proposal(new: str, field: Field = TEXT) -> Proposal:
    """A correction of the agreed text."""
    return Proposal(field, SIGNED_FIRST, new)


def test_a_proposal_away_from_the_signed_text_is_told_with_both() -> None:
    (found,) = leaving_the_agreement(agreed(), [proposal(SIGNED_FIRST.replace("tættere", "bedre"))])

    assert (found.code, found.place.item, found.stops) == ("aftaletekst-ændret", "5.1", False)
    assert "»en bedre dialog«, men parterne har skrevet under på »en tættere dialog«" in found.message


def test_nothing_is_told_of_other_fields_of_the_layout_or_of_a_case_without_a_signed_agreement() -> None:
    other = Field(None, "5.1", ("beskrivelse",))

    assert list(leaving_the_agreement(agreed(), [proposal("Noget andet.", other)])) == []
    assert list(leaving_the_agreement(agreed(), [proposal(f"**{SIGNED_FIRST}**")])) == []
    assert list(leaving_the_agreement(case_with(), [proposal("Noget andet.")])) == []


def test_a_correction_back_to_the_signed_text_is_welcome() -> None:
    drifted = case_with(("aftale/kapitler/0/delelementer/0/aftaletekst", "Parterne ønsker dialog."))
    case = drifted.model_copy(update={"signed": SIGNED})

    assert list(leaving_the_agreement(case, [proposal(SIGNED_FIRST)])) == []


def test_a_reason_in_the_case_accepts_it() -> None:
    waiver = Waiver(code="aftaletekst-ændret", place="5.1", reason="Byrådet har rettet den.")
    case = agreed().model_copy(update={"waivers": (waiver,)})

    assert list(leaving_the_agreement(case, [proposal("Parterne ønsker dialog.")])) == []


def test_what_was_told_is_not_told_again_when_it_is_written(tmp_path: Path) -> None:
    write_files(tmp_path, {name: text.encode() for name, text in case_files(agreed()).items()})
    files = folder_files(tmp_path)
    reading = read_case_folder(files)
    assert reading.case
    change = proposal("Parterne ønsker dialog.")
    told = tuple(reading.located(one) for one in leaving_the_agreement(reading.case, [change]))
    taken = TakenBack(files, reading, reading.case, (change,), (), (), told)

    written = write_changes(taken, taken.changes)

    assert [one.code for one in told] == ["aftaletekst-ændret"]
    assert [one.code for one in written.findings] == []
    assert "Parterne ønsker dialog." in (tmp_path / "aftale.yaml").read_text(encoding="utf-8")
