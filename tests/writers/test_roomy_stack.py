"""Calls at any depth find room, and a function's result or error comes through."""

import resource
import sys
from collections.abc import Callable

import pytest

from renderer.writers.roomy_stack import with_room

CALLS = 400


def leaf(a: int = 0, b: int = 0, c: int = 0, d: int = 0, e: int = 0, f: int = 0, g: int = 0, h: int = 0) -> int:  # noqa: PLR0917
    """A frame larger than those of `pages_at`, so that there is a depth at which it is the first not to fit."""
    return max(a, b, c, d, e, f, g, h)


def worst(deepest: int = 400) -> int:
    """How many pages the system had to give to that many calls, at the depth where it gave most."""
    return max(pages_at(depth) for depth in range(deepest))


def pages_at(depth: int) -> int:
    if depth:
        return pages_at(depth - 1)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    for _ in range(CALLS):
        leaf()
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before


@pytest.mark.skipif(
    sys.platform != "linux" or sys.implementation.name != "cpython", reason="this is how CPython keeps frames on Linux"
)
def test_there_is_no_depth_at_which_calls_ask_the_system_for_memory() -> None:
    worst()
    assert worst() >= CALLS, "Python keeps its frames in another way now: is with_room still needed?"
    assert with_room(worst) < CALLS / 10


def test_what_a_function_gives_or_raises_comes_through() -> None:
    assert with_room(divmod, 7, 3) == (2, 1)
    with pytest.raises(ZeroDivisionError):
        with_room(divmod, 7, 0)


def test_it_may_be_used_inside_itself() -> None:
    nested: Callable[[int], int] = lambda n: n if n == 0 else with_room(nested, n - 1) + 1  # noqa: E731

    assert with_room(nested, 20) == 20
