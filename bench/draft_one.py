"""One draft after start-up: `python -m bench.draft_one EDITION.json FILE [docxtpl]`.

CPU seconds of the writing alone, the record included, after everything is loaded and a small draft has been written.
With `docxtpl` the yardstick writes the same edition as a plain document, after the same warming up.
"""

import datetime
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from bench.docxtpl_one import render
from renderer.edition.draft import draft_record
from renderer.edition.edition import Edition
from renderer.writers.word import write_draft

_DAY = datetime.date(2018, 7, 4)
_TURNS = 3


def main(path: str, target: str, other: str = "") -> None:
    """Write the draft, and tell what it cost at its cheapest."""
    edition = Edition.model_validate_json(Path(path).read_bytes())
    write: Callable[[Edition], bytes] = render if other else _draft
    write(edition.model_copy(update={"chapters": edition.chapters[:1]}))
    seconds, content = min(_timed(write, edition) for _ in range(_TURNS))
    Path(target).write_bytes(content)
    print(json.dumps({"seconds": seconds, "kB": len(content) / 1000}))


def _draft(edition: Edition) -> bytes:
    return write_draft(draft_record(edition, 1, _DAY, "0"))


def _timed(write: Callable[[Edition], bytes], edition: Edition) -> tuple[float, bytes]:
    # A copy has none of what an edition remembers of itself.
    fresh = edition.model_copy()
    start = time.process_time()
    content = write(fresh)
    return time.process_time() - start, content


if __name__ == "__main__":
    main(*sys.argv[1:])
