"""Runs a function with room for its calls in one piece, so that no call asks the system for memory.

Python keeps the frames of its calls in pieces of 16 kB, takes a new one when a call does not fit, and gives it back
when that call ends. A layout that happens to work at such an edge takes and gives back one for every call: some eight
hundred times a page and a twelfth of the time. A frame that says it may need much gets a larger piece, and what is
called from it lies in the rest. (CPython 3.11 to 3.14, `push_chunk` in Python/pystate.c; elsewhere it changes nothing.)
"""

from collections.abc import Callable
from typing import TypeVar

Result = TypeVar("Result")

# The piece is the next power of two above this many words: a megabyte, of which somewhat less than a half is left over.
_WORDS = 66_000


def with_room(function: Callable[..., Result], *arguments: object) -> Result:
    """What the function gives or raises."""
    return function(*arguments)


with_room.__code__ = with_room.__code__.replace(co_stacksize=_WORDS)
