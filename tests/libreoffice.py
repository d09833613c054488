"""Converts Word files with LibreOffice, each time in a profile of its own: a font of one file leaks into the next."""

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from tests.surroundings import USUAL, printing_in
from tests.violation import ToolMissing

SECONDS = 900


def convert(path: Path, folder: Path, form: str = "pdf", typeface: str = USUAL) -> Path:
    """Convert a file into `folder`, which must not hold the result yet; gives the path of the new file.

    It knows one typeface, and those that a file brings along. Raises `ToolMissing`, and `RuntimeError` where
    LibreOffice made nothing: it ends well then, too.
    """
    if shutil.which("soffice") is None:
        raise ToolMissing("LibreOffice is missing: run `make setup` (scripts/system-packages test)")
    with tempfile.TemporaryDirectory() as home, (folder / "soffice.log").open("w") as log:
        # TERM alone may leave the wrapper waiting for ever; and a pipe it inherits would never close.
        subprocess.run(
            [
                *("timeout", "-k", "5", str(SECONDS), "soffice", f"-env:UserInstallation=file://{home}/profile"),
                *("--headless", "--convert-to", form, "--outdir", str(folder), str(path)),
            ],
            env={**os.environ, "HOME": home, **printing_in(typeface, Path(home))},
            stdout=log,
            stderr=log,
            stdin=subprocess.DEVNULL,
            check=True,
        )
    made = folder / f"{path.stem}.{form}"
    if not made.exists():
        raise RuntimeError(f"LibreOffice made no {form} of {path}: {(folder / 'soffice.log').read_text()}")
    return made


def printed(path: Path) -> list[str]:
    """The words of every page of a PDF file in the order of the page: head, text, foot; words that were broken, whole.

    Poppler puts letters together to words by their gaps whatever the typeface; PDFium finds a gap in a close `ju`.
    """
    words = ["pdftotext", "-raw", "-enc", "UTF-8", str(path), "-"]
    text = subprocess.run(words, capture_output=True, check=True, encoding="utf-8").stdout
    return [" ".join(re.sub(r"(?<=\w)-\n", "", page).split()) for page in text.removesuffix("\f").split("\f")]
