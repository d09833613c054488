"""Verify the archive: recount it, and on request render every edition again from its own data."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from cryptography.x509 import Certificate

from renderer.archive.archive import Archive
from renderer.archive.audit import audit
from renderer.archive.payload import is_edition
from renderer.archive.record import Document, IssuedEdition, Wanted
from renderer.archive.signed_head import SignedHead
from renderer.edition.agreement.document import AgreementDocument
from renderer.edition.edition import Edition
from renderer.errors import AftalerapportError
from renderer.findings import Finding, Place, error, warning
from renderer.journeys.issuing.checkpoints import heads_of
from renderer.journeys.issuing.of_another_version import of_another_version
from renderer.writers import WRITERS
from renderer.writers.agreement import AGREEMENT_WRITERS
from renderer.writers.provenance import provenance

_RESTORE = "Hent arkivet fra en sikkerhedskopi, og find ud af, hvem der har haft adgang."

_NO_HEADS: Final[Mapping[str, Sequence[SignedHead]]] = MappingProxyType({})


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
    kept: Mapping[str, Sequence[SignedHead]] = _NO_HEADS,
    roots: Sequence[Certificate] = (),
    rendering: bool = False,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> VerifiedArchive:
    """Recount the archive, and with `rendering` render everything again.

    `expected` is a digest that was written down elsewhere, `kept` are signed heads that were kept elsewhere, by their
    files; their time stamps are held against `roots`.
    """
    findings = audit(archive, expected, kept)
    if roots:
        findings += _unstamped(archive, kept, roots)
    if rendering:
        findings += _rendered_again(archive, progress)
    count = sum(is_edition(entry) for entry in archive.entries())
    head = archive.head()
    return VerifiedArchive(count, head.digest if head else "", tuple(findings))


def _unstamped(
    archive: Archive, kept: Mapping[str, Sequence[SignedHead]], roots: Sequence[Certificate]
) -> Iterator[Finding]:
    """The signed heads without a time stamp that holds, by one of the authorities' roots."""
    from renderer.journeys.issuing.time_stamp import stamped_at

    for file, heads in ((None, heads_of(archive)), *kept.items()):
        for head in heads:
            if not head.stamp:
                message = f"Kontrolpunktet fra {head.at} har intet tidsstempel."
                yield warning(
                    "tidsstempel-mangler", Place(file), message, "Kør archive checkpoint, når stemplet kan nås."
                )
            elif stamped_at(head, roots) is None:
                message = (
                    f"Tidsstemplet ved kontrolpunktet fra {head.at} passer ikke, eller det er fra en anden tjeneste."
                )
                yield error(
                    "tidsstempel-passer-ikke", Place(file), message, "Undersøg, om rodcertifikatet er det rigtige."
                )


def _rendered_again(archive: Archive, progress: Callable[[int, int], None]) -> Iterator[Finding]:
    """What the editions' own data do not give; an edition that was altered hides no other."""
    numbers = archive.numbers(Wanted())
    for done, number in enumerate(numbers, 1):
        try:
            yield from _differences(archive, archive.edition(number))
        except (AftalerapportError, LookupError, TypeError, ValueError):
            message = "Udgaven kan ikke dannes igen, for det, der står om den i arkivet, kan ikke læses."
            yield error("udstedt-fil-afviger", Place(item=f"udgave {number}"), message, _RESTORE)
        progress(done, len(numbers))


def _differences(archive: Archive, issued: IssuedEdition) -> Iterator[Finding]:
    place = Place(item=f"udgave {issued.number}")
    if issued.made_with != provenance():
        yield from of_another_version(archive, issued)
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
