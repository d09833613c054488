"""The files that a user names, or that lie in a folder that they name: what to read of them, and what is passed over.

Programs leave files of their own beside a document: the mark that it is open (`~$svar.xlsx`, `.~lock.svar.ods#`), and
the pictures and settings of a folder. The marks are told, for what is not yet saved is not in the file.
"""

import os
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from renderer.errors import UnreadableFile
from renderer.findings import Finding, Place, warning

MOST_FILES = 1_000
_OFFICE_MARK, _LIBRE_MARK, _LIBRE_END = "~$", ".~lock.", "#"
_PROGRAMS = {".docx": "Word", ".docm": "Word", ".doc": "Word", ".xlsx": "Excel", ".xlsm": "Excel", ".xls": "Excel"}
# Word puts its mark in the place of a long name's first letters.
_COVERED = 2
_SYSTEM_NAMES = frozenset(("thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r"))
_SYSTEM_FOLDERS = frozenset(("__macosx", "$recycle.bin", "system volume information"))
_SAVE = "Er der rettelser, som ikke er gemt, så gem dem, luk filen, og læs den ind igen."
# So many files that cannot be read are named where none can.
_NAMED = 5
_MAILS = frozenset((".eml", ".msg"))


@dataclass(frozen=True)
class NamedFiles:
    """The files to read, in the order they are told; `found` are those that nobody named, but a folder held."""

    files: tuple[Path, ...]
    found: frozenset[Path]
    findings: tuple[Finding, ...]


def named_files(given: Sequence[Path], endings: Collection[str]) -> NamedFiles:
    """What to read of the files and folders that are given; in folders only files with one of these endings.

    Raises `UnreadableFile` where nothing is left to read, or a folder holds more than anybody has answers.
    """
    files: dict[Path, bool] = {}
    findings: dict[Finding, None] = {}
    for path in given:
        for one in _inside(path) if path.is_dir() else [path]:
            told = _passed_over(one, path, endings) if path.is_dir() else _mark(path, path.name)
            if told is not None:
                findings[told] = None
            else:
                files[one] = files.get(one, True) and path.is_dir()
    if not files:
        raise _nothing(given, list(findings))
    found = frozenset(path for path, nobody_named_it in files.items() if nobody_named_it)
    return NamedFiles(tuple(files), found, tuple(findings))


def _inside(folder: Path) -> list[Path]:
    """The files of a folder and of the folders in it, by name; those that systems keep for themselves are none."""
    try:
        found = list(islice(_walked(folder), MOST_FILES + 1))
    except OSError as cause:
        raise UnreadableFile(f"Mappen »{folder}« kan ikke læses.", "Undersøg, om du har adgang til den.") from cause
    if len(found) > MOST_FILES:
        message = f"Mappen »{folder}« har mere end {MOST_FILES} filer."
        raise UnreadableFile(message, "Angiv den mappe, som svarene ligger i, eller filerne selv.")
    return sorted(found, key=lambda one: str(one).casefold())


def _walked(folder: Path) -> Iterator[Path]:
    for where, folders, names in os.walk(folder, onerror=_raised):
        folders[:] = [one for one in folders if one.casefold() not in _SYSTEM_FOLDERS and not one.startswith(".")]
        yield from (Path(where, name) for name in names if not _is_systems(name))


def _raised(problem: OSError) -> None:
    raise problem


def _is_systems(name: str) -> bool:
    hidden = name.startswith(".") and not (name.startswith(_LIBRE_MARK) and name.endswith(_LIBRE_END))
    return hidden or name.casefold() in _SYSTEM_NAMES


def _passed_over(path: Path, folder: Path, endings: Collection[str]) -> Finding | None:
    """Why a file of a folder is not read; `None` for one that is."""
    name = str(path.relative_to(folder))
    if told := _mark(path, name):
        return told
    ending = path.suffix.lower()
    if ending in endings:
        return None
    kind = {**dict.fromkeys(_MAILS, "en mail"), ".pdf": "en PDF-fil", ".zip": "en zip-fil"}.get(ending)
    what = f"er {kind} og bliver" if kind else "er hverken et udkast eller et regneark, så den bliver"
    hint = "Har et center svaret i den, så skriv svaret i et regneark eller i sagen."
    if ending in _MAILS or ending == ".zip":
        hint = "Er der et svar i den, så gem det som en fil for sig i mappen, og kør kommandoen igen."
    return warning("fil-ikke-læst", Place(name), f"Filen {what} ikke læst.", hint)


def _mark(path: Path, name: str) -> Finding | None:
    """What a mark that a document is open says; `None` for any other file."""
    if path.name.startswith(_LIBRE_MARK) and path.name.endswith(_LIBRE_END):
        there = path.with_name(path.name[len(_LIBRE_MARK) : -len(_LIBRE_END)])
        return _open(there if there.exists() else None, "LibreOffice", name)
    if not path.name.startswith(_OFFICE_MARK):
        return None
    return _open(_marked(path), _PROGRAMS.get(path.suffix.lower(), "et andet program"), name)


def _marked(mark: Path) -> Path | None:
    """The document that a mark of Office lies beside; `None` where it lies there no more."""
    rest = mark.name.removeprefix(_OFFICE_MARK)
    whole = mark.with_name(rest)
    if whole.exists():
        return whole
    beside = (one for one in sorted(mark.parent.glob(f"*{mark.suffix}")) if one != mark)
    return next((one for one in beside if one.name.endswith(rest) and len(one.name) - len(rest) <= _COVERED), None)


def _open(document: Path | None, program: str, name: str) -> Finding:
    if document is None:
        message = f"Filen er ikke et svar, men et mærke, som {program} har efterladt. Den bliver ikke læst."
        return warning("fil-er-åben", Place(name), message, "Slet den, når ingen har svaret åbent længere.")
    message = f"Filen er ikke et svar, men viser, at »{document.name}« er åben i {program}. Den bliver ikke læst."
    return warning("fil-er-åben", Place(name), message, _SAVE)


def _nothing(given: Sequence[Path], findings: Sequence[Finding]) -> UnreadableFile:
    if len(given) == 1 and not given[0].is_dir():
        return UnreadableFile(
            f"Filen »{given[0].name}« kan ikke læses: {findings[0].message}", "Angiv selve dokumentet."
        )
    where = f"I mappen »{given[0]}« er der ingen filer" if len(given) == 1 else "Der er ingen filer"
    names = [str(one.place) for one in findings[:_NAMED]]
    more = [f"{len(findings) - _NAMED} andre"] if len(findings) > _NAMED else []
    there = f" Her ligger kun: {', '.join((*names, *more))}." if names else " Mappen er tom." * (len(given) == 1)
    return UnreadableFile(f"{where}, der kan læses.{there}", "Angiv selve filerne eller den mappe, de ligger i.")
