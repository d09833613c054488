"""Structure that ended inside a text: what was placed, searched for what only looks like a word of it.

Every text of the data is searched here, whatever format it came from, with the pieces it was made of, so that a finding
names the line. What the grammar took out of a piece (a label, a time) is no longer in the data, and so no stray.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from renderer.findings import Finding, Place, error, warning
from renderer.readers.earlier.grammar.characters import PRINTED_FACES
from renderer.readers.earlier.grammar.ledger import item_place
from renderer.readers.earlier.grammar.shapes import Found, Shape, shapes
from renderer.readers.text.piece import Piece

_OPEN_END = re.compile(
    r"(?:,|-|\b(?:og|eller|samt|af|at|den|det|de|en|et|for|fra|i|inden|med|om|over|på|til|under|ved|som|senest|per"
    r"|primo|medio|ultimo)|\b(?:pr|ca|d|kl|jf|nr|pkt)\.)$"
)
_SMALL = re.compile(r"[a-zæøå]")
_IGNORED = re.compile(r"[\s\\*_]+")
_WORDS_SHOWN = 6
_WORD_OF_SCALE = re.compile(
    r"(?:[-–•*]\s+)?" r"(?P<word>[A-ZÆØÅ][\wæøå-]*(?:\s[\wæøå-]+){0,3}|[^\w\s]{1,3}|\d{1,3}\s?%)\s*:\s*[A-ZÆØÅ]"
)
_HINT_TEXT = "Se efter i dokumentet, og ret teksten i sagsmappen, hvis det hører til et andet sted."


@dataclass(frozen=True)
class PlacedText:
    """A text of the data by its field, and the pieces that it was made of."""

    field: str
    pieces: Sequence[Piece]


@dataclass(frozen=True)
class Stray:
    """What was found, and the lines that it stands in."""

    finding: Finding
    lines: tuple[int, ...]


@dataclass(frozen=True)
class _Unit:
    """One line as it stood, or the whole of a paragraph where the document does not break its lines itself."""

    words: str
    lines: tuple[int, ...]
    place: Place
    is_first: bool


def strays(
    texts: Sequence[PlacedText],
    data: Any,
    *,
    item: str | None = None,
    heading: str = "",
    own_words: Sequence[str] = (),
) -> list[Stray]:
    """What looks like structure in texts that ended in `data`; each line is told once for each kind.

    A text may repeat its item's own `heading`; `own_words` are those of a scale that the document has.
    """
    kept = _squeezed(" ".join(_strings(data)))
    found: dict[tuple[Shape, int | str], Stray] = {}
    for text in texts:
        for unit, one in _searched(_units(text.pieces), own_words, kept):
            if one.shape is Shape.HEADING and _squeezed(_shown(unit.words, one)) in _squeezed(heading):
                continue
            place = unit.place if item is None else item_place(unit.place, item, text.field)
            place = place if item else replace(place, field=text.field)
            found.setdefault(
                (one.shape, unit.lines[0]), Stray(_finding(one, _shown(unit.words, one), place), unit.lines)
            )
    return list(found.values())


def title_strays(title: str, heading: str, place: Place) -> list[Finding]:
    """What looks like structure in a title; a row's label that begins it stops, since a row has become the title."""
    label = next((one for one in shapes(heading) if one.shape is Shape.LABEL and one.start == 0), None)
    if label:
        message = f"Titlen »{title}« begynder med »{label.words}«, som er navnet på en række i tabellen."
        hint = "Sæt en tom linje foran titlen i dokumentet, hvor rækken over den slutter, og læs det ind igen."
        return [error("titel-begynder-med-etiket", place, message, hint)]
    kinds = (Shape.SMILEY, Shape.CONTENTS, Shape.FOOT, Shape.PLACEHOLDER)
    return [_finding(one, _shown(title, one), place) for one in shapes(title) if one.shape in kinds]


def words_of_scale(pieces: Sequence[Piece]) -> list[tuple[str, Place, tuple[int, ...]]]:
    """The words that stand before a meaning below a heading of definitions, where none of them is a smiley."""
    found = ((unit, _WORD_OF_SCALE.match(unit.words)) for unit in _units(pieces))
    return [(match["word"], unit.place, unit.lines) for unit, match in found if match]


