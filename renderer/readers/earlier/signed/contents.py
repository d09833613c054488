"""The table of contents: derived from the headings, so its lines are left out, each where there is such a heading.

Where there is none, a line with leader dots or a page number is told, and so is one between entries; behind the last
entry it is text.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from renderer.readers.earlier.signed.known_words import KnownWords, squeezed
from renderer.readers.earlier.signed.numbered import read_numbered

_HEADING = re.compile(
    r"(?:(?:Aftalens\s+)?indhold(?:\s+i\s+aftalen)?|Indholdsfortegnelse|Indholdsoversigt|Oversigt(?:\s+over\s+aftalen)?)\s*:?",
    re.IGNORECASE,
)
# `3`, `side 3`, `s. 3`; behind leader dots `iii`, too, or nothing.
_NUMBER = r"(?:(?:side|s\.|p\.)\s*)?\d{1,3}"
# A run of dots or of spaces is looked at from its beginning alone: from every place in it, it takes ages.
_RUN = r"(?<![.…_·])[.…_·]"
_SPACED_RUN = r"(?<!\.\s)\.\s(?:\s*\.\s)"
_SPACES = r"(?<!\s)\s"
_DOTS = rf"(?:{_RUN}{{3,}}|(?<!\.\s)(?:\.\s){{2,}}\.)"
_LEADER = re.compile(
    rf"\S.*?(?:{_SPACES}*(?:{_RUN}{{3,}}|{_SPACED_RUN}{{2,}})\s*|(?<!\t)\t+\s*|{_SPACES}{{2,}}){_NUMBER}$",
    re.IGNORECASE,
)
_WITH_PAGE = re.compile(rf"(?P<words>\S.*?)(?:{_SPACES}*{_RUN}{{2,}}\s*|{_SPACES}+){_NUMBER}$", re.IGNORECASE)
_PAGE = re.compile(
    rf"(?:{_SPACES}*(?:{_RUN}{{2,}}|{_SPACED_RUN}{{2,}})\s*(?:{_NUMBER}|[ivx]{{1,5}})?|{_SPACES}+{_NUMBER})$",
    re.IGNORECASE,
)
_ONLY_PAGE = re.compile(rf"[.…_·\s]*{_NUMBER}", re.IGNORECASE)
_DOTTED = re.compile(rf"{_DOTS}(?:\s*(?:{_NUMBER}|[ivx]{{1,5}}))?\s*$", re.IGNORECASE)
_RUN_TOGETHER = re.compile(r"(?:\b\d{1,2}(?:\.\d{1,3}){0,4}\.?\s+[A-ZÆØÅ][^.!?]*?){3}")
_FEWEST = 3
_MOST_OPEN = 2
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
    known = KnownWords(headings)
    derived: set[int] = set()
    lost: set[int] = set()
    for table in _tables(texts):
        repeated = set(repeated_lines(texts, table, known))
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


def repeated_lines(texts: Sequence[str], table: Sequence[int], known: KnownWords) -> Iterator[int]:
    """The lines among these that a heading repeats, alone or with the line below them."""
    lines = set(table)
    for position in table:
        goes_on = position + 1 in lines and not _has_page(texts[position])
        if goes_on and known.has(f"{texts[position]} {entry_words(texts[position + 1])}"):
            yield from (position, position + 1)
        elif known.has(entry_words(texts[position])) or known.make_up(texts[position]):
            yield position


def possible_contents(texts: Sequence[str]) -> set[int]:
    """The positions of lines that may be of the table of contents, its heading among them, by their form."""
    found: set[int] = set()
    lines = KnownWords(texts)
    for position, text in enumerate(texts):
        if position not in found and is_contents_heading(text):
            found |= {position, *_entries(texts, position + 1, lines)}
    found |= _repeating(texts, lines)
    found |= {n for n, text in enumerate(texts) if _RUN_TOGETHER.search(text) and lines.make_up(text, after=n)}
    dotted = [n for n, text in enumerate(texts) if _is_dotted(text)]
    if len(dotted) >= _FEWEST:
        found.update(dotted)
    return found


def _repeating(texts: Sequence[str], lines: KnownWords) -> set[int]:
    """A table without a heading or page numbers: neighbouring lines with numbers that all come again below."""
    repeated = [_comes_again(texts, n, lines) for n in range(len(texts))]
    found: set[int] = set()
    for comes_again, run in groupby(range(len(texts)), key=repeated.__getitem__):
        positions = list(run)
        if comes_again and sum(read_numbered(texts[n]) is not None for n in positions) >= _FEWEST:
            found.update(positions)
    return found


def _comes_again(texts: Sequence[str], position: int, lines: KnownWords) -> bool:
    words = squeezed(texts[position])
    return _begins_like_entry(texts[position]) and bool(words) and lines.has_whole(words, after=position)


def _entries(texts: Sequence[str], start: int, lines: KnownWords) -> set[int]:
    """The entries below the heading: lines with a page number, or that come again as a heading."""
    found: set[int] = set()
    waiting: list[int] = []
    for position in range(start, len(texts)):
        text = texts[position]
        if _is_entry(texts[position].strip(), position, lines):
            found.update((*waiting, position))
            waiting = []
        elif len(waiting) < _MOST_OPEN and found | {start} and _begins_like_entry(text):
            waiting.append(position)
        else:
            break
    return found


def _is_entry(text: str, position: int, lines: KnownWords) -> bool:
    if _is_dotted(text) or _LEADER.fullmatch(text) or _ONLY_PAGE.fullmatch(text):
        return True
    if lines.has_whole(squeezed(text), after=position) or lines.make_up(text, after=position):
        return True
    paged = _WITH_PAGE.fullmatch(text)
    words = squeezed(paged["words"]) if paged else ""
    return paged is not None and (lines.has_whole(words, after=position) or lines.has_beginning(words, after=position))


def _begins_like_entry(text: str) -> bool:
    return len(text) <= _LONGEST and not text.rstrip().endswith((".", ":", "!", "?"))


def _is_dotted(text: str) -> bool:
    return len(squeezed(text)) > 0 and bool(_DOTTED.search(text))
