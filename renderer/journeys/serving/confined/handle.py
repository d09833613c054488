"""The service's end: starts the zygote, hands a task to a fresh process of it, waits, and ends what takes too much."""

import contextlib
import json
import logging
import os
import pickle
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar, cast

from renderer.errors import AftalerapportError, LimitExceeded
from renderer.journeys.serving.confined.answers import HEAD, MARK, NotAnAnswer, Unforeseen, read_answer
from renderer.journeys.serving.confined.forked import LENGTH, Order
from renderer.journeys.serving.confined.walls import Limits

Result = TypeVar("Result")

_START_SECONDS = 120.0
_MOST_TEXT = 200_000_000
_MOST_BYTES = 2_000_000_000
_FORK = b"f"
_PROGRAM = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[2]); "
    "from renderer.journeys.serving.confined.zygote import main; main(int(sys.argv[1]))"
)
_SMALLER = "Send en mindre sag, eller bestil færre udgaver ad gangen."
_log = logging.getLogger("aftalerapport.confined")


class Zygote:
    """The warm process, started when it is first needed and again where it is gone; used by many threads at once."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None
        self.missing_walls: tuple[str, ...] = ()

    @property
    def process(self) -> int:
        """The number of its process; 0 where it does not run."""
        return self._process.pid if self._process else 0

    def start(self) -> None:
        """Start it, if it does not run. Raises `AftalerapportError` where it cannot be started."""
        with self._lock:
            self._running()

    def run(self, task: Callable[..., Result], arguments: tuple[object, ...], limits: Limits) -> Result:
        """Have a task done in a fresh process. Raises what it raised, and `LimitExceeded` for what took too much."""
        # It cannot tidy its folder when it is ended, so it lies with us.
        room = Path(tempfile.mkdtemp(prefix="aftalerapport-"))
        try:
            channel, hold = self._forked()
            with channel:
                try:
                    return cast(Result, _Talk(channel, limits).result(Order(task, arguments, limits, room)))
                finally:
                    _end(hold)
        finally:
            shutil.rmtree(room, ignore_errors=True)

    def close(self) -> None:
        """End it, and with it every process that it forked."""
        with self._lock:
            if self._control:
                self._control.close()
            if self._process:
                self._process.kill()
                self._process.wait()
            self._process = self._control = None

    def _forked(self) -> tuple[socket.socket, int]:
        """The channel to a fresh process, and the hold on it."""
        ours, theirs = socket.socketpair()
        ours.settimeout(_START_SECONDS)
        try:
            with theirs, self._lock:
                socket.send_fds(self._running(), [_FORK], [theirs.fileno()])
            _, [*descriptors], _, _ = socket.recv_fds(ours, len(_FORK), 1)
        except OSError:
            descriptors = []
        if not descriptors:
            ours.close()
            raise _not_started()
        return ours, descriptors[0]

    def _running(self) -> socket.socket:
        if self._control and self._process and self._process.poll() is None:
            return self._control
        if self._control:
            self._control.close()
        ours, theirs = socket.socketpair()
        with theirs:
            arguments = [sys.executable, "-I", "-c", _PROGRAM, str(theirs.fileno()), json.dumps(_places())]
            self._process = subprocess.Popen(  # noqa: S603 - this program itself
                arguments, env={"LANG": "C.UTF-8"}, pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
            )  # fmt: skip
        self._control = ours
        self.missing_walls = self._said_ready(ours)
        if self.missing_walls:
            text = f"Maskinen mangler værn om det, der kommer udefra: {', '.join(self.missing_walls)}."
            _log.warning("walls missing", extra={"event": "walls-missing", "text": text})
        return ours

    def _said_ready(self, control: socket.socket) -> tuple[str, ...]:
        """Wait until it is ready, so that no task pays for the loading."""
        control.settimeout(_START_SECONDS)
        said = b""
        with contextlib.suppress(OSError):
            while not said.endswith(b"\n"):
                part = control.recv(4096)
                if not part:
                    break
                said += part
        if not said.endswith(b"\n"):
            raise _not_started()
        return tuple(json.loads(said))


class _Talk:
    """One task's way over and back, within its time."""

    def __init__(self, channel: socket.socket, limits: Limits) -> None:
        self._channel = channel
        self._limits = limits
        self._until = time.monotonic() + limits.seconds

    def result(self, order: Order) -> object:
        """What the task gave. Raises as `Zygote.run` does."""
        try:
            content = pickle.dumps(order)
            self._channel.settimeout(self._left())
            self._channel.sendall(LENGTH.pack(len(content)) + content)
            mark, text, behind = HEAD.unpack(self._exactly(HEAD.size))
            if mark != MARK or text > _MOST_TEXT or behind > _MOST_BYTES:
                raise NotAnAnswer
            said = read_answer(order.task, bytes(self._exactly(text)), memoryview(self._exactly(behind)))
        except TimeoutError as cause:
            message = f"Opgaven tog mere end {self._limits.seconds:g} sekunder og blev afbrudt."
            raise LimitExceeded(message, _SMALLER) from cause
        except (EOFError, OSError) as cause:
            message = "Opgaven brugte mere hukommelse eller tid, end den må, og blev afbrudt."
            raise LimitExceeded(message, _SMALLER) from cause
        except NotAnAnswer as cause:
            raise _unforeseen(Unforeseen("NotAnAnswer", ())) from cause
        if isinstance(said, Unforeseen):
            raise _unforeseen(said)
        return said

    def _exactly(self, length: int) -> bytearray:
        content = bytearray()
        while len(content) < length:
            self._channel.settimeout(self._left())
            part = self._channel.recv(min(length - len(content), 1 << 20))
            if not part:
                raise EOFError
            content += part
        return content

    def _left(self) -> float:
        left = self._until - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left


def _places() -> list[str]:
    """Where this process finds its modules, so that the other finds the same ones whatever its own folder."""
    return [os.path.abspath(place) for place in sys.path]  # noqa: PTH100 - an entry may be empty: this folder


def _end(hold: int) -> None:
    """End a process and wait until it is gone."""
    try:
        with contextlib.suppress(ProcessLookupError):
            signal.pidfd_send_signal(hold, signal.SIGKILL)
        select.select([hold], [], [])
    finally:
        os.close(hold)


def _not_started() -> AftalerapportError:
    hint = "Giv processerne mere hukommelse, eller se i loggen, hvad der er galt."
    return AftalerapportError("En arbejdsproces kunne ikke startes.", hint)


def _unforeseen(problem: Unforeseen) -> AftalerapportError:
    _log.error("unforeseen", extra={"event": "unforeseen", "type": problem.type, "where": list(problem.at)})
    return AftalerapportError(
        f"Der skete en fejl i programmet ({problem.type}).", "Send tidspunktet til dem, der driver Aftalerapport."
    )
