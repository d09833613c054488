"""What was rendered before, kept on this machine, so that a round renders only what has changed.

Two kinds of entry: a *note* (JSON) says which contents a key stands for, and a *content* is a file named by its own
SHA-256. A key is a hash of everything that shapes a document, the program's fingerprint included. Nothing is
trusted blindly: a content whose hash is not its name is thrown away and made again, and a note that cannot be
read is no note. The cache may be deleted at any time.
"""

import hashlib
import json
import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_LARGEST = 500_000_000


@dataclass(frozen=True)
class RenderCache:
    """A cache in a folder; `stamp` is the fingerprint of the program whose documents it may give back."""

    folder: Path
    stamp: str

    def key(self, *parts: str | bytes) -> str:
        """The key of parts in this order, under this program's fingerprint."""
        digest = hashlib.sha256()
        for part in (self.stamp, *parts):
            content = part.encode() if isinstance(part, str) else part
            digest.update(len(content).to_bytes(8, "big") + content)
        return digest.hexdigest()

    def note(self, key: str) -> Any:
        """The note of a key, or `None` where there is none that can be read."""
        try:
            return json.loads(self._note_path(key).read_bytes())
        except (OSError, ValueError):
            return None

    def content(self, name: object) -> bytes | None:
        """The content with this SHA-256, or `None` where it is missing or is not what its name says."""
        if not isinstance(name, str) or not name.isalnum():
            return None
        path = self._content_path(name)
        try:
            content = path.read_bytes()
            if hashlib.sha256(content).hexdigest() != name:
                path.unlink()
                return None
            os.utime(path)
        except OSError:
            return None
        return content

    def keep(self, content: bytes) -> str:
        """Keep a content; gives its SHA-256. A cache that cannot be written is no error."""
        name = hashlib.sha256(content).hexdigest()
        path = self._content_path(name)
        if not path.exists():
            _write(path, content)
        return name

    def remember(self, key: str, note: Any) -> None:
        """Write down what a key stands for."""
        _write(self._note_path(key), json.dumps(note, ensure_ascii=False).encode())

    def tidy(self) -> None:
        """Throw away what was not used for longest, until the cache is within its size."""
        try:
            files = [(path, path.stat()) for path in self.folder.glob("*/*") if path.is_file()]
            size = sum(stat.st_size for _, stat in files)
            for path, stat in sorted(files, key=lambda file: file[1].st_mtime):
                if size <= _LARGEST:
                    return
                path.unlink(missing_ok=True)
                size -= stat.st_size
        except OSError:
            return

    def _note_path(self, key: str) -> Path:
        return self.folder / "noter" / f"{key}.json"

    def _content_path(self, name: str) -> Path:
        return self.folder / "filer" / name


def contents(cache: RenderCache, names: Iterable[object]) -> list[bytes] | None:
    """All the contents, or `None` when one of them is missing."""
    found = [cache.content(name) for name in names]
    return [content for content in found if content is not None] if None not in found else None


def _write(path: Path, content: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as file:
            file.write(content)
        Path(file.name).replace(path)
    except OSError:
        return
