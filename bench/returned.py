"""What taking a draft back costs, and writing its corrections into the case folder: `python -m bench.returned`."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench.process import cost
from renderer.casefolder.write import case_files
from tests.returned_drafts import exchanged, returned_draft
from tests.samples import large_case

_ROW = "{:<34} {:>6} {:>8} {:>8} {:>8} {:>8}"
_CORRECTIONS = {"arbejder tættere": "arbejder meget tættere", "Arbejdet går": "Arbejdet er gået"}
# What the case says otherwise since the draft was sent out: each of these fields is a conflict.
_SINCE = ("Arbejdet går", "Arbejdet går stadig")


def print_returned(folder: Path, factors: Sequence[int]) -> None:
    """Measure drafts of the large case in which many fields were corrected, some of them in the case as well."""
    print("\n" + _ROW.format("After start-up", "items", "CPU s", "s/1x", "changes", "conflicts"))
    for factor in factors:
        case, draft = _lay_returned(folder, factor)
        result = cost("bench.take_back_one", str(case), str(draft)).result
        for title, seconds in (("Draft taken back", "read"), ("Its proposals written", "written")):
            spent, proposals, conflicts = result[seconds], result["proposals"], result["conflicts"]
            counts = (f"{proposals:.0f}", f"{conflicts:.0f}")
            print(_ROW.format(title, 86 * factor, f"{spent:.2f}", f"{spent / factor:.2f}", *counts), flush=True)


def _lay_returned(folder: Path, factor: int) -> tuple[Path, Path]:
    case = folder / f"sag-{factor}"
    case.mkdir()
    for name, text in case_files(large_case(factor=factor)).items():
        (case / name).write_text(text, encoding="utf-8")
    draft = folder / f"retur-{factor}.docx"
    draft.write_bytes(exchanged(returned_draft(case, {}, followup=3), _CORRECTIONS, everywhere=True))
    newest = case / "opfoelgning-3.yaml"
    newest.write_text(newest.read_text(encoding="utf-8").replace(*_SINCE), encoding="utf-8")
    return case, draft


def main(factors: Sequence[int] = (1, 2, 4, 8)) -> None:
    """Make the drafts, and measure."""
    with tempfile.TemporaryDirectory() as name:
        print_returned(Path(name), factors)


if __name__ == "__main__":
    main()
