"""What a draft costs to write, beside docxtpl writing the plain document: `python -m bench.drafts`."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench.process import cost
from renderer.edition.build import build_edition
from tests.samples import large_case

_ROW = "{:<34} {:>6} {:>8} {:>8} {:>8} {:>8}"


def print_drafts(folder: Path, factors: Sequence[int]) -> None:
    """Measure the editions that lie in the folder by their factor, and print a table."""
    print("\n" + _ROW.format("After start-up", "items", "CPU s", "s/1x", "kB", ""))
    for title, words in (("Draft in Word", ()), ("Plain document by docxtpl", ("docxtpl",))):
        for factor in factors:
            result = cost("bench.draft_one", str(folder / f"{factor}.json"), str(folder / "draft"), *words).result
            seconds, size = result["seconds"], result["kB"]
            print(
                _ROW.format(title, 86 * factor, f"{seconds:.2f}", f"{seconds / factor:.2f}", f"{size:.0f}", ""),
                flush=True,
            )


def main(factors: Sequence[int] = (1, 2, 4, 8)) -> None:
    """Lay the editions out, and measure."""
    with tempfile.TemporaryDirectory() as name:
        for factor in factors:
            case = large_case(factor=factor)
            edition = build_edition(case, max(one.number for one in case.followups))
            (Path(name) / f"{factor}.json").write_text(edition.as_json(), encoding="utf-8")
        print_drafts(Path(name), factors)


if __name__ == "__main__":
    main()
