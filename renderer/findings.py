"""Findings: what an editor should know about the data, each with a code, a place and what to do.

A finding never interrupts; all findings of a reading or a check are collected and shown at once. Only when
one of them is an error (`fejl`) may a journey refuse to go on, by raising `Stopped`.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from renderer.errors import AftalerapportError


class Severity(StrEnum):
    """How much a finding weighs; the value is the word that the user reads.

    An error stops. A warning is printed with every document and must be accepted before it is issued. A hint is about
    how something is written; only `check` looks for hints, and nothing ever waits for them.
    """

    ERROR = "fejl"
    WARNING = "advarsel"
    HINT = "tip"


@dataclass(frozen=True, order=True)
class Place:
    """Where a finding belongs, as the user sees it; `None` means that this part does not apply.

    `line` counts from 1 in the text file `file`; `page` counts from 1 in a PDF; `paragraph` counts from 1 in
    the body of a Word file; `sheet` and `cell` belong to a workbook; `item` is the `ref` of an item; `field`
    is the path of Danish keys inside the item (or the file), joined by ` › `. `pointer` is the JSON Pointer (RFC
    6901) in what another system has sent as JSON; people are not shown it.
    """

    file: str | None = None
    line: int | None = None
    page: int | None = None
    paragraph: int | None = None
    sheet: str | None = None
    cell: str | None = None
    item: str | None = None
    field: str | None = None
    pointer: str | None = None

    def __str__(self) -> str:
        parts = [self._position(), self.item, self.field]
        return ", ".join(part for part in parts if part)

    def _position(self) -> str:
        words = [self.file] if self.file else []
        if self.sheet:
            words.append(f"{self.sheet}!{self.cell}" if self.cell else self.sheet)
        counted = (("side", self.page), ("linje", self.line), ("afsnit", self.paragraph))
        words += [f"{noun} {number}" for noun, number in counted if number is not None]
        return " ".join(words)


@dataclass(frozen=True)
class Finding:
    """One thing to look at: `message` says what is wrong, `hint` what to do; both are Danish sentences."""

    code: str
    severity: Severity
    place: Place
    message: str
    hint: str = ""

    @property
    def stops(self) -> bool:
        """Whether this finding alone keeps a document from being made."""
        return self.severity is Severity.ERROR

    def at(self, **changes: str | int | None) -> "Finding":
        """The same finding at a place that is known better."""
        return replace(self, place=replace(self.place, **changes))  # type: ignore[arg-type]

    def as_json(self) -> dict[str, str]:
        """The finding as `check --json` prints it."""
        return {
            "kode": self.code,
            "alvor": self.severity.value,
            "sted": str(self.place),
            "tekst": self.message,
            "råd": self.hint,
        }


def error(code: str, place: Place, message: str, hint: str = "") -> Finding:
    """A finding that stops."""
    return Finding(code, Severity.ERROR, place, message, hint)


def warning(code: str, place: Place, message: str, hint: str = "") -> Finding:
    """A finding that an editor should look at."""
    return Finding(code, Severity.WARNING, place, message, hint)


def any_stops(findings: Iterable[Finding]) -> bool:
    """Whether at least one of the findings is an error."""
    return any(finding.stops for finding in findings)


MOST_OF_A_KIND = 200
"""So many findings of one code and severity are told; nobody reads more, and there may be a million."""


def capped(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings as they are told: the first of each kind, and last how many more of it there are."""
    findings = tuple(findings)
    counts = Counter((one.code, one.severity) for one in findings)
    # One more than the most is told itself; that there is one more would be as long.
    many = {kind: count - MOST_OF_A_KIND for kind, count in counts.items() if count > MOST_OF_A_KIND + 1}
    if not many:
        return findings
    seen: Counter[tuple[str, Severity]] = Counter()
    kept = []
    for one in findings:
        kind = (one.code, one.severity)
        seen[kind] += 1
        if kind not in many or seen[kind] <= MOST_OF_A_KIND:
            kept.append(one)
    return (*kept, *(_more(code, severity, count) for (code, severity), count in many.items()))


def _more(code: str, severity: Severity, count: int) -> Finding:
    hint = "Ret dem, der er nævnt, og prøv igen." if severity is not Severity.HINT else "Se dem, der er nævnt, først."
    return Finding(
        code,
        severity,
        Place(),
        "Der er én mere af samme slags." if count == 1 else f"Der er {count} flere af samme slags.",
        hint,
    )


_STOPPED = "Der er fejl i sagen, så der er ikke dannet noget dokument."
_MEND = "Ret de steder, der er nævnt som fejl, og kør kommandoen igen."


class Stopped(AftalerapportError):
    """Findings that stop: raised by a journey with every finding it knows, errors and warnings alike."""

    code = "anmærkninger-stopper"
    finds = ""  # its findings are printed, each with a code of its own
    exit_code = 1

    def __init__(self, findings: Iterable[Finding], message: str = _STOPPED, hint: str = _MEND) -> None:
        super().__init__(message, hint)
        self.findings = tuple(findings)
