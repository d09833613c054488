"""One writer on one edition in a process of its own: `python -m bench.write_one pdf EDITION.json`."""

import io
import json
import sys
from pathlib import Path

from renderer.edition.edition import Edition
from renderer.writers import WRITERS


def main(name: str, edition: str) -> None:
    """Write the edition and tell its size, and the pages where the format has them."""
    content = WRITERS[name](Edition.model_validate_json(Path(edition).read_bytes()))
    print(json.dumps({"kB": len(content) / 1000, "pages": _pages(content) if name == "pdf" else 0}))


def _pages(content: bytes) -> int:
    import pikepdf

    with pikepdf.open(io.BytesIO(content)) as pdf:
        return len(pdf.pages)


if __name__ == "__main__":
    main(*sys.argv[1:])
