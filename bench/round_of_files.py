"""A whole round in a process of its own: `python -m bench.round_of_files CASE TARGET`."""

import json
import sys
import time
from pathlib import Path

from renderer.journeys.case_files import folder_files
from renderer.journeys.open_case import open_case
from renderer.journeys.rendering.render_order import RenderOrder
from renderer.journeys.rendering.render_round import render_round


def main(folder: str, target: str) -> None:
    """Render the newest follow-up's round and tell how many files it is and how long it took on the clock."""
    newest = max(one.number for one in open_case(folder_files(Path(folder))).case.followups)
    start = time.perf_counter()
    rendered = render_round(folder_files(Path(folder)), RenderOrder(newest, whole_round=True), Path(target))
    print(json.dumps({"files": len(rendered.files), "wall": time.perf_counter() - start}))


if __name__ == "__main__":
    main(*sys.argv[1:])
