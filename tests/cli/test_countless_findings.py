"""Nobody reads a thousand findings of one kind: the first are shown, and how many more there are."""

import json
import shutil
from pathlib import Path

from tests.cli.program import EXAMPLE, run


def test_of_countless_findings_the_first_of_a_kind_are_shown(tmp_path: Path) -> None:
    folder = shutil.copytree(EXAMPLE, tmp_path / "sag")
    with (folder / "aftale.yaml").open("a", encoding="utf-8") as file:
        file.writelines(f"felt_{number}: x\n" for number in range(1_000))

    shown = run("check", folder)
    said = json.loads(run("check", folder, "--json").out)["anmærkninger"]

    assert shown.code == 1
    assert "Der er 800 flere af samme slags." in shown.err
    assert len(shown.err) < 100_000
    assert [one["kode"] for one in said].count("ukendt-felt") == 201
