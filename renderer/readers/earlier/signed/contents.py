"""The table of contents: derived from the headings, so it is recognised and left out."""

import re
from collections.abc import Sequence

_HEADING = re.compile(r"(?:Indhold|Indholdsfortegnelse|Indholdsoversigt)\s*:?", re.IGNORECASE)
_LEADER = re.compile(r"\S.*?(?:\s*[.…_·]{3,}\s*|(?:\s*\.\s){3,}\s*|\t+\s*|\s{2,})\d{1,3}$")
_WITH_PAGE = re.compile(r"(?P<words>\S.*?)(?:\s*[.…_·]{2,}\s*|\s+)\d{1,3}$")
_LEADER_DOTS = re.compile(r"[.…_·]{3,}|(?:\.\s){3,}")
_FEWEST = 3
_MOST_OPEN = 2
_LONG_WORDS = 10
_LONGEST = 120


def is_contents_heading(text: str) -> bool:
    """Whether a line is the heading of the table of contents."""
    return bool(_HEADING.fullmatch(text.strip()))


def contents_lines(texts: Sequence[str]) -> set[int]:
    """The positions of the table's lines, its heading among them; the texts are lines or paragraphs in order."""
    found: set[int] = set()
    later: dict[str, list[int]] = {}
    for position, text in enumerate(texts):
        later.setdefault(_squeezed(text), []).append(position)
    for position, text in enumerate(texts):
        if position not in found and is_contents_heading(text):
            found |= {position, *_entries(texts, position + 1, later)}
    dotted = [n for n, text in enumerate(texts) if _is_dotted(text)]
    if len(dotted) >= _FEWEST:
        found.update(dotted)
    return found


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
    if _is_dotted(text) or _LEADER.fullmatch(text):
        return True
    if any(other > position for other in places.get(_squeezed(text), ())):
        return True
    paged = _WITH_PAGE.fullmatch(text)
    if not paged:
        return False
    words = _squeezed(paged["words"])
    return any(other > position for other in places.get(words, ())) or _begins_later(texts, position, words)


def _begins_later(texts: Sequence[str], position: int, words: str) -> bool:
    """Whether a later line begins with the words, or they begin with it (a heading may be broken)."""
    later = [_squeezed(text) for text in texts[position + 1 :]] if len(words) > _FEWEST else []
    return any(one.startswith(words) or (len(one) > _LONG_WORDS and words.startswith(one)) for one in later)


def _begins_like_entry(text: str) -> bool:
    return len(text) <= _LONGEST and not text.rstrip().endswith((".", ":", "!", "?"))


def _is_dotted(text: str) -> bool:
    return bool(_LEADER_DOTS.search(text)) and bool(re.search(r"\d{1,3}\s*$", text))


def _squeezed(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()
