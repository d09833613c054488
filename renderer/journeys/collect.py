"""Collect: a workbook for each responsible centre with what is due in a follow-up, into a folder."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from renderer import __version__
from renderer.edition.questionnaire import Questionnaire, Round, WorkbookRecord, workbook_record
from renderer.edition.questionnaires import questionnaires, round_of
from renderer.errors import UnknownChoice
from renderer.findings import Finding, Stopped, any_stops
from renderer.journeys.open_case import all_findings, read_folder
from renderer.journeys.write_files import write_files
from renderer.model.case import Case
from renderer.model.item import title_ref

_ALL = "alle-centre"
_LONGEST = 120


@dataclass(frozen=True)
class CollectedFile:
    """A workbook that was written, whose it is (empty: all centres'), and how many rows it asks about."""

    path: Path
    centre: str
    rows: int


@dataclass(frozen=True)
class Collected:
    """The workbooks of a round, and the findings of the case."""

    files: tuple[CollectedFile, ...]
    findings: tuple[Finding, ...]


def collect(folder: Path, followup: int, target: Path, *, all_in_one: bool = False) -> Collected:
    """Write the workbooks of a follow-up into `target`, all of them or none.

    Raises `Stopped` for a case with errors, `UnknownChoice` for a follow-up it does not have or that asks nobody
    anything, and `CannotWrite`.
    """
    reading = read_folder(folder)
    # What this follow-up still lacks is what is asked for, and no finding yet.
    findings = tuple(all_findings(reading, followup - 1))
    if reading.case is None or any_stops(findings):
        raise Stopped(findings)
    records = list(collection(reading.case, followup, all_in_one=all_in_one))
    contents = collected_files(records)
    paths = write_files(target, contents)
    files = (CollectedFile(path, record.centre, len(record.rows)) for path, record in zip(paths, records, strict=True))
    return Collected(tuple(files), findings)


def collection(case: Case, followup: int, *, all_in_one: bool = False) -> Iterator[WorkbookRecord]:
    """What each workbook of a round is to say. Raises `UnknownChoice`."""
    about = round_of(case, followup)
    asked = questionnaires(case, followup)
    if not asked:
        message = "Sagen har ingen delelementer endnu, så der er intet at spørge centrene om."
        raise UnknownChoice(message, "Læg først planen med kommandoen plan, eller skriv delelementerne selv.")
    groups: Sequence[tuple[Questionnaire, ...]] = [asked] if all_in_one else [(one,) for one in asked]
    for group in groups:
        yield workbook_record(about, group, __version__)


def collected_files(records: Sequence[WorkbookRecord]) -> dict[str, bytes]:
    """The workbooks by their names."""
    from renderer.writers.workbook.collect import write_collected

    contents: dict[str, bytes] = {}
    for record in records:
        contents[_free_name(record.round, record, contents)] = write_collected(record)
    return contents


def _free_name(about: Round, record: WorkbookRecord, taken: dict[str, bytes]) -> str:
    """`aftale-om-budget-2018_2-opfoelgning_arbejdsmarked.xlsx`; centres whose names look alike are counted."""
    whose = title_ref(record.centre) if len(record.questionnaires) == 1 else _ALL
    stem = "_".join((title_ref(about.title), f"{about.followup}-opfoelgning", whose or "center"))[:_LONGEST]
    name, number = f"{stem}.xlsx", 1
    while name in taken:
        number += 1
        name = f"{stem}-{number}.xlsx"
    return name
