"""Verify the archive: recount it, and on request render every edition again from its own data."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from renderer.archive.archive import Archive
from renderer.archive.audit import audit
from renderer.archive.payload import is_edition
from renderer.archive.record import Document, IssuedEdition
from renderer.edition.agreement.document import AgreementDocument
from renderer.edition.edition import Edition
from renderer.findings import Finding, Place, error, warning
from renderer.writers import WRITERS
from renderer.writers.agreement import AGREEMENT_WRITERS
from renderer.writers.provenance import provenance

_RESTORE = "Hent arkivet fra en sikkerhedskopi, og find ud af, hvem der har haft adgang."


@dataclass(frozen=True)
class VerifiedArchive:
    """What was recounted: how many editions, the digest of the last entry (empty: none), and what is wrong."""

    editions: int
    digest: str
    findings: tuple[Finding, ...]


def verify_archive(
    archive: Archive,
    expected: str = "",
    *,
    rendering: bool = False,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> VerifiedArchive:
    """Recount the archive. `expected` is a digest that was written down elsewhere; `rendering` renders all again."""
    findings = audit(archive, expected)
    if rendering and not findings:
        findings += _rendered_again(archive, archive.find(), progress)
    count = sum(is_edition(entry) for entry in archive.entries())
    head = archive.head()
    return VerifiedArchive(count, head.digest if head else "", tuple(findings))


def _rendered_again(
    archive: Archive, editions: list[IssuedEdition], progress: Callable[[int, int], None]
) -> Iterator[Finding]:
    for done, issued in enumerate(editions, 1):
        yield from _differences(archive, issued)
        progress(done, len(editions))


def _differences(archive: Archive, issued: IssuedEdition) -> Iterator[Finding]:
    place = Place(item=f"udgave {issued.number}")
    if issued.made_with != provenance():
        message = f"Udgaven er dannet af en anden version ({issued.made_with}) og kan ikke dannes igen med denne."
        yield warning("udstedt-med-anden-version", place, message, "Brug den version, som udgaven er dannet af.")
        return
    again = _again(issued.document, archive.bytes(issued.edition_sha256))
    for file in issued.files:
        if again(file.format) != archive.bytes(file.sha256):
            message = f"Filen {file.name} er ikke den, som udgavens egne data giver."
            yield error("udstedt-fil-afviger", place, message, _RESTORE)


def _again(document: Document, data: bytes) -> Callable[[str], bytes]:
    """Renders a document from its own data in the format that is named."""
    if document is Document.AGREEMENT:
        agreement = AgreementDocument.model_validate_json(data)
        return lambda format_: AGREEMENT_WRITERS[format_](agreement)
    edition = Edition.model_validate_json(data)
    return lambda format_: WRITERS[format_](edition)
