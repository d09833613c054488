"""Extract the data that a PDF file of ours carries."""

from pathlib import Path

from renderer.errors import UnreadableFile
from renderer.readers.own_pdf import OwnPdf, read_own_pdf

_LARGEST_FILE = 200_000_000


def extract(path: Path) -> OwnPdf:
    """What a PDF file says of itself. Raises `UnreadableFile` for a file that is none of ours."""
    return read_own_pdf(path.name, file_content(path))


def file_content(path: Path) -> bytes:
    """The bytes of a file that the user named. Raises `UnreadableFile`."""
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise UnreadableFile(f"Filen »{path.name}« er for stor.", "En fil må højst fylde 200 MB.")
        return path.read_bytes()
    except OSError as cause:
        hint = "Undersøg, om den findes, og om du må læse den."
        raise UnreadableFile(f"Filen »{path}« kan ikke læses.", hint) from cause
