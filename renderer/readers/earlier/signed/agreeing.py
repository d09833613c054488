"""Words that say who agrees: `indgået mellem A, B og C`, `Aftaleparter`, `A, B og C indgår hermed aftale om budgettet`.

A series of parties is found by the names in it; what stands before and behind it tells whether the words say more.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from renderer.readers.earlier.grammar.names import looks_like_names
from renderer.readers.earlier.signed.capitals import known_party, written_out
from renderer.readers.earlier.signed.parties import is_letter, is_party

_SEPARATOR = re.compile(r"\s*(?:,\s*(?:og|samt)\s+|[,;]|\s(?:og|samt|[&/|•·])\s)\s*")
_SERIES_IN_BRACKETS = re.compile(r"\(([^()]*,[^()]*)\)")
_STEM = re.compile(
    r"\b(?:mellem|indgå\w*|indgik|enige?|bag|tilslut\w*|tiltr\w+|vedtag\w*|aftalt|forligskreds\w*|(?:aftale|forligs|budget)?part(?:i?er(?:ne)?|nere?))\b",
    re.IGNORECASE,
)
_ON_WHAT = re.compile(r"\w*(?:aftale|forlig|budget)\w*", re.IGNORECASE)
_NO_NAME = re.compile(r"\w*(?:aftale|forlig|budget|kommune)\w*|vi|undertegnede|alle|samtlige", re.IGNORECASE)
_OTHERWISE = re.compile(r"\b(?:ikke|uden|undtagen|foruden|imod|modsat|bortset|ville|ønsker)\b", re.IGNORECASE)
_SAYS_NO_MORE = re.compile(
    r"(?:(?:budget|forligs|aftale)?(?:aftale|forlig|part|parti|kreds|gruppe)(?:n|t|et|er|ne|erne|ns|s)?|"
    r"(?:budget|overslags?)?(?:budget|år)?(?:tet|et|ene|s|ter)?|indgå(?:et|r|s|ede)?|indgik|er|blev|bliver|blevet|har|mellem|af|"
    r"følgende|nedenstående|underskrevne|de|den|det|der|som|hermed|dags|dato|om|for|i|og|med|bag|står|enige?|politiske?|"
    r"bredt?|brede|samlet|alle|samtlige|kommunens?|kommunalbestyrelsens?|byrådets?|byrådet|består|udgøres|tilslutter|tilsluttet|"
    r"sig|endelige?|ny|nye|året|årene|perioden|\d{1,4}(?:-\d{2,4})?|flertal|bestående|nærværende|denne|dag|vi|listerne|tiltrådt|vedtaget|aftalt|[A-ZÆØÅ][\w-]+\s[Kk]ommunes?|"
    r"januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)",
    re.IGNORECASE,
)
_MUNICIPALITY = re.compile(r"[A-ZÆØÅ][\w-]*\s(?:[Kk]ommune|[Bb]yråd|[Kk]ommunalbestyrelse)s?")
_OPEN_SERIES = re.compile(r"(?:,|\b(?:og|samt))$")
_LONGEST_NAME = 6
_FEWEST = 2


@dataclass(frozen=True)
class Agreeing:
    """A series of parties, and the words before and behind it."""

    names: tuple[str, ...]
    before: str = ""
    behind: str = ""

    @property
    def says_no_more(self) -> bool:
        """Whether the words say nothing but that these parties agree on the budget."""
        return says_only_who(f"{self.before} {self.behind}")

    @property
    def says_so(self) -> bool:
        """Whether the words say, among other things, that these parties agree on the budget."""
        frame = f"{self.before} {self.behind}"
        return bool(_STEM.search(frame) and _ON_WHAT.search(frame)) and not _OTHERWISE.search(frame)


def says_only_who(text: str) -> bool:
    """Whether words are only those that stand around the names of parties who agree; none at all do, too."""
    words = re.findall(r"[\w-]+", _MUNICIPALITY.sub(" ", text))
    return all(_SAYS_NO_MORE.fullmatch(word) or not word.strip("-") for word in words)


def announces(text: str) -> bool:
    """Whether words announce the parties that stand below: `mellem`, `Følgende partier er enige om budgettet:`."""
    words = written_out(" ".join(text.split()))
    return not words.endswith(".") and says_only_who(words) and bool(_STEM.search(words))


def read_agreeing(text: str, fewest: int = _FEWEST) -> Agreeing | None:
    """The longest series of parties in a sentence; more than half of them must be known for parties by their names."""
    shouts = text.isupper()
    words = _SERIES_IN_BRACKETS.sub(r"; \1;", written_out(" ".join(text.split())).rstrip(".:"))
    start = len(words) - len(words[words.rfind(":") + 1 :].lstrip())
    ends = [(found.start(), found.end()) for found in _SEPARATOR.finditer(words, start)]
    starts = [start, *(end for _, end in ends)]
    parts = list(zip(starts, [*(begin for begin, _ in ends), len(words)], strict=True))
    series = (_series(words, parts[n:], shouts=shouts) for n in range(len(parts)))
    found = max(series, key=lambda one: len(one.names), default=None)
    return found if found and len(found.names) >= fewest and _are_known(found.names) else None


def names_parties(text: str) -> bool:
    """Whether words are a series with a party in it that everybody knows; a heading is none."""
    parts = _SEPARATOR.split(text)
    return len(parts) > 1 and any(known_party(part) for part in parts)


def series_goes_on(above: str, below: str) -> bool:
    """Whether a series of parties that a line begins goes on in the next one."""
    joined, alone = read_agreeing(f"{above} {below}"), read_agreeing(above)
    begun = alone is not None and not (alone.before or alone.behind)
    if begun and says_only_who(below) and _STEM.search(below):
        return True
    if joined is None or (alone and len(joined.names) <= len(alone.names)):
        return False
    if _OPEN_SERIES.search(above.rstrip()) or _ends_in_name(above, below) or (alone is None and names_parties(above)):
        return True
    return begun and bool(joined.before or joined.behind) and joined.says_so


def _ends_in_name(above: str, below: str) -> bool:
    """Whether a line's last words and the first one below are a known party."""
    last, first = _SEPARATOR.split(above)[-1], below.split(maxsplit=1)[0].rstrip(",.")
    words = last.split()
    return any(known_party(f"{' '.join(words[n:])} {first}") for n in range(len(words)))


