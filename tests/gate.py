"""A workshop's processes behind a gate, so that a task is at work for as long as a test wants it to be."""

import threading
from collections.abc import Callable
from typing import TypeVar

from renderer.journeys.serving.confined import Limits
from renderer.journeys.serving.confined.handle import Zygote

Result = TypeVar("Result")


class Gate(Zygote):
    """Lets no task begin before it is opened."""

    def __init__(self) -> None:
        super().__init__()
        self.opened = threading.Event()

    def run(self, task: Callable[..., Result], arguments: tuple[object, ...], limits: Limits) -> Result:
        """Do the task when the gate is open."""
        self.opened.wait()
        return super().run(task, arguments, limits)
