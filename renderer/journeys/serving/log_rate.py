"""So many lines of a kind in a log, and then how many more: what is sent from outside must not fill a disk."""

import logging
import time
from collections.abc import Callable

_MOST, _SECONDS = 200, 10.0
_MOST_KINDS = 500


class LogRate(logging.Filter):
    """Lets 200 lines of a kind pass in ten seconds; what was left out is told with the next line of its kind."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._clock = clock
        self._seen: dict[tuple[object, ...], list[float]] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the line is written."""
        kind = (record.name, getattr(record, "event", record.msg), getattr(record, "status", None))
        now = self._clock()
        if len(self._seen) > _MOST_KINDS:
            self._seen.clear()
        since, count = self._seen.setdefault(kind, [now, 0])
        if now - since >= _SECONDS:
            if count > _MOST:
                record.left_out = int(count - _MOST)
            since, count = now, 0
        self._seen[kind] = [since, count + 1]
        return count < _MOST
