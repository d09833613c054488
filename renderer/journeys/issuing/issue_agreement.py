"""Issue the signed agreement itself: check, render as PDF and Word, and record it in the archive."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from renderer.archive.archive import Archive
from renderer.archive.record import EditionFile, IssuedEdition, NewEdition
from renderer.edition.agreement.build import build_agreement
from renderer.journeys.case_files import CaseFiles
from renderer.journeys.issuing.approval import MEDIA_TYPES, acceptances, issuing, require_acceptance, require_name
from renderer.journeys.issuing.far_ahead import far_ahead
from renderer.journeys.open_case import open_case
from renderer.journeys.rendering.file_names import agreement_file_name
from renderer.vocabulary import SIGNED_FILE
from renderer.writers.agreement import AGREEMENT_WRITERS

# Warnings on the plan and the follow-ups say nothing of what is printed here.
_FILES = {None, SIGNED_FILE}


@dataclass(frozen=True)
class AgreementIssue:
    """By whom the agreement is issued, and which warnings are accepted (`approval.py`)."""

    by: str
    reason: str = ""
    accepted: Mapping[str, str] = field(default_factory=dict)
    accept_all: bool = False

    def __post_init__(self) -> None:
        require_name(self.by)


def issue_agreement(files: CaseFiles, order: AgreementIssue, archive: Archive, at: datetime.datetime) -> IssuedEdition:
    """Issue the signed agreement of a case and give it as it stands in the archive.

    Raises `UnknownChoice` where the case has none, and as `issue` does; then nothing has been issued.
    """
    opened = open_case(files)
    document = build_agreement(opened.case)
    early = far_ahead([(SIGNED_FILE, document.facts.date)], at)
    standing = [*(finding for finding in opened.findings if finding.place.file in _FILES), *early]
    require_acceptance(standing, standing, order)
    written = tuple(
        EditionFile(suffix, agreement_file_name(document.facts, suffix), media, AGREEMENT_WRITERS[suffix](document))
        for suffix, media in MEDIA_TYPES.items()
    )
    waived = [pair for pair in opened.waived if pair[0].place.file in _FILES]
    new = NewEdition(document, written, tuple(acceptances(standing, waived, order)))
    [issued] = archive.issue([new], issuing(order, at))
    return issued
