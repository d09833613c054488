"""What the archive costs: recording a round beside rendering it, and recounting 1,000: `python -m bench.archiving`."""

import tempfile
from pathlib import Path

from bench.demands import Demand
from bench.process import best, cost
from renderer.casefolder.write import case_files
from tests.samples import large_case


def print_archiving() -> list[Demand]:
    """Measure with the round of the large case."""
    with tempfile.TemporaryDirectory() as name:
        return _measured(Path(name))


def _measured(folder: Path) -> list[Demand]:
    sag = folder / "sag"
    sag.mkdir()
    for name, text in case_files(large_case()).items():
        (sag / name).write_text(text, encoding="utf-8")
    one = cost("bench.archive_one", "issue", str(folder)).result
    share = one["recorded"] / one["rendered"]
    print(
        f"\nIssuing a round of {one['editions']:.0f} editions: rendered in {one['rendered']:.2f} CPU s, "
        f"recorded in {one['recorded']:.2f} ({share:+.1%})"
    )
    laid = cost("bench.archive_one", "fill", str(folder)).result
    run = best("bench.archive_one", "verify", str(folder))
    print(
        f"archive verify of {run.result['editions']:.0f} editions, {laid['megabytes']:.0f} MB: "
        f"{run.cpu:.2f} CPU s, start included; {run.memory:.0f} MB of memory"
    )
    return [
        Demand("Issuing a round adds to rendering it, in %", f"{share:.1%}", 100 * share, most=10),
        Demand("archive verify of 1,000 editions, CPU s", f"{run.cpu:.2f} CPU s", run.cpu, most=10),
    ]


if __name__ == "__main__":
    print_archiving()
