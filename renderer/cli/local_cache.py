"""Where this machine keeps what was rendered before: in the user's cache folder (XDG base directories)."""

import os
from pathlib import Path

from renderer.journeys.rendering.render_cache import RenderCache
from renderer.writers.provenance import program_fingerprint

VARIABLE = "AFTALERAPPORT_CACHE"


def local_cache(wanted: bool) -> RenderCache | None:
    """The cache, or `None` where it is not wanted or this user has no folder for it."""
    folder = _folder() if wanted else None
    return RenderCache(folder, program_fingerprint()) if folder else None


def _folder() -> Path | None:
    named = os.environ.get(VARIABLE)
    if named is not None:
        return Path(named) if named else None
    base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")  # noqa: PTH111 - "~" may stay as it is
    return Path(base) / "aftalerapport" if Path(base).is_absolute() else None
