"""Loops that go on whatever happens: what fails in one is told as a line of the log, and it begins again after a pause.

A loop that ends all the same (the interpreter itself gave up) is known by its thread, so that `/readyz` and the metrics
can tell that work would be taken in that nobody does.
"""

import logging
import threading
import time
import traceback
from collections.abc import Callable

_FIRST_PAUSE, _LONGEST_PAUSE = 0.5, 60.0
_FRAMES = 8
_log = logging.getLogger("aftalerapport.worker")


class Loops:
    """Threads that each do something again and again until `stop` is set."""

    def __init__(self, stop: threading.Event) -> None:
        self.stop = stop
        self._threads: list[threading.Thread] = []

    def start(self, name: str, body: Callable[[], None]) -> None:
        """Start one; `body` returns when `stop` is set, and is called again where it raises."""
        thread = threading.Thread(target=self._go_on, args=(body,), name=name, daemon=True)
        self._threads.append(thread)
        thread.start()

    @property
    def dead(self) -> tuple[str, ...]:
        """The names of those that have ended though nobody said so."""
        if self.stop.is_set():
            return ()
        return tuple(thread.name for thread in self._threads if not thread.is_alive())

    def join(self, seconds: float | None = None) -> None:
        """Wait until all have ended, or for so long."""
        until = None if seconds is None else time.monotonic() + seconds
        for thread in self._threads:
            thread.join(None if until is None else max(until - time.monotonic(), 0))

    def _go_on(self, body: Callable[[], None]) -> None:
        pause = _FIRST_PAUSE
        while not self.stop.is_set():
            begun = time.monotonic()
            try:
                body()
            except Exception as problem:  # noqa: BLE001 - whatever it is, the work goes on
                _tell(problem)
            if time.monotonic() - begun > _LONGEST_PAUSE:
                pause = _FIRST_PAUSE
            self.stop.wait(pause)
            pause = min(2 * pause, _LONGEST_PAUSE)


def _tell(problem: Exception) -> None:
    """Its type and where it happened; not its words, which may quote what was sent."""
    frames = [f"{frame.filename}:{frame.lineno}" for frame in traceback.extract_tb(problem.__traceback__)]
    said = {"event": "loop-failed", "type": type(problem).__name__, "where": frames[-_FRAMES:]}
    _log.error("loop failed", extra=said)
