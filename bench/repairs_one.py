"""What the archive's repairs cost: `python -m bench.repairs_one EDITION.json`.

The same pages are laid out and written twice: as WeasyPrint writes PDF/A-3a with tags of its own, and as the
archive's room writes them. CPU seconds of the parts in one process, the least of several turns, so that nothing else
differs.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from renderer.edition.edition import Edition
from renderer.writers.archival.archival_pdf import write_archival
from renderer.writers.archival.grade import Grade
from renderer.writers.layout import lay_out
from renderer.writers.pdf import printable
from renderer.writers.quicker.remembered_lines import remembered_lines
from renderer.writers.unhurried_gc import unhurried_gc

_VARIANT = Grade.WITH_DATA.value
_TURNS = 3


def main(path: str) -> None:
    """Print the CPU seconds of layout, of WeasyPrint's own writing, and of ours."""
    document = printable(Edition.model_validate_json(Path(path).read_bytes()))
    writers: dict[str, Callable[[Any], object]] = {
        "plain": lambda pages: pages.write_pdf(pdf_variant=_VARIANT),
        "archival": lambda pages: write_archival(pages, document, Grade.WITH_DATA),
    }
    seconds: dict[str, list[float]] = {"layout": [], "plain": [], "archival": []}
    for _ in range(_TURNS):
        for name, write in writers.items():
            with unhurried_gc(), remembered_lines():
                start = time.process_time()
                pages = lay_out(document, _VARIANT)
                laid_out = time.process_time()
                write(pages)
                seconds["layout"].append(laid_out - start)
                seconds[name].append(time.process_time() - laid_out)
    print(json.dumps({name: min(all_of_it) for name, all_of_it in seconds.items()}))


if __name__ == "__main__":
    main(*sys.argv[1:])
