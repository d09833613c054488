"""A folder of files that are on no disk: nothing is left of them when the process is gone, however it ended.

WeasyPrint writes every font into a temporary folder for fontconfig to open, and removes it with the font configuration;
a process that is killed leaves a megabyte behind. On Linux a file in memory has a name that can be opened, too.
"""

import os
from pathlib import Path

_NAMES = Path("/proc/self/fd")


def has_files_in_memory() -> bool:
    """Whether this machine has them."""
    return hasattr(os, "memfd_create") and _NAMES.is_dir()


class FileInMemory:
    """A file as WeasyPrint's `add_font_face` uses it (70.0, text/fonts.py): like a path, written once."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._descriptor: int | None = None

    def exists(self) -> bool:
        """Whether it has been written."""
        return self._descriptor is not None

    def write_bytes(self, content: bytes) -> None:
        """Write it whole."""
        self._descriptor = os.memfd_create(self._name)
        with open(self._descriptor, "wb", closefd=False) as file:
            file.write(content)

    def as_posix(self) -> str:
        """The name under which this process can open it."""
        return f"{_NAMES}/{self._descriptor}"

    def __del__(self) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)


class FilesInMemory:
    """The folder: a file by its name, whether it has been written or not."""

    def __init__(self) -> None:
        self._files: dict[str, FileInMemory] = {}

    def __truediv__(self, name: str) -> FileInMemory:
        return self._files.setdefault(name, FileInMemory(name))
