"""A copy that SQLite itself takes while others issue is an archive, and proves what it holds."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from renderer.archive.archive import Archive
from renderer.archive.audit import audit
from tests.archive.editions import issuing, new_edition
from tests.archive.processes import ROUND, issue_on_and_on, started

pytestmark = pytest.mark.slow


def test_a_copy_taken_while_others_issue(tmp_path: Path) -> None:
    original, copy, restored = (tmp_path / f"{name}.db" for name in ("udgaver", "kopi", "genskabt"))
    with started(issue_on_and_on, f"sqlite:///{original}") as (_, ours):
        while ours.recv() != ("issued", 1):
            pass
        with closing(sqlite3.connect(original)) as source, closing(sqlite3.connect(copy)) as target:
            source.backup(target)

    shutil.copy(copy, restored)
    with Archive(f"sqlite:///{restored}") as archive, Archive(f"sqlite:///{original}") as whole:
        kept = archive.find()
        assert len(kept) >= 2 * ROUND
        assert len(kept) % ROUND == 0
        assert audit(archive) == []
        head = archive.head()
        assert head is not None
        assert audit(whole, head.digest) == []
        [after] = archive.issue([new_edition()], issuing("Efter genskabelsen."))
        assert after.number == len(kept) + 1
