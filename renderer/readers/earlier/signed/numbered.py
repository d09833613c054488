"""Numbered headings: which lines that begin with a number are chapters and points, and which only look like it.

A number alone proves nothing (`2.3 Samarbejdet` may begin a sentence, `1. Rammen overholdes` a list): the sequence
decides. Points count on without gaps (`1.1` to `1.22`, then `2.1`), and the chapter of a point is the last line with
its first number before it. Where no number has two parts, points have codes (`BI01`, `BU06`), or else one number each.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

_STOP_AND_TITLE = r"(?P<stop>\s+[-–—](?=\s+[A-ZÆØÅ])|[.:)\]]?)\s+(?P<title>\S.*)"
_WORD = (
    r"(?P<word>(?:Kapitel|Punkt|Aftalepunkt|Pkt\.?|Forslag|Initiativ|Tiltag|Indsats|Delaftale|Emne|Nr\.?|Nummer)\s+|"
    r"[§#]\s?)?[(\[]?"
)
_NUMBER = re.compile(
    _WORD + r"(?P<number>\d{1,3}(?:-\d{1,2}|(?:\.\d{1,3}){0,3}(?P<letter>\.?[A-ZÆØÅ]|[a-zæøå])?))" + _STOP_AND_TITLE,
    re.DOTALL,
)
_CODE = re.compile(
    _WORD + r"(?P<number>(?P<prefix>[A-ZÆØÅ]{1,6}[-._/ ]?|[A-ZÆØÅa-zæøå]{1,4}[-._/]?)"
    r"(?P<parts>\d{1,4}(?:[.-]\d{1,3}){0,2})[A-ZÆØÅa-zæøå]?)" + _STOP_AND_TITLE,
    re.DOTALL,
)
_TITLE = re.compile(r"[A-ZÆØÅÖÄÜÉ0-9\"”»“„'’(§½#]|(?:it|e|p|tv)-")
_LONGEST_TITLE = 30
_SOON = 3
_FEWEST_POINTS = 2
_SENTENCE_END = (".", ";", ",", ":", "!")
_ABBREVIATED = re.compile(r"\b(?:m\.\s?m|m\.?v|o\.\s?l|o\.\s?a|osv|etc|mio\. kr|mv|ca)\.\s*$")


@dataclass(frozen=True)
class Numbered:
    """A heading's number as printed without its final full stop, its title, and the number's parts.

    A code has a `prefix` of letters before them. A single number that is `bare`, without a full stop, says little.
    """

    number: str
    title: str
    parts: tuple[int, ...]
    prefix: str = ""
    bare: bool = False

    @property
    def depth(self) -> int:
        """How far down it stands: 1 for a chapter, more for points; letters stand for the chapter."""
        return len(self.parts) + bool(self.prefix)

    @property
    def series(self) -> str:
        """What the numbers of one chapter have in common: the letters or the first number; nothing at one level."""
        return self.prefix or (str(self.parts[0]) if len(self.parts) > 1 else "")


@dataclass(frozen=True)
class Candidate:
    """Something that may be a numbered heading; `position` is where it stands among the lines or pieces.

    `marked` says that the document itself calls it a heading; `shaped` that it has a heading's form; `size` is how many
    lines or pieces it takes.
    """

    position: int
    numbered: Numbered
    marked: bool = False
    shaped: bool = True
    size: int = 1

    @property
    def looks_like_heading(self) -> bool:
        """Whether the document or its form says so."""
        return self.marked or self.shaped


def read_numbered(text: str, *, marked: bool = False) -> Numbered | None:
    """The number and title of a heading, or `None`; a single number without its full stop is bare unless `marked`."""
    if coded := _read_code(text.strip()):
        return coded
    found = _NUMBER.fullmatch(text.strip())
    if not found or not _TITLE.match(found["title"]):
        return None
    parts = tuple(int(part) for part in re.findall(r"\d+", found["number"]))
    if found["letter"] and len(parts) == 1:
        parts = (*parts, ord(found["letter"][-1].casefold()) - ord("a") + 1)
    bare = len(parts) == 1 and not (found["stop"] or found["word"] or marked)
    return Numbered(found["number"], " ".join(found["title"].split()), parts, bare=bare)


def _read_code(text: str) -> Numbered | None:
    found = _CODE.fullmatch(text)
    if not found or not _TITLE.match(found["title"]) or not found["title"][0].isalpha():
        return None
    parts = tuple(int(part) for part in re.split("[.-]", found["parts"]))
    return Numbered(found["number"], " ".join(found["title"].split()), parts, found["prefix"].rstrip("-._/ "))


def point_depth(numbers: Iterable[Numbered | None]) -> int:
    """How far down points stand: 1 where a document has nothing but single numbers."""
    return min(2, max((one.depth for one in numbers if one), default=2))


def begins_series(one: Numbered | None, last: Numbered | None) -> bool:
    """Whether a point is the first of a chapter: other letters or another first number, or counting from 1 again."""
    if one is None or last is None:
        return one is not None
    return one.series != last.series or (not one.series and one.parts <= last.parts)


def has_form_of_title(text: str) -> bool:
    """Whether words are short enough for a title and do not end like a sentence."""
    ends = text.rstrip().endswith(_SENTENCE_END) and not _ABBREVIATED.search(text)
    return len(text.split()) <= _LONGEST_TITLE and not ends


def accepted(candidates: Sequence[Candidate]) -> dict[int, Numbered]:
    """The chapters and points among the candidates, by position.

    Points are numbers of several parts, with chapters of one; else codes; else numbers of one part with text below.
    """
    plain = [one for one in candidates if not one.numbered.prefix]
    single = [one for one in plain if one.numbered.depth == 1 and not one.numbered.bare]
    points = _points([one for one in plain if one.numbered.depth > 1])
    chapters = _chapters(single, points)
    if len(points) < _FEWEST_POINTS:
        if coded := _coded([one for one in candidates if one.numbered.prefix]):
            points, chapters = coded, _counting(single)
        elif alone := _with_text(single) or _with_text([one for one in plain if one.numbered.bare]):
            points, chapters = alone, []
    return {one.position: one.numbered for one in sorted((*points, *chapters), key=lambda one: one.position)}


def _coded(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Headings with codes, which may have gaps but never go back among those with the same letters."""
    found: list[Candidate] = []
    last: dict[str, tuple[int, ...]] = {}
    for one in candidates:
        if one.looks_like_heading and one.numbered.parts >= last.get(one.numbered.prefix, ()):
            found.append(one)
            last[one.numbered.prefix] = one.numbered.parts
    return found if len(found) >= _FEWEST_POINTS else []


