"""Landlock: a process gives up every file but those it names, for good (landlock(7), Linux 5.13).

Only what the second version offers (Linux 5.19, Debian 12 has 6.1) is relied on; what newer kernels add is taken along.
"""

import ctypes
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Final

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
"""The numbers of the system calls: the same on every architecture (include/uapi/asm-generic/unistd.h)."""

_ASK_VERSION = 1
_PATH_BENEATH = 1
_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_DIR = 1, 2, 4, 8
_READ = _READ_FILE | _READ_DIR
_ON_FILES = _EXECUTE | _WRITE_FILE | _READ_FILE
_FILES_OF_VERSION: Final = (0, (1 << 13) - 1, (1 << 14) - 1, (1 << 15) - 1, (1 << 15) - 1, (1 << 16) - 1)
"""Every right to files that a version knows, as bits; the last holds for all later ones."""
_NETWORK_FROM, _NETWORK = 4, 3
_SCOPES_FROM, _SCOPES = 6, 3

_libc = ctypes.CDLL(None, use_errno=True)


class _Ruleset(ctypes.Structure):
    """`struct landlock_ruleset_attr`: what is given up, unless a rule allows it."""

    _fields_ = (("files", ctypes.c_uint64), ("network", ctypes.c_uint64), ("scoped", ctypes.c_uint64))


class _Beneath(ctypes.Structure):
    """`struct landlock_path_beneath_attr`: what is kept of a file, or of all that lies in a folder."""

    _pack_ = 1
    _fields_ = (("allowed", ctypes.c_uint64), ("parent", ctypes.c_int32))


def landlock_version() -> int:
    """The version that the kernel offers; 0 where it has none."""
    return max(int(_libc.syscall(_CREATE_RULESET, None, 0, _ASK_VERSION)), 0)


def allow_only(read: Iterable[Path], write: Iterable[Path]) -> None:
    """Give up all files but these, for reading, and for reading and writing. Raises `OSError`.

    The caller has given up new privileges (`PR_SET_NO_NEW_PRIVS`) before.
    """
    version = landlock_version()
    known = _FILES_OF_VERSION[min(version, len(_FILES_OF_VERSION) - 1)]
    rules = _Ruleset(known, _NETWORK if version >= _NETWORK_FROM else 0, _SCOPES if version >= _SCOPES_FROM else 0)
    size = ctypes.sizeof(rules) if version >= _SCOPES_FROM else 16 if version >= _NETWORK_FROM else 8
    ruleset = _done(_libc.syscall(_CREATE_RULESET, ctypes.byref(rules), size, 0))
    try:
        for path in read:
            _allow(ruleset, path, _READ & known)
        for path in write:
            _allow(ruleset, path, known & ~_EXECUTE)
        _done(_libc.syscall(_RESTRICT_SELF, ruleset, 0))
    finally:
        os.close(ruleset)


def _allow(ruleset: int, path: Path, rights: int) -> None:
    """What is not there need not be allowed."""
    try:
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except FileNotFoundError:
        return
    try:
        rule = _Beneath(rights if path.is_dir() else rights & _ON_FILES, place)
        _done(_libc.syscall(_ADD_RULE, ruleset, _PATH_BENEATH, ctypes.byref(rule), 0))
    finally:
        os.close(place)


def _done(result: int) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return result
