"""Open a case: from its files to a case with everything that is to be said about it."""

from dataclasses import dataclass

from renderer.checks import apply_waivers, run_checks
from renderer.checks.waivers import UNUSED_WAIVER, waived
from renderer.edition.no_followup import way_to
from renderer.errors import UnknownChoice
from renderer.findings import Finding, Stopped, any_stops
from renderer.journeys.case_files import CaseFiles
from renderer.model.case import Case
from renderer.readers.yaml.folder import CaseReading, read_case_folder


@dataclass(frozen=True)
class OpenedCase:
    """A case that can be worked on, and the findings (warnings) that do not stop it.

    `waived` are those that the case itself accepts, each with the reason that is written there.
    """

    case: Case
    findings: tuple[Finding, ...]
    waived: tuple[tuple[Finding, str], ...] = ()


def open_case(files: CaseFiles, followup: int | None = None) -> OpenedCase:
    """Open a case and check it. Raises `Stopped` with every finding when one of them is an error."""
    return opened(read_case_folder(files), followup)


def opened(reading: CaseReading, followup: int | None = None) -> OpenedCase:
    """A case that was read, checked. Raises as `open_case` does."""
    findings = all_findings(reading, followup)
    if reading.case is None or any_stops(findings):
        raise Stopped(findings)
    if followup is not None:
        _require_followup(reading.case, followup)
    return OpenedCase(reading.case, findings, _waived(reading, reading.case, followup))


def all_findings(reading: CaseReading, followup: int | None = None, *, hints: bool = False) -> tuple[Finding, ...]:
    """Everything to be said about a case, in the order of its files and lines; `hints`: how it is written, too.

    Where errors keep it from being a case, what can be read of it is checked, but not that each waiver is needed.
    """
    case = reading.case or reading.readable
    found = run_checks(case, followup, hints=hints) if case else ()
    checked = apply_waivers(found, case, followup, hints=hints) if case else ()
    if reading.case is None:
        checked = tuple(finding for finding in checked if finding.code != UNUSED_WAIVER)
    placed = [reading.located(finding) for finding in (*reading.findings, *checked)]
    unique = dict.fromkeys(placed)
    return tuple(sorted(unique, key=lambda finding: (finding.place.file or "", finding.place.line or 0)))


def _waived(reading: CaseReading, case: Case, followup: int | None) -> tuple[tuple[Finding, str], ...]:
    if not case.waivers:
        return ()
    return tuple((reading.located(one), waiver.reason) for one, waiver in waived(run_checks(case, followup), case))


def _require_followup(case: Case, number: int) -> None:
    if not any(True for _ in case.agreement.items()):
        hint = "Læg planen med kommandoen plan, eller skriv delelementerne i aftale.yaml."
        raise UnknownChoice("Sagen har ingen delelementer endnu.", hint)
    if case.followup(number) is None:
        raise _no_such_followup(case, number)


def newest_followup(case: Case) -> int:
    """The number of the newest follow-up, which a command is about where nobody says which; the plan has number 0.

    Raises `UnknownChoice` for a case without any.
    """
    if not case.followups:
        raise UnknownChoice("Sagen har ingen opfølgninger endnu.", "Lav filen opfoelgning-0.yaml med kommandoen next.")
    return case.followups[-1].number


def _no_such_followup(case: Case, number: int) -> UnknownChoice:
    there = [followup.number for followup in case.followups]
    return UnknownChoice(f"Sagen har ikke opfølgning {number}.", way_to(number, there))
