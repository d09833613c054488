"""A whole case as one workbook, and back: what `export` and `import` do, and what an API may do with bytes."""

import datetime
from pathlib import Path

from renderer.casefolder.case_tables import case_tables
from renderer.casefolder.write import case_files
from renderer.errors import WrongCall
from renderer.findings import Finding, Place, Stopped, any_stops, error
from renderer.journeys.case_files import CaseFiles
from renderer.journeys.open_case import all_findings
from renderer.journeys.placed import placed, usual
from renderer.journeys.rendering.extract import file_content
from renderer.journeys.take_in import TakenIn
from renderer.journeys.write_files import write_files
from renderer.model.case import Case
from renderer.readers.casebook.read import CasebookReading, read_casebook
from renderer.readers.yaml.folder import read_case_folder
from renderer.vocabulary import AGREEMENT_FILE
from renderer.vocabulary.workbook_marks import LONGEST_CELL

WORKBOOK_ENDING = ".xlsx"
_NOT_TAKEN_IN = (
    "Regnearket giver ikke en hel sag, så der er ikke oprettet nogen sagsmappe.",
    "Ret de celler, der er nævnt som fejl, og kør kommandoen igen.",
)
_NOT_WRITTEN = ("Sagen kan ikke skrives som regneark.", "Ret de steder, der er nævnt som fejl.")
_NO_CASE = ("Sagen kan ikke læses, så den kan ikke skrives som regneark.", "Ret fejlene, og kør kommandoen igen.")


def case_workbook(case: Case) -> bytes:
    """The workbook of a case. Raises `Stopped` where a text is longer than a cell can be."""
    from renderer.writers.workbook.case_tables import write_case

    tables = case_tables(case)
    if too_long := [one for table in tables for row in table.rows for one in row if _too_long(str(one))]:
        findings = [_finding(str(text)) for text in too_long]
        raise Stopped(findings, *_NOT_WRITTEN)
    agreement = case.agreement
    day = case.followups[-1].date if case.followups else datetime.date(agreement.budget_year, 1, 1)
    sender = ", ".join(
        name for name in (agreement.organisation.municipality, agreement.organisation.department) if name
    )
    return write_case(tables, agreement.title, f"Sagsid {agreement.case_id}", sender, day)


def read_case_workbook(name: str, content: bytes) -> CasebookReading:
    """The case in a workbook with every finding, sheet and cell. Raises `UnreadableFile`."""
    return read_casebook(name, content)


def export(files: CaseFiles, target: Path) -> tuple[Path, tuple[Finding, ...]]:
    """Write a case as one workbook; gives the file and what is to be said of the case.

    A case with errors of content is exported too, so that they can be mended there. Raises `Stopped` where the files
    do not hold a case, `WrongCall` for a target that is no name of a workbook, and `CannotWrite`.
    """
    if target.suffix.lower() != WORKBOOK_ENDING or target.is_dir():
        message = f"Sagen skrives som et regneark, og »{target}« er ikke navnet på et."
        raise WrongCall(message, f"Skriv for eksempel -o {target.stem or 'sag'}{WORKBOOK_ENDING}.")
    reading = read_case_folder(files)
    if reading.case is None:
        raise Stopped(all_findings(reading), *_NO_CASE)
    (path,) = write_files(target.parent, {target.name: case_workbook(reading.case)})
    return path, tuple(all_findings(reading))


def import_workbook(path: Path, target: Path) -> TakenIn:
    """Read a case from a workbook into a new case folder.

    Raises `UnreadableFile`, `WrongCall` when the folder already has a case, and `Stopped` with every finding when
    the workbook does not make one; then nothing is written.
    """
    if (target / AGREEMENT_FILE).exists():
        hint = "Angiv en ny mappe efter -o, sammenlign den med den gamle, og lad den så træde i stedet for den."
        raise WrongCall(f"Mappen »{target}« har allerede en sag, og den bliver ikke overskrevet.", hint)
    reading = read_casebook(path.name, file_content(path))
    if reading.case is None or any_stops(reading.findings):
        raise Stopped(reading.findings, *_NOT_TAKEN_IN)
    texts = case_files(reading.case)
    files = write_files(target, {name: text.encode() for name, text in texts.items()})
    return TakenIn(reading.case, tuple(files), reading.findings, placed(reading.case), usual(reading.case))


def _too_long(text: str) -> bool:
    return len(text) * 2 > LONGEST_CELL and len(text.encode("utf-16-le")) > 2 * LONGEST_CELL


def _finding(text: str) -> Finding:
    beginning = " ".join(text.split())[:60]
    message = f"Teksten »{beginning} …« er længere, end en celle i et regneark kan være."
    return error("tekst-for-lang-til-celle", Place(), message, f"Den må højst have {LONGEST_CELL} tegn.")
