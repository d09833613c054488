"""Who issues and what they accept: no warning goes into the archive that nobody has looked at.

Errors cannot be issued. Warnings must be accepted, each by its code or all at once; what was accepted, by whom and
why, is recorded with every edition it concerns. What the case's own list of waivers accepts is recorded with the
reason that is written there.
"""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from renderer import vocabulary
from renderer.archive.record import Acceptance, Issuing
from renderer.errors import WrongCall
from renderer.findings import Finding, Stopped
from renderer.writers.provenance import provenance

MEDIA_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
"""The formats in which an edition is issued."""


class Approval(Protocol):
    """Who issues, and which warnings are accepted."""

    @property
    def by(self) -> str:
        """The name of the one who issues."""

    @property
    def reason(self) -> str:
        """Why something is issued again."""

    @property
    def accepted(self) -> Mapping[str, str]:
        """The codes of accepted warnings, each with the reason (may be empty)."""

    @property
    def accept_all(self) -> bool:
        """Whether the rest is accepted too, without a reason."""


def require_name(by: str) -> None:
    """Raises `WrongCall` where nobody issues."""
    if not by.strip():
        raise WrongCall("Der mangler et navn efter --by.", "Skriv, hvem der udsteder udgaverne.")


def issuing(approval: Approval, at: datetime.datetime) -> Issuing:
    """Who issues, when, and with which program."""
    return Issuing(approval.by.strip(), at, provenance(), approval.reason)


def require_acceptance(standing: Iterable[Finding], known: Iterable[Finding], approval: Approval) -> None:
    """Raises `Stopped` for what stands and nobody accepted, `WrongCall` for a code that nothing known has."""
    open_ones = [finding for finding in standing if not approval.accept_all and finding.code not in approval.accepted]
    if open_ones:
        codes = ", ".join(sorted({finding.code for finding in open_ones}))
        hint = f"Ret dem, eller accepter dem med --accept KODE ({codes}) eller --accept-warnings."
        raise Stopped(open_ones, "Der er advarsler, som ingen har accepteret, så intet er udstedt.", hint)
    unused = sorted(set(approval.accepted) - {finding.code for finding in known})
    if unused:
        raise WrongCall(
            f"Der er ingen advarsel med koden »{'«, »'.join(unused)}«.",
            "Se koderne med check, og ret dem, du har accepteret.",
        )


def acceptances(
    standing: Iterable[Finding], waived: Iterable[tuple[Finding, str]], approval: Approval
) -> Iterator[Acceptance]:
    """What is recorded of the findings that concern an edition."""
    for finding in standing:
        yield Acceptance(finding.as_json(), approval.by.strip(), approval.accepted.get(finding.code, ""))
    for finding, reason in waived:
        yield Acceptance(finding.as_json(), vocabulary.WAIVER_FILE, reason)
