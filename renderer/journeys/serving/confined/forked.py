"""What a fresh process does: its one task, behind the walls, and then it is gone.

The task and its arguments come from the service itself and are unpickled before the walls go up, while its module can
still be imported; what the arguments hold (the bytes that somebody sent) is looked at behind them only.
"""

import gc
import os
import pickle
import resource
import signal
import socket
import struct
import tempfile
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from renderer.errors import AftalerapportError, LimitExceeded
from renderer.journeys.serving.confined.answers import Unforeseen, fell_over, given, raised
from renderer.journeys.serving.confined.walls import Limits, Walls

LENGTH = struct.Struct("!Q")
_STATUS = Path("/proc/self/status")
_NEARLY = 0.9
_MOST_FRAMES = 8


@dataclass(frozen=True)
class Order:
    """What is to be done, within which limits, and the folder for temporary files."""

    task: Callable[..., Any]
    arguments: tuple[object, ...]
    limits: Limits
    room: Path


def do_one_task(channel: socket.socket, walls: Walls) -> None:
    """Receive an order, do it, answer, and end this process; never returns."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        order = _received(channel)
        _be_alone(channel.fileno())
        tempfile.tempdir = str(order.room)
        # Memory that was used up is to be told as such: the system's own count, opened while it can be.
        with _STATUS.open(encoding="ascii", errors="replace") as status:
            walls.put_up(order.limits, order.room)
            answer = _outcome(order, lambda: _most_memory(status))
        _send_all(channel.fileno(), answer)
    except Exception as problem:  # noqa: BLE001 - a wall that cannot be put up, or a task that cannot be found
        with suppress(OSError):
            _send_all(channel.fileno(), fell_over(_unforeseen(problem)))
    finally:
        # Nothing is torn down: no exit handler, and no buffer that the zygote had.
        os._exit(0)


def _received(channel: socket.socket) -> Order:
    [length] = LENGTH.unpack(_exactly(channel, LENGTH.size))
    order = pickle.loads(_exactly(channel, length))  # noqa: S301 - the service itself has written it
    assert isinstance(order, Order)
    return order


def _exactly(channel: socket.socket, length: int) -> bytes:
    """So many bytes. Raises `EOFError` where the other end was closed first."""
    content = bytearray()
    while len(content) < length:
        part = channel.recv(min(length - len(content), 1 << 20))
        if not part:
            raise EOFError
        content += part
    return bytes(content)


def _be_alone(kept: int) -> None:
    """Close everything that the zygote had open, so that nothing can be said to it or to anybody else."""
    silent = os.open(os.devnull, os.O_RDWR)
    for standard in range(3):
        os.dup2(silent, standard)
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
    os.closerange(3, kept)
    os.closerange(kept + 1, min(most, 1 << 16))


def _send_all(channel: int, answer: bytes) -> None:
    """By plain writing: the calls for sockets are refused by now."""
    rest = memoryview(answer)
    while rest:
        rest = rest[os.write(channel, rest) :]


def _outcome(order: Order, most_memory: Callable[[], int]) -> bytes:
    try:
        return given(order.task(*order.arguments))
    except AftalerapportError as problem:
        if _ran_out(problem.__cause__, most_memory):
            return _out_of_memory()
        return raised(problem)
    except (MemoryError, RecursionError):
        return _out_of_memory()
    except Exception as problem:  # noqa: BLE001 - the one who waits is to be told, not left waiting
        if _ran_out(problem, most_memory):
            return _out_of_memory()
        return fell_over(_unforeseen(problem))


def _unforeseen(problem: Exception) -> Unforeseen:
    frames = [f"{frame.filename}:{frame.lineno}" for frame in traceback.extract_tb(problem.__traceback__)]
    return Unforeseen(type(problem).__name__, tuple(frames[-_MOST_FRAMES:]))


def _ran_out(problem: BaseException | None, most_memory: Callable[[], int]) -> bool:
    """Whether a problem comes of the limit of memory.

    Where CPython 3.11 gets no room for the frame of a call, it raises `SystemError` in place of `MemoryError`.
    """
    if isinstance(problem, SystemError):
        return most_memory() > _NEARLY * resource.getrlimit(resource.RLIMIT_AS)[0]
    return isinstance(problem, MemoryError)


def _most_memory(status: Any) -> int:
    """The most address space this process has had, in bytes; 0 where the system does not say (proc(5))."""
    status.seek(0)
    return next((int(line.split()[1]) * 1024 for line in status if line.startswith("VmPeak:")), 0)


def _out_of_memory() -> bytes:
    gc.collect()
    hint = "Send en mindre sag, eller bestil færre udgaver ad gangen."
    return raised(LimitExceeded("Opgaven brugte mere hukommelse, end den må.", hint), spent=True)
