"""Case folders on disk, for the journeys that write into one."""

from pathlib import Path

from renderer.casefolder.write import case_files
from renderer.model.agreement import Agreement, Organisation
from renderer.model.case import Case
from renderer.model.case_id import CaseId
from renderer.model.signed.signed_agreement import SignedAgreement

COMMITTEES = ("Økonomiudvalget", "Teknik- og Miljøudvalget")


def imported(signed: SignedAgreement | None, year: int = 2019) -> Case:
    """A case as it is when a signed agreement has just been read: no items, no follow-ups."""
    agreement = Agreement(
        title=f"Aftale om budget {year}",
        budget_year=year,
        case_id=CaseId.parse("00.30.00-S00-2-18"),
        organisation=Organisation(municipality="Ballerup Kommune", department="Økonomi og Styring"),
        committees=COMMITTEES,
    )
    return Case(agreement=agreement, signed=signed)


def on_disk(case: Case, folder: Path) -> Path:
    """The folder with the files of a case."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in case_files(case).items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
