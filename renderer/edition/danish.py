"""Danish as it is printed: dates, ordinals, lists, the alphabet, and spaces that must not break.

Number patterns and month names come from Babel (CLDR, da_DK); the rest is the house style of STANDARDS section 6:
`pct.` and `mio. kr.` are written out, and a number never parts from its unit at a line's end.
"""

import datetime
import re
import unicodedata
from collections.abc import Sequence

from babel.dates import format_date

NBSP = "\u00a0"

_ORDINALS = ("Første", "Anden", "Tredje", "Fjerde")
# Behind z stand the three characters that ASCII has behind z.
_ALPHABET = str.maketrans(
    {"æ": "{", "ä": "{", "ø": "|", "ö": "|", "ő": "|", "œ": "|", "å": "}", "ü": "y", "ð": "d", "þ": "th"}
)
_MONTHS = "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"

# Where a line must not break: at the space between what the first pattern and the second one match.
_TIES = tuple(
    re.compile(rf"({before}) (?={after})")
    for before, after in (
        (r"\d", r"(?:mio|mia|pct|kr)\.|(?:km|m2|m²|ha)\b"),
        (r"\bm(?:io|ia)\.", r"kr\."),
        (r"§|\b(?:[Ss]tk|[Nn]r|[Kk]l|[Pp]kt)\.|\b[Pp]unkt", r"\d"),
        (r"\d\.", rf"(?:budgetopfølgning|halvår|kvartal|{_MONTHS})\b"),
        (r"\bSagsid:", r"\d"),
        (r" [-–]", r"del \d"),
        (r"\b[Dd]el", r"\d"),
    )
)


def long_date(day: datetime.date) -> str:
    """`4. juli 2018`, as in letters and page heads."""
    return format_date(day, "d. MMMM y", locale="da_DK")


def column_date(day: datetime.date) -> str:
    """`31.12.2018`, as in the time column."""
    return format_date(day, "dd.MM.y", locale="da_DK")


def ordinal_word(number: int) -> str:
    """`Første` to `Fjerde` for 1 to 4."""
    return _ORDINALS[number - 1]


def genitive(name: str) -> str:
    """The owner's form of a name: `Økonomiudvalgets`; a name that ends in s, x or z takes an apostrophe."""
    return name + ("’" if name[-1].lower() in "sxz" else "s")


def series(names: Sequence[str]) -> str:
    """Names in a row, as the documents join them: `A, B samt C`."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} samt {names[-1]}"


def alphabetical(text: str) -> tuple[str, str]:
    """Sorting key of the Danish alphabet: ... z æ ø å, with aa as å (CLDR da, standard collation)."""
    folded = unicodedata.normalize("NFC", text).casefold().replace("aa", "å").translate(_ALPHABET)
    bare = (letter for letter in unicodedata.normalize("NFD", folded) if not unicodedata.combining(letter))
    return "".join(bare), text


def tied(text: str) -> str:
    """The text with no-break spaces wherever a line must not break."""
    for tie in _TIES:
        text = tie.sub(rf"\1{NBSP}", text)
    return text
