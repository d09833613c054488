"""One day for all: Denmark's, wherever the machine stands and whatever its own files say of time zones."""

import datetime
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from renderer.cli.local_time import local_day
from renderer.cli.today import today
from renderer.journeys.danish_time import danish_day
from tests.repository import ROOT

SUMMER = datetime.datetime(2018, 7, 4, 22, 45, tzinfo=datetime.UTC)
WINTER = datetime.datetime(2018, 12, 4, 22, 45, tzinfo=datetime.UTC)


@pytest.fixture(params=["UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago"])
def _elsewhere(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("_elsewhere")
def test_the_day_is_denmarks() -> None:
    assert (danish_day(SUMMER), danish_day(WINTER)) == (datetime.date(2018, 7, 5), datetime.date(2018, 12, 4))
    before = danish_day(datetime.datetime.now(datetime.UTC))
    assert before <= today() <= danish_day(datetime.datetime.now(datetime.UTC))


@pytest.mark.usefixtures("_elsewhere")
def test_a_draft_and_the_archive_name_the_same_day() -> None:
    for moment in (SUMMER, WINTER, SUMMER.replace(hour=21), WINTER.replace(hour=23)):
        assert local_day(moment.isoformat()).startswith(f"{danish_day(moment).day}. ")


def test_the_machines_own_time_zones_are_not_asked(tmp_path: Path) -> None:
    (tmp_path / "Europe").mkdir()
    (tmp_path / "Europe" / "Copenhagen").write_bytes(b"not a time zone")
    words = f"from renderer.cli.local_time import local_day; print(local_day({SUMMER.isoformat()!r}))"
    done = subprocess.run(
        [sys.executable, "-c", words],
        env={**os.environ, "PYTHONTZPATH": str(tmp_path), "TZ": "UTC", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout.strip(), done.stderr) == ("5. juli 2018", "")
