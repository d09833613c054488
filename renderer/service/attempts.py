"""Attempts without a valid key, by address: counted, and slowed where there are many. Kept in memory only.

A key has 256 bits, so that nobody gets in by guessing; what is held off is the load, of a guesser or of a system whose
key was revoked.
"""

import time
from collections import OrderedDict
from collections.abc import Callable

_FREE, _SECONDS = 20, 60.0
_MOST_ADDRESSES = 10_000


class Attempts:
    """So many attempts a minute (`free`) are answered; `clock` gives seconds that never go back."""

    def __init__(self, clock: Callable[[], float] = time.monotonic, free: int = _FREE) -> None:
        self._clock = clock
        self._free = free
        self._seen: OrderedDict[str, tuple[float, int]] = OrderedDict()

    def wait(self, address: str) -> int:
        """Count an attempt; gives the seconds until the next one will be answered, 0 where this one may be."""
        now = self._clock()
        since, count = self._seen.pop(address, (now, 0))
        if now - since >= _SECONDS:
            since, count = now, 0
        self._seen[address] = (since, count + 1)
        while len(self._seen) > _MOST_ADDRESSES:
            self._seen.popitem(last=False)
        return max(int(_SECONDS - (now - since)) + 1, 1) if count >= self._free else 0
