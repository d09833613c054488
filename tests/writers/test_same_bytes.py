"""The same edition gives the same bytes: another process, folder, time zone, locale, hash seed, user, set of fonts."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from renderer.writers import WRITERS
from tests.overviews import overview_edition
from tests.repository import ROOT
from tests.waiting import until
from tests.writers.editions import small_edition

PROGRAM = """
import hashlib, sys
from renderer.edition.edition import Edition
from renderer.writers import WRITERS
edition = Edition.model_validate_json(open(sys.argv[1], "rb").read())
print(hashlib.sha256(WRITERS[sys.argv[2]](edition)).hexdigest())
"""


FONT_SETTINGS = f"""<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{ROOT / "fonts"}</dir></fontconfig>
"""


def digest(folder: Path, edition: Path, name: str, **environment: str) -> str:
    folder.mkdir()
    surroundings = {"PATH": os.environ["PATH"], "HOME": str(folder), "PYTHONPATH": str(ROOT), **environment}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(edition), name],
        cwd=folder,
        env=surroundings,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


@pytest.mark.slow
@pytest.mark.parametrize("name", ["pdf", "html", "docx"])
def test_surroundings_leave_no_trace(name: str, tmp_path: Path) -> None:
    edition = tmp_path / "edition.json"
    edition.write_text(overview_edition().as_json(), encoding="utf-8")

    digests = [
        digest(tmp_path / "a", edition, name),
        digest(tmp_path / "b", edition, name, PYTHONHASHSEED="1", TZ="Asia/Tokyo", LC_ALL="C"),
        digest(
            tmp_path / "c", edition, name, PYTHONHASHSEED="2", TZ="America/New_York", USER="nobody", TMPDIR="/var/tmp"
        ),
    ]

    assert len(set(digests)) == 1


@pytest.mark.slow
def test_the_fonts_of_the_machine_leave_no_trace(tmp_path: Path) -> None:
    edition = tmp_path / "edition.json"
    edition.write_text(small_edition().as_json(), encoding="utf-8")
    others = tmp_path / "fonts.conf"
    others.write_text(FONT_SETTINGS, encoding="utf-8")

    with_the_machines = digest(tmp_path / "a", edition, "pdf")
    with_others = digest(tmp_path / "b", edition, "pdf", FONTCONFIG_FILE=str(others))

    assert with_the_machines == with_others


def test_the_clock_leaves_no_trace() -> None:
    first = [write(overview_edition()) for write in WRITERS.values()]
    # A zip knows every second second alone.
    ended = time.time()
    until(lambda: time.time() // 2 > ended // 2)

    assert [write(overview_edition()) for write in WRITERS.values()] == first
