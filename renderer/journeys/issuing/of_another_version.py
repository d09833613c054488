"""What an edition in the archive, made by another version, comes to when this one makes it again.

That its files are the ones that were issued, the archive's checksums say. This says whether they are what its data
give, as far as another version can tell; it accuses nobody.
"""

from collections.abc import Iterator

from pydantic import ValidationError

from renderer.archive.archive import Archive
from renderer.archive.record import Document, IssuedEdition
from renderer.edition.agreement.document import AgreementDocument
from renderer.edition.edition import Edition
from renderer.errors import AftalerapportError
from renderer.findings import Finding, Place, warning
from renderer.journeys.rendering.rendered_again import Likeness, compared
from renderer.writers import WRITERS
from renderer.writers.agreement import AGREEMENT_WRITERS

_HINT = "Skal den bevises til sidste tegn, så brug den version, som udgaven er dannet af."


def of_another_version(archive: Archive, issued: IssuedEdition) -> Iterator[Finding]:
    """A warning for each file that this version does not make byte for byte."""
    source = archive.bytes(issued.edition_sha256)
    try:
        document = _document(issued.document, source)
    except ValidationError:
        yield _warned(issued, "Udgavens data kan ikke læses af denne version, så filerne kan ikke dannes igen.")
        return
    for file in issued.files:
        content = archive.bytes(file.sha256)
        if file.format == "pdf":
            found = compared(document, source.decode(), issued.made_with, content).likeness
        else:
            found = Likeness.SAME_BYTES if _again(document, file.format) == content else Likeness.UNKNOWN
        if found is Likeness.SAME_CONTENT:
            yield _warned(
                issued,
                f"Filen {file.name} viser det samme, når denne version danner den, men er ikke ens byte for byte.",
            )
        elif found is Likeness.UNKNOWN:
            yield _warned(issued, f"Filen {file.name} kan ikke bevises med denne version, som danner den anderledes.")


def _document(kind: Document, source: bytes) -> Edition | AgreementDocument:
    model = AgreementDocument if kind is Document.AGREEMENT else Edition
    return model.model_validate_json(source)


def _again(document: Edition | AgreementDocument, format_: str) -> bytes | None:
    """The document in a format; `None` where this version does not write it."""
    try:
        if isinstance(document, AgreementDocument):
            return AGREEMENT_WRITERS[format_](document)
        return WRITERS[format_](document)
    except (AftalerapportError, KeyError):
        return None


def _warned(issued: IssuedEdition, message: str) -> Finding:
    place = Place(item=f"udgave {issued.number}")
    told = f"{message} Den er dannet af en anden version ({issued.made_with})."
    return warning("udstedt-med-anden-version", place, told, _HINT)
