"""Waiting for something to come true, however slow or busy the machine is: the one place in the tests that sleeps.

Nothing follows from when it comes true. What never does is told when no machine can be that slow.
"""

import time
from collections.abc import Callable
from typing import TypeVar

Found = TypeVar("Found")

HOPELESS = 900.0
"""Seconds until what is waited for counts as never coming; also for processes that are waited for."""
_PAUSE = 0.02


def until(found: Callable[[], Found], goes_on: Callable[[], bool] = lambda: True) -> Found:
    """What is found, when it is anything. `goes_on` tells whether that which is to bring it is still there."""
    given_up = time.monotonic() + HOPELESS
    while True:
        going_on = goes_on()
        if it := found():
            return it
        assert going_on, "it ended without bringing what was waited for"
        assert time.monotonic() < given_up, "what was waited for never came"
        time.sleep(_PAUSE)
