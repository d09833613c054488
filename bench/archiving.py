"""What the archive costs: recording a round beside rendering it, and recounting 1,000: `python -m bench.archiving`."""

import tempfile
from pathlib import Path

from bench.process import best, cost
from renderer.casefolder.write import case_files
from tests.samples import large_case


def print_archiving() -> None:
    """Measure with the round of the large case."""
    with tempfile.TemporaryDirectory() as name:
        _print_measures(Path(name))


def _print_measures(folder: Path) -> None:
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


if __name__ == "__main__":
    print_archiving()
