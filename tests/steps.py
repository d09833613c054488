"""The steps of a program that leave something behind, so that it can be killed at each of them, however slow it is.

A step is about to be taken: a file to be opened for writing, renamed or removed, a folder to be made or removed, a
process to be started, a connection to be opened, a statement or a commit to be sent to the database.
`python -m tests.steps NUMBER FILE WORDS...` runs `aftalerapport WORDS...` and kills it at that step, and at none where
the number is 0; `FILE` gets the number of steps, when it ends by itself.
"""

import os
import runpy
import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event

_WRITING = os.O_WRONLY | os.O_RDWR
_ACTS = {
    "os.fork", "os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.symlink", "os.truncate",
    "socket.connect", "sqlite3.connect", "subprocess.Popen",
}  # fmt: skip


def watch(at_step: Callable[[int], None]) -> None:
    """Call this with the number of each step of this process, from 1, before it is taken; from any of its threads."""
    process, lock = os.getpid(), threading.Lock()
    count = 0

    def step(*_about: Any) -> None:
        nonlocal count
        if os.getpid() == process:
            with lock:
                count += 1
                number = count
            at_step(number)

    def audited(name: str, about: tuple[Any, ...]) -> None:
        if name in _ACTS or (name == "open" and isinstance(about[2], int) and about[2] & _WRITING):
            step()

    event.listen(Engine, "before_cursor_execute", step)
    event.listen(Engine, "commit", step)
    sys.addaudithook(audited)


def die() -> None:
    """End this process at once, as a power cut would."""
    os.kill(os.getpid(), signal.SIGKILL)


def main(last: int, told: Path, words: list[str]) -> None:
    """Run the program up to the step `last`."""
    taken = 0

    def at_step(number: int) -> None:
        nonlocal taken
        taken = number
        if number == last:
            die()

    sys.argv = ["aftalerapport", *words]
    watch(at_step)
    try:
        runpy.run_module("renderer", run_name="__main__")
    finally:
        told.write_text(str(taken), encoding="utf-8")


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:])
