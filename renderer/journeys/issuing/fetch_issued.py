"""Fetch an issued edition's files out of the archive, byte for byte."""

from pathlib import Path

from renderer.archive.archive import Archive
from renderer.errors import WrongCall
from renderer.journeys.write_files import write_files

DATA = "json"
"""The format under which the edition's own data are fetched."""


def fetch_issued(archive: Archive, number: int, target: Path, formats: tuple[str, ...] | None = None) -> list[Path]:
    """Write the files of an edition into a folder; `None` means every file that was issued, without the data.

    Versions of an edition have the same names, so a file that stands there with other content is never overwritten:
    then `WrongCall` is raised and nothing written. Raises `UnknownChoice` for a number or format that the archive does
    not have, `CannotWrite` where it cannot.
    """
    edition = archive.edition(number)
    wanted = tuple(file.format for file in edition.files) if formats is None else formats
    if not wanted:
        raise WrongCall("Der er ikke valgt noget format.", "Skriv fx --format pdf, eller udelad --format.")
    files = {}
    for format_ in wanted:
        if format_ == DATA:
            stem = Path(edition.files[0].name).stem if edition.files else f"udgave-{number}"
            files[f"{stem}.json"] = archive.bytes(edition.edition_sha256)
        else:
            name, content = archive.file(number, format_)
            files[name] = content
    for name, content in files.items():
        _require_free(target / name, content)
    return write_files(target, files)


def _require_free(path: Path, content: bytes) -> None:
    try:
        taken = path.is_file() and path.read_bytes() != content
    except OSError:
        taken = True
    if taken:
        raise WrongCall(
            f"Filen »{path}« findes, og der står noget andet i den end i arkivets.",
            "Angiv en anden mappe efter -o, eller flyt filen. Intet er skrevet.",
        )
