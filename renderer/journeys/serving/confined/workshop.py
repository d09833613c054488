"""So many tasks at once, each in a process of its own; so many more may wait, and what comes then is refused."""

import threading
from collections.abc import Callable
from typing import TypeVar

from renderer.errors import Busy
from renderer.journeys.serving.confined.handle import Zygote
from renderer.journeys.serving.confined.walls import Limits

__all__ = ["Limits", "Workshop"]

Result = TypeVar("Result")

_SHARED = Zygote()
_LIMITS = Limits()


class Workshop:
    """Does tasks: functions of modules, with plain arguments and results; from any number of threads at once.

    All workshops of a process share one zygote, unless one is given another.
    """

    def __init__(self, processes: int, waiting: int, limits: Limits = _LIMITS, zygote: Zygote = _SHARED) -> None:
        self.limits = limits
        self.most = processes + waiting
        self._zygote = zygote
        self._free = processes
        self._changed = threading.Condition()
        self._taken = 0
        self._closed = False

    @property
    def taken(self) -> int:
        """How many tasks are at work or waiting."""
        return self._taken

    @property
    def missing_walls(self) -> tuple[str, ...]:
        """The walls around a task that this machine does not offer; known after `start` or a first task."""
        return self._zygote.missing_walls

    def start(self) -> None:
        """Load what tasks need, so that the first one need not wait. Raises `AftalerapportError`."""
        self._zygote.start()

    def require_room(self) -> None:
        """Raise `Busy` where nothing more may wait, before anything is read that would be for nothing."""
        if self._taken >= self.most:
            raise _busy()

    def run(self, task: Callable[..., Result], *arguments: object) -> Result:
        """Do a task and give its result, or raise what it raised.

        Raises `Busy` where too many wait, `LimitExceeded` for a task that took too much.
        """
        self._take()
        try:
            return self._zygote.run(task, arguments, self.limits)
        finally:
            self._give_back()

    def close(self) -> None:
        """Take no more; tasks at work are finished first by those who wait for them."""
        with self._changed:
            self._closed = True

    def _take(self) -> None:
        with self._changed:
            if self._taken >= self.most or self._closed:
                raise _busy()
            self._taken += 1
            self._changed.wait_for(lambda: self._free)
            self._free -= 1

    def _give_back(self) -> None:
        with self._changed:
            self._taken -= 1
            self._free += 1
            self._changed.notify()


def _busy() -> Busy:
    return Busy("Tjenesten er optaget lige nu.", "Prøv igen om lidt.")
