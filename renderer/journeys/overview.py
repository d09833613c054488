"""The overview of a follow-up: for a terminal, and its numbers as CSV and JSON."""

import csv
import io
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from renderer.edition.build import build_edition, with_overview
from renderer.edition.edition import Edition, Facts
from renderer.edition.overview.blocks import Overview
from renderer.edition.overview.numbers import COLUMNS, as_data, rows
from renderer.errors import UnknownChoice
from renderer.findings import Finding
from renderer.journeys.case_files import CaseFiles
from renderer.journeys.open_case import newest_followup, open_case
from renderer.journeys.rendering.file_names import overview_file_name
from renderer.journeys.write_files import write_files

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Overviewed:
    """The overview of an edition, what the edition is, and the findings of the case."""

    facts: Facts
    overview: Overview
    findings: tuple[Finding, ...]

    def as_json(self) -> dict[str, object]:
        """The numbers, with what they are of."""
        facts = self.facts
        return {"opfølgning": facts.followup, "udvalg": facts.committee, **as_data(self.overview)}


def overview(files: CaseFiles, followup: int | None = None, committee: str | None = None) -> Overviewed:
    """The overview of a follow-up (the newest by default), whether or not the agreement has it printed.

    Raises `Stopped`, and `UnknownChoice` for a follow-up or committee that the case does not have or that has no items.
    """
    opened = open_case(files, followup)
    number = newest_followup(opened.case) if followup is None else followup
    edition = with_overview(opened.case, build_edition(opened.case, number, committee))
    return Overviewed(edition.facts, _required(edition), opened.findings)


def _required(edition: Edition) -> Overview:
    if edition.overview is None:
        hint = "Vælg en opfølgning fra 1 til 4 og et udvalg, som har delelementer."
        raise UnknownChoice("Der er ingen smileyer at vise her.", hint)
    return edition.overview


def as_csv(found: Overviewed) -> bytes:
    """The counts as Danish Excel opens them: semicolons, and a mark that says UTF-8."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([_harmless(cell) for cell in row] for row in rows(found.overview))
    return written.getvalue().encode("utf-8-sig")


def _harmless(cell: object) -> object:
    """A text that Excel would run as a formula gets an apostrophe before it (OWASP, "CSV Injection")."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def as_json(found: Overviewed) -> bytes:
    """Everything as JSON."""
    return (json.dumps(found.as_json(), ensure_ascii=False, indent=2) + "\n").encode()


FORMATS: dict[str, Callable[[Overviewed], bytes]] = {"csv": as_csv, "json": as_json}
"""Name, which is the file's ending -> writer."""


def write_overview(found: Overviewed, formats: Sequence[str], target: Path) -> list[Path]:
    """Write the numbers into a folder, all files or none. Raises `UnknownChoice` and `CannotWrite`."""
    stem = overview_file_name(found.facts)
    return write_files(target, {f"{stem}.{name}": FORMATS[name](found) for name in known_formats(formats)})


def known_formats(formats: Sequence[str]) -> Sequence[str]:
    """The formats. Raises `UnknownChoice` for one that is none."""
    for name in formats:
        if name not in FORMATS:
            raise UnknownChoice(f"Der er ikke et format »{name}«.", f"Vælg mellem {' og '.join(FORMATS)}.")
    return formats
