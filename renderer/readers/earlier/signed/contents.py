"""The table of contents: derived from the headings, so its lines are left out, each where there is such a heading.

Where there is none, a line with leader dots or a page number is told, and so is one between entries; behind the last
entry it is text.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from renderer.readers.earlier.signed.numbered import read_numbered

_HEADING = re.compile(
    r"(?:(?:Aftalens\s+)?indhold(?:\s+i\s+aftalen)?|Indholdsfortegnelse|Indholdsoversigt|Oversigt(?:\s+over\s+aftalen)?)\s*:?",
    re.IGNORECASE,
)
# `3`, `side 3`, `s. 3`; behind leader dots `iii`, too, or nothing.
_NUMBER = r"(?:(?:side|s\.|p\.)\s*)?\d{1,3}"
_DOTS = r"(?:[.…_·]{3,}|(?:\.\s){2,}\.)"
_LEADER = re.compile(r"\S.*?(?:\s*[.…_·]{3,}\s*|(?:\s*\.\s){3,}\s*|\t+\s*|\s{2,})" + _NUMBER + "$", re.IGNORECASE)
_WITH_PAGE = re.compile(r"(?P<words>\S.*?)(?:\s*[.…_·]{2,}\s*|\s+)" + _NUMBER + "$", re.IGNORECASE)
_PAGE = re.compile(
    rf"(?:\s*(?:[.…_·]{{2,}}|(?:\s*\.\s){{3,}})\s*(?:{_NUMBER}|[ivx]{{1,5}})?|\s+{_NUMBER})$", re.IGNORECASE
)
_ONLY_PAGE = re.compile(rf"[.…_·\s]*{_NUMBER}", re.IGNORECASE)
_DOTTED = re.compile(rf"{_DOTS}\s*(?:{_NUMBER}|[ivx]{{1,5}})?\s*$", re.IGNORECASE)
_RUN_TOGETHER = re.compile(r"(?:\b\d{1,2}(?:\.\d{1,3})*\.?\s+[A-ZÆØÅ][^.!?]*?){3}")
_FEWEST = 3
_MOST_OPEN = 2
_LONG_WORDS = 10
_LONGEST = 120


@dataclass(frozen=True)
class Contents:
    """The positions of a table's lines: those that repeat a heading (its own among them), and those that do not."""

    derived: frozenset[int] = frozenset()
    without_heading: frozenset[int] = frozenset()

    @property
    def lines(self) -> frozenset[int]:
        """All of them."""
        return self.derived | self.without_heading


def is_contents_heading(text: str) -> bool:
    """Whether a line is the heading of the table of contents."""
    return bool(_HEADING.fullmatch(text.strip()))


def read_contents(texts: Sequence[str], headings: Collection[str]) -> Contents:
    """The table's lines among lines or paragraphs in order; `headings` are those of the rest of the document."""
    known = {squeezed(heading) for heading in headings}
    derived: set[int] = set()
    lost: set[int] = set()
    for table in _tables(texts):
        repeated = set(_repeated(texts, table, known))
        paged = {n for n in table if _has_page(texts[n])}
        last = max(repeated | paged, default=-1)
        entries = {n for n in table if n <= last}
        titles = {n for n in entries if is_contents_heading(texts[n]) or _ONLY_PAGE.fullmatch(texts[n].strip())}
        derived |= repeated | titles
        lost |= entries - repeated - titles
    return Contents(frozenset(derived), frozenset(lost))


def listed_headings(texts: Sequence[str]) -> frozenset[str]:
    """The headings that the contents name with a page number, by their letters and digits alone."""
    entries = [table for table in _tables(texts) if is_contents_heading(texts[table[0]])]
    words = (squeezed(words) for table in entries for words in _named([texts[n] for n in table[1:]]))
    return frozenset(word for word in words if word)


def _named(lines: Sequence[str]) -> Iterator[str]:
    """The words of each entry, and with the line above where that has no page number."""
    for above, line in pairwise(("", *lines)):
        if _has_page(line):
            yield entry_words(line)
            if above and not _has_page(above):
                yield f"{above} {entry_words(line)}"


def _has_page(text: str) -> bool:
    words = text.strip()
    return bool(_PAGE.search(words) or _ONLY_PAGE.fullmatch(words)) or _is_dotted(words)


def entry_words(text: str) -> str:
    """An entry without its leader dots and page number."""
    return _PAGE.sub("", text.strip())


def _tables(texts: Sequence[str]) -> Iterator[list[int]]:
    """The runs of lines that may be of the contents."""
    found = sorted(possible_contents(texts))
    for _, run in groupby(enumerate(found), key=lambda one: one[1] - one[0]):
        yield [position for _, position in run]


