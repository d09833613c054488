"""Lines that a layout broke, joined again: which hyphens at a line's end are part of the word, and which are not.

Named rules, tried in order. A hyphen is *soft* (the layout put it there), *hard* (it belongs to the word: `ikke-` and
`vestlig`) or *hanging* (`Børne-` and `og Skoleudvalget`). No rule knows words of any document; the Danish basis is
da_DK hyphenation (pyphen) and Retskrivningsordbogen § 57 on the hyphen in compounds.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import cache

import pyphen


class Hyphen(StrEnum):
    """What a hyphen at a line's end is; the value stands between the two halves."""

    SOFT = ""
    HARD = "-"
    HANGING = "- "


_LAST_PART = re.compile(r"([\w’']+)[-\u2010]$")
_FIRST_PART = re.compile(r"[\w’']+")
_CONJUNCTIONS = {"og", "eller", "samt", "hhv", "henholdsvis", "såvel", "kontra"}
_WORD = re.compile(r"\w+(?:[-\u2010]\w+)*")
_VOWELS = re.compile("[aeiouyæøåéöäü]", re.IGNORECASE)
# Words whose compounds take a hyphen by Retskrivningsordbogen § 57: the negation, and lower-case abbreviations that
# can be spoken as a word. Those without a vowel (`tv-`) and single letters (`e-`) have rules of their own.
_WITH_HYPHEN = {"ikke", "it"}
_WITHOUT_VOWEL = {
    "bl", "cm", "cv", "dl", "dr", "dvd", "dvs", "fx", "gns", "gr", "h", "hf", "hhv", "hhx", "hk", "htx", "jf", "kg",
    "kl", "km", "kr", "ks", "kvm", "m", "ml", "mm", "mv", "nr", "p", "pc", "pct", "pkt", "pr", "r", "s", "skt", "sms",
    "st", "stk", "stx", "t", "tlf", "ts", "tv", "vs",
}  # fmt: skip
# What ends words and is none (`hed` and `lige` are), and how a Danish word may begin.
_ENDING = re.compile(r"(?:(?:g?ning|ing|tion)(?:en|er|erne)?|else(?:n|r|rne)?|hede[nr])s?")
_BEGINNING = re.compile(
    r"(?:[b-df-hj-np-tv-xz]|[bfgkps]l|[bdfgkptvw]r|[bfghklmnpst]j|[dhkst]v|[fgks]n|[cpst]h|ps|ts|s[kpt]r?|sm|spl|s[kpt]j|"
    r"skv|sch?)?[aeiouyæøåéöäü]"
)
_SPACED_SHARE = 0.5
_SHORTEST_SPACED = 10


