"""Work in processes of their own, within limits of time and memory: what exceeds them is ended, and all else goes on.

So many processes at once, each used for many tasks since loading the typesetter takes longer than most documents; a
process is replaced when it has done its share, was ended, or fell over. So many tasks may wait; more are refused, so
that no queue grows. Tasks are functions of modules with plain arguments and results.
"""

import gc
import json
import multiprocessing
import resource
import shutil
import signal
import sys
import tempfile
import threading
import traceback
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, TypeVar, cast

from renderer.errors import AftalerapportError, Busy, LimitExceeded

Result = TypeVar("Result")

_GRACE_SECONDS = 2
_START_SECONDS = 120
_LOADED = ["renderer.journeys.serving.loaded"]
_MEGABYTE = 1_000_000
_STATUS = Path("/proc/self/status")
_NEARLY = 0.9


@dataclass(frozen=True)
class Limits:
    """What one task may use: seconds on the clock, and megabytes of address space, libraries included.

    After so many `tasks` a process is replaced.
    """

    seconds: float = 120
    memory: int = 3_000
    tasks: int = 200


class Workshop:
    """Processes that do tasks; made when they are needed, all of them ended by `close`."""

    def __init__(self, processes: int, waiting: int, limits: Limits = Limits()) -> None:
        self.limits = limits
        self.most = processes + waiting
        self._free = deque[_Process | None]([None] * processes)
        self._changed = threading.Condition()
        self._taken = 0
        self._closed = False

    @property
    def taken(self) -> int:
        """How many tasks are at work or waiting."""
        return self._taken

    def require_room(self) -> None:
        """Raise `Busy` where nothing more may wait, before anything is read that would be for nothing."""
        if self._taken >= self.most:
            raise Busy("Tjenesten er optaget lige nu.", "Prøv igen om lidt.")

    def run(self, task: Callable[..., Result], *arguments: object) -> Result:
        """Do a task and give its result, or raise what it raised; may be called from many threads at once.

        Raises `Busy` where too many wait, `LimitExceeded` for a task that took too much.
        """
        process = self._take()
        try:
            if process is None or process.worn_out:
                if process:
                    process.end()
                process = _Process(self.limits)
            return cast(Result, process.run(task, arguments))
        finally:
            self._give_back(process if process and process.alive else None)

    def close(self) -> None:
        """End every process; tasks at work are finished first by those who wait for them."""
        with self._changed:
            self._closed = True
            while self._free:
                if process := self._free.pop():
                    process.end()

    def _take(self) -> "_Process | None":
        with self._changed:
            if self._taken >= self.most or self._closed:
                raise Busy("Tjenesten er optaget lige nu.", "Prøv igen om lidt.")
            self._taken += 1
            self._changed.wait_for(lambda: self._free)
            return self._free.pop()

    def _give_back(self, process: "_Process | None") -> None:
        with self._changed:
            self._taken -= 1
            if self._closed and process:
                process.end()
                process = None
            self._free.append(process)
            self._changed.notify()


class _Process:
    """One process, the pipe to it, and a folder for its temporary files, which it cannot tidy when it is killed."""

    def __init__(self, limits: Limits) -> None:
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(_LOADED)
        self._limits = limits
        self._done = 0
        self._pipe, theirs = context.Pipe()
        self._room = tempfile.mkdtemp(prefix="aftalerapport-")
        self._process = context.Process(target=_work, args=(theirs, limits, self._room), daemon=True)
        self._process.start()
        theirs.close()
        self._require_started()

    def _require_started(self) -> None:
        """Wait until it is ready, so that no task pays for the loading."""
        try:
            if self._pipe.poll(_START_SECONDS):
                self._pipe.recv()
                return
        except (EOFError, OSError):
            pass
        self.end()
        hint = "Giv processerne mere hukommelse, eller se i loggen, hvad der er galt."
        raise AftalerapportError("En arbejdsproces kunne ikke startes.", hint)

    @property
    def alive(self) -> bool:
        return self._process.is_alive()

    @property
    def worn_out(self) -> bool:
        return self._done >= self._limits.tasks or not self.alive

    def run(self, task: Callable[..., object], arguments: tuple[object, ...]) -> object:
        self._done += 1
        try:
            self._pipe.send((task, arguments))
            if not self._pipe.poll(self._limits.seconds):
                raise LimitExceeded(
                    f"Opgaven tog mere end {self._limits.seconds:g} sekunder og blev afbrudt.",
                    "Send en mindre sag, eller bestil færre udgaver ad gangen.",
                )
            kind, result = self._pipe.recv()
        except LimitExceeded:
            self.end()
            raise
        except (EOFError, OSError) as cause:
            self.end()
            message = "Opgaven brugte mere hukommelse eller tid, end den må, og blev afbrudt."
            raise LimitExceeded(message, "Send en mindre sag, eller bestil færre udgaver ad gangen.") from cause
        if kind == "spent":
            self.end()
        if kind != "gave":
            raise cast(AftalerapportError, result)
        return cast(object, result)

    def end(self) -> None:
        """End it at once."""
        self._process.kill()
        self._process.join()
        self._pipe.close()
        self._process.close()
        shutil.rmtree(self._room, ignore_errors=True)
        self._process = _Ended()  # type: ignore[assignment]


