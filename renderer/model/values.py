"""The single values that the data is made of, each read from the text that stands in the file.

Every validator takes a string (a YAML scalar as it stands, or a JSON string or number) and raises a
`PydanticCustomError` whose type is the finding's code and whose message is the Danish sentence; `ctx["hint"]` holds
the way out.
"""

import datetime
import re
import unicodedata
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema
from pydantic_core import PydanticCustomError

from renderer.model.day import HINT, PATTERN, NotADay, read_day
from renderer.model.fixed_word import compared
from renderer.model.markdown import parse_prose, write_prose
from renderer.model.prose import Prose
from renderer.model.tidying import plain_characters, tidy_line

_YEAR = re.compile(r"(?:19|20|21)\d\d", re.ASCII)
_FROM_SPREADSHEET = re.compile(r"\d+,\d+")
_ITEM_NUMBER = re.compile(
    # 5.08.2, 12A, 1a, 1.A, 3-2
    r"\d{1,3}(?:\.\d{1,3})*(?:\.?[A-ZÆØÅ]|[a-zæøå])?|\d{1,2}-\d{1,2}|"
    # BI01, S-3, Su01, BI-2026-01, BI/01, S 3
    r"(?:[A-ZÆØÅ]{1,6}[-._/ ]?|[A-ZÆØÅa-zæøå]{1,4}[-._/]?)\d{1,4}(?:[.-]\d{1,3})*[A-ZÆØÅa-zæøå]?",
    re.ASCII,
)
_WHITE_SPACE = "\t\n\r\f\v"


def refuse(code: str, message: str, hint: str) -> PydanticCustomError:
    """The error of a value that cannot be what its field says."""
    # A template is filled in key by key, so a message that quotes braces must come in last.
    return PydanticCustomError(code, "{message}", {"hint": hint, "message": message})


def printable(value: Any) -> str:
    """Text that can be printed, archived and read aloud: no control, private-use or unassigned characters.

    Given back composed (Unicode NFC), with plain spaces for typographic ones and letters for ligatures.

    PDF/A-3a forbids private-use characters without replacement text (ISO 19005-3, 6.2.11.7.3); control
    characters cannot stand in Word's XML (XML 1.0, 2.2). Marks that turn the reading direction are refused too.
    """
    if not isinstance(value, str):
        raise refuse("ikke-tekst", "Her skal stå en tekst.", "Skriv teksten efter kolonet på samme linje.")
    for character in value:
        if unicodedata.category(character)[0] == "C" and character not in _WHITE_SPACE:
            raise refuse(
                "ugyldigt-tegn",
                f"Teksten har et tegn, som ikke kan trykkes: U+{ord(character):04X}.",
                "Slet tegnet, eller skriv teksten igen uden at kopiere den.",
            )
    return plain_characters(value)


def _line(value: Any) -> str:
    line = tidy_line(printable(value))
    if not line:
        raise refuse("tom-tekst", "Feltet er tomt.", "Skriv en tekst, eller slet feltet.")
    return line


def _prose(value: Any) -> Prose:
    return value if isinstance(value, Prose) else parse_prose(printable(value))


def _year(value: Any) -> int:
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    if not isinstance(text, str) or not _YEAR.fullmatch(text):
        raise refuse("ugyldigt-årstal", f"»{value}« er ikke et årstal.", "Skriv årstallet med fire cifre, fx 2018.")
    return int(text)


def _date(value: Any) -> datetime.date:
    if isinstance(value, datetime.date):
        return value
    if not isinstance(value, str):
        raise refuse("ugyldig-dato", f"»{value}« er ikke en dato.", HINT)
    try:
        return read_day(value)
    except NotADay as problem:
        raise refuse("ugyldig-dato", problem.message, problem.hint) from problem


def _yes_no(value: Any) -> bool:
    words = {"ja": True, "nej": False, True: True, False: False}
    said = compared(value) if isinstance(value, str) else value
    if not isinstance(said, str | bool) or said not in words:
        raise refuse("hverken-ja-eller-nej", f"»{value}« er hverken ja eller nej.", "Skriv ja eller nej.")
    return words[said]


def _item_number(value: Any) -> str:
    text = _line(value).removesuffix(".")
    if not _ITEM_NUMBER.fullmatch(text):
        hint = "Skriv tal adskilt af punktum, fx 5.08.2, eller en kode, fx BI01, eller slet feltet uden nummer."
        if _FROM_SPREADSHEET.fullmatch(text):
            hint += " Et regneark fjerner nuller til sidst (2.10 bliver 2,1): Gør cellen til tekst, og skriv det igen."
        raise refuse("ugyldigt-nummer", f"»{value}« er ikke et nummer.", hint)
    return text


Line = Annotated[str, BeforeValidator(_line)]
"""One line of printable text, never empty, with single spaces."""

ProseText = Annotated[
    Prose,
    BeforeValidator(_prose),
    PlainSerializer(write_prose, return_type=str),
    WithJsonSchema({"type": "string", "contentMediaType": "text/markdown"}),
]
"""Running text, written as the small Markdown of `markdown.py`."""

Year = Annotated[int, BeforeValidator(_year), WithJsonSchema({"type": "string", "pattern": "^(19|20|21)[0-9]{2}$"})]
"""A year with four digits."""

Date = Annotated[
    datetime.date,
    BeforeValidator(_date),
    PlainSerializer(datetime.date.isoformat, return_type=str),
    WithJsonSchema(
        {
            "type": "string",
            "anyOf": [{"format": "date"}, {"pattern": PATTERN}],
            "examples": ["2018-07-04", "4. juli 2018"],
        },
        mode="validation",
    ),
    WithJsonSchema({"type": "string", "format": "date"}, mode="serialization"),
]
"""A calendar day, read as people type it (`day.py`) and written 2018-07-04 (ISO 8601)."""

YesNo = Annotated[
    bool,
    BeforeValidator(_yes_no),
    PlainSerializer(lambda value: "ja" if value else "nej", return_type=str),
    WithJsonSchema({"type": "string", "enum": ["ja", "nej"]}),
]
"""A switch, written `ja` or `nej`."""

ItemNumber = Annotated[str, BeforeValidator(_item_number)]
"""A number as printed without its final full stop: `5.1`, `5.01` and `5.10` are three numbers, and `BI01` is one."""
