"""Check a case folder: everything that is to be said about it, with file, line and field."""

from dataclasses import dataclass
from pathlib import Path

from renderer.findings import Finding
from renderer.journeys.open_case import all_findings, read_folder


@dataclass(frozen=True)
class Checked:
    """The findings of a case folder, hints too; `complete` unless errors kept something from being checked."""

    findings: tuple[Finding, ...]
    complete: bool


def check(folder: Path) -> Checked:
    """Check a case folder. Raises `UnreadableFile` when the folder holds no case."""
    reading = read_folder(folder)
    return Checked(all_findings(reading, hints=True), reading.case is not None)


def check_folder(folder: Path) -> tuple[Finding, ...]:
    """The findings alone. Raises as `check` does."""
    return check(folder).findings
