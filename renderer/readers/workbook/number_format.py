"""The codes of number formats (ECMA-376-1, 18.8.31), taken apart: sections, and what stands in each."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import cache
from operator import eq, ge, gt, le, lt, ne

_TOKEN = re.compile(
    r"""
    "(?P<quoted>[^"]*)"? | \\(?P<escaped>.) | (?P<width>_.) | (?P<fill>\*.) | \[(?P<bracket>[^\]]*)\]
    | (?P<general>general|standard) | (?P<noon>AM/PM|A/P) | (?P<exponent>E[+-]) | (?P<end>;)
    | (?P<moment>y+|å+|m+|d+|h+|t+|s+) | (?P<digit>[0#?]) | (?P<other>.)
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)")
_HOLDS: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "<=": le, ">=": ge, "<>": ne, "<": lt, ">": gt, "=": eq,
}  # fmt: skip
_ELAPSED = re.compile(r"h+|t+|m+|s+", re.IGNORECASE)
# Excel takes no longer ones.
_LONGEST_CODE = 255
# The long day and the time as the machine is set; a Danish one has these.
_OF_SYSTEM = {
    "[$-F800]": "d. mmmm yyyy",
    "[$-X-SYSDATE]": "d. mmmm yyyy",
    "[$-F400]": "hh:mm:ss",
    "[$-X-SYSTIME]": "hh:mm:ss",
}
# Some programs write the letters of a Danish Excel: år and time.
_FROM_DANISH = str.maketrans("åt", "yh")


class Part(Enum):
    """What a piece of a code stands for."""

    LITERAL = "literal"
    DIGIT = "digit"
    MARK = "mark"
    MOMENT = "moment"
    ELAPSED = "elapsed"
    NOON = "noon"
    GENERAL = "general"
    EXPONENT = "exponent"


@dataclass(frozen=True)
class Piece:
    """A piece of a code; `text` is what it prints, or its letters (small, English)."""

    part: Part
    text: str


@dataclass(frozen=True)
class Section:
    """One of the ways that a code has, for numbers that its condition holds for; `None` is no condition."""

    pieces: tuple[Piece, ...] = ()
    condition: tuple[str, Decimal] | None = None

    def has(self, *parts: Part) -> bool:
        """Whether one of the pieces is one of these."""
        return any(piece.part in parts for piece in self.pieces)

    def holds(self, number: Decimal) -> bool:
        """Whether the condition says that it is for this number."""
        return self.condition is None or _HOLDS[self.condition[0]](number, self.condition[1])

    @property
    def is_moment(self) -> bool:
        """Whether it shows days or times."""
        return self.has(Part.MOMENT, Part.ELAPSED)

    @property
    def says_zero(self) -> bool:
        """Whether it has a nought or a word for zero; others draw a dash."""
        digits = [piece.text for piece in self.pieces if piece.part is Part.DIGIT]
        words = any(map(str.isalpha, "".join(piece.text for piece in self.pieces if piece.part is Part.LITERAL)))
        return "0" in digits or self.has(Part.GENERAL) or (words and not digits)


@cache
def sections(code: str) -> tuple[Section, ...]:
    """The sections of a code, at least one."""
    code = code[:_LONGEST_CODE]
    code = next((_OF_SYSTEM[one] for one in _OF_SYSTEM if one in code.upper()), code)
    found: list[Section] = []
    pieces: list[Piece] = []
    condition: tuple[str, Decimal] | None = None
    for token in _TOKEN.finditer(code):
        if token.lastgroup == "end":
            found.append(Section(tuple(pieces), condition))
            pieces, condition = [], None
        elif token.lastgroup == "bracket" and (said := _CONDITION.fullmatch(token["bracket"].strip())):
            condition = said[1], Decimal(said[2])
        else:
            pieces += _pieces(token)
    return (*found, Section(tuple(pieces), condition))


def section_for(number: Decimal, code: str) -> tuple[Section, bool]:
    """The section that shows a number, and whether it is one for negative numbers, which has its sign in it."""
    found = sections(code)
    if any(one.condition for one in found):
        return next((one for one in found if one.holds(number)), found[-1]), False
    if number < 0 and len(found) > 1:
        return found[1], True
    if number == 0 and len(found) > 2 and found[2].says_zero:
        return found[2], False
    return found[0], False


def _pieces(token: re.Match[str]) -> Iterator[Piece]:
    match token.lastgroup:
        case "quoted" | "escaped":
            yield Piece(Part.LITERAL, token[token.lastgroup])
        case "fill":
            yield Piece(Part.LITERAL, " ")
        case "bracket":
            yield from _bracketed(token["bracket"])
        case "general":
            yield Piece(Part.GENERAL, "")
        case "noon":
            yield Piece(Part.NOON, token[0])
        case "exponent":
            yield Piece(Part.EXPONENT, token[0])
        case "moment":
            yield Piece(Part.MOMENT, token[0].lower().translate(_FROM_DANISH))
        case "digit":
            yield Piece(Part.DIGIT, token[0])
        case "other":
            yield Piece(Part.MARK if token[0] in ".,%/" else Part.LITERAL, token[0])
        case _:
            return


def _bracketed(inside: str) -> Iterator[Piece]:
    """A currency (`$kr.-406`), time that goes on past a day (`h`), or a colour, which prints nothing."""
    if inside.startswith("$"):
        yield Piece(Part.LITERAL, inside[1:].partition("-")[0])
    elif _ELAPSED.fullmatch(inside):
        yield Piece(Part.ELAPSED, inside.lower().translate(_FROM_DANISH))
