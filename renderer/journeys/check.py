"""Check a case: everything that is to be said about it, with file, line and field."""

from dataclasses import dataclass

from renderer.findings import Finding
from renderer.journeys.case_files import CaseFiles
from renderer.journeys.open_case import all_findings
from renderer.readers.yaml.folder import read_case_folder


@dataclass(frozen=True)
class Checked:
    """The findings of a case, hints too; `complete` unless errors kept something from being checked."""

    findings: tuple[Finding, ...]
    complete: bool


def check(files: CaseFiles) -> Checked:
    """Check the files of a case."""
    reading = read_case_folder(files)
    return Checked(all_findings(reading, hints=True), reading.case is not None)
