"""Headings in a plain text, which has no marks for them: known by their number, or by their form alone.

A heading without a number is a short line without a full stop, broken off although the next word had room on it (or
alone between empty lines), and followed by running text.
"""

import itertools
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from renderer.readers.earlier.grammar.letterhead import labelled_lines
from renderer.readers.earlier.plain.lines import Line
from renderer.readers.earlier.signed.agreeing import names_parties
from renderer.readers.earlier.signed.headed import heads_series, introduces, series_starts
from renderer.readers.earlier.signed.known_words import squeezed
from renderer.readers.earlier.signed.numbered import (
    Candidate,
    Numbered,
    accepted,
    has_form_of_title,
    read_numbered,
)
from renderer.readers.text.marks import read_mark

COLUMN_GAP = re.compile(r"\s{3,}")
_ENDED = re.compile(r"[.:;,!?\"”»“)]$")
_SENTENCE_END = re.compile(r"[.:!?\"”»)]$")
_SENTENCE_OR_NUMBER = re.compile(r"[.!?\"”»)\d]$")
_BEGINNING = re.compile(r"[A-ZÆØÅÖÄÜÉ0-9]")
_NEW = re.compile(r"[A-ZÆØÅÖÄÜÉ0-9\"”»“„(•§\uf0b7]")
_OPEN_END = re.compile(
    r"(?:[,–/-]|\b(?:og|eller|samt|af|at|den|det|de|en|et|for|fra|i|med|om|på|til|ved|som|over|under))$"
)
_DATED = re.compile(r"\bden\s+\d{1,2}\.\s*\w+\s+\d{4}\.?$", re.IGNORECASE)
_LONGEST_HEADING, _LONGEST_INNER = 12, 8
_MOST_LINES = 4
_FULL, _FULL_INNER = 0.93, 0.75
# Headings are set in wider letters than text.
_WIDER_LETTERS = 0.8


@dataclass(frozen=True)
class PlainHeading:
    """A heading at lines `start` to `end` (exclusive), with its number where it has one.

    `alone` says that nothing else stands in its paragraph.
    """

    start: int
    end: int
    numbered: Numbered | None = None
    alone: bool = False


def width_of(lines: Sequence[Line]) -> int:
    """The longest line of running text that the layout broke, or 0 where it broke none; what has columns is none."""
    pairs = itertools.pairwise(line for line in lines if not COLUMN_GAP.search(line.text))
    return max((len(one.text) for one, after in pairs if not after.gap), default=0)


def is_broken_early(line: Line, after: Line, width: float) -> bool:
    """Whether the first word of the next line would have had room on this one."""
    return len(line.text) + 1 + len(after.text.split()[0]) <= _FULL * width


def find_headings(lines: Sequence[Line], width: int, listed: Collection[str] = ()) -> list[PlainHeading]:
    """All headings in order, those with a number and those without; the contents name those that are `listed`."""
    numbered = _numbered(lines, width, listed)
    taken = {n for heading in numbered for n in range(heading.start, heading.end)}
    starts = {heading.start for heading in numbered}
    found = list(numbered)
    series = series_starts({heading.start: heading.numbered for heading in numbered if heading.numbered})
    for position in range(len(lines)):
        ended = lines[position].gap or position - 1 in taken or bool(_SENTENCE_END.search(lines[position - 1].text))
        if position + 1 in series and position not in taken and ended and heads_series(lines[position].text):
            found.append(PlainHeading(position, position + 1, alone=True))
        elif position not in taken and (lines[position].gap or position - 1 in taken):
            if squeezed(lines[position].text) in listed:
                found.append(PlainHeading(position, position + 1, alone=True))
                continue
            heading = _unnumbered(lines, position, starts, width)
            inside = bool(numbered) and position > numbered[0].start
            if heading and (not inside or heading.alone or _is_surely_short(lines, position, width)):
                found.append(heading)
    if not numbered:
        found += _above_headings(lines, {heading.start for heading in found})
    return sorted(found, key=lambda heading: heading.start)


def _above_headings(lines: Sequence[Line], starts: Collection[int]) -> list[PlainHeading]:
    """In a text without numbers, the headings of chapters: alone right above another heading."""
    return [
        PlainHeading(position, position + 1, alone=True)
        for position, line in enumerate(lines)
        if position + 1 in starts and position not in starts and line.gap and lines[position + 1].gap
        if _may_be_heading(line)
    ]


def _numbered(lines: Sequence[Line], width: int, listed: Collection[str]) -> list[PlainHeading]:
    candidates = []
    for position, line in enumerate(lines):
        numbered = read_numbered(line.text)
        if numbered is None or not _may_begin(lines, position):
            continue
        end = _title_end(lines, position, width)
        title = " ".join(one.text for one in lines[position:end])
        apart = end == len(lines) or lines[end].gap or _had_room(lines[end - 1], lines[end], width)
        # A code says more than the room that its line left.
        apart = apart or (bool(numbered.prefix) and bool(_NEW.match(lines[end].text)))
        apart = apart or (len(title.split()) <= _LONGEST_INNER and _is_sentence(lines[end].text))
        shaped = has_form_of_title(title) and apart
        marked = squeezed(title) in listed
        candidates.append(Candidate(position, numbered, marked=marked, shaped=shaped, size=end - position))
    found = accepted(candidates)
    return [
        PlainHeading(position, _title_end(lines, position, width), numbered) for position, numbered in found.items()
    ]


