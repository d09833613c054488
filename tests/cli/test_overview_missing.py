"""`overview` and `missing` as a user runs them."""

import csv
import email
import email.policy
import io
import json
import shutil
from pathlib import Path

import pytest

from tests.cli.program import EXAMPLE, run

MADE = "aftale-om-budget-2018_3-opfoelgning_hele-kommunen_overblik"


def test_the_overview_is_shown() -> None:
    answer = run("overview", EXAMPLE, "--followup", "3", columns=100)

    assert answer.code == 0
    assert "Smileyer for hvert kapitel" in answer.out
    assert "Blevet dårligere siden anden opfølgning" in answer.out


def test_numbers_go_to_standard_output_or_into_files_and_say_the_same(tmp_path: Path) -> None:
    shown = run("overview", EXAMPLE, "--followup", "3", "--format", "csv")
    written = run("overview", EXAMPLE, "--followup", "3", "--format", "csv,json", "-o", tmp_path)
    data = json.loads((tmp_path / f"{MADE}.json").read_text(encoding="utf-8"))
    rows = list(csv.DictReader(io.StringIO(shown.out), delimiter=";"))

    assert written.out.split() == [str(tmp_path / f"{MADE}.{name}") for name in ("csv", "json")]
    assert (tmp_path / f"{MADE}.csv").read_bytes().startswith(b"\xef\xbb\xbftabel;")
    assert (tmp_path / f"{MADE}.csv").read_text(encoding="utf-8-sig").splitlines() == shown.out.splitlines()
    assert json.loads(run("overview", EXAMPLE, "--followup", "3", "--json").out) == data
    chapters = data["tællinger"][0]["rækker"]
    efforts = [row for row in rows if row["tabel"] == "Kapitel" and row["smiley for"] == "Indsats"]
    assert [row["indsats"]["glad"] for row in chapters] == [int(row["glad"]) for row in efforts]
    worse = [int(row["dårligere"]) for row in rows if row["tabel"] == "Kapitel" and row["række"] == "I alt"]
    assert len(worse) == 2
    assert sum(worse) == chapters[-1]["dårligere"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--format", "csv,json"), "forkert-kald"),
        (("--format", "xml"), "ukendt-valg"),
        (("--committee", "Trafikudvalget"), "ukendt-valg"),
    ],
)
def test_what_cannot_be_shown_is_refused(words: tuple[str, ...], code: str) -> None:
    answer = run("overview", EXAMPLE, "--followup", "3", *words)

    assert answer.code == 2
    assert f"[{code}]" in answer.err


def test_who_owes_what_is_shown_with_the_days_left() -> None:
    answer = run("missing", EXAMPLE, "--followup", "3", "--today", "2018-10-01", columns=100)

    assert answer.code == 0
    assert "Meldt" in answer.out


def test_mails_are_written_and_named(tmp_path: Path) -> None:
    answer = run("missing", EXAMPLE, "--followup", "3", "--today", "2018-10-01", "--mail", tmp_path, "--json")
    said = json.loads(answer.out)

    owing = [one["center"] for one in said["centre"] if one["mangler"]]
    assert said["mails"] == [str(path) for path in sorted(tmp_path.iterdir())]
    assert len(said["mails"]) == len(owing) > 0
    for path, centre in zip(said["mails"], owing, strict=True):
        message = email.message_from_bytes(Path(path).read_bytes(), policy=email.policy.default)
        assert centre in str(message["Subject"])


def test_a_day_that_is_none_is_refused() -> None:
    assert run("missing", EXAMPLE, "--followup", "3", "--today", "i morgen").code == 2


def test_without_a_followup_it_is_the_newest_for_every_command_that_shows_one(tmp_path: Path) -> None:
    folder = tmp_path / "sag"
    shutil.copytree(EXAMPLE, folder)
    (folder / "opfoelgning-4.yaml").unlink()

    for words in (("status",), ("overview",), ("missing", "--today", "2018-10-01")):
        command, *options = words
        newest = run(command, folder, *options, "--json")
        assert newest.code == 0
        assert newest.out == run(command, folder, "--followup", "3", *options, "--json").out
        assert newest.out != run(command, folder, "--followup", "2", *options, "--json").out
