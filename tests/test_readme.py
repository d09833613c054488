"""The commands that the documents show can be run as they stand."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from tests.repository import ROOT, files

SHELL_BLOCK = re.compile(r"^```sh\n(.*?)^```$", flags=re.MULTILINE | re.DOTALL)
SHELL_WORDS = {"cd", "export", ".", "source"}
PROGRAM = Path(sys.executable).parent / "aftalerapport"
DOCUMENTS = [path for path in files() if path.suffix == ".md"]
GUIDES = [path for path in DOCUMENTS if path.parent in {Path(), Path("docs")}]
"""What users and new developers read; the notes beside the fonts show how they were made, once."""


def commands(text: str) -> list[str]:
    """The commands in a document's ```sh blocks, one a line; a line that ends in a backslash goes on."""
    lines = "".join(SHELL_BLOCK.findall(text)).replace("\\\n", " ").splitlines()
    return [line.strip() for line in lines if shlex.split(line, comments=True)]


def problem(command: str) -> str | None:
    """Why the command cannot be run as it stands; `None` where it can."""
    words = shlex.split(command, comments=True)
    if {"&&", "||", "|", ";"} & set(words):
        return "one command a line, so that each can be copied"
    missing = [word for word in words if word.startswith("examples/") and not (ROOT / word).exists()]
    if missing:
        return f"{missing[0]} does not exist"
    match words[0].removeprefix(".venv/bin/"):
        case "make":
            return _problem_of_make(words[1:])
        case "aftalerapport":
            return _problem_of_program(words[1:])
        case name if name in SHELL_WORDS or shutil.which(name):
            return None
        case name:
            return f"{name} is no program that `make setup` installs"


def _problem_of_make(targets: list[str]) -> str | None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = set(" ".join(re.findall(r"^\.PHONY:(.*)$", makefile, flags=re.MULTILINE)).split())
    unknown = [target for target in targets if target not in phony]
    return f"make {unknown[0]} does not exist" if unknown else None


def _problem_of_program(words: list[str]) -> str | None:
    if not words:
        return "a command is missing"
    told = _help(words[0]) if not words[0].startswith("-") else _help("")
    if told is None:
        return f"aftalerapport {words[0]} does not exist"
    options = {word.split("=")[0] for word in words if re.match(r"--?[a-z]", word)}
    unknown = {option for option in options if not re.search(rf"(?<![\w-]){re.escape(option)}(?![\w-])", told)}
    return f"aftalerapport {words[0]} has no option {min(unknown)}" if unknown else None


@cache
def _help(command: str) -> str | None:
    done = subprocess.run(
        [str(PROGRAM), *command.split(), "--help"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "COLUMNS": "300", "TERM": "dumb", "NO_COLOR": "1"},
        check=False,
    )
    return done.stdout if done.returncode == 0 else None


@pytest.mark.parametrize("document", GUIDES, ids=str)
def test_every_shown_command_can_be_run(document: Path) -> None:
    shown = commands((ROOT / document).read_text(encoding="utf-8"))

    assert {command: why for command in shown if (why := problem(command))} == {}


def test_the_readme_shows_commands() -> None:
    assert commands((ROOT / "README.md").read_text(encoding="utf-8"))


def test_pictures_and_files_that_the_documents_link_to_exist() -> None:
    broken = [
        f"{document}: {target}"
        for document in DOCUMENTS
        for target in re.findall(r"\]\(([^)#\s:]+)(?:#[^)]*)?\)", (ROOT / document).read_text(encoding="utf-8"))
        if not (ROOT / document.parent / target).exists()
    ]

    assert broken == []


def test_commands_are_read_from_shell_blocks_alone() -> None:
    text = "```sh\nmake a  # one\n# nothing\nmake \\\n  b\n```\n```yaml\nmake: c\n```\nmake d\n"

    assert commands(text) == ["make a  # one", "make    b"]


@pytest.mark.parametrize(
    "command",
    [
        "make nothing-such",
        "no-such-program --help",
        "make setup && make test",
        "aftalerapport",
        "aftalerapport no-such-command",
        "aftalerapport check --no-such-option",
        "aftalerapport check examples/no-such-example",
    ],
)
def test_a_command_that_cannot_be_run_is_found(command: str) -> None:
    assert problem(command)


@pytest.mark.parametrize("command", ["make setup", ".venv/bin/aftalerapport check --strict", "cd aftalerapport"])
def test_a_command_that_can_be_run_is_not_found(command: str) -> None:
    assert problem(command) is None
