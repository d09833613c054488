"""Workbooks that stand where new ones are to be written: those that hold something nobody could make again.

A workbook that was only opened and saved says what it was sent out with, and may be written anew; so may one that an
earlier version of the program wrote. Anything else in it is somebody's work.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from renderer.errors import UnreadableFile, WrongCall
from renderer.model.case import Case
from renderer.readers.collected.read import read_collected

_WAY_OUT = (
    "Læs først svarene ind med kommandoen take-back, eller angiv en anden mappe efter -o. "
    "Med --overwrite bliver filerne erstattet. Intet er skrevet."
)


def require_untouched(folder: Path, contents: Mapping[str, bytes], case: Case) -> None:
    """Raises `WrongCall`, naming every file of these names in the folder that is not as it was sent out."""
    changed = list(_changed(folder, contents, case))
    if len(changed) == 1:
        raise WrongCall(f"Filen »{changed[0]}« findes og er ændret, siden den blev dannet.", _WAY_OUT)
    if changed:
        names = ", ".join(f"»{path}«" for path in changed)
        raise WrongCall(f"{len(changed)} filer findes og er ændret, siden de blev dannet: {names}.", _WAY_OUT)


def _changed(folder: Path, contents: Mapping[str, bytes], case: Case) -> Iterator[Path]:
    for name, content in contents.items():
        path = folder / name
        if path.is_file() and not _replaceable(path, content, case):
            yield path


def _replaceable(path: Path, content: bytes, case: Case) -> bool:
    try:
        there = path.read_bytes()
        if there == content:
            return True
        returned = read_collected(path.name, there, case)
    except (OSError, UnreadableFile):
        return False
    return not (returned.proposals or returned.comments or returned.findings)
