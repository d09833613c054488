"""Numbered headings: which lines that begin with a number are chapters and points, and which only look like it.

A number alone proves nothing (`2.3 Samarbejdet` may begin a sentence, `1. Rammen overholdes` a list): the sequence
decides. Points count on without gaps (`1.1` to `1.22`, then `2.1`), and the chapter of a point is the last line with
its first number before it.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

_NUMBER = re.compile(
    r"(?P<word>(?:Kapitel|Punkt|Pkt\.?)\s+)?(?P<number>\d{1,2}(?:\.\d{1,3}){0,3}[A-ZÆØÅ]?)(?P<stop>[.:]?)\s+(?P<title>\S.*)",
    re.DOTALL,
)
_TITLE = re.compile(r"[A-ZÆØÅÖÄÜÉ0-9\"”»“„'’(§½#]|(?:it|e|p|tv)-")
_LONGEST_TITLE = 30
_SOON = 3
_SENTENCE_END = (".", ";", ",", ":", "!", "?")


@dataclass(frozen=True)
class Numbered:
    """A heading's number as printed without its final full stop, its title, and the number's parts."""

    number: str
    title: str
    parts: tuple[int, ...]


@dataclass(frozen=True)
class Candidate:
    """Something that may be a numbered heading; `position` is where it stands among the lines or pieces.

    `marked` says that the document itself calls it a heading; `shaped` that it has a heading's form.
    """

    position: int
    numbered: Numbered
    marked: bool = False
    shaped: bool = True


def read_numbered(text: str, *, marked: bool = False) -> Numbered | None:
    """The number and title of a heading, or `None`; a single number needs its full stop unless `marked`."""
    found = _NUMBER.fullmatch(text.strip())
    if not found or not _TITLE.match(found["title"]):
        return None
    parts = tuple(int(part) for part in re.findall(r"\d+", found["number"]))
    if len(parts) == 1 and not (found["stop"] or found["word"] or marked):
        return None
    return Numbered(found["number"], " ".join(found["title"].split()), parts)


def has_form_of_title(text: str) -> bool:
    """Whether words are short enough for a title and do not end like a sentence."""
    return len(text.split()) <= _LONGEST_TITLE and not text.rstrip().endswith(_SENTENCE_END)


def accepted(candidates: Sequence[Candidate]) -> dict[int, Numbered]:
    """The chapters (one number) and points (several) among the candidates, by position."""
    points = _points([one for one in candidates if len(one.numbered.parts) > 1])
    chapters = _chapters([one for one in candidates if len(one.numbered.parts) == 1], points)
    return {one.position: one.numbered for one in sorted((*points, *chapters), key=lambda one: one.position)}


def _points(candidates: Sequence[Candidate]) -> list[Candidate]:
    found: list[Candidate] = []
    for position, one in enumerate(candidates):
        last = found[-1].numbered.parts if found else None
        begins = last is None and _is_followed(one, candidates[position + 1 :])
        later = begins or _is_later(one.numbered.parts, last)
        if one.marked or follows(one.numbered.parts, last) or (one.shaped and later):
            found.append(one)
    return found


def _is_followed(one: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Whether the next number comes soon, so that the first points of a document may be missing."""
    return any(follows(other.numbered.parts, one.numbered.parts) for other in candidates[:_SOON])


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
        named = [one for one in before if one.position > after and (one.marked or one.shaped)]
        if named:
            found[named[-1].position] = named[-1]
    for one in candidates:
        if one.position not in found and (one.marked or one.shaped) and _stands_between(one, found.values()):
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
    return counts_on and (not after or after[0].numbered.parts[0] > number) and (bool(after) or one.marked)
