"""Which signs can be printed: those that the program's own fonts have, asked of the fonts themselves.

The style sheets name the fonts. A page looks for a sign in each of them, whatever the text is set in.
"""

import re
import unicodedata
from functools import cache

from renderer.model.tidying import plain_characters
from renderer.resources import font_characters

_SHEETS = ("edition.css", "signs.css")
# Every font has these; a text of them alone need not open one.
_ALWAYS = re.compile(r"[\x09\x0a\x0d\x20-\x7e\xa0-\xac\xae-\xff–—’”“…]*")
# They choose between a sign's shapes and have none of their own.
_SELECTORS = frozenset(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))


def unprintable(text: str) -> tuple[str, ...]:
    """The signs of a text that no font of ours has, each once, in the order they stand.

    A sign that a text may not have at all (a control character) is another finding's.
    """
    if _ALWAYS.fullmatch(text):
        return ()
    composed = plain_characters(text)
    return tuple(sign for sign in dict.fromkeys(composed) if _lacks_shape(sign))


def _lacks_shape(sign: str) -> bool:
    return sign not in printed_signs() and sign not in _SELECTORS and unicodedata.category(sign)[0] != "C"


def signs_told(signs: tuple[str, ...]) -> str:
    """`Tegnet »☃« (U+2603) findes`, the head of a sentence on them."""
    told = [f"»{sign}« (U+{ord(sign):04X})" for sign in signs]
    *head, last = told
    return f"Tegnene {', '.join(head)} og {last} findes" if head else f"Tegnet {last} findes"


@cache
def printed_signs() -> frozenset[str]:
    """Every sign that one of the fonts has. Raises `BrokenResource`."""
    return frozenset[str]().union(*map(font_characters, _SHEETS))
