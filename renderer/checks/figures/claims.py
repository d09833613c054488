"""What a point's text claims: each amount with one year, and how sure it is that it should stand in the annex.

A text also states amounts that stand in no annex, or in another row: what a grant was before, what a part of it is
for, what comes from the state, what a thing costs. Only an amount that the parties set aside here and now is certain:

    Der afsættes 0,5 mio. kr. i 2019                              certain
    Heraf anvendes 1 mio. kr. hvert år                            a part
    Inden for det afsatte budget prioriteres 0,8 mio. kr.         what is there already
    Dermed er der årligt 150.000 kr.                              no grant: nothing is set aside
    Der afsættes ca. 2-3 mio. kr.                                 no exact amount

No certain claim means no contradiction, only an amount that stands in the text alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from renderer.checks.amounts.mention import Mention, Period, Rate
from renderer.checks.amounts.prose import amounts_in
from renderer.model.amount import Amount

_GRANTS = re.compile(
    r"\b(?:afsætte[rs]?|tilføre[rs]?|bevilge[rs]?|reservere[rs]?|investere[rs]?|spare[rs]?)\b", re.IGNORECASE
)
_OTHER_MATTERS = re.compile(
    r"\b(?:heraf|deraf|hvoraf|ud af|i alt|samlet|samlede|sammenlagt|dermed|allerede|tidligere|hidtil|hidtidige"
    r"|i forvejen|inden for|indenfor|eksisterende|nuværende|i dag|svarende til|udgør|koster|forvente[rst]"
    r"|forventede|ansøge[rs]?|eu|omprioritere[rs]?|budget(?:tet|aftalen)? (?:for )?(?:19|20|21)\d\d|afsatte"
    r"|staten\w*|statslig\w*|statspulje\w*|finanslov\w*|fond(?:en)?s?|regionens?|ministeri\w*|styrelse\w*|hvis|såfremt"
    r"|ikke|for hver|pr\. \w+|per \w+)\b",
    re.IGNORECASE,
)
_PER_YEAR = re.compile(r"\b(?:pr\.|per) år\b", re.IGNORECASE)
_LESS = re.compile(
    r"\b(?:spare[rs]?|besparels\w*|reducer\w*|reduktion\w*|nedsæt\w*|mindreudgift\w*|merindtægt\w*|indtægt\w*|provenu\w*"
    r"|effektiviser\w*|nedjuster\w*|færre udgifter)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Claim:
    """An amount of one year, `None` where the text names none; `certain` and `may_be_less` as its sentence says."""

    mention: Mention
    year: int | None
    amount: Amount
    certain: bool
    may_be_less: bool

    def is_of(self, kroner: Decimal) -> bool:
        """Whether it is this amount in kroner; where the sentence speaks of saving, the sign may be left out."""
        mine = self.amount.kroner
        return mine == kroner or (self.may_be_less and -mine == kroner)


def claims_in(text: str, period: Period) -> list[Claim]:
    """Every clear amount of a text, once for each of its years in the agreement's period or named outside it."""
    return [claim for mention in amounts_in(text) for claim in _claims(text, mention, period)]


def _claims(text: str, mention: Mention, period: Period) -> Iterator[Claim]:
    if mention.amount is None or mention.doubt is not None:
        return
    sentence = text[slice(*mention.sentence)]
    per_year = mention.per_year(period)
    certain = _is_certain(mention, sentence)
    less = bool(_LESS.search(sentence))
    for year in per_year or (None,):
        yield Claim(mention, year, mention.amount, certain, less)


def _is_certain(mention: Mention, sentence: str) -> bool:
    others = _OTHER_MATTERS.search(_PER_YEAR.sub("årligt", sentence))
    is_dated = mention.dated and not mention.inferred and mention.rate is not Rate.IN_ALL
    return mention.exact and is_dated and bool(_GRANTS.search(sentence)) and others is None
