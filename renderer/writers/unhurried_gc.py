"""Lets Python look for reference cycles seldom while a document is laid out.

A layout makes hundreds of thousands of objects that all live until the file is written; looking through them every
700 allocations, as Python does, costs a sixth of the time and finds nothing.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_THRESHOLDS = (200_000, 50, 1_000)


@contextmanager
def unhurried_gc() -> Iterator[None]:
    """Seldom collections inside the block; the settings of before afterwards."""
    before = gc.get_threshold()
    gc.set_threshold(*_THRESHOLDS)
    try:
        yield
    finally:
        gc.set_threshold(*before)
