"""The files of a case folder, as they lie on disk; nothing here reads what stands in them."""

from pathlib import Path

from renderer import vocabulary
from renderer.errors import UnreadableFile

_LARGEST_FILE = 50_000_000


def folder_files(folder: Path) -> dict[str, bytes]:
    """The files of a case folder by name. Raises `UnreadableFile` when it is none."""
    if folder.is_file():
        raise UnreadableFile(f"»{folder}« er en fil og ikke en mappe.", "Angiv den mappe, som aftale.yaml ligger i.")
    if not folder.is_dir():
        raise UnreadableFile(f"Der er ingen mappe »{folder}«.", "Angiv den mappe, som aftale.yaml ligger i.")
    if not (folder / vocabulary.AGREEMENT_FILE).is_file():
        message = f"Mappen »{folder}« er ikke en sagsmappe: Filen {vocabulary.AGREEMENT_FILE} mangler."
        raise UnreadableFile(message, "Angiv den mappe, som aftale.yaml ligger i.")
    try:
        files = {path.name: path for path in sorted(folder.iterdir()) if path.is_file()}
        return {name: _content(path) for name, path in files.items() if _is_yaml(path)}
    except OSError as cause:
        raise UnreadableFile(f"Mappen »{folder}« kan ikke læses.", "Undersøg, om du har adgang til den.") from cause


def _is_yaml(path: Path) -> bool:
    return path.suffix.lower() in vocabulary.YAML_SUFFIXES


def _content(path: Path) -> bytes:
    if path.stat().st_size > _LARGEST_FILE:
        raise UnreadableFile(f"Filen »{path.name}« er for stor.", "En fil i sagsmappen må højst fylde 50 MB.")
    return path.read_bytes()
