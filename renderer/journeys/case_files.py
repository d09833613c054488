"""A case's files as they were at one moment: the one place where a case folder is read and written.

A command reads each file once and hands the snapshot down, so that all it says and makes is of the same texts.
Nothing here reads what stands in the files.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from renderer import vocabulary
from renderer.errors import UnreadableFile
from renderer.findings import Place, Stopped, error
from renderer.journeys.write_files import write_files
from renderer.readers.yaml.file_names import hidden_ending, is_case_file, meant

_LARGEST_FILE = 50_000_000
_NOT_WRITTEN = ("Der er ikke skrevet noget i sagen, og ingen filer er ændret.", "Kør kommandoen igen.")


@dataclass(frozen=True, eq=False)
class CaseFiles(Mapping[str, bytes]):
    """The contents of a case's files by name; `folder` is where they were read, `None` for files that were sent."""

    contents: Mapping[str, bytes]
    folder: Path | None = None

    def __getitem__(self, name: str) -> bytes:
        return self.contents[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.contents)

    def __len__(self) -> int:
        return len(self.contents)

    @property
    def place(self) -> str:
        """Where they are from, as a message names it."""
        return f"»{self.folder}«" if self.folder else "de sendte filer"

    def changed(self, new: Mapping[str, bytes]) -> "CaseFiles":
        """The snapshot with these files in it, in the place of those of the same names."""
        return CaseFiles({**self.contents, **new}, self.folder)


def folder_files(folder: Path) -> CaseFiles:
    """The files of a case folder. Raises `UnreadableFile` when it is none."""
    if folder.is_file():
        raise UnreadableFile(f"»{folder}« er en fil og ikke en mappe.", "Angiv den mappe, som aftale.yaml ligger i.")
    if not folder.is_dir():
        raise UnreadableFile(f"Der er ingen mappe »{folder}«.", "Angiv den mappe, som aftale.yaml ligger i.")
    try:
        files = {path.name: path for path in sorted(folder.iterdir()) if path.is_file()}
        if not (folder / vocabulary.AGREEMENT_FILE).is_file():
            raise _no_agreement(folder, list(files))
        return CaseFiles({name: _content(path) for name, path in files.items() if is_case_file(name)}, folder)
    except OSError as cause:
        raise UnreadableFile(f"Mappen »{folder}« kan ikke læses.", "Undersøg, om du har adgang til den.") from cause


def _no_agreement(folder: Path, names: list[str]) -> UnreadableFile:
    """No case, but perhaps a file in it that has only another name."""
    message = f"Mappen »{folder}« er ikke en sagsmappe: Filen {vocabulary.AGREEMENT_FILE} mangler"
    like = next((name for name in names if meant(name, names) == vocabulary.AGREEMENT_FILE), None)
    if like is None:
        return UnreadableFile(f"{message}.", "Angiv den mappe, som aftale.yaml ligger i.")
    hint = f"Omdøb filen til {vocabulary.AGREEMENT_FILE}.{hidden_ending(like)}"
    return UnreadableFile(f"{message}, men der er en fil »{like}«.", hint)


def save_files(before: CaseFiles, new: Mapping[str, bytes]) -> list[Path]:
    """Write files into the folder that a snapshot was read from, all or none; gives their paths.

    Raises `Stopped` where somebody has changed the folder since, and `CannotWrite`; then nothing is written.
    """
    assert before.folder, "files that were sent are given back, not written"
    if not new:
        return []
    if folder_files(before.folder) != before:
        message = f"Filerne i »{before.folder}« er ændret, mens kommandoen kørte."
        hint = "Kør kommandoen igen, så den ser de nye tekster."
        raise Stopped([error("sag-ændret-imens", Place(), message, hint)], *_NOT_WRITTEN)
    return write_files(before.folder, new)


def _content(path: Path) -> bytes:
    if path.stat().st_size > _LARGEST_FILE:
        raise UnreadableFile(f"Filen »{path.name}« er for stor.", "En fil i sagsmappen må højst fylde 50 MB.")
    return path.read_bytes()