def _repeated(texts: Sequence[str], table: Sequence[int], known: Collection[str]) -> Iterator[int]:
    """The lines that a heading repeats, alone or with the line below them."""
    for position in table:
        goes_on = position + 1 in table and not _has_page(texts[position])
        if goes_on and _is_known(f"{texts[position]} {entry_words(texts[position + 1])}", known):
            yield from (position, position + 1)
        elif _is_known(entry_words(texts[position]), known) or _is_made_of(texts[position], known):
            yield position


def _is_known(words: str, known: Collection[str]) -> bool:
    """Whether words are those of a heading; its number may be left out, and what was broken off at its end."""
    bare = squeezed(words)
    if bare in known or bare.lstrip("0123456789") in {one.lstrip("0123456789") for one in known}:
        return bool(bare)
    return len(bare) > _FEWEST and any(
        one.startswith(bare) or (len(one) > _LONG_WORDS and bare.startswith(one)) for one in known
    )


def _is_made_of(text: str, known: Collection[str]) -> bool:
    """Whether several entries run together: their words are those of headings, one after another, and page numbers."""
    headings = sorted({_letters(one) for one in known} - {""}, key=len, reverse=True)
    rest, count = _letters(text), 0
    while heading := next(filter(rest.startswith, headings), None):
        rest, count = rest[len(heading) :], count + 1
    return not rest and count > 1


def _letters(text: str) -> str:
    return re.sub(r"[\W\d_]+", "", text).casefold()


def possible_contents(texts: Sequence[str]) -> set[int]:
    """The positions of lines that may be of the table of contents, its heading among them, by their form."""
    found: set[int] = set()
    later: dict[str, list[int]] = {}
    for position, text in enumerate(texts):
        later.setdefault(squeezed(text), []).append(position)
    for position, text in enumerate(texts):
        if position not in found and is_contents_heading(text):
            found |= {position, *_entries(texts, position + 1, later)}
    found |= _repeating(texts, later)
    found |= {n for n, text in enumerate(texts) if _RUN_TOGETHER.search(text) and _is_made_of(text, texts[n + 1 :])}
    dotted = [n for n, text in enumerate(texts) if _is_dotted(text)]
    if len(dotted) >= _FEWEST:
        found.update(dotted)
    return found


def _repeating(texts: Sequence[str], places: dict[str, list[int]]) -> set[int]:
    """A table without a heading or page numbers: neighbouring lines with numbers that all come again below."""
    repeated = [_comes_again(texts, n, places) for n in range(len(texts))]
    found: set[int] = set()
    for comes_again, run in groupby(range(len(texts)), key=repeated.__getitem__):
        positions = list(run)
        if comes_again and sum(read_numbered(texts[n]) is not None for n in positions) >= _FEWEST:
            found.update(positions)
    return found


def _comes_again(texts: Sequence[str], position: int, places: dict[str, list[int]]) -> bool:
    words = squeezed(texts[position])
    return _begins_like_entry(texts[position]) and bool(words) and places[words][-1] > position


def _entries(texts: Sequence[str], start: int, places: dict[str, list[int]]) -> set[int]:
    """The entries below the heading: lines with a page number, or that come again as a heading."""
    found: set[int] = set()
    waiting: list[int] = []
    for position in range(start, len(texts)):
        text = texts[position]
        if _is_entry(texts, position, places):
            found.update((*waiting, position))
            waiting = []
        elif len(waiting) < _MOST_OPEN and found | {start} and _begins_like_entry(text):
            waiting.append(position)
        else:
            break
    return found


def _is_entry(texts: Sequence[str], position: int, places: dict[str, list[int]]) -> bool:
    text = texts[position].strip()
    if _is_dotted(text) or _LEADER.fullmatch(text) or _ONLY_PAGE.fullmatch(text):
        return True
    if any(other > position for other in places.get(squeezed(text), ())):
        return True
    paged = _WITH_PAGE.fullmatch(text)
    if _is_made_of(text, texts[position + 1 :]):
        return True
    if not paged:
        return False
    words = squeezed(paged["words"])
    return any(other > position for other in places.get(words, ())) or _begins_later(texts, position, words)


def _begins_later(texts: Sequence[str], position: int, words: str) -> bool:
    """Whether a later line begins with the words, or they begin with it (a heading may be broken)."""
    later = [squeezed(text) for text in texts[position + 1 :]] if len(words) > _FEWEST else []
    return any(one.startswith(words) or (len(one) > _LONG_WORDS and words.startswith(one)) for one in later)


def _begins_like_entry(text: str) -> bool:
    return len(text) <= _LONGEST and not text.rstrip().endswith((".", ":", "!", "?"))


def _is_dotted(text: str) -> bool:
    return len(squeezed(text)) > 0 and bool(_DOTTED.search(text))


def squeezed(text: str) -> str:
    """The letters and digits alone."""
    return re.sub(r"[\W_]+", "", text).casefold()
