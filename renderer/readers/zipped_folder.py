"""A zipped case folder -> its files by name, within limits that a hostile file cannot get past.

Only names are read from the zip's directory, never paths to write to. What a file claims of its size is not trusted:
no more is unpacked than the limit. One folder around everything, as programs make it, is taken off.
"""

import io
import stat
import zipfile
import zlib
from pathlib import PurePosixPath

from renderer import vocabulary
from renderer.errors import LimitExceeded, UnreadableFile

MOST_FILES = 200
LARGEST_FILE = 20_000_000
LARGEST_SUM = 50_000_000
_HIGHEST_RATIO = 200
_RATIO_FROM = 1_000_000

_HINT = "Pak sagsmappens YAML-filer i en almindelig zip-fil uden adgangskode, og send den igen."
_ARCHIVES = (".zip", ".gz", ".bz2", ".xz", ".7z", ".rar", ".tar", ".zst")
_ENCRYPTED = 0x1
_UNPACKABLE = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN = (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError, RuntimeError,
           OverflowError, IndexError)  # fmt: skip


def unzipped(content: bytes) -> dict[str, bytes]:
    """The YAML files of a zipped case folder. Raises `UnreadableFile`, or `LimitExceeded` for one that is too large."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            _require_sizes(entries)
            names = _names([entry.filename for entry in entries])
            files: dict[str, bytes] = {}
            for entry, name in zip(entries, names, strict=True):
                _require_plain(entry)
                if name is not None:
                    _require_once(name, files)
                    files[name] = _unpacked(archive, entry)
                    _require_sum(sum(map(len, files.values())))
            return files
    except _BROKEN as cause:
        raise UnreadableFile("Zip-filen er beskadiget, eller den er ikke en zip-fil.", _HINT) from cause


def is_workbook(content: bytes) -> bool:
    """Whether the content is an Excel workbook, which is a zip file too."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return "xl/workbook.xml" in archive.NameToInfo
    except _BROKEN:
        return False


def _require_sizes(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MOST_FILES:
        raise LimitExceeded(f"Zip-filen har {len(entries)} filer.", f"Der må højst være {MOST_FILES}.")
    _require_sum(sum(entry.file_size for entry in entries))
    for entry in entries:
        if entry.file_size > LARGEST_FILE:
            raise LimitExceeded("En fil i zip-filen er for stor.", "En fil må højst fylde 20 MB.")
        if entry.file_size > _RATIO_FROM and entry.file_size > _HIGHEST_RATIO * max(entry.compress_size, 1):
            raise LimitExceeded("En fil i zip-filen er pakket mere, end en tekst kan være.", _HINT)


def _require_sum(size: int) -> None:
    if size > LARGEST_SUM:
        raise LimitExceeded("Filerne i zip-filen fylder for meget, når de pakkes ud.", "De må højst fylde 50 MB.")


def _require_plain(entry: zipfile.ZipInfo) -> None:
    if entry.flag_bits & _ENCRYPTED:
        raise UnreadableFile("Zip-filen er beskyttet med adgangskode.", _HINT)
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise UnreadableFile("Zip-filen har en genvej i sig.", _HINT)
    if entry.compress_type not in _UNPACKABLE:
        raise UnreadableFile("Zip-filen er pakket på en måde, som ikke kan læses.", _HINT)


def _require_once(name: str, files: dict[str, bytes]) -> None:
    if name in files:
        raise UnreadableFile("Zip-filen har to filer med samme navn.", _HINT)


def _names(names: list[str]) -> list[str | None]:
    """The name in the case folder for each name in the zip; `None` for what is no file of a case."""
    for name in names:
        parts = name.replace("\\", "/").split("/")
        if name.startswith(("/", "\\")) or ".." in parts or ":" in name or not name.isprintable():
            raise UnreadableFile("Zip-filen har et navn, der peger ud af mappen, eller som ikke kan læses.", _HINT)
        if name.lower().endswith(_ARCHIVES):
            raise UnreadableFile("Zip-filen har en pakket fil inden i sig.", _HINT)
    paths = [PurePosixPath(name) for name in names]
    yaml = [path for path in paths if path.suffix.lower() in vocabulary.YAML_SUFFIXES and _visible(path)]
    folders = {path.parent for path in yaml}
    top = min(folders, key=lambda folder: len(folder.parts), default=PurePosixPath())
    if len(top.parts) > 1 or sum(len(folder.parts) == len(top.parts) for folder in folders) > 1:
        raise UnreadableFile("Zip-filen har mere end én sagsmappe.", _HINT)
    return [path.name if path in yaml and path.parent == top else None for path in paths]


def _visible(path: PurePosixPath) -> bool:
    """Not one of the files that systems add for themselves."""
    return not any(part.startswith(".") or part == "__MACOSX" for part in path.parts)


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    with archive.open(entry) as file:
        data = file.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise LimitExceeded("En fil i zip-filen er for stor.", "En fil må højst fylde 20 MB.")
    return data
