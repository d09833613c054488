"""The files of a round before they are written: what `make_round` makes, and what the cache remembers."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from renderer.findings import Finding

if TYPE_CHECKING:
    from renderer.edition.edition import Edition

Progress = Callable[[int, int], None]
"""Called with the number of files made and the number of files in all."""


@dataclass(frozen=True)
class RoundContent:
    """The files of a round by name, not yet written, and the findings (warnings) that stood.

    `editions` are what the files say, in the same order; empty where the files come out of the cache as they were.
    `waived` are the findings that the case itself accepts, with the reason.
    """

    files: dict[str, bytes]
    findings: tuple[Finding, ...]
    editions: "tuple[Edition, ...]" = ()
    waived: tuple[tuple[Finding, str], ...] = ()
