"""One piece of work in a process of its own, and what it cost.

CPU seconds are user and system time of the process and all its children, start and imports included; memory is the
process's largest resident set, by Linux's own count (what `wait4` tells begins with the set of the process that started
it). Wall time is not reported: on a shared machine it says nothing.
"""

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

_RUN = """
import runpy, sys
sys.argv = sys.argv[1:]
runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""


@dataclass(frozen=True)
class Cost:
    """What a run cost: CPU seconds, the largest resident set in MB, and what it says of its result."""

    cpu: float
    memory: float
    result: dict[str, float]


def cost(module: str, *words: str) -> Cost:
    """Run `python -m module words...` and measure it; the last line the module prints is its result as JSON."""
    with tempfile.TemporaryFile() as out:
        child = subprocess.Popen([sys.executable, "-c", _RUN, module, *words], stdout=out)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        lines = out.read().decode().splitlines()
    if child.returncode:
        raise SystemExit(f"{module} {' '.join(words)} ended with {child.returncode}")
    *_, result, kilobytes = lines
    return Cost(usage.ru_utime + usage.ru_stime, int(kilobytes) / 1024, json.loads(result))


def best(module: str, *words: str, runs: int = 3) -> Cost:
    """The cheapest of several runs: on a noisy machine the least disturbed one."""
    return min((cost(module, *words) for _ in range(runs)), key=lambda run: run.cpu)


def case_folder() -> Path | None:
    """A case folder that the environment names for the benchmark, instead of the generated case."""
    named = os.environ.get("BENCH_CASE")
    return Path(named) if named else None
