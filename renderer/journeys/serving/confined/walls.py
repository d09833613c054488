"""The walls around a task: what it may use of time and memory, and what it can reach at all.

What the kernel does not offer is told (`missing_walls`) and done without: the service then says so in `/readyz`.
"""

import ctypes
import os
import resource
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path
from typing import Final, get_args

from renderer import resources
from renderer.journeys.serving.confined.landlock import allow_only, landlock_version
from renderer.journeys.serving.confined.syscalls import compiled_filter, refuse_calls

_MEGABYTE = 1_000_000
_NO_NEW_PRIVILEGES, _DIE_WITH_PARENT = 38, 1
"""`PR_SET_NO_NEW_PRIVS` and `PR_SET_PDEATHSIG` (prctl(2))."""

_KILL = 9
_GRACE_SECONDS = 2
_LEAST_LANDLOCK = 2
_MAPPED = Path("/proc/self/maps")
_LINKER_CACHE = Path("/etc/ld.so.cache")

LANDLOCK: Final = "landlock"
SECCOMP: Final = "seccomp"


@dataclass(frozen=True)
class Limits:
    """What one task may use: seconds on the clock, and megabytes of address space, libraries included."""

    seconds: float = 120
    memory: int = 3_000


@dataclass(frozen=True)
class Walls:
    """What stands ready to be put up: found out once, before any task, where everything can still be reached.

    `readable` are the program's own files; `filter` is the compiled filter of calls, `None` where there can be none.
    """

    readable: tuple[Path, ...]
    landlock: int
    filter: bytes | None

    @property
    def missing(self) -> tuple[str, ...]:
        """The walls that this machine does not offer."""
        offered = {LANDLOCK: self.landlock >= _LEAST_LANDLOCK, SECCOMP: self.filter is not None}
        return tuple(name for name, there in offered.items() if not there)

    def put_up(self, limits: Limits, room: Path) -> None:
        """Go behind them, for good; `room` is the one folder that can be written to. Raises `OSError`."""
        _prctl(_DIE_WITH_PARENT, _KILL)
        _limit(limits)
        if _prctl(_NO_NEW_PRIVILEGES, 1) != 0:
            raise OSError(ctypes.get_errno(), "no new privileges")
        if LANDLOCK not in self.missing:
            allow_only(self.readable, [room])
        if self.filter is not None:
            refuse_calls(self.filter)


def found_walls() -> Walls:
    """What this machine offers."""
    return Walls(_readable(), landlock_version(), compiled_filter())


def _readable() -> tuple[Path, ...]:
    """Where modules and libraries may be loaded from, and what belongs to the program: no file of anybody's."""
    package = Path(resources.__file__).parent
    installed = {Path(sysconfig.get_path(name)) for name in ("stdlib", "platstdlib", "purelib", "platlib")}
    zipped = {Path(place) for place in sys.path if place.endswith(".zip")}
    own = {resources.resource_folder(kind) for kind in get_args(resources.Kind)}
    found = {package, *installed, *zipped, *own, *_library_folders(), _LINKER_CACHE, Path(os.devnull)}
    return tuple(sorted(path.resolve() for path in found))


def _library_folders() -> set[Path]:
    """The folders of the libraries that are loaded: those that are loaded later lie beside them."""
    lines = _MAPPED.read_text(encoding="utf-8", errors="replace").splitlines() if _MAPPED.exists() else []
    paths = (Path(line.split(maxsplit=5)[5]) for line in lines if ".so" in line and line.count("/"))
    return {path.parent for path in paths if path.is_file()}


def _limit(limits: Limits) -> None:
    memory = limits.memory * _MEGABYTE
    seconds = int(limits.seconds) + _GRACE_SECONDS
    for what, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_FSIZE, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))


def _prctl(option: int, value: int) -> int:
    return int(ctypes.CDLL(None, use_errno=True).prctl(option, value, 0, 0, 0))
