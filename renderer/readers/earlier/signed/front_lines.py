"""Lines of a front page that stand for themselves, although nothing sets them apart from the lines around them.

A title, the municipality, place and date, words that announce parties, a party, a whole series of parties and the
heading of an introduction each begin something new and end it, unless the line above or below goes on in them.
"""

import re
from collections.abc import Sequence

from renderer.readers.earlier.grammar.furniture import MUNICIPALITY
from renderer.readers.earlier.signed.agreeing import announces, read_agreeing, series_goes_on
from renderer.readers.earlier.signed.capitals import written_out
from renderer.readers.earlier.signed.closing import PLACE_AND_DATE
from renderer.readers.earlier.signed.contents import is_contents_heading
from renderer.readers.earlier.signed.headed import introduces
from renderer.readers.earlier.signed.members import party_words
from renderer.readers.earlier.signed.named_line import read_named_line
from renderer.readers.earlier.signed.parties import is_party
from renderer.readers.earlier.signed.recognise import is_agreement_title, is_budget_title

_MUNICIPALITY = re.compile(MUNICIPALITY)
_GOES_ON = re.compile(r"[a-zæøå(–,]")
_OPEN = re.compile(r"(?:[,/-]|\b(?:og|eller|samt|af|at|den|det|de|en|et|for|fra|i|med|om|på|til|ved|som))$")


def beginnings(texts: Sequence[str]) -> set[int]:
    """The positions of lines that begin something new; `texts` are the lines of a front page in order."""
    alone = [_is_alone(text) for text in texts]
    return {
        n
        for n in range(1, len(texts))
        if (alone[n - 1] or alone[n]) and not _goes_on(texts[n - 1], texts[n], is_alone=alone[n])
    }


def _is_alone(text: str) -> bool:
    words = written_out(text.strip())
    party = party_words(text)
    if is_party(party) or read_named_line(party) or announces(words) or is_contents_heading(words):
        return True
    if _MUNICIPALITY.fullmatch(words) or PLACE_AND_DATE.fullmatch(words) or introduces(words):
        return True
    found = read_agreeing(words)
    return is_agreement_title(words) or is_budget_title(words) or (found is not None and found.says_no_more)


def _goes_on(above: str, below: str, *, is_alone: bool) -> bool:
    """Whether a line goes on with the words of the one above."""
    if announces(above) or (is_alone and is_party(party_words(below)) and is_party(party_words(above))):
        return False
    if _GOES_ON.match(below) or _OPEN.search(above):
        return True
    return series_goes_on(above, below)
