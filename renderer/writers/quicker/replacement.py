"""Puts a function of ours in the place of one of WeasyPrint's, wherever WeasyPrint has imported it to.

What is replaced is written down, so that the tests can put everything back and compare (`tests/writers/unhurried.py`).
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final


@dataclass(frozen=True)
class Replacement:
    """One name in one module or class of WeasyPrint, what stood there, and what stands there now."""

    place: Any
    name: str
    theirs: Any
    ours: Any


REPLACED: Final[list[Replacement]] = []
"""Everything that has been replaced, in the order it was."""


def replace(place: Any, name: str, ours: Any) -> None:
    """Let `ours` stand for `name` of a module (and of those that import it from there) or of a class."""
    theirs = getattr(place, name)
    for one in [place] if isinstance(place, type) else _importers(name, theirs):
        setattr(one, name, ours)
        REPLACED.append(Replacement(one, name, theirs, ours))


def _importers(name: str, value: Any) -> Iterator[Any]:
    for module_name, module in list(sys.modules.items()):
        if module_name.startswith("weasyprint") and module.__dict__.get(name) is value:
            yield module
