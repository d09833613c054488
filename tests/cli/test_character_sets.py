"""A terminal that has not all the signs gets others in their place, and never an error; JSON says the same."""

import io
import json
import os
import subprocess
import sys
import unicodedata

import pytest

from renderer.cli.plain_signs import json_shown, shown, use_plain_signs
from tests.cli.program import EXAMPLE
from tests.repository import ROOT

ALL_SETS = ["iso-8859-1", "cp1252", "cp850", "ascii"]


def printed(encoding: str, *words: str) -> tuple[str, str]:
    """What a command prints on a terminal with this character set, and what it says beside."""
    done = subprocess.run(
        [sys.executable, "-m", "renderer", *words],
        env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONPATH": str(ROOT), "COLUMNS": "100"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.decode(encoding), done.stderr.decode(encoding)


@pytest.mark.parametrize("encoding", ["iso-8859-1", "cp1252"])
def test_the_table_of_smileys_keeps_its_columns(encoding: str) -> None:
    table, _ = printed(encoding, "status", str(EXAMPLE), "--followup", "3")

    assert all(sign in table for sign in (":) glad", ":| mellem", ":( sur"))
    assert "Mindre sygefravær" in table
    assert len({len(line) for line in table.splitlines()}) == 1


def test_overview_and_comparison_are_printed() -> None:
    table, _ = printed("iso-8859-1", "overview", str(EXAMPLE), "--followup", "2")
    assert all(sign in table for sign in ("####", " :) ", " :| ", " :( "))
    listed, _ = printed("iso-8859-1", "compare", str(EXAMPLE), "--from", "1", "--to", "2")
    assert "# Ændringer siden første opfølgning" in listed


def test_findings_and_json_are_printed() -> None:
    _, said = printed("iso-8859-1", "check", str(EXAMPLE))
    assert "milepæle > 3" in said
    out, _ = printed("iso-8859-1", "check", str(EXAMPLE), "--json")
    assert json.loads(out) == json.loads(printed("utf-8", "check", str(EXAMPLE), "--json")[0])
    assert "milepæle \\u203a 3" in out


def written(text: str, encoding: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """What stands on a terminal with this character set after a text is written, measured as it was before."""
    bottom = io.BytesIO()
    with monkeypatch.context() as context:
        made = io.TextIOWrapper(bottom, encoding=encoding)
        context.setattr(sys, "stdout", made)
        use_plain_signs()
        made.write(text)
        made.flush()
        assert bottom.getvalue().decode(encoding) == shown(text)
        assert json.loads(json_shown(json.dumps(text, ensure_ascii=False))) == text
    return bottom.getvalue().decode(encoding)


@pytest.mark.parametrize("encoding", ALL_SETS)
def test_every_sign_there_is_can_be_written(encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    signs = "".join(chr(number) for number in range(0x20, 0x3000) if unicodedata.category(chr(number)) != "Cn")

    assert written(signs, encoding, monkeypatch).startswith("".join(map(chr, range(0x20, 0x7F))))


@pytest.mark.parametrize("encoding", ALL_SETS)
def test_the_usual_ones_have_substitutes(encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert written("☺ 😐 ☹\ufe0f → ż \U0001f680", encoding, monkeypatch) == ":) :| :( -> z ?"


def test_a_name_of_a_file_that_is_no_text_can_be_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert written("sag\udce5.docx ☺", "utf-8", monkeypatch) == "sag?.docx ☺"
