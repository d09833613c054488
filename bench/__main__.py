"""`make bench`: what documents, the archive and the service cost, beside docxtpl, Chromium and LibreOffice."""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import pikepdf

from bench.archiving import print_archiving
from bench.converters import print_converters
from bench.demands import Demand, print_demands
from bench.drafts import print_drafts
from bench.mass import print_mass
from bench.memory import print_memory
from bench.overviews import print_overviews
from bench.process import best, case_folder, cost
from bench.returned import print_returned
from bench.serving import print_serving
from bench.workbooks import print_workbooks
from renderer.casefolder.write import case_files
from renderer.edition.build import build_edition
from renderer.journeys.case_files import folder_files
from renderer.journeys.open_case import open_case
from tests.samples import large_case

FACTORS = (1, 2, 4, 8)
_ROW = "{:<34} {:>6} {:>8} {:>8} {:>8} {:>8}"


def main(names: Sequence[str]) -> None:
    """Measure the named parts, or all, and end with what was demanded of them."""
    if unknown := set(names) - set(PARTS):
        raise SystemExit(f"unknown: {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    begun = time.perf_counter()
    demands = [demand for name in names or PARTS for demand in PARTS[name]()]
    if demands:
        print_demands(demands)
    print(f"\n{time.perf_counter() - begun:.0f} s in all, with {os.cpu_count()} cores")


def documents() -> list[Demand]:
    """What a document and a round cost, at 1, 2, 4 and 8 times the 86 items."""
    print(_ROW.format("", "items", "CPU s", "s/1x", "pages", "MB"))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for factor in FACTORS:
            _lay_edition(folder, factor)
        written = folder / "written"
        for title, module, words in (
            ("PDF", "bench.write_one", ("pdf",)),
            ("Word", "bench.write_one", ("docx",)),
            ("Word by docxtpl", "bench.docxtpl_one", ()),
        ):
            for factor in FACTORS:
                run = best(module, *words, str(folder / f"{factor}.json"), str(written), runs=3 if factor < 4 else 1)
                _print(title, factor, run.cpu, _pages(written) if title == "PDF" else 0, run.memory)
        if named := case_folder():
            _lay_named(folder, named)
            run = best("bench.write_one", "pdf", str(folder / "named.json"), str(written), runs=5)
            print(f"\nThe PDF of {named.name}: {run.cpu:.2f} CPU s, {_pages(written)} pages, {run.memory:.0f} MB")
        print_drafts(folder, FACTORS)
        print_returned(folder, FACTORS)
        print_workbooks(folder, FACTORS)
        print_overviews(folder, FACTORS)
        _repairs(folder)
        _round(folder)
    return []


def _lay_edition(folder: Path, factor: int) -> None:
    case = large_case(factor=factor)
    followup = max(one.number for one in case.followups)
    (folder / f"{factor}.json").write_text(build_edition(case, followup).as_json(), encoding="utf-8")


def _lay_named(folder: Path, named: Path) -> None:
    """The newest edition of a case folder that the environment names (BENCH_CASE)."""
    case = open_case(folder_files(named)).case
    edition = build_edition(case, max(one.number for one in case.followups))
    (folder / "named.json").write_text(edition.as_json(), encoding="utf-8")


def _pages(written: Path) -> int:
    with pikepdf.open(written) as pdf:
        return len(pdf.pages)


def _print(title: str, factor: int, cpu: float, pages: float, memory: float) -> None:
    page_text = f"{pages:.0f}" if pages else ""
    print(_ROW.format(title, 86 * factor, f"{cpu:.2f}", f"{cpu / factor:.2f}", page_text, f"{memory:.0f}"), flush=True)


def _repairs(folder: Path) -> None:
    parts = cost("bench.repairs_one", str(folder / "1.json")).result
    share = (parts["archival"] - parts["plain"]) / (parts["layout"] + parts["plain"])
    print(
        f"\nThe PDF of 86 items apart: layout {parts['layout']:.2f} CPU s; written with WeasyPrint's own tags "
        f"{parts['plain']:.2f}, with the archive's repairs {parts['archival']:.2f} ({share:+.0%} of the render)"
    )


def _round(folder: Path) -> None:
    case = large_case()
    sag = folder / "sag"
    sag.mkdir()
    for name, text in case_files(case).items():
        (sag / name).write_text(text, encoding="utf-8")
    run = cost("bench.round_of_files", str(sag), str(folder / "ud"))
    cores = os.cpu_count()
    print(
        f"\nThe round: {run.result['files']:.0f} files, {run.cpu:.2f} CPU s in all, "
        f"{run.result['wall']:.2f} s on the clock with {cores} cores "
        f"({run.cpu / run.result['wall']:.1f} cores at work)"
    )


PARTS: Final[dict[str, Callable[[], list[Demand]]]] = {
    "documents": documents,
    "archive": print_archiving,
    "serving": print_serving,
    "converters": print_converters,
    "memory": print_memory,
    "mass": print_mass,
}
"""What can be measured by itself: `python -m bench mass`."""

if __name__ == "__main__":
    main(sys.argv[1:])
