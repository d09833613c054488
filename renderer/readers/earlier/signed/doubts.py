"""Structure that ended inside a text of an agreement: it was placed, and may belong somewhere else.

Searched is what stands in text, line by line as far as the document keeps its lines: a point's number with words like
a title, a line of the contents, a party alone, a page's number, an address that nobody has filled in.
"""

import re
from collections.abc import Collection, Iterator, Sequence

from renderer.findings import Finding, warning
from renderer.readers.earlier.grammar.shapes import PLACEHOLDER
from renderer.readers.earlier.signed.capitals import written_out
from renderer.readers.earlier.signed.contents import is_contents_heading
from renderer.readers.earlier.signed.numbered import read_numbered
from renderer.readers.earlier.signed.parties import is_party
from renderer.readers.earlier.signed.piece_lines import lines_of
from renderer.readers.text.piece import Piece

_LEADERS = re.compile(r"\S\s*(?:\.{4,}|…{2,}|(?:\s\.){4,})\s*\d{0,3}")
_PAGE = re.compile(r"(?:Side\s+)?[-–]?\s*\d{1,3}\s*[-–]?(?:\s+af\s+\d{1,3})?", re.IGNORECASE)
_SENTENCE_START = re.compile(r"(?<=[a-zæøå)][.!?])\s+(?=[A-ZÆØÅ\d])")
_ABBREVIATED = re.compile(r"\b(?:jf|pkt|nr|kap|ca|kr|mio|stk|bl\.a|f\.eks|punkt|afsnit)\.?$", re.IGNORECASE)
_WORDS_SHOWN = 8
_HINT = "Se efter i dokumentet, og flyt teksten i budgetaftale.yaml, hvis den hører til et andet sted."


def doubts(pieces: Sequence[Piece], numbers: Collection[str]) -> list[tuple[Piece, Finding]]:
    """What in pieces of text looks like structure; `numbers` are those that headings have."""
    return [(piece, finding) for piece in pieces for finding in _of_piece(piece, numbers)]


def _of_piece(piece: Piece, numbers: Collection[str]) -> Iterator[Finding]:
    for line in lines_of(piece):
        for sentence in _sentences(line):
            numbered = read_numbered(sentence)
            if numbered and numbered.depth > 1 and numbered.number not in numbers:
                message = f"Inde i teksten står »{_shown(sentence)}«, der ligner overskriften på et punkt."
                yield warning("overskrift-i-teksten", piece.place, message, _HINT)
        if _LEADERS.search(line) or is_contents_heading(line):
            message = f"Inde i teksten står »{_shown(line)}«, der ligner en linje fra en indholdsfortegnelse."
            yield warning("indholdsfortegnelse-i-teksten", piece.place, message, _HINT)
        if found := PLACEHOLDER.search(line):
            yield placeholder(found[0], piece)
        if is_party(written_out(line)):
            message = f"Inde i teksten står partiet »{line}« alene på en linje."
            yield warning("parti-i-teksten", piece.place, message, "Er det en af parterne, så skriv det under parter.")
        if _PAGE.fullmatch(line):
            message = f"Inde i teksten står »{line}« alene på en linje; det ligner et sidetal."
            yield warning("sidetal-i-teksten", piece.place, message, _HINT)


def placeholder(words: str, piece: Piece) -> Finding:
    """That words stand where something has still to be filled in."""
    message = f"Her står »{words}«, som ser ud til at vente på at blive udfyldt."
    hint = "Find oplysningen, fx e-mailadressen, og skriv den i sagsmappen."
    return warning("pladsholder", piece.place, message, hint)


def _sentences(line: str) -> Iterator[str]:
    """The sentences of a line, as far as a number may begin one; a reference such as `jf. 2.01` begins none."""
    start = 0
    for found in _SENTENCE_START.finditer(line):
        if not _ABBREVIATED.search(line[: found.start()].rstrip(".")):
            yield line[start : found.start()]
            start = found.end()
    yield line[start:]


def _shown(text: str) -> str:
    words = text.split()
    return " ".join(words[:_WORDS_SHOWN]) + (" …" if len(words) > _WORDS_SHOWN else "")
