"""What an outside validator found wrong with a file that we wrote."""

from dataclasses import dataclass
from pathlib import Path


class ToolMissing(RuntimeError):
    """A validator is not installed; the message names what to install. Never a reason to skip."""


@dataclass(frozen=True, order=True)
class Violation:
    """One broken rule in one file; `count` is how often it is broken, `place` where the first time.

    `standard` is a veraPDF profile (`3a`, `ua1`) a kind of error of the
    Open XML SDK (`schema`, `semantic`, `package`, `exception`), or `word` for our own checks.
    """

    file: Path
    standard: str
    rule: str
    message: str
    place: str = ""
    count: int = 1

    def __str__(self) -> str:
        times = f" ({self.count} times)" if self.count > 1 else ""
        return f"{self.file.name}: {self.standard} {self.rule}: {self.message}{times} [{self.place}]"
