"""Which archive this user works with: the database that the environment names, else one in the user's data folder."""

import os
from pathlib import Path

import platformdirs

from renderer.archive.archive import Archive

VARIABLE = "AFTALERAPPORT_DATABASE"
_FILE = "udgaver.db"


def open_archive() -> Archive:
    """The archive, made where there is none yet. Raises `WrongCall` or `ArchiveUnavailable`."""
    return Archive(os.environ.get(VARIABLE) or _users_own())


def _users_own() -> str:
    folder = Path(platformdirs.user_data_dir("aftalerapport", appauthor=False))
    return f"sqlite:///{folder / _FILE}"
