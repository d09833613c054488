"""Signs that the house style writes otherwise: quotation marks, dashes, per cent, and spaces before a full stop.

House style: ”…” around quotations, – with spaces for a dash, - without spaces in a range or period, pct. for %.
Retskrivningsordbogen § 55 (dash) and § 58 (quotation marks) allow what is asked for here.
"""

import re
from collections.abc import Iterator

from renderer.checks.editorial.note import Note, Written

_OTHER_QUOTES = re.compile(r"[\"“„‟»«]|(?<![\w’'])['‘](?=\w)[^'‘’]{2,80}['’](?!\w)")
_SPACED_RANGE = re.compile(r"\d(?: [-–]| ?–|[-–] ) ?(?=\d)")
_MONTHS = "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
_SHORT_MONTHS = "jan|feb|mar|apr|jun|jul|aug|sept?|okt|nov|dec"
_DAYS = "mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag"
_WHEN = rf"(?:(?:{_MONTHS}|{_DAYS})|(?:{_SHORT_MONTHS})\.?)(?!\w)"
# From one month or day to another; with its dates and years, a period may be written in several ways.
_SPACED_PERIOD = re.compile(rf"\b{_WHEN}(?: [-–] ?| ?–|- )(?={_WHEN})", re.IGNORECASE)
_PERIOD = re.compile(rf"\b{_WHEN}(?: \d{{4}})?(?: ?[-–—]+ ?)(?:(?:d\.|den) )?(?:\d{{1,2}}\. ?)?{_WHEN}", re.IGNORECASE)
_HYPHEN_FOR_DASH = re.compile(r"(?<=[^\s\d.,]) -{1,3} (?=\S)|(?<=\S) -{1,3} (?=[^\s\d])")
_OTHER_DASH = re.compile(r" ?— ?|(?<=[a-zæøå])–(?=[a-zæøå])")
_PER_CENT = re.compile(r"[%‰]")
_SPACE_BEFORE = re.compile(r"(?<=[^\s.,;:!?…–-])[ \t]+[.,;:!?](?=\s|$)")
# Not within an address or a file's name, which have no space before their next sign either.
_JOINED = re.compile(r"(?<![\w@/._-])[a-zæøåé]{2,},[a-zæøåé]{2,}(?![\w@/_-]|\.\w)", re.IGNORECASE)
_SHOWN_AROUND = 12


def quotation_marks(text: Written) -> Iterator[Note]:
    """Quotation marks other than ”…”; titles are printed as they were agreed."""
    for line, found in () if text.is_heading else _first(_OTHER_QUOTES, text):
        sign = found[0][0]
        what = "lige anførselstegn" if sign in "\"'" else f"anførselstegnet {sign}"
        yield Note(f"Teksten har {what} ved »{_near(line, found)}«.", "Skriv ”…” om det citerede.")


def dashes(text: Written) -> Iterator[Note]:
    """A hyphen or a long dash where a dash with spaces is meant; titles are printed as they were agreed."""
    if text.is_heading:
        return
    for line, found in _first(_HYPHEN_FOR_DASH, text, but=_PERIOD):
        yield Note(f"Der står en bindestreg som tankestreg ved »{_near(line, found)}«.", "Skriv – med mellemrum om.")
        return
    for line, found in _first(_OTHER_DASH, text, but=_PERIOD):
        yield Note(f"Tankestregen ved »{_near(line, found)}« er ikke som de andre.", "Skriv – med mellemrum om.")


def spaced_ranges(text: Written) -> Iterator[Note]:
    """A range of numbers, months or days with spaces or a long line: `1,1 - 5,8`, `april - maj`."""
    for line, found in _first(_SPACED_RANGE, text):
        yield Note(
            f"Tallene ved »{_near(line, found)}« er et interval skrevet med mellemrum eller tankestreg.",
            "Skriv bindestreg uden mellemrum, som i 15-20 pct.",
        )
        return
    for line, found in _first(_SPACED_PERIOD, text):
        yield Note(
            f"Perioden ved »{_near(line, found)}« er skrevet med mellemrum eller tankestreg.",
            "Skriv bindestreg uden mellemrum, som i april-maj.",
        )


def per_cent_signs(text: Written) -> Iterator[Note]:
    """% for pct."""
    for line, found in _first(_PER_CENT, text):
        sign, words = ("‰", "promille") if "‰" in found[0] else ("%", "pct.")
        yield Note(
            f"Teksten har tegnet {sign} ved »{_near(line, found)}«.", f"Skriv {words} som i resten af dokumentet."
        )


def spaces_before_stops(text: Written) -> Iterator[Note]:
    """A space before a full stop, comma, colon, semicolon, exclamation or question mark."""
    for line, found in _first(_SPACE_BEFORE, text):
        yield Note(f"Der står et mellemrum før tegnet ved »{_near(line, found)}«.", "Slet mellemrummet.")


def joined_by_comma(text: Written) -> Iterator[Note]:
    """Two words with a comma and no space between them."""
    for line, found in _first(_JOINED, text):
        yield Note(f"Der mangler et mellemrum efter kommaet ved »{_near(line, found)}«.", "Sæt et mellemrum.")


def _first(
    pattern: re.Pattern[str], text: Written, but: re.Pattern[str] | None = None
) -> Iterator[tuple[str, re.Match[str]]]:
    """The first place of a text, outside what `but` finds: one remark is enough to find the others by."""
    for line in text.lines:
        left_out = [found.span() for found in but.finditer(line.text)] if but else []
        for found in pattern.finditer(line.text):
            if not any(start <= found.start() and found.end() <= end for start, end in left_out):
                yield line.text, found
                return


def _near(line: str, found: re.Match[str]) -> str:
    """The sign with the words around it, to be found again by them."""
    start = line.rfind(" ", 0, max(found.start() - _SHOWN_AROUND, 0)) + 1
    end = line.find(" ", found.end() + _SHOWN_AROUND)
    return line[start : end if end >= 0 else len(line)].strip()
