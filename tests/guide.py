"""The user guide, cut up for the tests that hold it to the program."""

import re
import shlex
from dataclasses import dataclass
from functools import cache

from tests.repository import ROOT

PATH = ROOT / "docs" / "vejledning.md"
_SESSIONS = re.compile(r"(?:^<!-- (?P<mark>.*?) -->\n)?^```console\n(?P<lines>.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Session:
    """A command that the guide shows, with the answer it shows; `mark` is the remark over it, or empty."""

    command: str
    answer: str
    mark: str

    @property
    def is_ours(self) -> bool:
        """Whether it is a command of this program, and not one of the shell's own (`cp`, `export`)."""
        return self.command.startswith("aftalerapport ")

    @property
    def words(self) -> list[str]:
        """The command's words, without the program's name and where its output goes."""
        words = shlex.split(self.command)
        return words[1 : words.index(">") if ">" in words else None]


@cache
def text() -> str:
    """The whole guide."""
    return PATH.read_text(encoding="utf-8")


def chapters() -> dict[str, str]:
    """The chapters by their headings."""
    parts = re.split(r"^## (.+)$", text(), flags=re.MULTILINE)[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))


def sessions() -> list[Session]:
    """Every command in a ```console block, in order; the remark over a block is its first command's."""
    found = []
    for block in _SESSIONS.finditer(text()):
        shown = re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block["lines"], flags=re.MULTILINE)
        marks = [block["mark"] or "", *[""] * len(shown)]
        found += [Session(command, answer, mark) for (command, answer), mark in zip(shown, marks, strict=False)]
    return found
