"""The words that lead to years, follow them or stand for them, found by the first of them."""

from enum import Enum, auto
from typing import Any

from renderer.checks.amounts.tokens import Token

_WHOLE = " "  # no word, so it can mark in a tree of words that a phrase ends


class Lead(Enum):
    """What stands before the years and says how they are meant."""

    IN = auto()
    EACH = auto()  # i hvert af årene
    FROM = auto()
    UNTIL = auto()
    SPREAD = auto()  # over årene: in all
    BUDGET = auto()  # i budget 2018: the years of an amount before it, the name of a document behind which one stands
    FOR = auto()  # for 2019: holds only right behind an amount
    BARE = auto()  # 1 mio. kr. 2021
    LABEL = auto()  # 2021: 1 mio. kr.


class Phrases:
    """Phrases as a tree of words, so that a place in a text costs no more steps than the phrase has words."""

    def __init__(self, *phrases: str) -> None:
        self._tree: dict[str, Any] = {}
        for phrase in phrases:
            branch = self._tree
            for word in phrase.split():
                branch = branch.setdefault(word, {})
            branch[_WHOLE] = phrase

    def at(self, tokens: list[Token], at: int) -> list[str]:
        """The phrases that stand at a place, longest first."""
        found: list[str] = []
        branch: dict[str, Any] | None = self._tree
        while branch:
            if _WHOLE in branch:
                found.insert(0, branch[_WHOLE])
            branch = branch.get(tokens[at].text) if at < len(tokens) else None
            at += 1
        return found

    def length_at(self, tokens: list[Token], at: int) -> int:
        """How many tokens the longest phrase at a place has; 0 where none stands there."""
        found = self.at(tokens, at)
        return len(found[0].split()) if found else 0


_LEAD_PHRASES = {
    Lead.EACH: (
        "i hvert af årene|hvert af årene|i hver af årene|i hvert af budgetårene|i alle årene|i hvert af overslagsårene"
        "|i både|både i|i såvel|såvel i"
    ),
    Lead.IN: (
        "i|i årene|i perioden|i perioden fra|i årene fra|i budgetårene|i budgetåret|i regnskabsåret|i overslagsårene"
        "|i overslagsåret|i henholdsvis|i hhv|henholdsvis i|hhv i|perioden|årene|ved udgangen af|ultimo|primo|medio"
        "|i løbet af|i efteråret|i foråret|i sommeren|i vinteren|i starten af|i slutningen af|i begyndelsen af"
        "|i første halvår|i andet halvår|i første halvår af|i andet halvår af"
    ),
    Lead.BUDGET: "i budget|i budgettet for|i budgetterne for",
    Lead.FROM: (
        "fra|fra og med|fra budget|fra og med budget|fra og med budgettet for|fra budgetåret|fra og med budgetåret"
        "|fra medio|fra primo|fra ultimo|fra starten af|fra sommeren|fra efteråret|fra årene"
    ),
    Lead.UNTIL: "til og med|frem til|frem til og med|indtil|indtil udgangen af|frem til udgangen af",
    Lead.SPREAD: "over årene|over perioden|fordelt over|fordelt over årene|fordelt på årene",
    Lead.FOR: "for|for budget|for årene|for perioden|for budgetåret|vedrørende",
}
LEAD_OF = {phrase: lead for lead, row in _LEAD_PHRASES.items() for phrase in row.split("|")}
LEADS = Phrases(*LEAD_OF)

YEARLY = Phrases("årligt", "hvert år", "hvert eneste år", "om året", "pr år", "per år", "pro anno")
LATER = Phrases(
    *("derefter", "herefter", "efterfølgende", "i de efterfølgende", "i de efterfølgende år", "i efterfølgende år"),
    *("i de følgende år", "de følgende år", "de efterfølgende år", "i årene derefter", "i årene herefter"),
    *("i overslagsårene", "i hvert af overslagsårene", "i hvert af de følgende år", "i hvert af de efterfølgende år"),
)
ALWAYS = Phrases(
    *("fremover", "fremadrettet", "i årene fremover", "varigt", "permanent", "i budgetperioden", "i hele perioden"),
    *(
        "i hele budgetperioden",
        "i alle år",
        "i alle årene",
        "i alle fire år",
        "i hvert af de fire år",
        "i hvert af årene",
    ),
    *("i hvert af årene", "i de kommende år", "i alle de kommende år", "i hvert af de kommende år"),
)
SPREAD = Phrases(
    "over budgetperioden", "over perioden", "over valgperioden", "over hele perioden", "over hele valgperioden"
)
ONWARD = Phrases(
    *(
        "frem",
        "og frem",
        "og fremover",
        "og fremefter",
        "og fremadrettet",
        "og efterfølgende år",
        "og følgende år",
        "ff",
    ),
    *(
        "og følgende år",
        "og efterfølgende",
        "og de efterfølgende år",
        "og de følgende år",
        "og årene frem",
        "og årene fremover",
    ),
)
TO = Phrases("til", "til og med", "frem til", "og frem til", "og frem til og med", "og til og med", "og til")
PRICE_WORDS = frozenset(("priser", "pris", "niveau", "prisniveau", "pl", "p"))
AND = frozenset(("og", "samt", "eller"))
"""What joins years and amounts to a row."""

AMONG_YEARS = frozenset(("i", "årene", "overslagsårene", "overslagsåret", "budgetårene", "perioden"))
"""What may stand between `og` and the next year of a row."""

PARTS_OF_YEAR = frozenset(("halvår", "kvartal"))
