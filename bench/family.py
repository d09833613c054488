"""What a running process and everything below it hold and have used, as `/proc` tells it."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Used:
    """MB in memory now, and CPU seconds of each process and of those it has waited for, since each began.

    What processes share is counted once: each is given its part of it (Linux's `Pss`).
    """

    memory: float
    cpu: float


def used(pid: int) -> Used:
    """What a process and everything below it use; nothing where it is gone."""
    found = dict(_processes())
    family = {pid}
    while more := {one for one, (parent, _) in found.items() if parent in family} - family:
        family |= more
    return Used(sum(map(_memory, family)), sum(found[one][1] for one in family if one in found))


def _processes() -> Iterator[tuple[int, tuple[int, float]]]:
    """Every process of the machine with its parent and its CPU seconds."""
    for path in Path("/proc").iterdir():
        if path.name.isdigit() and (stat := _read(path / "stat")):
            fields = stat.rpartition(")")[2].split()
            cpu = sum(int(field) for field in fields[11:15]) / os.sysconf("SC_CLK_TCK")
            yield int(path.name), (int(fields[1]), cpu)


def _memory(pid: int) -> float:
    lines = _read(Path(f"/proc/{pid}/smaps_rollup")).splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) * 1024 / 1e6


def _read(path: Path) -> str:
    """What stands in a file of `/proc`; nothing where the process has ended meanwhile."""
    try:
        return path.read_text()
    except OSError:
        return ""
