"""A bag from outside -> the edition in it. Nothing that was altered, is missing, is too much or is unsafe gets in.

First the folder is looked at without following anything: plain files and folders only, every file in the manifests as
it is, and nothing in the manifests but these files. Only then the kept library gets the bag to judge (left alone with
it, it would read what a manifest names outside), and at last the record is held against its own digests and the files
against the record.
"""

import hashlib
import logging
import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import bagit  # type: ignore[import-untyped]

from renderer.archive import payload
from renderer.archive.bag import ALGORITHMS, DECLARATION, RECORD, HandedEdition, content_paths, read_record
from renderer.archive.chain import Act, Entry, sha256
from renderer.errors import UnreadableFile
from renderer.findings import Finding, Place, Stopped, error

MOST_FILES = 100
LARGEST_FILE = 500_000_000
_LARGEST_TAG = 1_000_000
_MANIFEST_LINE = re.compile(r"([0-9a-fA-F]+) [ *]?([^\s].*)")
_HINT = "Hent pakken igen der, hvor den blev lavet. Intet er læst ind."
_UNREADABLE = "Filen kan ikke læses."
_TAG_FILES = {"bagit.txt", "bag-info.txt"}

# What it finds is said below, in Danish; its own log would be printed beside it.
logging.getLogger(bagit.MODULE_NAME).addHandler(logging.NullHandler())
logging.getLogger(bagit.MODULE_NAME).propagate = False


def read_bag(folder: Path) -> HandedEdition:
    """The edition in a bag. Raises `Stopped` with everything that is wrong, each with the bag's and the file's name."""
    for step in (_unsafe, _unlisted, _malformed):
        if findings := list(step(folder)):
            raise Stopped(findings, "Pakken er ikke, som den blev lavet, så intet er læst ind.", _HINT)
    issued, withdrawn = _entries(folder)
    wrong = list(_misrecorded(folder, issued, withdrawn))
    if wrong:
        raise Stopped(wrong, "Pakken er ikke, som den blev lavet, så intet er læst ind.", _HINT)
    said = payload.opened(issued)
    paths = dict(zip(payload.digests(said), content_paths(said), strict=True))
    return HandedEdition(issued, withdrawn, lambda digest: _content(folder, paths[digest], digest))


def _unsafe(folder: Path) -> Iterator[Finding]:
    """What is no plain file or folder, or is too large; nothing is opened yet."""
    for count, path in enumerate(_walk(folder), 1):
        mode = path.lstat().st_mode
        name = path.relative_to(folder).as_posix()
        if stat.S_ISLNK(mode):
            yield _finding(folder, name, "Filen er en genvej til et andet sted.")
        elif not (stat.S_ISDIR(mode) or stat.S_ISREG(mode)):
            yield _finding(folder, name, "Det er hverken en fil eller en mappe.")
        elif not name.isprintable() or "\\" in name:
            yield _finding(folder, name, "Navnet kan ikke bruges.")
        elif stat.S_ISREG(mode) and path.lstat().st_size > (LARGEST_FILE if name.startswith("data/") else _LARGEST_TAG):
            yield _finding(folder, name, "Filen er for stor.")
        if count > MOST_FILES:
            yield _finding(folder, "", f"Pakken har mere end {MOST_FILES} filer.")
            return


def _walk(folder: Path) -> Iterator[Path]:
    try:
        for path in sorted(folder.iterdir()):
            yield path
            if path.is_dir() and not path.is_symlink():
                yield from _walk(path)
    except OSError as cause:
        raise UnreadableFile(f"Mappen »{folder}« kan ikke læses.", "Undersøg, om du har adgang til den.") from cause


def _unlisted(folder: Path) -> Iterator[Finding]:
    """Where the manifests and the files do not say the same."""
    present = {path.relative_to(folder).as_posix() for path in _walk(folder) if path.is_file()}
    tags = {name for name in present if not name.startswith("data/")}
    for algorithm in ALGORITHMS:
        manifest, of_tags = f"manifest-{algorithm}.txt", f"tagmanifest-{algorithm}.txt"
        yield from _held_against(folder, algorithm, manifest, present - tags)
        sealed = {name for name in tags if not name.startswith("tagmanifest-")}
        yield from _held_against(folder, algorithm, of_tags, sealed)
    known = {f"{kind}-{algorithm}.txt" for kind in ("manifest", "tagmanifest") for algorithm in ALGORITHMS}
    for name in sorted(tags - known - _TAG_FILES):
        if not name.startswith("metadata/"):
            yield _finding(folder, name, "Filen hører ikke til i pakken.")
    for name in sorted({*_TAG_FILES, RECORD} - present):
        yield _finding(folder, name, "Filen mangler.")
    if "bagit.txt" in present and (folder / "bagit.txt").read_bytes() != DECLARATION:
        yield _finding(folder, "bagit.txt", "Pakken er ikke af den slags, som programmet laver (BagIt 1.0).")


