"""Signs beside the letters (☑ ✔ ⚠ 👍): their fonts are taken in where a page has any of them, and nowhere else.

So a page without them is the page it always was, to the byte.
"""

import re

from renderer import vocabulary
from renderer.resources import font_characters

SHEET = "signs.css"
_BASE = "edition.css"
# What stands before U+2190 is letters and their marks; opening a font takes a library that no other page needs.
_SIGN = re.compile(r"[\u2190-\U0010ffff]")
_USUAL = frozenset(f"{vocabulary.HAPPY_FACE}{vocabulary.NEUTRAL_FACE}{vocabulary.SAD_FACE}\ufe0e")


def has_signs(page: str) -> bool:
    """Whether the page has a sign that only the fonts of signs have."""
    found = set(_SIGN.findall(page)) - _USUAL
    return bool(found) and not found.isdisjoint(font_characters(SHEET) - font_characters(_BASE))
