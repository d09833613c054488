"""Collect: a workbook for each responsible centre with what is due in a follow-up, into a folder."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from renderer import __version__
from renderer.edition.questionnaire import Questionnaire, Round, WorkbookRecord, workbook_record
from renderer.edition.questionnaires import questionnaires, round_of
from renderer.errors import UnknownChoice, WrongCall
from renderer.findings import Finding, Stopped, any_stops
from renderer.journeys.case_files import CaseFiles
from renderer.journeys.collecting.filled_in import require_untouched
from renderer.journeys.open_case import all_findings
from renderer.journeys.write_files import write_files
from renderer.model.case import Case
from renderer.model.fixed_word import listed
from renderer.model.item import title_ref
from renderer.readers.yaml.folder import read_case_folder

_ALL = "alle-centre"
_LONGEST = 120


@dataclass(frozen=True)
class Wanted:
    """Which workbooks: of one centre (`None`: all), in one file or each its own, over what stands there or not."""

    centre: str | None = None
    all_in_one: bool = False
    overwrite: bool = False

    def __post_init__(self) -> None:
        if self.centre is not None and self.all_in_one:
            raise WrongCall("--center og --all-in-one kan ikke bruges sammen.", "Vælg en af dem.")


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


def collect(files: CaseFiles, followup: int, target: Path, wanted: Wanted | None = None) -> Collected:
    """Write the workbooks of a follow-up into `target`, all of them or none.

    Raises `Stopped` for a case with errors, `UnknownChoice` for a follow-up or centre it does not have or that is asked
    nothing, `WrongCall` where a workbook would be overwritten that somebody has filled in, and `CannotWrite`.
    """
    wanted = wanted or Wanted()
    reading = read_case_folder(files)
    # What this follow-up still lacks is what is asked for, and no finding yet.
    findings = tuple(all_findings(reading, followup - 1))
    if reading.case is None or any_stops(findings):
        raise Stopped(findings)
    records = named_records(collection(reading.case, followup, all_in_one=wanted.all_in_one))
    if wanted.centre is not None:
        records = _only(records, wanted.centre)
    contents = {name: _content(record) for name, record in records.items()}
    if not wanted.overwrite:
        require_untouched(target, contents, reading.case)
    paths = write_files(target, contents)
    told = zip(paths, records.values(), strict=True)
    written = (CollectedFile(path, record.centre, len(record.rows)) for path, record in told)
    return Collected(tuple(written), findings)


def _only(records: Mapping[str, WorkbookRecord], centre: str) -> dict[str, WorkbookRecord]:
    """The workbook of one centre, under the name that it has among all."""
    listed_as = listed(centre, (record.centre for record in records.values()))
    found = {name: record for name, record in records.items() if record.centre == listed_as}
    if not found:
        known = ", ".join(record.centre for record in records.values())
        raise UnknownChoice(f"Der er intet at spørge »{centre}« om.", f"Vælg et af centrene: {known}.")
    return found


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


def named_records(records: Iterable[WorkbookRecord]) -> dict[str, WorkbookRecord]:
    """The workbooks of a round by the names of their files."""
    named: dict[str, WorkbookRecord] = {}
    for record in records:
        named[_free_name(record.round, record, named)] = record
    return named


def collected_files(records: Iterable[WorkbookRecord]) -> dict[str, bytes]:
    """The workbooks of a round by their names."""
    return {name: _content(record) for name, record in named_records(records).items()}


def _content(record: WorkbookRecord) -> bytes:
    from renderer.writers.workbook.collect import write_collected

    return write_collected(record)


def _free_name(about: Round, record: WorkbookRecord, taken: Container[str]) -> str:
    """`aftale-om-budget-2018_2-opfoelgning_arbejdsmarked.xlsx`; centres whose names look alike are counted."""
    whose = title_ref(record.centre) if len(record.questionnaires) == 1 else _ALL
    stage = "udmoentning" if about.asks_plan else f"{about.followup}-opfoelgning"
    stem = "_".join((title_ref(about.title), stage, whose or "center"))[:_LONGEST]
    name, number = f"{stem}.xlsx", 1
    while name in taken:
        number += 1
        name = f"{stem}-{number}.xlsx"
    return name