def _searched(units: Sequence[_Unit], own_words: Sequence[str], kept: str) -> Iterator[tuple[_Unit, Found]]:
    for position, unit in enumerate(units):
        before = units[position - 1] if position and not unit.is_first else None
        after = units[position + 1] if position + 1 < len(units) and not units[position + 1].is_first else None
        for one in shapes(unit.words, own_words):
            told = _squeezed(_shown(unit.words, one, after))
            if told in kept and not _in_sentence(one, unit, before, after):
                yield unit, one


def _in_sentence(one: Found, unit: _Unit, before: _Unit | None, after: _Unit | None) -> bool:
    """Whether the words only happen to begin or end a line, inside a sentence that was broken there."""
    begins = before is not None and one.start == 0 and bool(_OPEN_END.search(before.words))
    ends = one.start + len(one.words) >= len(unit.words.rstrip())
    goes_on = after is not None and ends and bool(_SMALL.match(after.words))
    return (begins or goes_on) and one.shape not in {Shape.CONTENTS, Shape.PLACEHOLDER, Shape.FOOT}


def _units(pieces: Sequence[Piece]) -> list[_Unit]:
    return [unit for piece in pieces for unit in _units_of(piece)]


def _units_of(piece: Piece) -> Iterator[_Unit]:
    if piece.line_words:
        for n, (line, words) in enumerate(zip(piece.lines, piece.line_words, strict=True)):
            yield _Unit(words, (line,), replace(piece.place, line=line), n == 0)
        return
    for n, words in enumerate(piece.prose.plain.split("\n")):
        yield _Unit(words, piece.lines, piece.place, n == 0)


def _shown(line: str, one: Found, after: _Unit | None = None) -> str:
    """The words of a place with those behind it, so that the reader finds it; a word cut at the line's end is left."""
    words = line[one.start :].split()
    if after is not None and len(words) == 1:
        words += after.words.split()[:1]
    length = max(len(one.words.split()), _WORDS_SHOWN)
    shown = words[:length]
    return " ".join(shown[:-1] if shown[-1].endswith("-") and len(shown) > 1 else shown)


def _finding(one: Found, words: str, place: Place) -> Finding:
    code, likeness, hint = _told(one.shape)
    return warning(code, place, f"Inde i teksten står »{words.translate(PRINTED_FACES)}«, {likeness}.", hint)


def _told(shape: Shape) -> tuple[str, str, str]:
    """The code of a shape, what it looks like, and what to do."""
    match shape:
        case Shape.LABEL:
            hint = "Se efter, om to rækker er læst som én, og del i så fald teksten i sagsmappen."
            return "etiket-i-teksten", "der ligner begyndelsen på en anden række eller et andet felt", hint
        case Shape.TIME:
            hint = "Se efter, om to milepæle er læst som én, eller om dokumentet har andre tidspunkter end vores."
            return "tidspunkt-i-teksten", "der ligner et tidspunkt for en milepæl", hint
        case Shape.SMILEY:
            hint = "Se efter i det oprindelige dokument, og skriv smileyen i opfølgningens fil."
            return "smiley-i-teksten", "der ligner en smiley; det er læst som en del af teksten", hint
        case Shape.HEADING:
            hint = "Se efter, om to delelementer er læst som ét, og del dem i så fald i sagsmappen."
            return "overskrift-i-teksten", "der ligner begyndelsen på et andet delelement", hint
        case Shape.CONTENTS:
            return "indholdsfortegnelse-i-teksten", "der ligner en linje fra en indholdsfortegnelse", _HINT_TEXT
        case Shape.PLACEHOLDER:
            hint = "Find oplysningen, fx e-mailadressen, og skriv den i sagsmappen."
            return "pladsholder", "der ser ud til at vente på at blive udfyldt", hint
        case Shape.FOOT:
            return "sidefod-i-teksten", "der ligner en sidefod", _HINT_TEXT


def _squeezed(text: str) -> str:
    return _IGNORED.sub("", text.translate(PRINTED_FACES))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)
    elif isinstance(value, str):
        yield value
