"""The memory of one process of the service over many documents: `python -m bench.memory_one COUNT`.

Every document is of another case, and every case is checked first, as it is when another system sends it. The process
is not replaced on the way, as it would be in the service.
"""

import json
import os
import sys
from pathlib import Path

from renderer.journeys.rendering.render_order import RenderOrder
from renderer.journeys.serving.confined import Limits, Workshop
from renderer.journeys.serving.uploaded_case import check_upload, render_upload
from tests.service.other_words import other_case

_FORMATS = ("pdf", "pdf", "pdf", "docx", "pdf", "html")
_STEPS = 20


def main(count: int) -> None:
    """Make so many documents, and tell the megabytes that are held after every twentieth part of them."""
    held = {}
    with_one = Workshop(1, 0, Limits(tasks=10 * count))
    for number in range(count):
        upload, committee = other_case(number)
        with_one.run(check_upload, upload, 3)
        with_one.run(render_upload, upload, RenderOrder(3, committee, False, (_FORMATS[number % len(_FORMATS)],)))
        if (number + 1) % max(count // _STEPS, 1) == 0:
            held[str(number + 1)] = with_one.run(resident)
    with_one.close()
    print(json.dumps(held))


def resident() -> float:
    """The megabytes that this process holds."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


if __name__ == "__main__":
    main(int(sys.argv[1]))
