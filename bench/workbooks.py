"""What workbooks cost: collecting a round, taking it back, and a whole case out and in: `python -m bench.workbooks`.

CPU seconds of processes of their own, start included, at 1, 2, 4 and 8 times the 86 items; some answers are new.
"""

import json
import sys
import tempfile
import time
import zipfile
from pathlib import Path

from bench.process import cost
from renderer.casefolder.write import case_files
from renderer.journeys.case_files import folder_files
from tests.samples import large_case

_ROW = "{:<34} {:>6} {:>8} {:>8} {:>10}"
_TASKS = (("Collecting a round", "collect"), ("Taking it back", "take-back"), ("The case out and in", "export"))
_FOLLOWUP = 2
_ANSWER = ("Arbejdet går som planlagt", "Arbejdet går bedre end planlagt")
_LONGEST_ANSWER = 400


def print_workbooks(folder: Path, factors: tuple[int, ...] = (1, 2, 4, 8)) -> None:
    """Measure, and print a table."""
    print("\n" + _ROW.format("Workbooks, start included", "items", "CPU s", "s/1x", "after start"))
    for factor in factors:
        sag = folder / f"workbooks-{factor}"
        sag.mkdir()
        case = large_case(factor=factor)
        kept = case.model_copy(update={"followups": case.followups[: _FOLLOWUP + 1]})
        for name, text in case_files(kept).items():
            (sag / name).write_text(text, encoding="utf-8")
    for title, task in _TASKS:
        for factor in factors:
            run = cost("bench.workbooks", task, str(folder / f"workbooks-{factor}"), str(folder / f"ud-{factor}"))
            seconds = run.result["seconds"]
            print(
                _ROW.format(title, 86 * factor, f"{run.cpu:.2f}", f"{run.cpu / factor:.2f}", f"{seconds:.2f}"),
                flush=True,
            )


def one(task: str, sag: str, target: str) -> None:
    """Do one task, and tell what it cost after everything was loaded."""
    from renderer.journeys import case_workbook
    from renderer.journeys.collecting import collect
    from renderer.journeys.returned import take_back

    start = time.process_time()
    folder, out = Path(sag), Path(target)
    if task == "collect":
        collect.collect(folder_files(folder), _FOLLOWUP, out)
        seconds = time.process_time() - start
        _fill_in(out)
    elif task == "take-back":
        taken = take_back.take_back(folder_files(folder), sorted(out.glob("*.xlsx")))
        seconds = time.process_time() - start
        assert taken.proposals, "nothing came back"
        assert not taken.conflicts
        assert {finding.code for finding in taken.findings} <= {"låst-celle-ændret"}
    else:
        path, _ = case_workbook.export(folder_files(folder), out.with_suffix(".case.xlsx"))
        read = case_workbook.read_case_workbook(path.name, path.read_bytes())
        seconds = time.process_time() - start
        assert read.case is not None
    print(json.dumps({"seconds": seconds}))


def _fill_in(out: Path) -> None:
    """Change the answers of each workbook that say a certain thing: in its bytes, as no program is needed for it."""
    for path in out.glob("*.xlsx"):
        with zipfile.ZipFile(path) as source:
            parts = {name: source.read(name) for name in source.namelist()}
        strings = parts["xl/sharedStrings.xml"].decode().split("<si>")
        # The record of what was sent out stands among the strings, and must stay as it is.
        answered = (one if "{" in one or len(one) > _LONGEST_ANSWER else one.replace(*_ANSWER) for one in strings)
        parts["xl/sharedStrings.xml"] = "<si>".join(answered).encode()
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
            for name, content in parts.items():
                target.writestr(name, content)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        one(*sys.argv[1:])
    else:
        with tempfile.TemporaryDirectory() as name:
            print_workbooks(Path(name))
