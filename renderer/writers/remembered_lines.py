"""Breaks a line once, however often the same words stand in the same column.

Two thirds of the lines of an edition are repeats (`Milepæl`, `1. budgetopfølgning 2018`, smileys, heading rows), or
are laid out again because their row did not fit on the page. How WeasyPrint 70.0 breaks a line depends on nothing but
the arguments of `split_first_line`; inside `remembered_lines()` its answers are kept. A tenth of the time, the same
bytes (tests/writers/test_same_bytes.py).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from weasyprint.layout import inline
from weasyprint.text.line_break import split_first_line

_Answer = tuple[object, ...]

_remembered: ContextVar[dict[object, tuple[Any, _Answer]] | None] = ContextVar("remembered", default=None)


@contextmanager
def remembered_lines() -> Iterator[None]:
    """Remember lines inside the block, in this thread."""
    token = _remembered.set({})
    try:
        yield
    finally:
        _remembered.reset(token)


def _split_first_line(text: str, style: Any, context: Any, *arguments: Any, **options: Any) -> _Answer:
    lines = _remembered.get()
    if lines is None:
        answer: _Answer = split_first_line(text, style, context, *arguments, **options)
        return answer
    key = (text, id(style), arguments, *options.items())
    if key not in lines:
        # The style is kept with the answer, so that no other style can come to have its id.
        lines[key] = style, split_first_line(text, style, context, *arguments, **options)
    return lines[key][1]


inline.split_first_line = _split_first_line
