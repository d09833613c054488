"""One writer on one edition in a process of its own: `python -m bench.write_one pdf EDITION.json FILE`."""

import json
import sys
from pathlib import Path

from renderer.edition.edition import Edition
from renderer.writers import WRITERS


def main(name: str, edition: str, target: str) -> None:
    """Write the edition into a file, and tell its size."""
    content = WRITERS[name](Edition.model_validate_json(Path(edition).read_bytes()))
    Path(target).write_bytes(content)
    print(json.dumps({"kB": len(content) / 1000}))


if __name__ == "__main__":
    main(*sys.argv[1:])