def _counting(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Headings that count on from 1; a new chapter may begin with 1 again."""
    found: list[Candidate] = []
    for one in candidates:
        expected = (1, found[-1].numbered.parts[0] + 1) if found else (1,)
        if one.looks_like_heading and one.numbered.parts[0] in expected:
            found.append(one)
    return found


def _with_text(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Headings that count on, where text stands below all of them: the entries of a list have none."""
    found = _counting(candidates)
    listed = any(after.position <= one.position + one.size for one, after in pairwise(found))
    return found if len(found) >= _FEWEST_POINTS and not listed else []


def _points(candidates: Sequence[Candidate]) -> list[Candidate]:
    found: list[Candidate] = []
    for position, one in enumerate(candidates):
        last = found[-1].numbered.parts if found else None
        begins = last is None and _is_followed(one, candidates[position + 1 : position + 1 + _SOON])
        later = begins or _is_later(one.numbered.parts, last)
        if one.marked or follows(one.numbered.parts, last) or (one.shaped and later):
            found.append(one)
    return found


def _is_followed(one: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Whether the next number comes soon, so that the first points of a document may be missing."""
    return any(follows(other.numbered.parts, one.numbered.parts) for other in candidates)


def follows(parts: tuple[int, ...], last: tuple[int, ...] | None) -> bool:
    """Whether a number is the very next one: one more at some place, and firsts behind it."""
    if last is None:
        return all(part <= 1 for part in parts[1:])
    if parts[: len(last)] == last:
        return len(parts) == len(last) + 1 and parts[-1] <= 1
    same = next((n for n, (one, other) in enumerate(zip(parts, last, strict=False)) if one != other), len(parts))
    return same < len(parts) and parts[same] == last[same] + 1 and all(part <= 1 for part in parts[same + 1 :])


def _is_later(parts: tuple[int, ...], last: tuple[int, ...] | None) -> bool:
    """Whether a number can come after a gap: later in its chapter, or in the next chapter."""
    return last is not None and parts > last and parts[0] - last[0] <= 1 and len(parts) == len(last)


def _chapters(candidates: Sequence[Candidate], points: Sequence[Candidate]) -> list[Candidate]:
    found: dict[int, Candidate] = {}
    for number, first in _first_points(points):
        before = [one for one in candidates if one.numbered.parts[0] == number and one.position < first]
        after = max((one.position for one in points if one.position < first), default=-1)
        named = [one for one in before if one.position > after and one.looks_like_heading]
        if named:
            found[named[-1].position] = named[-1]
    for one in candidates:
        if one.position not in found and one.looks_like_heading and _stands_between(one, found.values()):
            found[one.position] = one
    return list(found.values())


def _first_points(points: Sequence[Candidate]) -> Iterator[tuple[int, int]]:
    seen: set[int] = set()
    for one in points:
        number = one.numbered.parts[0]
        if number not in seen:
            seen.add(number)
            yield number, one.position


def _stands_between(one: Candidate, chapters: Collection[Candidate]) -> bool:
    """Whether a chapter without points counts on from the chapter before it (and to the one after it)."""
    known = sorted(chapters, key=lambda other: other.position)
    before = [other for other in known if other.position < one.position]
    after = [other for other in known if other.position > one.position]
    number = one.numbered.parts[0]
    counts_on = bool(before) and before[-1].numbered.parts[0] == number - 1
    if not before and number == 1:
        return bool(after) and after[0].numbered.parts[0] == 2
    return counts_on and (not after or after[0].numbered.parts[0] > number) and (bool(after) or one.marked)
