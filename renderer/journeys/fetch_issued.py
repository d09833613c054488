"""Fetch an issued edition's files out of the archive, byte for byte."""

from pathlib import Path

from renderer.archive.archive import Archive
from renderer.errors import WrongCall
from renderer.journeys.write_files import write_files

DATA = "json"
"""The format under which the edition's own data are fetched."""


def fetch_issued(archive: Archive, number: int, target: Path, formats: tuple[str, ...] | None = None) -> list[Path]:
    """Write the files of an edition into a folder; `None` means every file that was issued, without the data.

    Raises `UnknownChoice` for a number or format that the archive does not have, `CannotWrite` where it cannot.
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
    return write_files(target, files)
