"""An archive outlives an update: what another version issued is rendered again, warned of and never accused."""

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from renderer.archive.archive import Archive
from renderer.archive.record import EditionFile, Issuing, NewEdition
from renderer.edition.edition import Edition
from renderer.journeys.issuing.verify_archive import verify_archive
from renderer.journeys.rendering.extract import extract
from renderer.writers import WRITERS
from renderer.writers.pdf import write_pdf
from renderer.writers.provenance import Held, provenance
from tests.archive.editions import AT

KEPT = Path(__file__).parent / "earlier_versions" / "edition-64e66a68edc4c184.pdf"
OTHER = provenance().partition("; aftryk")[0] + "; aftryk 0123456789abcdef)"


def as_made(edition: Edition) -> dict[str, bytes]:
    return {"pdf": write_pdf(edition, held=Held(OTHER, edition.as_json())), "docx": WRITERS["docx"](edition)}


def packed_otherwise(edition: Edition) -> dict[str, bytes]:
    target = io.BytesIO()
    files = as_made(edition)
    with pikepdf.open(io.BytesIO(files["pdf"])) as pdf:
        pdf.save(target, deterministic_id=True)
    return {**files, "pdf": target.getvalue()}


def of_another_layout(edition: Edition) -> dict[str, bytes]:
    return {"pdf": b"%PDF-1.7 anden", "docx": as_made(edition)["docx"] + b"x"}


@pytest.mark.parametrize(
    ("files", "told"),
    [
        (as_made, []),
        (packed_otherwise, ["Filen udgave.pdf viser det samme"]),
        (of_another_layout, ["Filen udgave.pdf kan ikke bevises", "Filen udgave.docx kan ikke bevises"]),
    ],
)
def test_files_of_another_version_are_compared_as_far_as_can_be(
    tmp_path: Path, files: Callable[[Edition], dict[str, bytes]], told: list[str]
) -> None:
    edition = extract(KEPT).document
    assert isinstance(edition, Edition)
    kept = tuple(
        EditionFile(format_, f"udgave.{format_}", f"application/{format_}", content)
        for format_, content in files(edition).items()
    )

    with Archive(f"sqlite:///{tmp_path}/udgaver.db") as archive:
        archive.issue([NewEdition(edition, kept)], Issuing("Anna Holm", AT, OTHER))
        verified = verify_archive(archive, rendering=True)

    assert [finding.code for finding in verified.findings] == ["udstedt-med-anden-version"] * len(told)
    for finding, beginning in zip(verified.findings, told, strict=True):
        assert finding.message.startswith(beginning)
        assert not finding.stops
        assert "ændret" not in finding.message
