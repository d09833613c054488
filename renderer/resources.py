"""Where templates, styles and fonts lie: beside the package in the repository, inside it in a wheel.

The only module that knows. Everything else asks `resource_folder` or `read_resource`.
"""

from pathlib import Path
from typing import Literal

from renderer.errors import BrokenResource

Kind = Literal["templates", "styles", "fonts"]

_PACKAGE = Path(__file__).resolve().parent
_ROOTS = (_PACKAGE / "packaged", _PACKAGE.parent)


def resource_folder(kind: Kind) -> Path:
    """The folder of the templates, styles or fonts that were delivered with the program.

    Raises `BrokenResource` where the installation lacks it.
    """
    for root in _ROOTS:
        folder = root / kind
        if folder.is_dir():
            return folder
    raise BrokenResource(
        f"Programmets mappe »{kind}« mangler.",
        "Installér Aftalerapport igen; installationen er ikke fuldstændig.",
    )


def read_resource(kind: Kind, name: str) -> bytes:
    """The bytes of one delivered file. Raises `BrokenResource` where it is missing or unreadable."""
    try:
        return (resource_folder(kind) / name).read_bytes()
    except OSError as cause:
        raise BrokenResource(
            f"Programmets fil »{kind}/{name}« mangler eller kan ikke læses.",
            "Installér Aftalerapport igen; installationen er ikke fuldstændig.",
        ) from cause
