"""Findings in words: what is wrong once, with every place, however often it is found."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from renderer.findings import Finding, Place, Severity

_BETWEEN = "; "


@dataclass(frozen=True)
class ToldFinding:
    """What is printed of findings that say the same: its words behind the severity, the hint and the places' lines."""

    severity: Severity
    words: str
    hint: str
    places: tuple[str, ...] = ()


def told_findings(findings: Iterable[Finding]) -> list[ToldFinding]:
    """The findings in their order; warnings and hints that only their places part are told where the first stands.

    Errors stay apart: each of them must be mended, and stands beside what it belongs to.
    """
    alike: dict[tuple[object, ...], dict[Finding, None]] = {}
    for finding in findings:
        own = (finding.place,) if finding.stops else ()
        alike.setdefault((finding.severity, finding.code, finding.message, finding.hint, *own), {})[finding] = None
    return [_told(tuple(group)) for group in alike.values()]


def _told(group: tuple[Finding, ...]) -> ToldFinding:
    first = group[0]
    words = f"{first.message} [{first.code}]"
    if len(group) == 1:
        place = f"{first.place}: " if str(first.place) else ""
        return ToldFinding(first.severity, place + words, first.hint)
    return ToldFinding(first.severity, words, first.hint, tuple(_lines(finding.place for finding in group)))


def _lines(places: Iterable[Place]) -> Iterator[str]:
    """One line a file, which is named once: `3 steder i aftale.yaml: linje 8, 5.1; linje 20, 5.2; linje 31, 5.3`."""
    files: dict[str | None, list[str]] = {}
    for place in places:
        files.setdefault(place.file, []).append(str(replace(place, file=None)))
    for file, found in files.items():
        count = "1 sted" if len(found) == 1 else f"{len(found)} steder"
        named = [place for place in found if place]
        where = f"{count} i {file}" if file else count
        yield f"{where}: {_BETWEEN.join(named)}" if named else file or where
