"""Which archive this user works with: the database that the environment names, else one in the user's data folder."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from renderer.archive.archive import Archive
    from renderer.archive.signing_key import SigningKey

VARIABLE = "AFTALERAPPORT_DATABASE"
KEY_VARIABLE = "AFTALERAPPORT_SIGNING_KEY"
TIMESTAMPS_VARIABLE = "AFTALERAPPORT_TIMESTAMPS"
_FILE = "udgaver.db"


def open_archive(*, make: bool = False) -> "Archive":
    """The archive; with `make`, it is made where there is none yet. Raises `WrongCall` or `ArchiveUnavailable`."""
    # The database's libraries take longer to load than most commands take to run.
    from renderer.archive.archive import Archive

    return Archive(archive_address(), make=make, key=_signing_key())


def timestamp_authority() -> str:
    """The address of the authority that stamps signed heads; empty where there is none."""
    return os.environ.get(TIMESTAMPS_VARIABLE, "").strip()


def _signing_key() -> "SigningKey | None":
    if word := os.environ.get(KEY_VARIABLE, "").strip():
        from renderer.archive.signing_key import read_signing_key

        return read_signing_key(Path(word))
    return None


def archive_address() -> str:
    """The address of its database."""
    return os.environ.get(VARIABLE) or _users_own()


def _users_own() -> str:
    import platformdirs

    folder = Path(platformdirs.user_data_dir("aftalerapport", appauthor=False))
    return f"sqlite:///{folder / _FILE}"
