"""What hostile code would try behind the walls of a confined task; each function tells how it ended."""

import ctypes
import errno
import os
import resource
import socket
import struct
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

WENT_THROUGH = "lykkedes"

_libc = ctypes.CDLL(None, use_errno=True)
_CLONE, _CLONE3, _IO_URING_SETUP, _PTRACE = 56, 435, 425, 101
"""The numbers of system calls on x86-64, the only machine where they are tried by number."""


def tried(attempt: Callable[[], object]) -> str:
    """The name of the error that an attempt ended with, or `WENT_THROUGH`."""
    try:
        attempt()
    except OSError as refused:
        return errno.errorcode.get(refused.errno or 0, type(refused).__name__)
    return WENT_THROUGH


def called(number: int, *arguments: int) -> str:
    """A system call by its number."""
    if _libc.syscall(number, *arguments) < 0:
        return errno.errorcode[ctypes.get_errno()]
    return WENT_THROUGH


def read(path: str) -> str:
    return tried(lambda: Path(path).read_bytes())


def list_folder(path: str) -> str:
    return tried(lambda: list(Path(path).iterdir()))


def append(path: str) -> str:
    return tried(lambda: Path(path).open("ab").close())


def create(path: str) -> str:
    return tried(lambda: Path(path).write_text("her var jeg"))


def remove(path: str) -> str:
    return tried(lambda: Path(path).unlink())


def rename(path: str) -> str:
    return tried(lambda: Path(path).rename(f"{path}.flyttet"))


def link(path: str) -> str:
    return tried(lambda: os.link(path, "link"))


def change_mode(path: str) -> str:
    return tried(lambda: Path(path).chmod(0o777))


def cut(path: str) -> str:
    return tried(lambda: os.truncate(path, 0))


def age(path: str) -> str:
    return tried(lambda: os.utime(path, (0, 0)))


def connect(port: int) -> str:
    return tried(lambda: socket.create_connection(("127.0.0.1", port), timeout=5).close())


def talk_to_a_neighbour(path: str) -> str:
    def attempt() -> None:
        with socket.socket(socket.AF_UNIX) as line:
            line.connect(path)

    return tried(attempt)


def fork() -> str:
    def attempt() -> None:
        if os.fork() == 0:
            os._exit(0)

    return tried(attempt)


def clone() -> str:
    return called(_CLONE, 17, 0, 0, 0, 0)


def clone3() -> str:
    return called(_CLONE3, 0, 0)


def start_program() -> str:
    return tried(lambda: subprocess.run([sys.executable, "-c", ""], check=True))


def become_program() -> str:
    return tried(lambda: os.execv(sys.executable, [sys.executable, "-c", ""]))


def ring() -> str:
    return called(_IO_URING_SETUP, 8, 0)


def trace(process: int) -> str:
    return called(_PTRACE, 16, process, 0, 0)


def end(process: int) -> str:
    return tried(lambda: os.kill(process, 0))


def limit(process: int) -> str:
    return tried(lambda: resource.prlimit(process, resource.RLIMIT_NOFILE, (3, 3)))


def raise_own_limit() -> str:
    def attempt() -> None:
        try:
            resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        except ValueError as refused:
            raise OSError(errno.EPERM, "") from refused

    return tried(attempt)


def environment() -> dict[str, str]:
    """What stands in the environment."""
    return dict(os.environ)


def secrets_in_memory(secret_backwards: str) -> bool:
    """Whether what the environment began with can be found where a program's environment lies."""
    secret = secret_backwards[::-1].encode()
    end = ctypes.c_char_p.in_dll(_libc, "program_invocation_name").value or b""
    place = ctypes.cast(ctypes.c_char_p.in_dll(_libc, "program_invocation_name"), ctypes.c_void_p).value or 0
    return secret in ctypes.string_at(place, 4096 - place % 4096) or secret in end


def open_files() -> int:
    """How many descriptors are open."""
    count = 0
    for number in range(256):
        try:
            os.fstat(number)
        except OSError:
            continue
        count += 1
    return count


def threads() -> int:
    """A thread can still be started."""
    import threading

    told: list[int] = []
    thread = threading.Thread(target=lambda: told.append(7))
    thread.start()
    thread.join()
    return told[0]


def say(content: bytes) -> int:
    """Answer by itself, with anything, and end: on the line that the answer goes by."""
    for number in range(3, 256):
        try:
            os.write(number, content)
        except OSError:
            continue
    os._exit(0)


def head(text: int, behind: int) -> bytes:
    """The beginning of an answer that says it is so long."""
    return struct.pack("!4sQQ", b"AFT1", text, behind)
