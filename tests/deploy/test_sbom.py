"""Who looks for known weaknesses gets a list of everything that is installed with the program, as the lock names it."""

import json
import subprocess
from pathlib import Path

from tests.repository import ROOT
from tests.test_dependencies import RUNTIME, canonical, locked


def written(path: Path) -> bytes:
    subprocess.run([ROOT / "scripts" / "sbom", path], check=True, capture_output=True)
    return path.read_bytes()


def test_it_names_each_locked_version_with_its_hashes_and_the_program_itself(tmp_path: Path) -> None:
    told = json.loads(written(tmp_path / "sbom.json"))
    found = {
        canonical(one["name"]): (
            one["version"],
            {each["content"] for ref in one["externalReferences"] for each in ref.get("hashes", ())},
        )
        for one in told["components"]
    }
    expected = {}
    for name, line in locked(RUNTIME).items():
        version, *hashes = line.split()
        expected[name] = (version, {one.removeprefix("--hash=sha256:") for one in hashes if one != "\\"})

    assert told["bomFormat"] == "CycloneDX"
    assert told["metadata"]["component"]["name"] == "aftalerapport"
    assert found == expected


def test_the_same_lock_gives_the_same_file(tmp_path: Path) -> None:
    assert written(tmp_path / "en.json") == written(tmp_path / "to.json")
