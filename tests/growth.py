"""How the work of a function grows with its text: in CPU time, measured so that no neighbour can spoil it."""

import gc
import time
from collections.abc import Callable

ENOUGH = 0.05
"""Seconds of CPU from which a doubling can be told from noise."""
TRIES = 4


def cpu(function: Callable[[str], object], text: str) -> float:
    """The seconds of CPU that a call takes."""
    gc.disable()
    try:
        start = time.process_time()
        function(text)
        return time.process_time() - start
    finally:
        gc.enable()


def growth(function: Callable[[str], object], text_of: Callable[[int], str], size: int, most: float) -> float:
    """How many times longer a text of twice the size takes, at least; asked again while it seems to be over `most`.

    Each time the shortest of the runs so far counts for the longer text and the longest for the shorter, so that noise
    can only hide a growth and never make one up.
    """
    short, long = cpu(function, text_of(size)), cpu(function, text_of(2 * size))
    for _ in range(TRIES):
        if long <= most * short:
            break
        short = max(short, cpu(function, text_of(size)))
        long = min(long, cpu(function, text_of(2 * size)))
    return long / max(short, 1e-9)
