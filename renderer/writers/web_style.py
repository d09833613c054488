"""The style elements of the HTML page, with the fonts in them, so that the file needs no other."""

import base64
import re
from collections.abc import Iterable
from functools import lru_cache
from io import BytesIO

from fontTools import subset
from fontTools.ttLib import TTFont
from markupsafe import Markup

from renderer.resources import read_resource
from renderer.writers.signs import SHEET, has_signs

_SHEETS = {"edition.css": "all", "screen.css": "screen", "print.css": "print"}
_OVERVIEW_SHEETS = {"overview.css": "all", "overview_screen.css": "screen", "overview_print.css": "print"}
_FONT_FILE = re.compile(r"url\(\.\./fonts/([\w.-]+)\)")


def stylesheets(page: str, *, with_overview: bool = False, more: Iterable[str] = ()) -> Markup:
    """A style element for each sheet, `more` ones last; the fonts hold only the characters of the page."""
    signs = {SHEET: "all"} if has_signs(page) else {}
    sheets = _SHEETS | (_OVERVIEW_SHEETS if with_overview else {}) | signs | dict.fromkeys(more, "all")
    characters = frozenset(page)
    return Markup("").join(
        Markup('<style media="{}">\n{}</style>\n').format(medium, _sheet(name, characters))
        for name, medium in sheets.items()
    )


def _sheet(name: str, characters: frozenset[str]) -> Markup:
    css = read_resource("styles", name).decode()
    # The sheets are ours and hold no markup; a font that has none of the characters is left out by the browser.
    return Markup(_FONT_FILE.sub(lambda match: f"url({_font_address(match[1], characters)})", css))  # noqa: S704


@lru_cache(maxsize=64)
def _font_address(name: str, characters: frozenset[str]) -> str:
    """A font as a data address (RFC 2397): WOFF2 with the glyphs of the characters only."""
    options = subset.Options(flavor="woff2", layout_features=["*"], notdef_outline=True)
    font = TTFont(BytesIO(read_resource("fonts", name)), recalcTimestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text="".join(sorted(characters)))
    subsetter.subset(font)
    font.flavor = "woff2"
    written = BytesIO()
    font.save(written)
    return f"data:font/woff2;base64,{base64.b64encode(written.getvalue()).decode()}"
