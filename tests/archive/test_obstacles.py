"""Full disks, missing rights and locks: a Danish message, and nothing is issued."""

import os
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from renderer.archive.archive import Archive
from renderer.archive.audit import audit
from renderer.archive.record import IssuedEdition
from renderer.errors import ArchiveUnavailable, WrongCall
from tests.archive.editions import issuing, new_edition
from tests.archive.processes import a_heavy_round, answer, issue_within, issue_without_rights
from tests.postgresql import Server

pytestmark = pytest.mark.slow


@contextmanager
def small_disk(megabytes: int) -> Iterator[Path]:
    """A disk of this size; skips where none can be made."""
    folder = Path(tempfile.mkdtemp(prefix="disk-"))
    words = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m,mode=0777", "tmpfs", str(folder)]
    try:
        if subprocess.run(words, check=False, capture_output=True).returncode:
            pytest.skip("no small disk can be made here")
        try:
            yield folder
        finally:
            subprocess.run(["umount", "--lazy", str(folder)], check=True)
    finally:
        folder.rmdir()


def issue_until_full(archive: Archive) -> int:
    """Issue rounds until one is refused, and give how many editions were issued before."""
    issued: list[IssuedEdition] = []
    with pytest.raises(ArchiveUnavailable, match=r"Der er ikke plads til arkivet\.") as refused:
        issue_rounds(archive, issued)
    assert "Intet er udstedt" in refused.value.hint
    return len(issued)


def test_a_full_disk() -> None:
    with small_disk(3) as disk, Archive(f"sqlite:///{disk}/udgaver.db") as archive:
        issued = issue_until_full(archive)

        assert len(archive.find()) == issued
        assert audit(archive) == []


def issue_rounds(archive: Archive, issued: list[IssuedEdition]) -> None:
    for count in range(1000):
        issued += archive.issue(a_heavy_round(count), issuing(f"Omgang {count}"))


def owner(path: Path) -> tuple[int, int]:
    return path.stat().st_uid, path.stat().st_gid


def test_a_full_disk_under_a_server(postgresql: Server) -> None:
    with small_disk(14) as disk:
        place = disk / "tabeller"
        place.mkdir()
        shutil.copystat(postgresql.folder / "data", place)
        os.chown(place, *owner(postgresql.folder / "data"))
        address = postgresql.database()
        name = address.split("?")[0].rpartition("/")[2]
        with psycopg.connect(
            host=str(postgresql.folder), user="postgres", dbname="postgres", autocommit=True
        ) as connection:
            connection.execute(f"CREATE TABLESPACE small LOCATION '{place}'")
            connection.execute(f'ALTER DATABASE "{name}" SET TABLESPACE small')
            try:
                with Archive(address) as archive:
                    issued = issue_until_full(archive)
                    assert issued
                    assert len(archive.find()) == issued
                    assert audit(archive) == []
            finally:
                connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
                connection.execute("DROP TABLESPACE small")


def test_a_file_that_may_not_grow(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path}/udgaver.db"
    with Archive(address) as archive:
        archive.issue([new_edition()], issuing())

    assert answer(issue_within, address, 1_000_000) in {
        "Arkivet kunne ikke skrives på drevet.", "Der er ikke plads til arkivet.",
    }  # fmt: skip
    with Archive(address) as archive:
        assert len(archive.find()) == 1
        assert audit(archive) == []


@pytest.fixture
def guarded(tmp_path: Path) -> Iterator[Path]:
    """A folder whose rights are taken away, and given back."""
    folder = tmp_path / "arkiv"
    folder.mkdir()
    yield folder
    folder.chmod(0o755)


def test_a_file_that_may_only_be_read(guarded: Path) -> None:
    address = f"sqlite:///{guarded}/udgaver.db"
    with Archive(address) as archive:
        archive.issue([new_edition()], issuing())
        # Somebody has the archive open, so its log lies beside it, and it can be read without writing.
        for path in guarded.iterdir():
            path.chmod(0o444)
        guarded.chmod(0o555)

        assert answer(issue_without_rights, address) == (1, "Arkivet kan kun læses herfra.")
        assert len(archive.find()) == 1


def test_a_folder_without_rights(guarded: Path) -> None:
    guarded.chmod(0o555)
    closed = guarded / "lukket"

    message = f"Mappen »{closed}« til arkivet kan ikke oprettes."
    assert answer(issue_without_rights, f"sqlite:///{closed}/udgaver.db") == (message, message)
    cannot = "Arkivets database kan ikke åbnes."
    assert answer(issue_without_rights, f"sqlite:///{guarded}/udgaver.db") == (cannot, cannot)


def test_an_archive_that_another_program_is_writing_to(tmp_path: Path) -> None:
    path = tmp_path / "udgaver.db"
    with Archive(f"sqlite:///{path}?timeout=0.1") as archive:
        archive.issue([new_edition()], issuing())
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        try:
            with pytest.raises(ArchiveUnavailable, match="optaget"):
                archive.issue([new_edition()], issuing("Igen."))
            assert len(archive.find()) == 1
            assert audit(archive) == []
        finally:
            other.close()
        archive.issue([new_edition()], issuing("Igen."))


def test_a_waiting_time_that_is_no_number() -> None:
    with pytest.raises(WrongCall, match="»længe«"):
        Archive("sqlite:///x.db?timeout=længe")
