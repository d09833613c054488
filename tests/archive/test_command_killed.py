"""The whole command `issue`, killed anywhere between its start and its end: a round stands whole, or not at all.

`ISSUE_KILLS=200` tries 200 of its steps on each database.
"""

import datetime
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from renderer.archive.archive import Archive
from renderer.archive.record import IssuedEdition, Wanted
from renderer.journeys.issuing.verify_archive import verify_archive
from tests.journeys.case_folders import on_disk
from tests.repository import ROOT
from tests.samples import small_case
from tests.waiting import HOPELESS

pytestmark = pytest.mark.slow

KILLS = int(os.environ.get("ISSUE_KILLS", "7"))
ROUND = 3
"""The editions of the small case's round: two committees and the whole."""


class Desk:
    """A case folder, an archive, and room for one command's caches and temporary files."""

    def __init__(self, address: str, folder: Path) -> None:
        self.address = address
        self.case = on_disk(small_case(), folder / "sag")
        self.cache, self.temporary, self.told = folder / "cache", folder / "tmp", folder / "trin"
        self.tidy()

    def tidy(self) -> None:
        """Empty the cache, so that the next command renders everything itself."""
        for path in (self.cache, self.temporary):
            shutil.rmtree(path, ignore_errors=True)
            path.mkdir()

    @property
    def steps(self) -> int:
        """The steps of the command that ended last by itself."""
        return int(self.told.read_text(encoding="utf-8"))

    def begin(self, last_step: int = 0) -> "subprocess.Popen[bytes]":
        """Start to issue the round, up to that step; where it was issued before, it is withdrawn, or it would stand."""
        with Archive(self.address) as archive:
            for one in archive.find(Wanted(newest=True)):
                archive.withdraw(one.number, "Bo Lund", datetime.datetime.now(datetime.UTC), "Omgangen gentages.")
        words = ("--followup", "2", "--all", "--by", "Anna Holm", "--accept-warnings", "--reason", "Igen.", "--json")
        own = {
            "PYTHONPATH": str(ROOT),
            "AFTALERAPPORT_DATABASE": self.address,
            "AFTALERAPPORT_CACHE": str(self.cache),
            "TMPDIR": str(self.temporary),
        }
        return subprocess.Popen(
            [sys.executable, "-m", "tests.steps", str(last_step), str(self.told), "issue", str(self.case), *words],
            env={**os.environ, **own},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def issued(self) -> list[IssuedEdition]:
        """What stands in the archive, which proves itself and holds whole rounds alone."""
        with Archive(self.address) as archive:
            editions = archive.find()
            assert verify_archive(archive).findings == ()
        rounds = [editions[start : start + ROUND] for start in range(0, len(editions), ROUND)]
        assert [one.number for one in editions] == list(range(1, len(editions) + 1))
        # The same program gives the same files, whatever of them it found in a cache.
        programs = {one.made_with for one in editions}
        contents = {tuple((one.made_with, one.committee, one.files) for one in each) for each in rounds}
        assert len(contents) == len(programs)
        versions = [[one.version for one in each] for each in rounds]
        assert versions == [[number] * ROUND for number in range(1, len(rounds) + 1)]
        return editions


def numbers(process: "subprocess.Popen[bytes]") -> list[int]:
    """The numbers that a command tells; waits for everything that it started, too, for all of it writes there."""
    out, err = process.communicate(timeout=HOPELESS)
    assert process.returncode == 0, err.decode()
    return [row["nummer"] for row in json.loads(out)]


def killed(process: "subprocess.Popen[bytes]") -> bool:
    """Whether the command was killed before it came to its end; its own process alone, as a person would."""
    out, err = process.communicate(timeout=HOPELESS)
    assert process.returncode in {0, -signal.SIGKILL}, err.decode()
    return process.returncode != 0 and not out


def test_a_kill_at_any_step_of_the_command(addresses: Callable[[], str], tmp_path: Path) -> None:
    desk = Desk(addresses(), tmp_path)
    assert numbers(desk.begin()) == list(range(1, ROUND + 1))
    desk.tidy()
    assert numbers(desk.begin()) == list(range(ROUND + 1, 2 * ROUND + 1))
    steps, before = desk.steps, desk.issued()

    for count in range(KILLS):
        desk.tidy()
        assert killed(desk.begin(1 + count * (steps - 1) // max(KILLS - 1, 1)))

        after = desk.issued()
        assert [one.digest for one in after[: len(before)]] == [one.digest for one in before]
        assert len(after) - len(before) in {0, ROUND}
        # What the killed one had in its cache is there for the next, which has to give the same files.
        told = numbers(desk.begin())
        before = desk.issued()
        assert told == [one.number for one in before[-ROUND:]]
        assert [path for path in desk.temporary.rglob("*") if path.is_file()] == []


def test_two_commands_at_once_issue_a_round_once(addresses: Callable[[], str], tmp_path: Path) -> None:
    desk = Desk(addresses(), tmp_path)

    told = [numbers(process) for process in [desk.begin(), desk.begin()]]

    assert told == [[1, 2, 3], [1, 2, 3]]
    assert len(desk.issued()) == ROUND
