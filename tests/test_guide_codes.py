"""The user guide tells of every code, in a table that `make guide` writes from the code."""

import os
import subprocess
import sys
from pathlib import Path

from tests.repository import ROOT

GUIDE = ROOT / "docs" / "vejledning.md"


def written(guide: Path) -> str:
    """The guide after `scripts/guide_codes` has been over it."""
    subprocess.run(
        [sys.executable, ROOT / "scripts" / "guide_codes", guide],
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    return guide.read_text(encoding="utf-8")


def test_the_table_in_the_guide_is_up_to_date(tmp_path: Path) -> None:
    copy = tmp_path / GUIDE.name
    copy.write_text(GUIDE.read_text(encoding="utf-8"), encoding="utf-8")

    assert written(copy) == GUIDE.read_text(encoding="utf-8"), "run: make guide"


def test_the_table_is_written_between_its_marks_in_the_order_of_the_danish_alphabet(tmp_path: Path) -> None:
    guide = tmp_path / "vejledning.md"
    guide.write_text("før\n<!-- koder -->\n| `gammel` |\n<!-- /koder -->\nefter\n", encoding="utf-8")
    lines = written(guide).splitlines()
    codes = [line.split("`")[1] for line in lines if line.startswith("| `")]

    assert (lines[0], lines[-1]) == ("før", "efter")
    assert "gammel" not in codes
    assert codes.index("økonomi-uden-smiley") == len(codes) - 3
    assert codes[-1] == "årstal-modsiger-aftalen"
    assert "| `ugyldigt-tegn` | fejl | En tekst har et tegn, som ikke kan trykkes. |" in lines
