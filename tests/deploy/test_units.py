"""The units, the settings and the operator's command fit each other, and systemd finds the units well confined."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from renderer.cli import serve
from renderer.cli.local_cache import VARIABLE as CACHE
from renderer.journeys.serving.service_settings import PREFIX, ServiceSettings
from tests.repository import ROOT

FOLDER = ROOT / "deploy"
SERVICE, WORKER = FOLDER / "aftalerapport.service", FOLDER / "aftalerapport-worker.service"
COMMAND = FOLDER / "aftalerapport.sh"
SETTINGS = (FOLDER / "aftalerapport.env").read_text(encoding="utf-8")
MOST_EXPOSED = 15
"""Tenths of the exposure that `systemd-analyze security` may find; 0 is confined in every way it knows."""


def unit(path: Path) -> dict[str, list[str]]:
    """The settings of a unit's service, each with all its values; `%N` is the unit's own name."""
    lines = path.read_text(encoding="utf-8").replace("%N", path.stem).split("[Service]")[1].splitlines()
    pairs = [line.split("=", 1) for line in lines if "=" in line and not line.startswith("#")]
    return {name: [value for key, value in pairs if key == name] for name, _ in pairs}


def test_both_units_work_as_one_user_with_the_same_settings_and_limits() -> None:
    one, other = unit(SERVICE), unit(WORKER)
    differing = {name for name in one | other if one.get(name) != other.get(name)}

    assert differing == {"ExecStart", "TimeoutStopSec"}
    assert one["User"] == one["StateDirectory"] == one["CacheDirectory"] == ["aftalerapport"]


def test_what_is_at_work_can_be_finished_before_systemd_ends_it() -> None:
    default = ServiceSettings("")

    assert int(unit(SERVICE)["TimeoutStopSec"][0]) == default.seconds + 30
    assert int(unit(WORKER)["TimeoutStopSec"][0]) == default.job_seconds + 60


def test_the_settings_file_has_every_setting_with_the_value_that_holds_without_it() -> None:
    default = ServiceSettings("")
    said = re.findall(rf"^#?{PREFIX}([A-Z_]+)=(.*)$", SETTINGS, flags=re.MULTILINE)
    expected = {name: getattr(default, name.lower()) for name, _ in said if name != "DATABASE"}

    assert {PREFIX + name for name, _ in said} == serve._VARIABLES - {CACHE}
    assert {name: value for name, value in said if name != "DATABASE"} == {
        name: ",".join(value) if isinstance(value, tuple) else str(value) for name, value in expected.items()
    }


def test_the_archive_lies_where_the_service_may_write() -> None:
    [address] = re.findall(r"^AFTALERAPPORT_DATABASE=sqlite:///(.*)$", SETTINGS, flags=re.MULTILINE)

    assert Path(address).parent == Path("/var/lib") / unit(SERVICE)["StateDirectory"][0]


@pytest.mark.parametrize("name", ["aftalerapport", "aftalerapport-naestved"])
def test_the_operators_command_is_the_service_of_its_own_name(tmp_path: Path, name: str) -> None:
    shutil.copy(COMMAND, tmp_path / name)
    (tmp_path / "systemd-run").write_text('#!/bin/sh\nprintf "%s\\0" "$@"\n')
    (tmp_path / "systemd-run").chmod(0o755)
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    words = ["issue", "min sag", "--by", 'Anna "Nina" Holm']
    done = subprocess.run([tmp_path / name, *words], env={"PATH": path}, capture_output=True, text=True, check=True)
    said = done.stdout.split("\0")[:-1]

    assert said[-len(words) - 1 :] == [unit(SERVICE)["ExecStart"][0].split()[0], *words]
    assert {f"--uid={name}", f"--property=EnvironmentFile=/etc/{name}.env"} <= set(said)
    assert f"--property=StateDirectory={name}" in said


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not on this machine")
@pytest.mark.parametrize("path", [SERVICE, WORKER], ids=lambda path: path.stem)
def test_systemd_finds_a_unit_well_confined(path: Path) -> None:
    words = ["systemd-analyze", "security", "--no-pager", "--offline=true", f"--threshold={MOST_EXPOSED}", str(path)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout[-500:] + done.stderr


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not on this machine")
@pytest.mark.parametrize("path", [SERVICE, WORKER], ids=lambda path: path.stem)
def test_systemd_understands_every_line_of_a_unit(tmp_path: Path, path: Path) -> None:
    # The program is not installed here, and that is all that may be wrong.
    copy = tmp_path / path.name
    copy.write_text(path.read_text(encoding="utf-8").replace("/srv/aftalerapport/bin/aftalerapport", "/bin/true"))
    words = ["systemd-analyze", "verify", "--man=no", str(copy)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)

    assert [line for line in (done.stdout + done.stderr).splitlines() if path.name in line] == []
