"""What the archive's repairs cost: `python -m bench.repairs_one EDITION.json`.

The same laid-out pages are written twice: as WeasyPrint writes PDF/A-3a with tags of its own, and as the archive's
room writes them. CPU seconds of the parts, in one process and without remembered lines, so that nothing else
differs.
"""

import json
import sys
import time
from pathlib import Path

from renderer.edition.edition import Edition
from renderer.writers.archival.archival_pdf import write_archival
from renderer.writers.archival.grade import Grade
from renderer.writers.layout import lay_out
from renderer.writers.pdf import printable
from renderer.writers.unhurried_gc import unhurried_gc


def main(path: str) -> None:
    """Print the CPU seconds of layout, of WeasyPrint's own writing, and of ours."""
    document = printable(Edition.model_validate_json(Path(path).read_bytes()))
    with unhurried_gc():
        start = time.process_time()
        pages = lay_out(document, Grade.WITH_DATA.value)
        laid_out = time.process_time()
        pages.write_pdf(pdf_variant=Grade.WITH_DATA.value)
        plain = time.process_time()
        write_archival(pages, document, Grade.WITH_DATA)
        archival = time.process_time()
    print(json.dumps({"layout": laid_out - start, "plain": plain - laid_out, "archival": archival - plain}))


if __name__ == "__main__":
    main(*sys.argv[1:])
