"""An edition that was altered hides no other: all the rest is rendered again, and everything is told."""

import pytest

from renderer.archive.archive import Archive
from renderer.archive.audit import audit
from renderer.archive.tables import metadata
from renderer.journeys.issuing.verify_archive import verify_archive
from tests.archive.altering import alter
from tests.archive.editions import issuing, new_edition


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("content", "data"),
        ("edition", "edition_sha256"),
        ("edition", "titles"),
        ("edition_file", "format"),
        ("edition_file", "sha256"),
        ("entry", "payload"),
    ],
)
def test_what_was_altered_hides_no_other_edition(archive: Archive, table: str, column: str) -> None:
    archive.issue([new_edition(1, content=b"%PDF-1.7 a"), new_edition(2, content=b"%PDF-1.7 b")], issuing())
    alter(archive, metadata.tables[table], column)
    done: list[tuple[int, int]] = []

    verified = verify_archive(archive, rendering=True, progress=lambda at, count: done.append((at, count)))

    told = [finding for finding in verified.findings if finding not in audit(archive)]
    assert set(audit(archive)) <= set(verified.findings)
    assert audit(archive)
    # Neither file holds what its data give; each edition is looked at.
    assert {finding.place.item for finding in told} >= {"udgave 2"}
    assert done == [(1, 2), (2, 2)]
