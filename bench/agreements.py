"""What the signed agreement costs to print, start and imports included: `python -m bench.agreements`."""

import sys
import tempfile
from pathlib import Path

from bench.process import best
from renderer.edition.agreement.build import build_agreement
from renderer.edition.agreement.document import AgreementDocument
from renderer.journeys.case_files import folder_files
from renderer.readers.yaml.folder import read_case_folder
from tests.samples import small_case
from tests.signed_samples import large_signed

_ROW = "{:<34} {:>6} {:>8} {:>8} {:>8}"


def main(case: str | None = None) -> None:
    """Print an agreement as large as the real ones, or that of a case folder, and measure each format."""
    agreement = _of_folder(Path(case)) if case else _large()
    points = sum(heading.kind.value == "point" for heading in agreement.headings())
    print(_ROW.format("", "points", "CPU s", "MB", "kB"))
    with tempfile.TemporaryDirectory() as name:
        data, written = Path(name) / "agreement.json", Path(name) / "written"
        data.write_text(agreement.as_json(), encoding="utf-8")
        for title, ending in (("The agreement as PDF", "pdf"), ("The agreement as Word", "docx")):
            run = best("bench.agreement_one", ending, str(data), str(written), runs=3)
            size = written.stat().st_size / 1000
            print(_ROW.format(title, points, f"{run.cpu:.2f}", f"{run.memory:.0f}", f"{size:.0f}"), flush=True)


def _large() -> AgreementDocument:
    return build_agreement(small_case().model_copy(update={"signed": large_signed()}))


def _of_folder(folder: Path) -> AgreementDocument:
    case = read_case_folder(folder_files(folder)).case
    if case is None:
        raise SystemExit(f"{folder} is no case that can be read")
    return build_agreement(case)


if __name__ == "__main__":
    main(*sys.argv[1:2])