def _held_against(folder: Path, algorithm: str, manifest: str, files: set[str]) -> Iterator[Finding]:
    """What of a manifest and the files that it has to name does not fit."""
    named = _named(folder / manifest)
    if named is None:
        yield _finding(folder, manifest, "Filen mangler." if not (folder / manifest).exists() else _UNREADABLE)
        return
    for name, digest in named:
        if name not in files:
            missing = _is_inside(name) and not (folder / name).exists()
            said = f"Filen mangler, men står i {manifest}." if missing else f"Navnet må ikke stå i {manifest}."
            yield _finding(folder, name, said)
        elif _digest(folder / name, algorithm) != digest:
            yield _finding(folder, name, f"Indholdet er ændret: Det passer ikke med {manifest}.")
    names = [name for name, _ in named]
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield _finding(folder, name, f"Filen står to gange i {manifest}.")
    for name in sorted(files - set(names)):
        yield _finding(folder, name, f"Filen står ikke i {manifest}.")


def _named(manifest: Path) -> list[tuple[str, str]] | None:
    """The names in a manifest with their digests; `None` where it cannot be read."""
    try:
        lines = manifest.read_bytes().decode().removesuffix("\n").split("\n")
    except (OSError, ValueError):
        return None
    matches = [_MANIFEST_LINE.fullmatch(line) for line in lines]
    return None if None in matches else [(match[2], match[1].lower()) for match in matches if match]


def _digest(path: Path, algorithm: str) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, algorithm).hexdigest()


def _is_inside(name: str) -> bool:
    return not name.startswith(("/", "~")) and not {"..", "."} & set(name.split("/")) and name.isprintable()


def _malformed(folder: Path) -> Iterator[Finding]:
    """What the library finds besides: another form than the standard's, other sums than the bag says."""
    try:
        bagit.Bag(str(folder)).validate()
    except (bagit.BagError, OSError, ValueError, LookupError, AttributeError, TypeError):
        yield _finding(folder, "", "Pakken følger ikke BagIt (RFC 8493).")


def _entries(folder: Path) -> tuple[Entry, Entry | None]:
    try:
        return read_record((folder / RECORD).read_bytes())
    except (OSError, ValueError) as cause:
        found = _finding(folder, RECORD, "Arkivets post kan ikke læses.")
        raise Stopped([found], "Pakken er ikke, som den blev lavet, så intet er læst ind.", _HINT) from cause


def _misrecorded(folder: Path, issued: Entry, withdrawn: Entry | None) -> Iterator[Finding]:
    """What in the record is not as it was sealed, and what of the files is not as the record says."""
    entries = [issued, *([withdrawn] if withdrawn else [])]
    try:
        sealed = [one for entry in entries for one in (entry, *payload.origins(entry))]
        said = payload.opened(issued)
        gone = payload.opened(withdrawn) if withdrawn else None
    except (ValueError, RecursionError):
        yield _finding(folder, RECORD, "Arkivets post kan ikke læses.")
        return
    if any(one.recounted != one.digest for one in sealed):
        yield _finding(folder, RECORD, "Arkivets post er ændret: Et led passer ikke med sin kontrolsum.")
    if not payload.is_edition(issued) or "files" not in said:
        yield _finding(folder, RECORD, "Arkivets post siger ikke, at en udgave er udstedt.")
        return
    if withdrawn and (gone is None or withdrawn.kind != Act.WITHDRAWN or gone["number"] != said["number"]):
        yield _finding(folder, RECORD, "Arkivets post trækker en anden udgave tilbage end den, der er i pakken.")
    yield from _contents(folder, said)


def _contents(folder: Path, said: dict[str, Any]) -> Iterator[Finding]:
    paths = content_paths(said)
    present = {path.relative_to(folder).as_posix() for path in _walk(folder / "data") if path.is_file()}
    for name in sorted(present - {RECORD, *paths}):
        yield _finding(folder, name, "Filen hører ikke til udgaven.")
    sizes = [None, *(file["size"] for file in said["files"])]
    for name, digest, size in zip(paths, payload.digests(said), sizes, strict=True):
        content = (folder / name).read_bytes() if name in present else None
        if content is None:
            yield _finding(folder, name, "Filen mangler.")
        elif sha256(content) != digest or size not in {None, len(content)}:
            yield _finding(folder, name, "Filen er ikke den, som arkivets post siger.")
        elif size is None and not _is_document(content):
            yield _finding(folder, name, "Udgavens data kan ikke læses.")


def _is_document(content: bytes) -> bool:
    try:
        payload.titles(content)
    except (ValueError, KeyError, TypeError, RecursionError):
        return False
    return True


def _content(folder: Path, name: str, digest: str) -> bytes:
    try:
        content = (folder / name).read_bytes()
    except OSError:
        content = b""
    if sha256(content) != digest:
        found = _finding(folder, name, "Filen er ændret, mens pakken blev læst.")
        raise Stopped([found], "Pakken er ikke, som den blev lavet, så intet er læst ind.", _HINT)
    return content


def _finding(folder: Path, name: str, message: str) -> Finding:
    shown = "".join(char if char.isprintable() else "?" for char in f"{folder.name}/{name}".rstrip("/"))
    return error("pakke-afvist", Place(file=shown), message, _HINT)
