"""How an agreement ends: the words that close its points, and the line with place and date above the signatures."""

import re

_MONTHS = "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
_DATE = rf"(?:\d{{1,2}}\.?\s*(?:{_MONTHS})\s+\d{{4}}|\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{4}})"
PLACE_AND_DATE = re.compile(
    rf"(?:(?P<place>[A-ZÆØÅ][\w.\- ]{{1,40}}?),?\s+)?(?:den|d\.)\s+(?P<date>{_DATE})\.?", re.IGNORECASE
)
_HEADING = re.compile(
    r"(?:Underskrift(?:er)?|Underskrevet af|Aftalens parter|Parterne bag aftalen|Partierne bag aftalen|"
    r"Aftaleparterne?|Forligspartierne|Forligskredsen|For partierne|På vegne af partierne):?",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:Afslutning|Afslutningsvis|Afsluttende|Aftalens (?:gyldighed|varighed|ikrafttræden)|Ikrafttræden|"
    r"Opfølgning på aftalen|Forligets? (?:varighed|rammer))\b.*",
    re.IGNORECASE,
)


def begins_signatures(text: str) -> bool:
    """Whether a paragraph begins with the line of place and date, or is the heading of the signatures."""
    first = text.strip().split("\n")[0].strip()
    return bool(PLACE_AND_DATE.fullmatch(first) or _HEADING.fullmatch(first))


def is_signature_heading(text: str) -> bool:
    """Whether words are nothing but the heading of the signatures."""
    return bool(_HEADING.fullmatch(text.strip()))


def ends_points(text: str) -> bool:
    """Whether an unnumbered heading closes the agreement, behind all its points."""
    return bool(_CLOSING.fullmatch(text.strip())) or is_signature_heading(text)
