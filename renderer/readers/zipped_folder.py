"""A zipped case folder -> its files by name, within limits that a hostile file cannot get past.

Only names are read from the zip's directory, never paths to write to. What a file claims of its size is not trusted:
no more is unpacked than the limit. The folders around the case, as programs make them, are taken off.
"""

import io
import re
import stat
import zipfile
import zlib
from pathlib import PurePosixPath

from renderer import vocabulary
from renderer.errors import LimitExceeded, UnreadableFile
from renderer.model.tidying import composed
from renderer.readers.yaml.file_names import is_case_file

MOST_FILES = 200
LARGEST_FILE = 20_000_000
LARGEST_SUM = 50_000_000
_HIGHEST_RATIO = 200
_RATIO_FROM = 1_000_000

_HINT = "Pak sagsmappens YAML-filer i en almindelig zip-fil uden adgangskode, og send den igen."
_ARCHIVES = (".zip", ".gz", ".bz2", ".xz", ".7z", ".rar", ".tar", ".zst")
_DRIVE = re.compile("[A-Za-z]:")
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
    paths = [_path(name) for name in names]
    yaml = [path for path in paths if is_case_file(path.name) and _visible(path)]
    for path in yaml:
        if ":" in path.name or not path.name.isprintable():
            raise UnreadableFile("Zip-filen har en fil, hvis navn ikke kan læses.", _HINT)
    top = _case_folder(yaml)
    return [path.name if path in yaml and path.parent == top else None for path in paths]


def _path(name: str) -> PurePosixPath:
    """A name in the zip as a path; Windows writes it with backslashes. Only its last part is ever used."""
    path = PurePosixPath(composed(name).replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or _DRIVE.match(name):
        raise UnreadableFile("Zip-filen har et navn, der peger ud af mappen.", _HINT)
    if path.suffix.lower() in _ARCHIVES:
        raise UnreadableFile("Zip-filen har en pakket fil inden i sig.", _HINT)
    return path


def _case_folder(yaml: list[PurePosixPath]) -> PurePosixPath:
    """The folder that holds the case, however deep it lies; what lies in folders inside it is no part of it."""
    folders = {path.parent for path in yaml}
    holding = {path.parent for path in yaml if path.name == vocabulary.AGREEMENT_FILE}
    top = min(holding or folders, key=lambda folder: len(folder.parts), default=PurePosixPath())
    beside = sorted(str(folder) for folder in folders if not folder.is_relative_to(top))
    if any(not folder.is_relative_to(top) for folder in holding) or (beside and not holding):
        raise UnreadableFile("Zip-filen har mere end én sagsmappe.", "Pak én sagsmappe ad gangen.")
    if beside:
        where = "uden for mapperne" if beside[0] == "." else f"i mappen »{beside[0]}«"
        message = f"Sagen ligger i mappen »{top}«, men der er også YAML-filer {where}."
        raise UnreadableFile(message, "Pak kun sagsmappen, med alle dens filer samme sted.")
    return top


def _visible(path: PurePosixPath) -> bool:
    """Not one of the files that systems add for themselves."""
    return not any(part.startswith(".") or part == "__MACOSX" for part in path.parts)


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    with archive.open(entry) as file:
        data = file.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise LimitExceeded("En fil i zip-filen er for stor.", "En fil må højst fylde 20 MB.")
    return data
