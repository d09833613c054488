"""What reading a returned draft costs by itself, after start-up: `python -m bench.read_draft`."""

import datetime
import time
from collections.abc import Sequence

from renderer.edition.build import build_edition
from renderer.edition.draft import draft_record
from renderer.readers.draft.read import read_draft
from renderer.writers.word import write_draft
from tests.samples import large_case

_ROW = "{:<34} {:>6} {:>8} {:>8} {:>8}"
_DAY = datetime.date(2018, 7, 4)
_TURNS = 3


def print_read(factors: Sequence[int] = (1, 2, 4, 8)) -> None:
    """Measure drafts of the large case that come back untouched; the cheapest of several turns."""
    print(_ROW.format("Returned draft read", "items", "CPU s", "s/1x", "fields"))
    for factor in factors:
        data = write_draft(draft_record(build_edition(large_case(factor=factor), 2), 1, _DAY, "0.1.0"))
        turns = [_turn(data) for _ in range(_TURNS)]
        spent, fields = min(turns)
        print(_ROW.format("", 86 * factor, f"{spent:.2f}", f"{spent / factor:.2f}", fields), flush=True)


def _turn(data: bytes) -> tuple[float, int]:
    start = time.process_time()
    found = read_draft("udkast.docx", data, lambda *_: None)
    return time.process_time() - start, len(found.read)


if __name__ == "__main__":
    print_read()
