"""Killed in the middle, a process loses nothing that was issued and leaves nothing half issued.

`ARCHIVE_KILLS=200` tries 200 steps of each kind.
"""

import os
import random
import shutil
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from renderer.archive.archive import Archive
from renderer.archive.audit import audit
from tests.archive.editions import issuing, new_edition
from tests.archive.processes import CONTEXT, ROUND, a_heavy_round, issue_on_and_on, issue_some, started, told
from tests.postgresql import running_server

KILLS = int(os.environ.get("ARCHIVE_KILLS", "12"))
STEPS = 60
"""Among so many steps of the process the one is drawn at which it is killed: some rounds' steps."""


def rounds_issued(address: str) -> int:
    """How many rounds stand in the archive, all of them whole and in order."""
    with Archive(address) as archive:
        editions = archive.find()
        assert audit(archive) == []
        assert [one.number for one in editions] == list(range(1, len(editions) + 1))
        assert len(editions) % ROUND == 0
        for one in editions[-ROUND:]:
            assert [archive.file(one.number, file.format)[0] for file in one.files] == ["udgave.pdf", "udgave.docx"]
    return len(editions) // ROUND


def killed_at(address: str, step: int, *, dying: bool) -> tuple[int, int]:
    """How many rounds were begun, and how many the process knew to be issued, when it was killed at that step.

    It dies before it takes the step, or, where it is not `dying`, it is killed by another while it goes on.
    """
    with started(issue_on_and_on, address, step, dying) as (process, ours):
        words = words_until(ours, "step")
        process.kill()
        process.join()
        words += [word for word, *_ in told(ours)]
    return words.count("begun"), words.count("issued")


def words_until(ours: Connection, last: str, times: int = 1) -> list[str]:
    """What a process tells, up to this."""
    words: list[str] = []
    while words.count(last) < times:
        words.append(ours.recv()[0])
    return words


@pytest.mark.slow
def test_a_kill_at_any_moment_of_issuing_a_round(addresses: Callable[[], str]) -> None:
    steps = random.Random(6)
    for count in range(KILLS):
        address = addresses()
        with Archive(address) as archive:
            archive.issue(a_heavy_round(100), issuing())

        dying = count % 2 == 0
        begun, issued = killed_at(address, steps.randint(1, STEPS), dying=dying)

        assert begun > issued or not dying
        assert 1 + issued <= rounds_issued(address) <= 1 + begun
        with Archive(address) as archive:
            before = len(archive.find())
            [after] = archive.issue([new_edition()], issuing("Efter et strømsvigt."))
            assert after.number == before + 1
        if address.startswith("sqlite"):
            shutil.rmtree(Path(address.removeprefix("sqlite:///")).parent)


@pytest.mark.slow
def test_what_a_kill_left_in_the_log_is_recovered(tmp_path: Path) -> None:
    path = tmp_path / "udgaver.db"
    with started(issue_on_and_on, f"sqlite:///{path}") as (process, ours):
        issued = words_until(ours, "issued", times=3).count("issued")
        process.kill()
        process.join()

    assert Path(f"{path}-wal").stat().st_size
    assert rounds_issued(f"sqlite:///{path}") >= issued


@pytest.mark.slow
def test_a_server_that_stops_at_any_moment() -> None:
    steps = random.Random(7)
    with running_server() as server:
        for _ in range(max(KILLS // 4, 3)):
            address = server.database()
            with started(issue_on_and_on, address, steps.randint(1, STEPS)) as (process, ours):
                words = words_until(ours, "step")
                server.stop("immediate")
                process.join()
                *said, refused = told(ours)
            server.start()
            assert refused == ("refused", "ArchiveUnavailable", "Der er ingen forbindelse til arkivets database.")
            words += [word for word, *_ in said]
            assert words.count("issued") <= rounds_issued(address) <= 1 + words.count("begun")


@pytest.mark.slow
def test_processes_that_issue_at_once_get_a_number_each(address: str) -> None:
    Archive(address).engine.dispose()
    gate = CONTEXT.Barrier(3)
    with (
        started(issue_some, address, gate, 4) as (_, first),
        started(issue_some, address, gate, 4) as (_, second),
        started(issue_some, address, gate, 4) as (_, third),
    ):
        numbers = [number for ours in (first, second, third) for number in ours.recv()]

    assert sorted(numbers) == list(range(1, 13))
    with Archive(address) as archive:
        assert [one.version for one in archive.find()] == list(range(1, 13))
        assert audit(archive) == []
