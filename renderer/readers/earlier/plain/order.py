"""Whether a text stands in the order it is read in; where it does not, its smileys stand by other rows' milestones.

Some conversions write a table column by column. Nothing in the text says then which cell belongs to which row.
In a smaller way, a title right below a row's text may begin in any of the lines between.
"""

from collections.abc import Sequence

from renderer.findings import Finding, Place, error, warning
from renderer.readers.earlier.grammar import labels
from renderer.readers.earlier.plain.headings import PlainHeading

_MOST_ODD = 0.2
_FEWEST_WORDS = 6


def out_of_order(name: str, headings: Sequence[PlainHeading]) -> list[Finding]:
    """The error that stops a text in which too many column headings have something else than a title above them."""
    odd = [heading for heading in headings if _is_no_title(heading.title)]
    if len(odd) <= _MOST_ODD * len(headings):
        return []
    message = (
        "Teksten står ikke i den rækkefølge, man læser den i: "
        f"Ved {len(odd)} af {len(headings)} overskriftsrækker står der ikke en titel ovenover. "
        "Så kan smileyer og milepæle ikke sættes ved de rigtige delelementer."
    )
    hint = "Læs selve PDF- eller Word-filen ind i stedet for teksten fra den."
    return [error("rækkefølge-tabt", Place(file=name, line=odd[0].lines[0]), message, hint)]


def doubtful_titles(name: str, headings: Sequence[PlainHeading]) -> list[Finding]:
    """A warning for each title that may begin higher up, in what was read as the text of the row above."""
    hint = "Se efter i dokumentet, og ret titlen og den linje, der står over den, i aftale.yaml."
    return [
        warning("titel-i-tvivl", Place(file=name, line=heading.lines[0]), _where_it_begins(heading.title), hint)
        for heading in headings
        if heading.doubtful
    ]


def _where_it_begins(title: str) -> str:
    return f"Titlen »{title}« står lige under en anden tekst, og det er uklart, hvor den begynder."


def _is_no_title(title: str) -> bool:
    sentence = title.endswith(".") and len(title.split()) >= _FEWEST_WORDS and not labels.ITEM_NUMBER.match(title)
    return not title or labels.is_responsibility(title) or sentence
