"""Issue editions: check, render as PDF and Word, and record all of them in the archive, or none."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from renderer import vocabulary
from renderer.archive.archive import Archive
from renderer.archive.record import EditionFile, IssuedRound, NewEdition
from renderer.edition.edition import Edition
from renderer.findings import Finding
from renderer.journeys.case_files import CaseFiles
from renderer.journeys.issuing.approval import MEDIA_TYPES, acceptances, issuing, require_acceptance, require_name
from renderer.journeys.issuing.far_ahead import far_ahead
from renderer.journeys.rendering.file_names import edition_file_name
from renderer.journeys.rendering.make_round import make_round
from renderer.journeys.rendering.render_cache import RenderCache
from renderer.journeys.rendering.render_order import RenderOrder
from renderer.journeys.rendering.round_content import Progress, RoundContent

__all__ = ["MEDIA_TYPES", "IssueOrder", "issue", "issuing", "ready_editions", "record"]


@dataclass(frozen=True)
class IssueOrder:
    """What is issued, by whom, and which warnings are accepted (`approval.py`)."""

    followup: int
    by: str
    committee: str | None = None
    whole_round: bool = False
    reason: str = ""
    accepted: Mapping[str, str] = field(default_factory=dict)
    accept_all: bool = False

    def __post_init__(self) -> None:
        require_name(self.by)

    @property
    def rendering(self) -> RenderOrder:
        """What has to be rendered for it."""
        return RenderOrder(self.followup, self.committee, self.whole_round, tuple(MEDIA_TYPES))


def issue(
    files: CaseFiles,
    order: IssueOrder,
    archive: Archive,
    at: datetime.datetime,
    progress: Progress = lambda _done, _total: None,
    cache: RenderCache | None = None,
) -> IssuedRound:
    """Issue the editions of a case and give them as they stand in the archive.

    Raises `Stopped` for errors and for warnings that nobody accepted, `ReasonNeeded` for what was issued before,
    `ArchiveUnavailable` or `RenderingError`; then nothing has been issued.
    """
    content = make_round(files, order.rendering, progress, cache)
    dated = ((vocabulary.followup_file(order.followup), edition.facts.date) for edition in content.editions)
    told = replace(content, findings=(*content.findings, *far_ahead(dated, at)))
    editions = ready_editions(told, order)
    return record(archive, editions, order, at)


def record(
    archive: Archive, editions: Sequence[NewEdition], order: IssueOrder, at: datetime.datetime, job: str = ""
) -> IssuedRound:
    """Record ready editions, as the end of a `job` where there is one.

    Of a whole round, the editions that stand unchanged in the archive are passed over. One that is ordered alone is
    issued again all the same: it was asked for by name, and its reason concerns it.
    """
    if order.whole_round:
        return archive.issue_changed(editions, issuing(order, at), job)
    return IssuedRound(tuple(archive.issue(editions, issuing(order, at), job)))


def ready_editions(content: RoundContent, order: IssueOrder) -> list[NewEdition]:
    """The editions of a round that was made, ready to be recorded. Raises `Stopped` for what nobody accepted.

    A warning has to be accepted where it concerns one of the editions, and not for the items of others.
    """
    standing = _concerning(content.findings, content.editions)
    require_acceptance(standing, content.findings, order)
    return [_new(content, edition, order) for edition in content.editions]


def _new(content: RoundContent, edition: Edition, order: IssueOrder) -> NewEdition:
    files = []
    for suffix, media_type in MEDIA_TYPES.items():
        name = edition_file_name(edition.facts, suffix)
        files.append(EditionFile(suffix, name, media_type, content.files[name]))
    standing = _concerning(content.findings, [edition])
    waived = set(_concerning((finding for finding, _ in content.waived), [edition]))
    accepted = acceptances(standing, (pair for pair in content.waived if pair[0] in waived), order)
    return NewEdition(edition, tuple(files), tuple(accepted))


def _concerning(findings: Iterable[Finding], editions: Iterable[Edition]) -> list[Finding]:
    """The findings at the editions' items, and those at no item."""
    refs = {item.ref for edition in editions for item in edition.items()}
    return [finding for finding in findings if finding.place.item is None or finding.place.item in refs]
