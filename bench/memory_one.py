"""The memory of the process that all documents are forked from: `python -m bench.memory_one COUNT`.

Every document is of another case, and every case is checked first, as it is when another system sends it.
"""

import json
import os
import sys
from pathlib import Path

from renderer.journeys.rendering.render_order import RenderOrder
from renderer.journeys.serving.confined import Workshop
from renderer.journeys.serving.confined.handle import Zygote
from renderer.journeys.serving.uploaded_case import check_upload, render_upload
from tests.service.other_words import other_case

_FORMATS = ("pdf", "pdf", "pdf", "docx", "pdf", "html")
_STEPS = 20


def main(count: int) -> None:
    """Make so many documents, and tell the megabytes that are held after every twentieth part of them."""
    held = {}
    zygote = Zygote()
    with_one = Workshop(1, 0, zygote=zygote)
    for number in range(count):
        upload, committee = other_case(number)
        with_one.run(check_upload, upload, 3)
        with_one.run(render_upload, upload, RenderOrder(3, committee, False, (_FORMATS[number % len(_FORMATS)],)))
        if (number + 1) % max(count // _STEPS, 1) == 0:
            held[str(number + 1)] = resident(zygote.process)
    zygote.close()
    print(json.dumps(held))


def resident(process: int) -> float:
    """The megabytes that a process holds."""
    return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


if __name__ == "__main__":
    main(int(sys.argv[1]))
