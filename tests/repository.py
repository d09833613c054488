"""The repository as a whole, for the tests that look at all of it."""

import ast
import subprocess
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent


@cache
def files() -> tuple[Path, ...]:
    """Every file that is, or with the next commit will be, in the repository; relative to its root."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout.decode()
    return tuple(sorted(Path(name) for name in listed.split("\0") if name and (ROOT / name).is_file()))


@cache
def programs(*folders: str) -> dict[Path, ast.Module]:
    """The Python files, parsed, by path; with `folders` only those below them."""
    chosen = (path for path in files() if path.suffix == ".py" and (not folders or path.parts[0] in folders))
    return {path: ast.parse((ROOT / path).read_text(encoding="utf-8")) for path in chosen}


@cache
def project() -> dict[str, Any]:
    """`pyproject.toml`."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
