"""What the operator's page says of back-up and restore holds: everything is there again, and it can be proved."""

import re
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from renderer.archive.archive import Archive
from renderer.archive.audit import audit
from renderer.archive.tokens import Scope, Tokens
from tests.archive.editions import a_round, issuing
from tests.postgresql import running_server
from tests.repository import ROOT
from tests.service.running import now

PAGE = (ROOT / "docs" / "drift.md").read_text(encoding="utf-8")


def filled(address: str) -> str:
    """An archive with a round and a token; gives the digest that an operator writes down."""
    with Archive(address) as archive:
        archive.issue(a_round(), issuing())
        Tokens(archive).make("system", frozenset({Scope.READ}), "s", now())
        head = archive.head()
    assert head
    return head.digest


def is_there_again(address: str, digest: str) -> None:
    with Archive(address) as archive:
        assert audit(archive, digest) == []
        assert [one.number for one in archive.find()] == list(range(1, len(a_round()) + 1))
        assert [token.name for token in Tokens(archive).all()] == ["system"]
        [again] = archive.issue(a_round()[:1], issuing("Genskabt."))
        assert again.version == 2


def test_an_archive_in_sqlite_is_restored(tmp_path: Path) -> None:
    live, kept = tmp_path / "udgaver.db", tmp_path / "kopi.db"
    digest = filled(f"sqlite:///{live}")
    with closing(sqlite3.connect(live)) as source, closing(sqlite3.connect(kept)) as target:
        source.backup(target)
    for path in tmp_path.glob("udgaver.db*"):
        path.unlink()
    live.write_bytes(kept.read_bytes())

    is_there_again(f"sqlite:///{live}", digest)


@pytest.mark.slow
def test_an_archive_in_postgresql_is_restored(tmp_path: Path) -> None:
    with running_server() as server:
        address = server.database()
        digest = filled(address)
        restored = server.database()
        dump = tmp_path / "arkiv.dump"
        subprocess.run(["pg_dump", "--format=custom", f"--file={dump}", address], check=True)
        subprocess.run(["pg_restore", "--exit-on-error", f"--dbname={restored}", dump], check=True)

        is_there_again(restored, digest)


def test_every_setting_that_the_page_names_exists() -> None:
    from renderer.cli import serve

    assert set(re.findall(r"AFTALERAPPORT_[A-Z_]+", PAGE)) <= serve._VARIABLES


def test_the_files_that_the_page_names_are_there() -> None:
    named = set(re.findall(r"\bdeploy/[\w.-]*\w", PAGE))

    assert named == {f"deploy/{path.name}" for path in (ROOT / "deploy").iterdir()}
