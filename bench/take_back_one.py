"""One returned draft after start-up: `python -m bench.take_back_one FOLDER DRAFT.docx`.

CPU seconds of taking it back (the case folder is read and checked against it) and of writing all its proposals into a
copy of the folder, at their cheapest of several turns, after a first one that loads everything.
"""

import json
import shutil
import sys
import tempfile
import time
from pathlib import Path

from renderer.journeys.case_files import folder_files
from renderer.journeys.returned.take_back import take_back, write_changes

_TURNS = 4


def main(folder: str, draft: str) -> None:
    """Take the draft back several times, each time into a fresh copy, and tell the cheapest."""
    turns = [_turn(Path(folder), Path(draft)) for _ in range(_TURNS)][1:]
    read, written, proposals, conflicts = (min(turn[place] for turn in turns) for place in range(4))
    print(json.dumps({"read": read, "written": written, "proposals": proposals, "conflicts": conflicts}))


def _turn(folder: Path, draft: Path) -> tuple[float, float, int, int]:
    with tempfile.TemporaryDirectory() as name:
        copy = Path(shutil.copytree(folder, Path(name) / "sag"))
        start = time.process_time()
        taken = take_back(folder_files(copy), [draft])
        read = time.process_time()
        write_changes(taken, taken.changes)
        return read - start, time.process_time() - read, len(taken.proposals), len(taken.conflicts)


if __name__ == "__main__":
    main(*sys.argv[1:])