def _is_sentence(text: str) -> bool:
    """Whether a line is a whole sentence, so that the words above it are not its beginning."""
    return bool(_NEW.match(text) and _SENTENCE_END.search(text))


def _had_room(line: Line, after: Line, width: int) -> bool:
    """Whether a line was broken on purpose; the one below it shows, too, how much room there was."""
    return is_broken_early(line, after, max(width, len(after.text)))


def _may_begin(lines: Sequence[Line], position: int) -> bool:
    """A heading begins a paragraph, or stands under another heading or a sentence's end."""
    if lines[position].gap or position == 0:
        return True
    above = lines[position - 1].text
    return bool(_SENTENCE_END.search(above)) or read_numbered(above) is not None or _may_be_heading(lines[position - 1])


def _title_end(lines: Sequence[Line], start: int, width: int) -> int:
    """Where a numbered title ends: it goes on before a small letter, after a hyphen or a connecting word.

    What stands alone between empty lines is all title, as long as it has a title's form.
    """
    block = start + 1
    # A paragraph of more lines is no title, however many more they are.
    while block < len(lines) and not lines[block].gap and block - start <= _MOST_LINES:
        block += 1
    whole = " ".join(line.text for line in lines[start:block])
    if (
        block - start <= _MOST_LINES
        and has_form_of_title(whole)
        and not any(read_numbered(line.text) for line in lines[start + 1 : block])
        and _is_title(lines[start:block], width)
    ):
        return block
    end = start + 1
    while end < min(block, start + _MOST_LINES) and _goes_on(lines[max(end - 2, start) : end], lines[end]):
        end += 1
    return end


def _is_title(lines: Sequence[Line], width: int) -> bool:
    """Whether the lines of a paragraph are one title: each but the last was full, or is open at its end."""
    return all(
        _goes_on(lines[max(n - 2, 0) : n], lines[n])
        or not is_broken_early(lines[n - 1], lines[n], width * _WIDER_LETTERS)
        for n in range(1, len(lines))
    )


def _goes_on(above: Sequence[Line], below: Line) -> bool:
    """Whether a title goes on in the line below; the rest of a broken word alone on its line is no connecting word."""
    rest_of_word = len(above) > 1 and above[0].text.endswith("-") and len(above[-1].text.split()) == 1
    open_end = not rest_of_word and bool(_OPEN_END.search(above[-1].text))
    return open_end or below.text[:1].islower()


def _unnumbered(lines: Sequence[Line], start: int, numbered: set[int], width: int) -> PlainHeading | None:
    first = lines[start]
    begins = not start or _is_after_an_end(lines[start - 1]) or (first.gap and introduces(first.text))
    if not _may_be_heading(first) or not begins:
        return None
    block = start + 1
    while block < len(lines) and not lines[block].gap and block not in numbered:
        block += 1
    if block == start + 1:
        return PlainHeading(start, block, alone=True) if _precedes_text(lines, block, numbered, width) else None
    rest = lines[start + 1 : block]
    is_text = bool(_SENTENCE_END.search(rest[-1].text)) or (
        len(rest) > 1 and not is_broken_early(rest[0], rest[1], width)
    )
    if (
        is_broken_early(first, rest[0], width)
        and _NEW.match(rest[0].text)
        and is_text
        and not _OPEN_END.search(first.text)
    ):
        return PlainHeading(start, start + 1)
    return None


def _is_surely_short(lines: Sequence[Line], position: int, width: int) -> bool:
    """Inside a point, where headings are rare, more than the form of a line is asked for."""
    short = len(lines[position].text.split()) <= _LONGEST_INNER
    return short and len(lines[position].text) <= _FULL_INNER * width / 2


def _is_after_an_end(above: Line) -> bool:
    """Whether a sentence has ended above, or a short line that is itself a heading; a colon announces no heading."""
    return bool(re.search(r"[.!?\"”»)\d]$", above.text)) or (
        len(above.text.split()) <= _LONGEST_HEADING - 2 and not above.text.endswith((":", ","))
    )


def _may_be_heading(line: Line) -> bool:
    text = line.text
    if (
        _ENDED.search(text)
        or not _BEGINNING.match(text)
        or read_mark(text)
        or labelled_lines(text)
        or names_parties(text)
    ):
        return False
    return len(text.split()) <= _LONGEST_HEADING and not _DATED.search(text) and any(map(str.isalpha, text))


def _precedes_text(lines: Sequence[Line], position: int, numbered: set[int], width: int) -> bool:
    """Whether running text or a numbered heading comes next."""
    if position >= len(lines):
        return False
    if position in numbered:
        return True
    block = position + 1
    while block < len(lines) and not lines[block].gap:
        block += 1
    text = lines[block - 1].text
    if not _NEW.match(lines[position].text):
        return False
    return bool(_SENTENCE_END.search(text)) or (block - position > 1 and not _are_short(lines[position:block], width))


def _are_short(lines: Sequence[Line], width: int) -> bool:
    pairs = itertools.pairwise(lines)
    return all(is_broken_early(one, after, width) for one, after in pairs)
