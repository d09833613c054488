"""Hand editions over to other archives as BagIt bags, and take such bags in: all of them or none."""

import datetime
import errno
import os
import tempfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from renderer import __version__
from renderer.archive.archive import Archive
from renderer.archive.bag import HandedEdition, bag_files, bag_name
from renderer.archive.bag_metadata import Access
from renderer.archive.read_bag import read_bag
from renderer.archive.receive import Received, receive
from renderer.archive.record import Wanted
from renderer.errors import CannotWrite, UnknownChoice, UnreadableFile, WrongCall
from renderer.findings import Finding, Stopped

Progress = Callable[[int, int], None]
_PROGRAM = f"Aftalerapport {__version__}"
_DECLARATION = "bagit.txt"


def export_bags(
    archive: Archive,
    wanted: Wanted,
    target: Path,
    access: Access | None = None,
    progress: Progress = lambda _done, _total: None,
) -> list[Path]:
    """Pack the editions that match into a new or empty folder, a bag each, and give the bags.

    The folder stands there with all of them or, whatever happens, as it was. Raises `UnknownChoice` where no edition
    matches, or one of the wanted numbers does not, `WrongCall` where something lies in the folder, `CannotWrite` where
    it cannot be written.
    """
    handed = archive.handed(wanted)
    missing = sorted(set(wanted.numbers) - {one.said["number"] for one in handed})
    if missing:
        known = set(archive.numbers(Wanted(numbers=tuple(missing))))
        raise UnknownChoice(*(_left_out(missing[0]) if missing[0] in known else _no_such(missing[0])))
    if not handed:
        raise UnknownChoice("Arkivet har ingen udgaver, der passer.", "Se udgaverne med archive list.")
    _require_empty(target)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".aftalerapport-", dir=target.parent) as staging:
            packed = Path(staging) / "pakker"
            for done, one in enumerate(handed, 1):
                _write_bag(packed / bag_name(one.said), bag_files(one, access, _PROGRAM))
                progress(done, len(handed))
            packed.replace(target)
    except OSError as cause:
        full = cause.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
        message = f"Pakkerne kunne ikke skrives i »{target}«{': Der er ikke plads' if full else ''}."
        raise CannotWrite(
            message, "Undersøg, om der er plads, og om du må skrive i mappen. Intet er skrevet."
        ) from cause
    return [target / bag_name(one.said) for one in handed]


def _no_such(number: int) -> tuple[str, str]:
    return f"Arkivet har ingen udgave med nummer {number}.", "Se numrene med archive list."


def _left_out(number: int) -> tuple[str, str]:
    return f"Udgave {number} er ikke blandt dem, som valgene finder.", "Udelad valgene, eller udelad nummeret."


def import_bags(archive: Archive, folder: Path, by: str, at: datetime.datetime) -> Received:
    """Take in a bag, or a folder of bags. Raises `Stopped` with everything that is wrong in any of them."""
    handed: list[HandedEdition] = []
    findings: list[Finding] = []
    bags = _bags(folder)
    for bag in bags:
        try:
            handed.append(read_bag(bag))
        except Stopped as stopped:
            findings += stopped.findings
    if findings:
        hint = "Hent pakken igen der, hvor den blev lavet."
        raise Stopped(findings, "Pakkerne er ikke, som de blev lavet, så intet er læst ind.", hint)
    return receive(archive, _once(bags, handed), by, at)


def _once(bags: Iterable[Path], handed: Iterable[HandedEdition]) -> list[HandedEdition]:
    seen: dict[str, Path] = {}
    for bag, one in zip(bags, handed, strict=True):
        if one.issued.digest in seen:
            message = f"Pakkerne »{seen[one.issued.digest].name}« og »{bag.name}« har den samme udgave."
            raise WrongCall(message, "Fjern den ene af dem.")
        seen[one.issued.digest] = bag
    return list(handed)


def _bags(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise UnreadableFile(f"Der er ingen mappe »{folder}«.", "Angiv den mappe, som pakkerne ligger i.")
    try:
        inside = sorted(folder.iterdir())
    except OSError as cause:
        raise UnreadableFile(f"Mappen »{folder}« kan ikke læses.", "Undersøg, om du har adgang til den.") from cause
    if folder / _DECLARATION in inside:
        return [folder]
    strange = [path.name for path in inside if path.is_symlink() or not path.is_dir()]
    if strange or not inside:
        what = f"»{strange[0]}« er ikke en pakke" if strange else f"Mappen »{folder}« er tom"
        raise UnreadableFile(f"{what}.", "Angiv en mappe, hvor der kun ligger pakker (BagIt), eller en enkelt pakke.")
    return inside


def _require_empty(target: Path) -> None:
    try:
        taken = target.is_symlink() or (target.exists() and (not target.is_dir() or any(target.iterdir())))
    except OSError:
        taken = True
    if taken:
        raise WrongCall(f"»{target}« er ikke en tom mappe.", "Angiv en ny mappe efter --bagit.")


def _write_bag(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
