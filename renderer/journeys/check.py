"""Check a case folder: everything that is to be said about it, with file, line and field."""

from pathlib import Path

from renderer.findings import Finding
from renderer.journeys.open_case import all_findings, read_folder


def check_folder(folder: Path) -> tuple[Finding, ...]:
    """Every finding of a case folder, hints too. Raises `UnreadableFile` when the folder holds no case."""
    return all_findings(read_folder(folder), hints=True)
