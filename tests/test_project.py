"""The house rules that no linter knows: sizes, docstrings, names that do not belong, one version number."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import renderer
from tests.repository import ROOT, files, programs, project

LINES_OF_A_FILE = 400
LINES_OF_A_FUNCTION = 50
# Folders of one machine. A path that begins with a name or a dot (`docs/tmp/`, `../home/`) is none.
PRIVATE = re.compile(r"(?<![\w./$}])/(?:work|root|tmp|home|opt|mnt|Users)/[\w.]")
GRAB_BAGS = {"utils", "util", "helpers", "common", "misc", "shared"}


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_the_rules_look_at_something() -> None:
    assert Path("renderer/__init__.py") in programs("renderer")
    assert Path("tests/test_project.py") in programs()
    assert sum(1 for tree in programs().values() for _ in functions(tree)) > 100


def test_no_program_file_is_too_long() -> None:
    lengths = {path: len((ROOT / path).read_text(encoding="utf-8").splitlines()) for path in programs()}

    assert {path: length for path, length in lengths.items() if length > LINES_OF_A_FILE} == {}


def test_no_function_is_too_long() -> None:
    lengths = {
        f"{path}:{function.lineno} {function.name}": (function.end_lineno or 0) - function.lineno + 1
        for path, tree in programs().items()
        for function in functions(tree)
    }

    assert {name: length for name, length in lengths.items() if length > LINES_OF_A_FUNCTION} == {}


def test_every_module_says_what_it_is_for() -> None:
    silent = [path for path, tree in programs().items() if tree.body and not ast.get_docstring(tree)]

    assert silent == []


def test_modules_are_named_for_what_they_hold() -> None:
    assert [path for path in programs() if GRAB_BAGS & {path.stem, *path.parts}] == []


def test_nothing_names_a_folder_of_one_machine() -> None:
    named = []
    for path in files():
        data = (ROOT / path).read_bytes()
        if b"\0" not in data:
            lines = enumerate(data.decode("utf-8").splitlines(), start=1)
            named += [f"{path}:{number}: {line.strip()}" for number, line in lines if PRIVATE.search(line)]

    assert named == []


def test_a_folder_of_one_machine_would_be_found() -> None:
    for folder in ("work", "root", "tmp", "home", "opt"):
        assert PRIVATE.search(f"se '/{folder}/mappe'")
    assert not PRIVATE.search("docs/work/a ../home/b https://example.org/tmp/c")


def test_nothing_in_the_tests_hangs_on_a_moment() -> None:
    sleeping = [
        f"{path}:{node.lineno}"
        for path, tree in programs("tests").items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute | ast.Name) and ast.unparse(node).endswith("sleep")
    ]

    assert [place for place in sleeping if not place.startswith("tests/waiting.py:")] == []
    assert sleeping, "tests/waiting.py is what waits"


def test_the_version_stands_the_same_everywhere() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = re.search(r"^## \[?(\d+\.\d+\.\d+)", changelog, flags=re.MULTILINE)

    assert newest, "CHANGELOG.md has no version"
    assert newest[1] == project()["project"]["version"] == renderer.__version__


def test_ci_runs_what_a_developer_runs() -> None:
    run = ROOT / ".ci" / "run"

    assert run.stat().st_mode & 0o111
    assert run.read_text(encoding="utf-8").splitlines()[-1] == "exec make test"


def test_nothing_of_ours_is_imported_out_of_sight_of_the_floors_contract() -> None:
    by_name = [
        f"{path}:{node.lineno}"
        for path, tree in programs("renderer").items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(("import_module", "__import__"))
        if ast.unparse(node.args[0]).lstrip("f").strip("'\"").startswith((renderer.__name__, "."))
    ]

    assert by_name == []
