"""Case folders on disk, as a test looks into them."""

from pathlib import Path

from renderer.findings import Finding
from renderer.journeys.case_files import folder_files
from renderer.journeys.check import check
from renderer.readers.yaml.folder import CaseReading, read_case_folder


def read_folder(folder: Path) -> CaseReading:
    """What the files of a case folder say."""
    return read_case_folder(folder_files(folder))


def check_folder(folder: Path) -> tuple[Finding, ...]:
    """The findings of a case folder."""
    return check(folder_files(folder)).findings
