"""Where templates, styles and fonts lie: beside the package in the repository, inside it in a wheel.

The only module that knows. Everything else asks `resource_folder` or `read_resource`.
"""

import hashlib
from functools import cache
from pathlib import Path
from typing import Literal

from renderer.errors import BrokenResource

Kind = Literal["templates", "styles", "fonts"]

_FONT_SUMS = "SHA256SUMS"
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
    """The bytes of one delivered file. Raises `BrokenResource` where it is missing, unreadable or an altered font.

    A font decides where every line breaks: one that is not as it was delivered makes other documents, so its
    SHA-256 is held against the list beside it. Templates and styles may be changed on purpose.
    """
    try:
        content = (resource_folder(kind) / name).read_bytes()
    except OSError as cause:
        raise BrokenResource(
            f"Programmets fil »{kind}/{name}« mangler eller kan ikke læses.",
            "Installér Aftalerapport igen; installationen er ikke fuldstændig.",
        ) from cause
    if kind == "fonts" and name != _FONT_SUMS and hashlib.sha256(content).hexdigest() != _font_sums().get(name):
        raise BrokenResource(
            f"Programmets skrift »{name}« er ikke, som den blev leveret.",
            "Installér Aftalerapport igen, så dokumenterne bliver ens på alle maskiner.",
        )
    return content


@cache
def _font_sums() -> dict[str, str]:
    lines = read_resource("fonts", _FONT_SUMS).decode().splitlines()
    return {name: digest for digest, name in (line.split(maxsplit=1) for line in lines)}
