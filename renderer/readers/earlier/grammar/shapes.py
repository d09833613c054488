"""What looks like the structure of a follow-up, in our words and in those of others, wherever in a line it stands.

A label, a time, a smiley, a heading's number and the like are told from running text by their form alone: they begin
a line or a sentence, or are all that stands there.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from renderer.readers.earlier.grammar import furniture, labels
from renderer.readers.earlier.grammar.smiley_marks import FACE
from renderer.readers.text.smiley_cell import WORDS


class Shape(Enum):
    """The kinds of structure."""

    LABEL = "label"
    TIME = "time"
    SMILEY = "smiley"
    HEADING = "heading"
    CONTENTS = "contents"
    PLACEHOLDER = "placeholder"
    FOOT = "foot"


@dataclass(frozen=True)
class Found:
    """One such place: what it is, the words of it, and where in the line they begin."""

    shape: Shape
    words: str
    start: int


_MONTH = (
    r"(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
    r"|jan\.|feb\.|mar\.|apr\.|aug\.|sept?\.|okt\.|nov\.|dec\.)"
)
_TERM = (
    r"(?:budget(?:opfølgning|revision|kontrol|status)|(?:status)?opfølgning|statusrapport|halvår|kvartal|kvt\.?|tertial"
    r"|delår|delårsregnskab|periode|måling)"
)
_TIMES = (
    rf"(?:[1-4]\.|første|andet|anden|tredje|fjerde)\s*{_TERM}(?:\s+(?:i\s+)?\d{{4}})?",
    rf"(?:pr\.\s*)?\d{{1,2}}\.\s*(?:\d{{1,2}}\.|{_MONTH})\s*\d{{4}}",
    r"\d{1,2}[-/]\d{1,2}[-/]\d{4}",
    rf"(?:(?:ultimo|primo|medio)\s+)?{_MONTH}\s+\d{{4}}",
    r"(?:forår|sommer|efterår|vinter)(?:et)?\s+\d{4}",
    r"Q[1-4](?:\s+\d{4})?",
    r"uge\s+\d{1,2}(?:\s+\d{4})?",
    r"(?:[1-4]\.\s*)?(?:BO|budgetopf\.)\s*[1-4]?(?:\s+\d{4})?",
    r"\d{1,2}/\d{1,2}(?:[- ]\d{4})?",
    r"(?:årets\s+udgang|årsafslutning(?:en)?|årsregnskab(?:et)?|regnskab(?:et)?)(?:\s+\d{4})?",
)
_TIME = rf"(?:{'|'.join(_TIMES)})"
_LIKE_A_CELL = rf"(?:\s*:|(?=\s+[A-ZÆØÅ\"”»“(])|(?=\s*$)|(?=\s+(?i:{_TIME}))|(?=\s*{FACE.pattern}))"
_ROW = (
    rf"(?:(?:{labels.MILESTONE_WORD}(?:\s+(?:nr\.\s*)?\d)?|Økonomi){_LIKE_A_CELL}"
    r"|Økonomi(?=\s+\d[\d.,]*\s+(?:mio|kr|t\.?kr|pct)))"
)
# What others call the rows and fields of a table, with a colon behind it.
_OF_OTHERS = (
    r"(?:(?:(?:Politisk\s+)?(?:Fag)?[Uu]dvalg|Center|Forvaltning|Afdeling|Enhed|Medvirkende|Samarbejdspartnere?|Tovholder"
    r"|Ansvarlig|Projektleder|Bemærkning(?:er)?|Kommentar(?:er)?|(?:Midtvejs)?[Oo]pfølgning|Resultat(?:er)?|Fremdrift"
    r"|Vurdering|Finansiering|Budget|Økonomisk\s+status|Aktivitet|Handling|Frist|Deadline)\s*:"
    r"|(?:Ansvarligt?\s+(?:fag)?(?:center|udvalg|forvaltning|afdeling)|Væsentlige?\s+bidragsydere?|Finansiering|Budget|Delmål|Trin|Mål|Aktivitet)(?=\s+[A-ZÆØÅ]|\s*$))"
)
# These are capitalised inside a sentence nowhere else.
_ANYWHERE = (
    r"(?:Status|STATUS)(?:\s+(?:pr\.?|per|den)\s+\d[^:\n]{0,30})?\s*:"
    r"|(?:Medansvarlig|Ansvarlig)\w*(?:\s+[a-zæøå]+){0,2}\s*:"
    r"|Definition\s+af\s+smileys?\s+(?:på|for)\b"
    r"|(?:Væsentlige?|Øvrige?|Andre)\s+bidragsyder\w*\s*:|Bidragsydere?\s*:"
    rf"|{labels.MILESTONE_WORD}(?:\s+\d)?(?=\s*:|\s+[A-ZÆØÅ])"
)
_BEFORE_NAMES = ("for", "og", "af", "fra", "med", "til", "hos", "samt", "under", "ved", "Center", "Centret", "i")
_IN_SENTENCE = (
    "".join(rf"(?<!\b{word}\s)" for word in _BEFORE_NAMES)
    + r"(?<=[a-zæøå0-9]\s)Økonomi(?=\s+[A-ZÆØÅ][a-zæøå]+\s+[a-zæøå])"
)
# What may stand before structure inside a line: the end of a sentence (never of an abbreviation), or a smiley.
_ABBREVIATIONS = ("pr", "per", "ca", "jf", "kl", "nr", "pkt", "bl.a", "f.eks", "fx", "evt", "inkl", "ekskl", "mio",
                  "kr", "pct", "mv", "m.v", "den", "d", "stk", "maks", "min", "tlf")  # fmt: skip
_NO_ABBREVIATION = "".join(rf"(?<!\b{re.escape(short)}\.)" for short in _ABBREVIATIONS)
_BREAK = rf"(?:(?<=[.!?:;)\"”»]){_NO_ABBREVIATION}\s+|{FACE.pattern}\s*)"
_BEGINNING = rf"(?:^|{_BREAK})"
_MARK = rf"(?:\s*[-–—:]?\s*(?:{FACE.pattern}\s*)+)"
WORDS_OF_SCALES = (
    "Afsluttet", "Igangsat", "Ikke igangsat", "I gang", "Ikke i gang", "Opfyldt", "Delvist opfyldt", "Delvis opfyldt",
    "Ikke opfyldt", "Nået", "Delvist nået", "Delvis nået", "Ikke nået", "Gennemført", "Delvist gennemført",
    "Ikke gennemført", "Påbegyndt", "Ikke påbegyndt", "Startet", "Ikke startet", "Forsinket", "På rette vej",
    "Følger planen", "Som planlagt", "Udført", "Færdig", "I proces", "På vej", "Udfordret", "Stoppet", "Udskudt",
)  # fmt: skip
"""What municipalities call the steps of scales of their own; in a document with smileys they are words like others."""
_OF_SMILEYS = {word for words in WORDS.values() for word in words}
_NUMBER = r"\d{1,2}(?:\.\d{1,2})+"
_HEADING_START = re.compile(rf"{_BEGINNING}(?P<found>{_NUMBER}(?:\.\s+|\s+)(?=[A-ZÆØÅ]))")
_HEADING_END = re.compile(
    r"(?:^|\s)(?P<found>(?:(?:Tid|Tidspunkt|TID|Frist|Dato)\s+(?:Smileys?|SMILEY|Status|Vurdering)|(?:Drift|Anlæg)\s.*Smiley))$"
)
_LABELLED = (
    re.compile(rf"{_BEGINNING}(?P<found>{_ROW})"),
    re.compile(rf"(?:^|(?<=\s))(?P<found>{_ANYWHERE})"),
    re.compile(rf"(?P<found>{_IN_SENTENCE})"),
    re.compile(rf"^(?P<found>{_OF_OTHERS})"),
    re.compile(rf"\b(?i:{_TIME})\s+(?P<found>{_ROW})"),
)
_TIME_AND_FACE = re.compile(rf"(?P<found>\b{_TIME}{_MARK})", re.IGNORECASE)
_TIME_AT_END = re.compile(
    rf"(?<=[.!?]){_NO_ABBREVIATION}(?<!\b\d\.)(?<!\b\d\d\.)[\"”»)]?\s+(?P<found>{_TIME})\s*$", re.IGNORECASE
)
_TIME_BEFORE_ROW = re.compile(rf"\b(?P<found>(?i:{_TIME}))(?=\s+{_ROW})")
_TIME_ALONE = re.compile(
    rf"(?P<found>{_TIME})\s*[-–—:]?\s*(?:(?-i:[^a-zæøå\s])\S*(?:\s+\S+){{0,2}}|\S+)?(?<![.,])", re.IGNORECASE
)
_YEAR_ALONE = re.compile(r"20\d\d")
_FACE_AT_END = re.compile(rf"(?:^|\s)(?P<found>{FACE.pattern})\s*$|^(?P<first>{FACE.pattern})")
_LEADERS = re.compile(
    r"(?P<found>(?<!\S)\S+\s*(?:\.{4,}|…{2,}|(?:\s\.){4,})\s*\d{0,4})|(?P<tabbed>(?<!\S)\S+\t+\d{1,3})$"
)
PLACEHOLDER = re.compile(
    r"\[[^\]]{0,20}(?:mail|adresse|navn|dato|beløb|indsæt)[^\]]{0,20}\]|<(?:e-?mail|mail|navn)>|"
    r"\bx{2,}\S{0,80}@\S*|(?<!\S)\S*@x{2,}\S*|\b(?:navn|fornavn|mail|e-?mail)@\S+|(?<!\S)\S+\s?\(at\)\s?\S+",
    re.IGNORECASE,
)
"""Words that stand where an e-mail address or another fact has still to be filled in."""


def shapes(line: str, own_words: Sequence[str] = ()) -> list[Found]:
    """What in a line looks like structure; `own_words` are those of a scale that the document explains itself."""
    found = list(dict.fromkeys(_found(line, own_words)))
    return [one for one in found if not any(_covers(other, one) for other in found)]


def _covers(one: Found, other: Found) -> bool:
    """Whether one place holds another one and more."""
    inside = one.start <= other.start and other.start + len(other.words) <= one.start + len(one.words)
    return inside and len(one.words) > len(other.words)


def _found(line: str, own_words: Sequence[str]) -> Iterator[Found]:
    for pattern in _LABELLED:
        yield from _matches(Shape.LABEL, pattern, line)
    yield from _matches(Shape.TIME, _TIME_AND_FACE, line)
    yield from _matches(Shape.TIME, _TIME_AT_END, line)
    yield from _matches(Shape.TIME, _TIME_BEFORE_ROW, line)
    alone = _TIME_ALONE.fullmatch(line.strip())
    if alone or _YEAR_ALONE.fullmatch(line.strip()):
        yield Found(Shape.TIME, line.strip(), 0)
    yield from _matches(Shape.SMILEY, _FACE_AT_END, line)
    yield from _words_of_scale(line, own_words)
    yield from _matches(Shape.HEADING, _HEADING_START, line)
    yield from _matches(Shape.HEADING, _HEADING_END, line)
    yield from _matches(Shape.CONTENTS, _LEADERS, line)
    for match in PLACEHOLDER.finditer(line):
        yield Found(Shape.PLACEHOLDER, match[0], match.start())
    if furniture.is_certain_foot(" ".join(line.split())):
        yield Found(Shape.FOOT, line.strip(), 0)


def _matches(shape: Shape, pattern: re.Pattern[str], line: str) -> Iterator[Found]:
    for match in pattern.finditer(line):
        name = next(name for name, words in match.groupdict().items() if words is not None)
        yield Found(shape, match[name].strip(), match.start(name))


def _words_of_scale(line: str, own_words: Sequence[str]) -> Iterator[Found]:
    """A word of a scale that is all of a line, or one of the document's own scale behind a sentence or a time."""
    words = line.strip()
    if words[:1].isupper() and words.casefold() in _OF_SMILEYS:
        yield Found(Shape.SMILEY, words, 0)
    for own in own_words:
        ending = re.search(rf"(?:^|[.!?]\s+|\d{{4}}\s+|\s{{2,}})(?P<found>{re.escape(own)})$", words)
        if ending:
            yield Found(Shape.SMILEY, ending["found"], ending.start("found"))
