"""Prose cut into the tokens that the rules on amounts read: numbers, years, units, words and what parts them.

One pass with one expression without nested repeats, so that it is linear in the length of any text.
"""

import re
from dataclasses import dataclass
from enum import Enum, auto

from renderer.model.amount import Unit


class Kind(Enum):
    """What a token is."""

    NUMBER = auto()  # 4,7  175.000  ½  1½
    YEAR = auto()  # 2019: four digits without a separator
    UNIT = auto()  # mio. kr.  kr.  t.kr.  ,-
    WORD = auto()
    DASH = auto()
    COMMA = auto()
    COLON = auto()
    STOP = auto()  # the end of a sentence
    BREAK = auto()  # the end of a paragraph
    OPEN = auto()
    CLOSE = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A token: `text` in small letters, `start` and `end` in characters of the prose, `unit` of a `UNIT`."""

    kind: Kind
    text: str
    start: int
    end: int
    unit: Unit | None = None

    @property
    def names_kroner(self) -> bool:
        """Whether a unit names the currency; `mio.` alone does not."""
        return self.kind is Kind.UNIT and (self.unit in (Unit.KRONER, Unit.THOUSANDS) or "k" in self.text)


def words_of(row: str) -> frozenset[str]:
    """The words of a row, to look one up in."""
    return frozenset(row.split())


# No letter may follow: `krise` is no currency.
_END = r"(?![^\W\d_])"
_KRONER = rf"(?:kr{_END}\.?|kroner{_END}|dkk{_END})"
_TOKEN = re.compile(
    rf"""
      (?P<SPACE>\s+)
    | (?P<YEAR>(?:19|20|21)[0-9][0-9](?![0-9]|[.,][0-9]))
    | (?P<NUMBER>
          [1-9][0-9]{{0,2}}(?:[\ \u00a0\u202f][0-9]{{3}})+(?![0-9.])(?:,[0-9]+)?   # 175 000
        | [0-9]+(?:[.,][0-9]+)*(?:\ ?[½¼¾]|/[0-9])?                              # 175.000  4,7  1½  1/2
        | [½¼¾]
      )
    | (?P<BILLIONS>(?:mia|milliard(?:er)?){_END}\.?(?:\s*{_KRONER})?)
    | (?P<MILLIONS>(?:mio|mill|million(?:er)?){_END}\.?(?:\s*{_KRONER})?)
    | (?P<THOUSANDS>t\.?\s?{_KRONER}|tkr{_END}\.?|tusinde?\s+{_KRONER})
    | (?P<KRONER>{_KRONER}|,-(?![0-9]))
    | (?P<WORD>[^\W\d_]+(?:[’'-][^\W\d_]+)*)
    | (?P<DASH>[-–—−‑])
    | (?P<COMMA>,)
    | (?P<COLON>:)
    | (?P<STOP>[.!?;])
    | (?P<OPEN>[(\[])
    | (?P<CLOSE>[)\]])
    | (?P<OTHER>.)
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_ABBREVIATIONS = words_of(
    "min max maks ca pr pct pkt jf evt fx bl inkl ekskl hhv nr stk kl dvs kap ang vedr eks p del s"
)
# What comes where a sentence has ended: a capital, perhaps in quotation marks, a blank line, nothing.
_BEGINS = re.compile(r"\s{1,40}\W{0,5}[A-ZÆØÅÉ]|\s*\Z|[^\S\n]*\n\s*\n")


def tokens_of(prose: str) -> list[Token]:
    """The tokens of a prose, spaces left out; a blank line is a `BREAK`, the point of `ca.` no `STOP`."""
    tokens: list[Token] = []
    for match in _TOKEN.finditer(prose):
        name = match.lastgroup or ""
        token = _token(name, match)
        if token.kind is Kind.UNIT:
            tokens.append(token)
            if match[0].endswith(".") and not match[0].isupper() and _begins_sentence(prose, match.end()):
                tokens.append(Token(Kind.STOP, "", match.end(), match.end()))
        elif name == "STOP":
            tokens += [token] if _ends_sentence(prose, token, tokens[-1:]) else []
        elif name != "SPACE":
            tokens.append(token)
        elif match[0].count("\n") > 1:
            tokens.append(Token(Kind.BREAK, "", *match.span()))
    return tokens


def _token(name: str, match: re.Match[str]) -> Token:
    if name in Unit.__members__:
        return Token(Kind.UNIT, match[0].lower(), *match.span(), Unit[name])
    kind = Kind[name] if name in Kind.__members__ else Kind.OTHER
    return Token(kind, match[0].lower(), *match.span())


def _begins_sentence(prose: str, at: int) -> bool:
    """Whether a new sentence begins at a place."""
    return bool(_BEGINS.match(prose, at))


def _ends_sentence(prose: str, stop: Token, before: list[Token]) -> bool:
    """Whether a full stop ends its sentence: not that of `ca.`, `1. januar`, `bl.a.`."""
    if stop.text != ".":
        return True
    last = before[0] if before else None
    if last is None or last.end != stop.start:
        return True
    if not prose[stop.end : stop.end + 1].isspace() and stop.end < len(prose):
        return prose[stop.end] in '”"»)’'
    if last.kind is Kind.NUMBER:
        return _begins_sentence(prose, stop.end)
    return last.text not in _ABBREVIATIONS and (last.kind is not Kind.WORD or len(last.text) > 1)
