"""The container is built from what the package holds, with what the builder needs, and set as the service understands.

`scripts/try-container` starts it for real, where there is an engine for containers.
"""

import re
import shlex
import subprocess
from importlib.metadata import requires

from packaging.requirements import Requirement

from renderer.cli import serve
from tests.repository import ROOT, project
from tests.test_dependencies import DEVELOPMENT, canonical, locked

FILE = (ROOT / "deploy" / "Containerfile").read_text(encoding="utf-8")
LINES = FILE.replace("\\\n", " ").splitlines()


def builder() -> set[str]:
    """The names that the file takes from the development lock."""
    [names] = re.findall(r'^ARG BUILDER="(.*)"$', FILE, flags=re.MULTILINE)
    return set(names.split("|"))


def needed(name: str) -> set[str]:
    """A distribution and all that it needs on this machine."""
    wanted = [Requirement(line) for line in requires(name) or ()]
    here = [one for one in wanted if one.marker is None or one.marker.evaluate({"extra": ""})]
    return {canonical(name)}.union(*(needed(one.name) for one in here))


def test_it_is_built_from_every_folder_of_the_package() -> None:
    folders = project()["tool"]["hatch"]["build"]["targets"]["wheel"]["only-include"]

    assert folders
    assert [folder for folder in folders if f"COPY {folder} {folder}" not in LINES] == []


def test_the_builder_has_all_that_it_needs() -> None:
    roots = [Requirement(line).name for line in project()["build-system"]["requires"]]

    assert builder() == set().union(*(needed(root) for root in roots))


def test_the_builders_lock_is_cut_out_of_the_development_lock() -> None:
    [(names, program)] = re.findall(r"awk -v names=\"(.*?)\" ('.*?') requirements-dev\.lock", FILE)
    words = ["awk", "-v", f"names={names.replace('$BUILDER', '|'.join(sorted(builder())))}", *shlex.split(program)]
    cut = subprocess.run([*words, DEVELOPMENT], cwd=ROOT, capture_output=True, text=True, check=True).stdout

    for name in builder():
        version, *hashes = locked(DEVELOPMENT)[name].split()
        assert f"{name}=={version}" in cut
        assert [one for one in hashes if one != "\\" and one not in cut] == []
    assert cut.count("==") == len(builder())


def test_its_settings_are_settings_of_the_service() -> None:
    assert set(re.findall(r"AFTALERAPPORT_[A-Z_]+", FILE)) <= serve._VARIABLES


def test_it_runs_as_nobody_that_the_machine_knows() -> None:
    assert "USER 10001:10001" in LINES
    assert "--gid 10001 aftalerapport" in FILE
    assert "VOLUME" not in FILE
