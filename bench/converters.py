"""The same document by what can be run here of the converters that are otherwise put behind such a service.

Gotenberg and its like keep Chromium or LibreOffice running and hand them page after page. Chromium is kept running here
too; LibreOffice converts a pile of files in one run, from which a run with one file is taken. Both are given a finished
page or file: they read no case, check nothing, and what they write is no archive file.
"""

import resource
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from bench.chromium import Chromium, chromium
from bench.demands import Demand
from bench.family import used
from bench.load import load
from renderer.edition.build import build_edition
from renderer.writers.html import write_html
from renderer.writers.word import write_word
from tests.samples import small_case

_PAGES = 30
_PILE = 12


def print_converters(followup: int = 2) -> list[Demand]:
    """Measure those that are installed, and say which are not."""
    case = small_case()
    edition = build_edition(case, followup, case.agreement.committees[0])
    print("\nThe same edition by other programs, one document at a time")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "page.html").write_bytes(write_html(edition))
        (folder / "file.docx").write_bytes(write_word(edition))
        return [*_chromium(folder), *_office(folder)]


def _chromium(folder: Path) -> list[Demand]:
    program = chromium()
    if program is None:
        print("  Chromium is not installed, and was not measured: apt-get install chromium")
        return [Demand("Chromium prints the page", "not installed")]
    with Chromium(program) as running:
        for _ in range(3):
            running.printed(folder / "page.html")
        before = used(running.pid).cpu
        # Its pipe takes one page at a time.
        found = load(lambda _: _require(running.printed(folder / "page.html")), 1, _PAGES)
        spent = (used(running.pid).cpu - before) / _PAGES
    print(f"  Chromium, kept running:      {found}, {spent:.2f} CPU s a document", flush=True)
    return [Demand("Chromium prints the page", f"{found.rate:.1f}/s, p95 {found.slow:.0f} ms, {spent:.2f} CPU s")]


def _office(folder: Path) -> list[Demand]:
    program = shutil.which("soffice")
    if program is None:
        print("  LibreOffice is not installed, and was not measured: scripts/system-packages test")
        return [Demand("LibreOffice converts the file", "not installed")]
    for number in range(_PILE):
        shutil.copy(folder / "file.docx", folder / f"{number}.docx")
    files = [str(folder / f"{number}.docx") for number in range(_PILE)]
    _convert(program, folder, files[:1])  # makes its profile
    alone, pile = _convert(program, folder, files[:1]), _convert(program, folder, files)
    each, cpu = ((many - one) / (_PILE - 1) for many, one in zip(pile, alone, strict=True))
    print(
        f"  LibreOffice, kept running:   {1 / each:6.2f} a second, {cpu:.2f} CPU s a document; alone, {alone[0]:.1f} s"
    )
    return [Demand("LibreOffice converts the file", f"{1 / each:.1f}/s, {1000 * each:.0f} ms each, {cpu:.2f} CPU s")]


def _convert(program: str, folder: Path, files: list[str]) -> tuple[float, float]:
    """Seconds on the clock and of the CPU for converting the files in one run."""
    words = [program, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf"]
    before, begun = _children(), time.perf_counter()
    subprocess.run(
        [*words, "--outdir", str(folder / "out"), *files],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300,
    )  # fmt: skip
    seconds = time.perf_counter() - begun
    for file in files:
        _require((folder / "out" / Path(file).with_suffix(".pdf").name).read_bytes())
    return seconds, _children() - before


def _children() -> float:
    times = resource.getrusage(resource.RUSAGE_CHILDREN)
    return times.ru_utime + times.ru_stime


def _require(pdf: bytes) -> None:
    assert pdf.startswith(b"%PDF-")


if __name__ == "__main__":
    print_converters()