class LineJoiner:
    """Joins the lines of one document; its other lines are evidence for how its words are written."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._words = Counter(word.casefold() for line in lines for word in _WORD.findall(_without_broken_end(line)))
        self._inner = {word.casefold() for line in lines for word in _WORD.findall(line)[1:-1]}
        self._spaced = _ends_words_with_spaces(lines)

    def joined(self, lines: Sequence[str]) -> str:
        """The text of lines that follow each other; each line may still have the space at its end."""
        text = ""
        for line in lines:
            text = self._with(text, line) if text.strip() else line
        return " ".join(text.split())

    def is_one_word(self, first: str, second: str) -> bool:
        """Whether the line `first`, which is one word and has no hyphen, surely goes on with the next one's first word.

        It does where the two stand as one elsewhere and the second alone does not, or where that is no Danish word: by
        its beginning, or as an ending of words. A doubtful case is two words.
        """
        found = _FIRST_PART.match(second)
        tail = found[0] if found else ""
        if not first[-1:].isalpha() or not (tail.isalpha() and tail.islower()):
            return False
        if f"{first}{tail}".casefold() in self._inner:
            return tail not in self._inner
        if tail in _WITHOUT_VOWEL:
            return False
        return bool(_ENDING.fullmatch(tail)) or not _BEGINNING.match(tail)

    def hyphen(self, before: str, after: str) -> Hyphen:
        """What the hyphen at the end of `before` is, where `after` is the next line."""
        first, second = _LAST_PART.search(before.rstrip()), _FIRST_PART.match(after.lstrip())
        if not first or not second:
            return Hyphen.HANGING if before.endswith(" ") or not second else Hyphen.HARD
        if self._spaced and before != before.rstrip():
            return Hyphen.HANGING
        return self._by_rules(first[1], second[0])

    def _with(self, text: str, line: str) -> str:
        bare, following = text.rstrip(), line.lstrip()
        if bare.endswith("\u00ad"):
            return bare[:-1] + following
        if bare.endswith(("-", "\u2010")) and not re.search(r"(?:^|\s)[-\u2010]$", bare):
            return bare[:-1] + self.hyphen(text, line) + following
        return f"{bare} {following}"

    def _by_rules(self, first: str, second: str) -> Hyphen:
        for rule in (self._written_elsewhere, *_RULES):
            hyphen = rule(first, second)
            if hyphen is not None:
                return hyphen
        return Hyphen.HARD

    def _written_elsewhere(self, first: str, second: str) -> Hyphen | None:
        """The same word stands in the middle of another line, with the hyphen or without it."""
        with_hyphen = self._words[f"{first}-{second}".casefold()]
        without = self._words[f"{first}{second}".casefold()]
        if with_hyphen == without:
            return None
        return Hyphen.HARD if with_hyphen > without else Hyphen.SOFT


def _conjunction_after(first: str, second: str) -> Hyphen | None:
    """`Børne-` / `og`, and `18-` / `til 19-årige`: the hyphen stands for the word that comes later."""
    spoken = second.casefold()
    return Hyphen.HANGING if spoken in _CONJUNCTIONS or (spoken == "til" and first[-1].isdigit()) else None


def _digit_beside(first: str, second: str) -> Hyphen | None:
    """`2018-` / `2020`, `2019-` / `budgetter`: no layout breaks a number."""
    return Hyphen.HARD if first[-1].isdigit() or second[0].isdigit() else None


def _capital_after(first: str, second: str) -> Hyphen | None:  # noqa: ARG001
    """`Lyngby-` / `Taarbæk`: no word has a capital in its middle."""
    return Hyphen.HARD if second[0].isupper() else None


def _abbreviation_before(first: str, second: str) -> Hyphen | None:  # noqa: ARG001
    """`KL-` / `aftalen`: an abbreviation in capitals keeps its hyphen."""
    return Hyphen.HARD if len(first) > 1 and first.isupper() else None


def _unbreakable_part(first: str, second: str) -> Hyphen | None:  # noqa: ARG001
    """`e-` / `mail`, `tv-` / `aftale`: no layout breaks off a single letter, or a part without a vowel."""
    return Hyphen.HARD if len(first) == 1 or not _VOWELS.search(first) else None


def _orthography(first: str, second: str) -> Hyphen | None:  # noqa: ARG001
    """`ikke-` / `ryger`, `it-` / `system`."""
    return Hyphen.HARD if first.casefold() in _WITH_HYPHEN else None


def _syllables(first: str, second: str) -> Hyphen | None:
    """`målret-` / `tet`: Danish may be broken here."""
    return Hyphen.SOFT if len(first) in _positions(f"{first}{second}".casefold()) else None


_RULES: tuple[Callable[[str, str], Hyphen | None], ...] = (
    _conjunction_after,
    _digit_beside,
    _capital_after,
    _abbreviation_before,
    _unbreakable_part,
    _orthography,
    _syllables,
)


@cache
def _positions(word: str) -> frozenset[int]:
    return frozenset(int(position) for position in _danish().positions(word))


@cache
def _danish() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="da_DK", left=1, right=1)


def _without_broken_end(line: str) -> str:
    """The line without a last word that may be half a word."""
    bare = line.rstrip()
    return re.sub(r"\S+$", "", bare) if bare.endswith(("-", "\u2010", "\u00ad")) else bare


def _ends_words_with_spaces(lines: Sequence[str]) -> bool:
    """Whether the text layer kept the space after a line's last word, so that its absence says something."""
    words = [line for line in lines if line.strip()]
    spaced = sum(line.endswith(" ") for line in words)
    return len(words) >= _SHORTEST_SPACED and spaced > _SPACED_SHARE * len(words)
