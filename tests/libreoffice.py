"""Converts Word files with LibreOffice, each time in a profile of its own: a font of one file leaks into the next."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from tests.violation import ToolMissing

SECONDS = 120


def convert(path: Path, folder: Path, form: str = "pdf") -> Path:
    """Convert a file into `folder`, which must not hold the result yet; gives the path of the new file.

    Raises `ToolMissing`, and `RuntimeError` where LibreOffice made nothing: it ends well then, too.
    """
    if shutil.which("soffice") is None:
        raise ToolMissing("LibreOffice is missing: run `make setup` (scripts/system-packages test)")
    with tempfile.TemporaryDirectory() as profile, (folder / "soffice.log").open("w") as log:
        # TERM alone may leave the wrapper waiting for ever; and a pipe it inherits would never close.
        subprocess.run(
            [
                *("timeout", "-k", "5", str(SECONDS), "soffice", f"-env:UserInstallation=file://{profile}"),
                *("--headless", "--convert-to", form, "--outdir", str(folder), str(path)),
            ],
            stdout=log,
            stderr=log,
            stdin=subprocess.DEVNULL,
            check=True,
        )
    made = folder / f"{path.stem}.{form}"
    if not made.exists():
        raise RuntimeError(f"LibreOffice made no {form} of {path}: {(folder / 'soffice.log').read_text()}")
    return made
