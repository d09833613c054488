"""Waivers: findings that an editor has looked at and accepts, by code and place."""

import difflib
import re
from collections.abc import Iterable

from renderer import vocabulary
from renderer.checks.table import CHECKS
from renderer.findings import Finding, Place, Severity, warning
from renderer.model.case import Case, Waiver
from renderer.model.checkpoint import Checkpoint

UNUSED_WAIVER = "undtagelse-uden-anmærkning"
WARNS = {UNUSED_WAIVER: "En undtagelse i tjek.yaml passer ikke på nogen anmærkning."}
"""What it finds, for the manual."""

_ACCEPTED = [code for code, check in CHECKS.items() if check.severity is not Severity.ERROR]
_HINTS = {code for code, check in CHECKS.items() if check.severity is Severity.HINT}
# Many codes begin with the same word: they must be more alike than that before one is proposed.
_ALIKE = 0.75
# A place may be copied as it was printed, with its line, which moves whenever the file is edited.
_LINE = re.compile(r" linje \d+(?=,|$)")
_SEPARATOR = re.compile(r"(?:(?<!\s)\s+)?[›>]\s*")


def apply_waivers(
    findings: Iterable[Finding], case: Case, followup: int | None = None, *, hints: bool = False
) -> tuple[Finding, ...]:
    """The findings without the warnings and hints that the case waives; errors stay.

    A waiver without a place holds for the whole case. Its place is an item (`5.08.2`), perhaps with a field
    (`5.08.2, milepæle › 3`), perhaps with the file in front (`aftale.yaml, 5.08.2`), or a file or field alone;
    it holds for everything inside it. A waiver that matches nothing gives a finding, unless only the findings of
    one follow-up were looked for, it waives a hint and `hints` were not looked for, or the report it is about is yet
    to come.
    """
    given = tuple(findings)
    used = {position for finding in given for position in _matching(finding, case.waivers)}
    kept = [finding for finding in given if finding.stops or not _matching(finding, case.waivers)]
    if followup is None:
        sought = [(n, waiver) for n, waiver in enumerate(case.waivers) if hints or waiver.code not in _HINTS]
        kept += [_unused(waiver, n + 1) for n, waiver in sought if n not in used and not _awaits_report(waiver, case)]
    return tuple(kept)


def waived(findings: Iterable[Finding], case: Case) -> tuple[tuple[Finding, Waiver], ...]:
    """The findings that `apply_waivers` takes away, each with the first waiver that names it."""
    named = ((finding, _matching(finding, case.waivers)) for finding in findings if not finding.stops)
    return tuple((finding, case.waivers[positions[0]]) for finding, positions in named if positions)


def _matching(finding: Finding, waivers: tuple[Waiver, ...]) -> list[int]:
    """The positions of the waivers that name this finding; an error may be named, but is not silenced."""
    by_code = [position for position, waiver in enumerate(waivers) if waiver.code == finding.code]
    names = _names(finding.place) if by_code else set()
    return [n for n in by_code if waivers[n].place is None or _tidied(waivers[n].place or "") in names]


def _names(place: Place) -> set[str]:
    """Every way to name a place or something around it."""
    keys = place.field.split(vocabulary.FIELD_SEPARATOR) if place.field else []
    fields = [vocabulary.field_path(*keys[:count]) for count in range(1, len(keys) + 1)]
    inner = [*([place.item] if place.item else []), *(_joined(place.item, field) for field in fields)]
    with_file = [_joined(place.file, name) for name in ("", *inner)] if place.file else []
    return {_tidied(name) for name in (*inner, *with_file)}


def _joined(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)


def _tidied(place: str) -> str:
    return _SEPARATOR.sub(vocabulary.FIELD_SEPARATOR, _LINE.sub("", place)).casefold()


def _awaits_report(waiver: Waiver, case: Case) -> bool:
    """Whether a waiver is about a report that no follow-up has given yet: it may be needed when one does."""
    *_, ref, field = ["", *_tidied(waiver.place or "").split(", ")]
    item = next((item for item in case.agreement.items() if item.ref.casefold() == ref), None)
    if item is None or not case.followups:
        return False
    newest = case.followups[-1].number
    if field.split(vocabulary.FIELD_SEPARATOR)[0] == vocabulary.key("finances"):
        return not case.finances_report(item, newest)
    points = {vocabulary.field_path(vocabulary.key("milestones"), point.value): point for point in Checkpoint}
    named = next((point for path, point in points.items() if field.startswith(path)), None)
    return named is not None and not case.report(item, named, newest)


def _unused(waiver: Waiver, position: int) -> Finding:
    return warning(
        UNUSED_WAIVER,
        Place(file=vocabulary.WAIVER_FILE, field=vocabulary.field_path(vocabulary.key("waivers"), position)),
        f"Undtagelsen fra {waiver.code} passer ikke på nogen anmærkning{_at(waiver)}.",
        _advice(waiver.code),
    )


def _advice(code: str) -> str:
    if code in _ACCEPTED:
        return "Slet undtagelsen, eller ret dens sted."
    near = difflib.get_close_matches(code, _ACCEPTED, n=1, cutoff=_ALIKE)
    if near:
        return f"Mente du koden {near[0]}? Ellers slet undtagelsen."
    return "Ret koden, så den står som i advarslen, eller slet undtagelsen. En fejl kan ikke accepteres."


def _at(waiver: Waiver) -> str:
    return f" ved {waiver.place}" if waiver.place else ""
