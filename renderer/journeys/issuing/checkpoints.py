"""Checkpoints of the archive, as files that are kept elsewhere: signed heads of its chain, with their time stamps."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from renderer.archive.archive import Archive
from renderer.archive.database import reading, writing
from renderer.archive.head_rows import all_heads, lay_head
from renderer.archive.payload import moment
from renderer.archive.signed_head import SignedHead, heads_file, read_heads_file
from renderer.archive.signing_key import SigningKey, make_signing_key
from renderer.errors import UnknownChoice, UnreadableFile, WrongCall
from renderer.journeys.rendering.extract import file_content
from renderer.journeys.write_files import write_files

_MAKE = "Lav en nøgle med archive key, og skriv filens navn i AFTALERAPPORT_SIGNING_KEY."


@dataclass(frozen=True)
class Checkpointed:
    """What was written: the file, the newest head in it, and how many heads have no time stamp yet."""

    file: Path
    newest: SignedHead
    unstamped: int


def write_checkpoints(archive: Archive, target: Path, at: datetime, authority: str = "") -> Checkpointed:
    """Sign how far the chain goes now and write every signed head into a new file.

    Raises `WrongCall` where the archive has nothing to be signed or no key, and `CannotWrite`.
    """
    if archive.key:
        with writing(archive.engine) as connection:
            lay_head(connection, archive.key, moment(at))
    if authority:
        from renderer.journeys.issuing.time_stamp import stamp_heads

        stamp_heads(archive, authority)
    heads = heads_of(archive)
    if not heads:
        if archive.key:
            raise UnknownChoice("Arkivet er tomt, så der er intet at underskrive.", "Udsted noget først.")
        raise WrongCall("Arkivet har ingen kontrolpunkter, for der er ingen nøgle.", _MAKE)
    [file] = write_files(target.parent, {target.name: heads_file(heads)})
    return Checkpointed(file, heads[-1], sum(not head.stamp for head in heads) if authority else 0)


def heads_of(archive: Archive) -> list[SignedHead]:
    """The archive's signed heads, in order; those that cannot be read are left to `audit`."""
    with reading(archive.engine) as connection:
        return [head for _, head in all_heads(connection) if head]


def kept_heads(files: Sequence[Path]) -> Mapping[str, Sequence[SignedHead]]:
    """The signed heads in files, by their names. Raises `UnreadableFile`."""
    found = {}
    for path in files:
        try:
            found[path.name] = read_heads_file(file_content(path))
        except ValueError as cause:
            hint = "Vælg en fil, som archive checkpoint eller archive export har skrevet."
            raise UnreadableFile(f"»{path.name}« har ingen kontrolpunkter, der kan læses.", hint) from cause
    return found


def replace_key(archive: Archive, path: Path, at: datetime) -> SigningKey:
    """Make a new key, and let the one that signs now sign that the new one signs from here on.

    Raises `WrongCall` where no key signs, and `CannotWrite`.
    """
    if archive.key is None:
        raise WrongCall("Der er ingen nøgle at afløse.", _MAKE)
    made = make_signing_key(path)
    try:
        with writing(archive.engine) as connection:
            lay_head(connection, archive.key, moment(at), made.public)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return made
