"""What every test brings along for the programs outside Python, so that no machine's settings and fonts count.

A program that prints gets one typeface for everything it prints: the files named here, and no other of the machine's.
They are our own and those that `scripts/system-packages test` installs.
"""

import os
import time
from collections.abc import Mapping
from pathlib import Path

from tests.repository import ROOT
from tests.violation import ToolMissing

_DEBIAN = Path("/usr/share/fonts/truetype")
_FOUR = ("Regular", "Bold", "Italic", "BoldItalic")
TYPEFACES: Mapping[str, tuple[Path, ...]] = {
    "DejaVu Sans": tuple(_DEBIAN / f"dejavu/DejaVuSans{style}.ttf" for style in ("", "-Bold")),
    "Liberation Sans": tuple(_DEBIAN / f"liberation/LiberationSans-{style}.ttf" for style in _FOUR),
    "Carlito": tuple(_DEBIAN / f"crosextra/Carlito-{style}.ttf" for style in _FOUR),
    "Noto Sans": tuple(ROOT / f"fonts/NotoSans-{style}.ttf" for style in _FOUR),
}
USUAL = "DejaVu Sans"
"""The widest of them, and the one that every Debian machine with LibreOffice has."""

# How the person who runs the tests, or the program that started them, likes things.
_PERSONAL = (
    "AFTALERAPPORT_", "CLICOLOR", "COLUMNS", "FORCE_COLOR", "GIT_", "HTTP_", "HTTPS_", "JAVA_", "JDK_", "LANG", "LC_",
    "LINES", "MAKE", "MFLAGS", "NO_COLOR", "PG", "SAL_", "SOURCE_DATE_EPOCH", "XDG_",
)  # fmt: skip
_FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{folder}/fonts</dir><cachedir>{folder}/cache</cachedir></fontconfig>
"""


def settle(folder: Path) -> None:
    """Give this process, and every one that it starts, a home of its own in `folder`, and settings without a machine.

    A repository that belongs to another user is read all the same.
    """
    for name in [name for name in os.environ if name.upper().startswith(_PERSONAL)]:
        del os.environ[name]
    os.environ |= {
        "HOME": str(folder),
        "TZ": "UTC",
        "LC_ALL": "C.UTF-8",
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": "safe.directory",
        "GIT_CONFIG_VALUE_0": "*",
        **printing_in(USUAL, folder / "fontconfig"),
    }
    time.tzset()
    os.umask(0o022)


def printing_in(typeface: str, folder: Path) -> dict[str, str]:
    """The settings for programs that are to know this typeface and no other; `folder` holds what they read.

    Raises `ToolMissing` where a file of it is not on the machine.
    """
    fonts = folder / "fonts"
    fonts.mkdir(parents=True, exist_ok=True)
    for path in TYPEFACES[typeface]:
        if not path.exists():
            raise ToolMissing(f"{path} is missing: run `make setup` (scripts/system-packages test)")
        link = fonts / path.name
        if not link.is_symlink():
            link.symlink_to(path)
    settings = folder / "fonts.conf"
    settings.write_text(_FONTS.format(folder=folder), encoding="utf-8")
    return {"FONTCONFIG_FILE": str(settings)}
