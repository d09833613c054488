"""Issue editions: check, render as PDF and Word, and record all of them in the archive, or none.

Errors cannot be issued. Warnings must be accepted, each by its code or all at once; what was accepted, by whom and
why, is recorded with every edition it concerns.
"""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from renderer.archive.archive import Archive
from renderer.archive.record import Acceptance, EditionFile, IssuedEdition, Issuing, NewEdition
from renderer.edition.edition import Edition
from renderer.errors import WrongCall
from renderer.findings import Finding, Stopped
from renderer.journeys.file_names import edition_file_name
from renderer.journeys.make_round import make_round
from renderer.journeys.render_cache import RenderCache
from renderer.journeys.render_order import RenderOrder
from renderer.journeys.render_round import Progress, RoundContent
from renderer.writers.provenance import provenance

MEDIA_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
"""The formats in which an edition is issued."""


@dataclass(frozen=True)
class IssueOrder:
    """What is issued, by whom, and which warnings are accepted.

    `accepted` maps the codes of accepted warnings to the reason (may be empty); `accept_all` accepts the rest with
    `reason_for_all`. `reason` says why something is issued again.
    """

    followup: int
    by: str
    committee: str | None = None
    whole_round: bool = False
    reason: str = ""
    accepted: Mapping[str, str] = field(default_factory=dict)
    accept_all: bool = False

    def __post_init__(self) -> None:
        if not self.by.strip():
            raise WrongCall("Der mangler et navn efter --by.", "Skriv, hvem der udsteder udgaverne.")

    @property
    def rendering(self) -> RenderOrder:
        """What has to be rendered for it."""
        return RenderOrder(self.followup, self.committee, self.whole_round, tuple(MEDIA_TYPES))


def issue(
    folder: Path,
    order: IssueOrder,
    archive: Archive,
    at: datetime.datetime,
    progress: Progress = lambda _done, _total: None,
    cache: RenderCache | None = None,
) -> list[IssuedEdition]:
    """Issue the editions of a case folder and give them as they stand in the archive.

    Raises `Stopped` for errors and for warnings that nobody accepted, `ReasonNeeded` for what was issued before,
    `ArchiveUnavailable` or `RenderingError`; then nothing has been issued.
    """
    editions = ready_editions(make_round(folder, order.rendering, progress, cache), order)
    return archive.issue(editions, issuing(order, at))


def ready_editions(content: RoundContent, order: IssueOrder) -> list[NewEdition]:
    """The editions of a round that was made, ready to be recorded. Raises `Stopped` for what nobody accepted."""
    _require_acceptance(content.findings, order)
    return [_new(content, edition, order) for edition in content.editions]


def issuing(order: IssueOrder, at: datetime.datetime) -> Issuing:
    """Who issues an order, when, and with which program."""
    return Issuing(order.by.strip(), at, provenance(), order.reason)


def _require_acceptance(findings: Iterable[Finding], order: IssueOrder) -> None:
    given = tuple(findings)
    open_ones = [finding for finding in given if not order.accept_all and finding.code not in order.accepted]
    if open_ones:
        codes = ", ".join(sorted({finding.code for finding in open_ones}))
        hint = f"Ret dem, eller acceptér dem med --accept KODE ({codes}) eller --accept-warnings."
        raise Stopped(open_ones, "Der er advarsler, som ingen har accepteret, så intet er udstedt.", hint)
    unused = sorted(set(order.accepted) - {finding.code for finding in given})
    if unused:
        raise WrongCall(
            f"Der er ingen advarsel med koden »{'«, »'.join(unused)}«.", "Se koderne med check, og ret --accept."
        )


def _new(content: RoundContent, edition: Edition, order: IssueOrder) -> NewEdition:
    files = []
    for suffix, media_type in MEDIA_TYPES.items():
        name = edition_file_name(edition.facts, suffix)
        files.append(EditionFile(suffix, name, media_type, content.files[name]))
    refs = {item.ref for item in edition.items()}
    accepted = (
        Acceptance(finding.as_json(), order.by.strip(), order.accepted.get(finding.code, ""))
        for finding in content.findings
        if finding.place.item is None or finding.place.item in refs
    )
    return NewEdition(edition, tuple(files), tuple(accepted))
