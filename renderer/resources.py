"""Where templates, styles, fonts and dictionaries lie: beside the package in the repository, inside it in a wheel.

The only module that knows. Everything else asks `resource_folder` or `read_resource`.
"""

import hashlib
import re
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Literal

from renderer.errors import BrokenResource

Kind = Literal["templates", "styles", "fonts", "dictionaries"]

_SUMS = "SHA256SUMS"
_FONT_OF_SHEET = re.compile(r"url\(\.\./fonts/([\w.-]+)\)")
# What nobody changes on purpose, and what the user is told has been changed.
_SEALED: dict[Kind, str] = {"fonts": "skrift", "dictionaries": "ordliste"}
_PACKAGE = Path(__file__).resolve().parent
_ROOTS = (_PACKAGE / "packaged", _PACKAGE.parent)


def resource_folder(kind: Kind) -> Path:
    """The folder of the templates, styles, fonts or dictionaries that were delivered with the program.

    Raises `BrokenResource` where the installation lacks it.
    """
    for root in _ROOTS:
        folder = root / kind
        if folder.is_dir():
            return folder
    raise BrokenResource(
        f"Programmets mappe »{kind}« mangler.",
        "Installer Aftalerapport igen; installationen er ikke fuldstændig.",
    )


def read_resource(kind: Kind, name: str) -> bytes:
    """The bytes of one delivered file. Raises `BrokenResource` where it is missing, unreadable or wrongly altered.

    A font decides where every line breaks: one that is not as it was delivered makes other documents, so its
    SHA-256 is held against the list beside it, and so is a dictionary's. Templates and styles may be changed.
    """
    try:
        content = (resource_folder(kind) / name).read_bytes()
    except OSError as cause:
        raise BrokenResource(
            f"Programmets fil »{kind}/{name}« mangler eller kan ikke læses.",
            "Installer Aftalerapport igen; installationen er ikke fuldstændig.",
        ) from cause
    if kind in _SEALED and name != _SUMS and hashlib.sha256(content).hexdigest() != _sums(kind).get(name):
        raise BrokenResource(
            f"Programmets {_SEALED[kind]} »{name}« er ikke, som den blev leveret.",
            "Installer Aftalerapport igen, så resultatet bliver det samme på alle maskiner.",
        )
    return content


@cache
def font_characters(sheet: str) -> frozenset[str]:
    """Every character that one of the fonts has which a style sheet names. Raises `BrokenResource`."""
    files = _FONT_OF_SHEET.findall(read_resource("styles", sheet).decode())
    return frozenset(chr(code) for file in files for code in _codes(file))


def _codes(font: str) -> frozenset[int]:
    # Few texts have a character that is not to be expected, and opening a font takes a library of its own.
    from fontTools.ttLib import TTFont

    return frozenset(TTFont(BytesIO(read_resource("fonts", font)), lazy=True).getBestCmap())


@cache
def _sums(kind: Kind) -> dict[str, str]:
    lines = read_resource(kind, _SUMS).decode().splitlines()
    return {name: digest for digest, name in (line.split(maxsplit=1) for line in lines)}
