"""Every dependency is declared and locked, and the environment is the locked one."""

import ast
import re
import sys
from importlib.metadata import packages_distributions, version

import pytest

from tests.repository import ROOT, programs, project

RUNTIME, DEVELOPMENT = "requirements.lock", "requirements-dev.lock"
LOCK_LINE = re.compile(r"#.*|[a-z0-9-]+==[\w.]+( ; [\w\s.<>='\"]+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?")
OURS = {"renderer", "tests", "bench"}


def canonical(name: str) -> str:
    """A distribution's name as the package index compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def declared(requirements: list[str]) -> set[str]:
    return {canonical(re.split(r"[\s<>=!~;\[]", requirement)[0]) for requirement in requirements}


def locked(name: str) -> dict[str, str]:
    """The text of each entry of a lock, its version and hashes, by distribution."""
    text = (ROOT / name).read_text(encoding="utf-8")
    entries = re.split(r"^(?=\w)", re.sub(r"^#.*\n", "", text, flags=re.MULTILINE), flags=re.MULTILINE)
    return {canonical(entry.split("==")[0]): entry.split("==")[1] for entry in entries if entry.strip()}


def imported(*folders: str) -> set[str]:
    """The distributions of other people that the Python files below the folders import."""
    names = set()
    for tree in programs(*folders).values():
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                names |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names.add(node.module.split(".")[0])
    foreign = names - OURS - set(sys.stdlib_module_names)
    known = packages_distributions()
    assert foreign <= set(known), f"not installed: {foreign - set(known)}"
    return {canonical(known[name][0]) for name in foreign}


def test_what_the_program_imports_is_declared() -> None:
    assert imported("renderer") <= declared(project()["project"]["dependencies"])


def test_what_tests_and_scripts_import_is_declared() -> None:
    everything = project()["project"]["dependencies"] + project()["project"]["optional-dependencies"]["dev"]

    assert imported() <= declared(everything)


def test_what_is_declared_is_locked() -> None:
    runtime = declared(project()["project"]["dependencies"])
    development = declared(project()["project"]["optional-dependencies"]["dev"])

    assert runtime <= set(locked(RUNTIME))
    assert runtime | development <= set(locked(DEVELOPMENT))


def test_the_build_needs_nothing_that_is_not_locked() -> None:
    assert declared(project()["build-system"]["requires"]) <= set(locked(DEVELOPMENT))


def test_both_locks_agree() -> None:
    development = locked(DEVELOPMENT)

    assert {name: entry for name, entry in locked(RUNTIME).items() if development.get(name) != entry} == {}


@pytest.mark.parametrize("name", [RUNTIME, DEVELOPMENT])
def test_a_lock_holds_exact_versions_with_hashes_and_no_addresses(name: str) -> None:
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()

    assert [line for line in lines if not LOCK_LINE.fullmatch(line)] == []
    assert [entry for entry, rest in locked(name).items() if "--hash=sha256:" not in rest] == []


def test_the_lock_of_the_word_validator_names_no_address() -> None:
    text = (ROOT / "tests/tools/package-lock.json").read_text(encoding="utf-8")

    assert "integrity" in text
    assert "://" not in text


def test_the_environment_is_the_locked_one() -> None:
    expected = {name: entry.split()[0] for name, entry in locked(DEVELOPMENT).items() if ";" not in entry}

    assert {name: version(name) for name in expected} == expected
