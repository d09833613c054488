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
# The annex has a minus where the text has a word: what is saved, what falls, what is taken away, what comes in.
_LESS = re.compile(
    r"\b(?:(?:be|ind)?spare[rs]?|(?:be|ind)?sparet|\w*besparels\w*|reducer\w*|reduktion\w*|nedsæt\w*|nedsat\w*|nedjuster\w*"
    r"|nedskær\w*|nedskriv\w*|nedbring\w*|nedgang\w*|sænk\w*|mindsk\w*|formindsk\w*|begræns\w*|beskær\w*|beskåret"
    r"|falde[rt]?|faldt|faldende|(?:bort|pris)?fald|bortfalde[rt]?|ned med|ned på|(?:lavere|mindre|billigere) med"
    r"|(?:sætte|bringe|justere|skrive|presse|skrue)[rs]? (?:\S{1,30} ){0,6}ned|skære[rs]?|skåret"
    r"|fjerne[rs]?|fratræk\w*|fradrag\w*|trække[rs]? (?:\S{1,30} ){0,6}fra|afskaffe[rs]?"
    r"|(?:færre|lavere|mindre|reducerede|sparede) (?:\w+ ){0,2}(?:udgift\w*|omkostning\w*|forbrug\w*)|mindreudgift\w*"
    r"|mindreforbrug\w*|merindtægt\w*|indtægt\w*|provenu\w*|gevinst\w*|effektiviser\w*)\b",
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


@dataclass(frozen=True)
class _Sentence:
    """What a sentence says of all its amounts."""

    grants: bool
    other_matters: bool
    may_be_less: bool

    @classmethod
    def of(cls, sentence: str) -> "_Sentence":
        others = _OTHER_MATTERS.search(_PER_YEAR.sub("årligt", sentence))
        return cls(bool(_GRANTS.search(sentence)), others is not None, bool(_LESS.search(sentence)))


def claims_in(text: str, period: Period) -> list[Claim]:
    """Every clear amount of a text, once for each of its years in the agreement's period or named outside it."""
    mentions = [mention for mention in amounts_in(text) if mention.doubt is None]
    sentences = {span: _Sentence.of(text[slice(*span)]) for span in {mention.sentence for mention in mentions}}
    return [claim for mention in mentions for claim in _claims(mention, sentences[mention.sentence], period)]


def _claims(mention: Mention, sentence: _Sentence, period: Period) -> Iterator[Claim]:
    if mention.amount is None:
        return
    is_dated = mention.dated and not mention.inferred and mention.rate is not Rate.IN_ALL
    certain = mention.exact and is_dated and sentence.grants and not sentence.other_matters
    for year in mention.per_year(period) or (None,):
        yield Claim(mention, year, mention.amount, certain, sentence.may_be_less)