class _Ended:
    """Stands for a process that is gone."""

    def is_alive(self) -> bool:
        return False

    def kill(self) -> None:
        return

    join = close = kill


def _work(pipe: Connection, limits: Limits, room: str) -> None:
    """What a process does: task after task, until the other end is closed."""
    tempfile.tempdir = room
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory * _MEGABYTE, limits.memory * _MEGABYTE))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    pipe.send("ready")
    while True:
        try:
            task, arguments = pipe.recv()
        except (EOFError, OSError):
            shutil.rmtree(room, ignore_errors=True)
            return
        # Ends this process even where nobody is left to do it.
        signal.setitimer(signal.ITIMER_REAL, limits.seconds + _GRACE_SECONDS)
        outcome = _outcome(task, arguments)
        signal.setitimer(signal.ITIMER_REAL, 0)
        pipe.send(outcome)
        # Gives back what a large document held before the next one comes, and nobody waits for it.
        del task, arguments, outcome
        gc.collect()


def _outcome(task: Callable[..., Any], arguments: tuple[Any, ...]) -> tuple[str, object]:
    try:
        return "gave", task(*arguments)
    except AftalerapportError as problem:
        if _ran_out(problem.__cause__):
            return "spent", _out_of_memory()
        problem.__cause__ = problem.__context__ = problem.__traceback__ = None
        return "raised", problem
    except (MemoryError, RecursionError):
        return "spent", _out_of_memory()
    except Exception as problem:  # noqa: BLE001 - the one who waits is to be told, not left waiting
        if _ran_out(problem):
            return "spent", _out_of_memory()
        _tell_operator(problem)
        return "raised", AftalerapportError(
            f"Der skete en fejl i programmet ({type(problem).__name__}).",
            "Send tidspunktet til dem, der driver Aftalerapport.",
        )


def _ran_out(problem: BaseException | None) -> bool:
    """Whether a problem comes of the limit of memory.

    Where CPython 3.11 gets no room for the frame of a call, it raises `SystemError` in place of `MemoryError`.
    """
    if isinstance(problem, SystemError):
        return _most_memory() > _NEARLY * resource.getrlimit(resource.RLIMIT_AS)[0]
    return isinstance(problem, MemoryError)


def _most_memory() -> int:
    """The most address space this process has had, in bytes; 0 where the system does not say (proc(5))."""
    try:
        lines = _STATUS.read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmPeak:")), 0)


def _out_of_memory() -> LimitExceeded:
    hint = "Send en mindre sag, eller bestil færre udgaver ad gangen."
    return LimitExceeded("Opgaven brugte mere hukommelse, end den må.", hint)


def _tell_operator(problem: Exception) -> None:
    """Where it happened, as a line of the log; not its words, which may quote what was sent."""
    frames = [f"{frame.filename}:{frame.lineno}" for frame in traceback.extract_tb(problem.__traceback__)]
    said = {"level": "error", "event": "unforeseen", "type": type(problem).__name__, "at": frames[-8:]}
    print(json.dumps(said), file=sys.stderr, flush=True)  # noqa: T201 - the process has no other log