def _are_known(names: Sequence[str]) -> bool:
    return sum(is_party(name) or is_letter(name) for name in names) * 2 > len(names)


def _series(words: str, parts: Sequence[tuple[int, int]], *, shouts: bool) -> Agreeing:
    """The series that begins at the end of the first part and goes on as long as whole parts are names.

    The last name may be the beginning of a part.
    """
    (start, end), *others = parts
    first = _ending_name(words[start:end])
    if not first:
        return Agreeing(())
    names, stop = [first], end
    for start, end in others:
        part = words[start:end]
        name = _name(part, shouts=shouts) or _beginning_name(part)
        if not name:
            break
        names.append(name)
        stop = start + len(name)
        if len(name) < len(part):
            break
    before = words[: parts[0][1] - len(first)]
    return Agreeing(tuple(names), before.strip(" ;"), words[stop:].strip(" ;"))


def _name(words: str, *, shouts: bool = False) -> str:
    """Words that are a name as a whole; what was shouted gets its capitals."""
    if is_letter(words):
        return words
    if any(_STEM.fullmatch(word) or _NO_NAME.fullmatch(word) for word in words.split()):
        return ""
    if is_party(words):
        return words
    if shouts:
        words = " ".join(word.capitalize() for word in words.split())
    return words if len(words.split()) <= _LONGEST_NAME and looks_like_names(words) else ""


def _ending_name(text: str) -> str:
    """The name that a text ends with, the longest one that is a party's for certain before any other."""
    words = text.split(" ")
    return _first_name([" ".join(words[n:]) for n in range(max(len(words) - _LONGEST_NAME, 0), len(words))])


def _beginning_name(text: str) -> str:
    """The name that a text begins with."""
    words = text.split(" ")
    return _first_name([" ".join(words[:n]) for n in range(min(len(words), _LONGEST_NAME), 0, -1)])


def _first_name(ways: Sequence[str]) -> str:
    return next(filter(_is_surely, ways), next(filter(_name, ways), ""))


def _is_surely(words: str) -> bool:
    return bool(_name(words)) and (is_party(words) or is_letter(words))
