"""What the overview of a follow-up adds to its PDF and its Word file: `python -m bench.overviews`."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench.process import best
from renderer.edition.build import build_edition, with_overview
from tests.samples import large_case

_FOLLOWUP = 3
_ROW = "{:<34} {:>6} {:>8} {:>8} {:>8}"


def print_overviews(folder: Path, factors: Sequence[int]) -> None:
    """Measure the large case with its overview and without."""
    print("\n" + _ROW.format("With an overview", "items", "CPU s", "s/1x", "adds s"))
    for factor in factors:
        case = large_case(factor=factor)
        plain = build_edition(case, _FOLLOWUP)
        files = [folder / f"{name}-{factor}.json" for name in ("uden", "med")]
        for file, edition in zip(files, (plain, with_overview(case, plain)), strict=True):
            file.write_text(edition.as_json(), encoding="utf-8")
        for title, suffix in (("PDF", "pdf"), ("Word", "docx")):
            runs = 3 if factor == 1 else 1
            written = str(folder / "written")
            without, spent = (best("bench.write_one", suffix, str(one), written, runs=runs).cpu for one in files)
            cells = (f"{spent:.2f}", f"{spent / factor:.2f}", f"{spent - without:.2f}")
            print(_ROW.format(title, 86 * factor, *cells), flush=True)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        print_overviews(Path(name), (1, 2, 4, 8))
