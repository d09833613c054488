"""Write a set of files so that they are complete or absent, all of them or none.

Everything is written to a folder of its own beside the targets and only then moved into place; when a move fails,
what was moved goes back, and files that stood there before stand there again.
"""

import errno
import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from renderer.errors import CannotWrite


def write_files(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Write the files by name into a folder, which is made when it is not there.

    Returns their paths in the given order. Raises `CannotWrite` and leaves everything as it was.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".aftalerapport-", dir=folder) as staging:
            for name, content in files.items():
                _write_through(Path(staging) / name, content)
            _move_all(Path(staging), folder, list(files))
    except OSError as cause:
        message = f"Filerne kunne ikke skrives i »{folder}«: {_reason(cause)}."
        raise CannotWrite(message, f"{_WAYS_OUT.get(cause.errno or 0, _WAY_OUT)} Filer fra før er urørte.") from cause
    return [folder / name for name in files]


def _write_through(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _move_all(staging: Path, folder: Path, names: list[str]) -> None:
    moved: list[str] = []
    try:
        for name in names:
            if (folder / name).exists():
                shutil.copy2(folder / name, staging / f"{name}.forrige")
            (staging / name).replace(folder / name)
            moved.append(name)
    except OSError:
        for name in moved:
            _restore(staging / f"{name}.forrige", folder / name)
        raise


def _restore(previous: Path, target: Path) -> None:
    if previous.exists():
        previous.replace(target)
    else:
        target.unlink(missing_ok=True)


_REASONS = {
    errno.ENOENT: "stien findes ikke",
    errno.EACCES: "der er ikke skriveadgang",
    errno.EPERM: "der er ikke skriveadgang",
    errno.EROFS: "drevet er skrivebeskyttet",
    errno.EEXIST: "der ligger en fil med mappens navn",
    errno.ENOTDIR: "en del af stien er ikke en mappe",
    errno.EISDIR: "der ligger en mappe med filens navn",
    errno.ENOSPC: "der er ikke plads",
    errno.EDQUOT: "der er ikke plads",
    errno.EFBIG: "filen er større, end der må skrives",
    errno.ENAMETOOLONG: "navnet er for langt",
}
_WAY_OUT = "Undersøg, om der er plads, og om du må skrive i mappen."
_WAYS_OUT = {
    errno.EEXIST: "Angiv en anden mappe efter -o, eller flyt filen.",
    errno.ENOTDIR: "Angiv en anden mappe efter -o.",
    errno.EISDIR: "Angiv en anden mappe efter -o, eller flyt den mappe, der har filens navn.",
    errno.ENAMETOOLONG: "Angiv en mappe med en kortere sti, eller giv aftalen en kortere titel.",
}


def _reason(cause: OSError) -> str:
    return _REASONS.get(cause.errno or 0, "styresystemet afviste det")
