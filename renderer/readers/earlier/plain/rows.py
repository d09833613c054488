"""The rows of one item in a plain text: which lines are a milestone, which the finances, which the texts above.

A milestone row begins with its label and ends with its time (and smiley); the finances row comes last. A line of
running text may begin with `Milepæl` or `Økonomi` too, or be nothing but a time, so rows are found by what must
stand around them: between two rows there is one time, and the last one before the next label is the row's.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from renderer.readers.earlier.grammar import labels
from renderer.readers.earlier.grammar.smiley_marks import FACE, WORD, WORD_OR_LETTER
from renderer.readers.earlier.plain.lines import Line
from renderer.vocabulary import NOT_YET_GIVEN

_MARK = rf"(?:{FACE.pattern}|[–—-]|{WORD_OR_LETTER}\b|{NOT_YET_GIVEN}|[^\w\s.,;:!?()\[\]/\"”»«-]|\s)*"
_TIME_LINE = re.compile(rf"(?P<before>.*?)(?:^|\s)(?P<time>{labels.FULL_TIME.pattern})\s*(?P<mark>{_MARK})$")
_HALF_TIME = re.compile(r"(?P<before>.*?)(?:^|\s)(?P<time>[1-3]\.\s*budgetopfølgning)$", re.IGNORECASE)
_YEAR_LINE = re.compile(rf"(?P<year>\d{{4}})\s*(?P<mark>{_MARK})$")
_MARK_LINE = re.compile(rf"(?=\S){_MARK}$")
_FACES_LINE = re.compile(rf"(?:{FACE.pattern}\s*)+")
_FACE_END = re.compile(rf"(?P<before>.*?)\s*(?P<mark>(?:{FACE.pattern}\s*)+{WORD}?)$")
_MARK_END = re.compile(rf"(?P<before>|.*[.!?])\s*(?P<mark>(?<!\S){WORD_OR_LETTER})$")
_NOT_GIVEN = re.compile(rf"(?:[–—-]\s*)?(?:{NOT_YET_GIVEN})?")
_SENTENCE_END = re.compile(r"[.!?:)\"”]$")
_LIKE_A_CELL = re.compile(rf"\s*(?:[A-ZÆØÅ0-9\"”»“*•(–—-]|{FACE.pattern}|$)")
_MILESTONE = re.compile(
    rf"(?:{labels.MILESTONE_WORD}|{labels.MILESTONE_WORD.upper()})"
    r"(?:\s+(?:nr\.\s*)?[1-4]\s*:|\s+nr\.\s*[1-4](?=\s|$)|\s+[1-4](?=\s+[A-ZÆØÅ]|$)|\s*:|(?=\s|$))"
)
_FINANCES = re.compile(r"(?:Økonomi|ØKONOMI)(?:\s*:|(?=\s|$))")


@dataclass(frozen=True)
class PlainRow:
    """A row: its label line, the lines of its text, its time and its smiley; `line` is where the label stood."""

    line: Line
    text: tuple[Line, ...]
    time: tuple[Line, ...] = ()
    smiley: tuple[Line, ...] = ()


@dataclass(frozen=True)
class PlainItem:
    """The lines of an item by row; `texts` stand above the milestones, `rest` behind the finances row."""

    texts: tuple[Line, ...]
    milestones: tuple[PlainRow, ...]
    finances: PlainRow | None
    rest: tuple[Line, ...]


@dataclass(frozen=True)
class _Time:
    """A time at lines `start` to `end` (exclusive), cut into what stands before it, the time, and the smiley."""

    start: int
    end: int
    before: Line | None
    time: tuple[Line, ...]
    smiley: tuple[Line, ...]


def item_rows(lines: Sequence[Line]) -> PlainItem:
    """Part the lines that follow an item's heading row."""
    times = _times(lines)
    finances = _finances_start(lines, times)
    end = len(lines) if finances is None else finances
    times = [time for time in times if time.start < end]
    starts = _milestone_starts(lines[:end], times)
    first = starts[0] if starts else end
    milestones = [_milestone(lines, start, limit, times) for start, limit in pairwise([*starts, end])]
    row, rest = (None, ()) if finances is None else _finances(lines[finances:])
    return PlainItem(tuple(lines[:first]), tuple(milestones), row, tuple(rest))


def begins_row(line: Line) -> bool:
    """Whether a line begins a milestone's or the finances' row."""
    return _has_label(line, _MILESTONE) or _has_label(line, _FINANCES)


def _times(lines: Sequence[Line]) -> list[_Time]:
    times: list[_Time] = []
    position = 0
    while position < len(lines):
        time = _time_at(lines, position)
        if time:
            times.append(time)
        position = time.end if time else position + 1
    return times


def _time_at(lines: Sequence[Line], position: int) -> _Time | None:
    line = lines[position]
    whole = _TIME_LINE.fullmatch(line.text)
    half = None if whole or position + 1 >= len(lines) else _HALF_TIME.fullmatch(line.text)
    year = _YEAR_LINE.fullmatch(lines[position + 1].text) if half else None
    if not (whole or (half and year)):
        return None
    found, mark_line = (whole, line) if whole else (half, lines[position + 1])
    assert found is not None
    before = found["before"].strip()
    if before and not _MILESTONE.match(line.text) and not _SENTENCE_END.search(before):
        return None
    time = [replace(line, raw=found["time"])]
    if half and year and not whole:
        time.append(replace(lines[position + 1], raw=year["year"]))
    mark = (whole or year)["mark"].strip()  # type: ignore[index]
    smiley = [replace(mark_line, raw=mark)] if mark else []
    end = position + len(time)
    while end < len(lines) and _MARK_LINE.fullmatch(lines[end].text):
        smiley.append(lines[end])
        end += 1
    kept = replace(line, raw=f"{before} ") if before else None
    return _Time(position, end, kept, tuple(time), tuple(smiley))


def _finances_start(lines: Sequence[Line], times: Sequence[_Time]) -> int | None:
    """The finances row: a line with its label right behind a time; else the first one behind the last milestone."""
    labelled = [n for n, line in enumerate(lines) if _has_label(line, _FINANCES)]
    ends = {time.end for time in times}
    behind_time = [n for n in labelled if n in ends]
    if behind_time:
        return behind_time[0]
    last = max([n for n, line in enumerate(lines) if _has_label(line, _MILESTONE)], default=-1)
    return next((n for n in labelled if n > last and lines[n].gap), None)


def _milestone_starts(lines: Sequence[Line], times: Sequence[_Time]) -> list[int]:
    """Where milestone rows begin: after each row's time, the next line with the label."""
    labelled = [n for n, line in enumerate(lines) if _has_label(line, _MILESTONE)]
    weak = [n for n, line in enumerate(lines) if _MILESTONE.match(line.text)]
    if not times:
        return labelled
    first = _first_start(lines, [n for n in labelled or weak if n <= times[0].start])
    starts = [first] if first is not None else []
    for time in times:
        following = next((n for n in labelled if n >= time.end), None)
        if following is not None and (not starts or following > starts[-1]) and _closes(time, starts):
            starts.append(following)
    return starts


def _closes(time: _Time, starts: Sequence[int]) -> bool:
    return not starts or time.start >= starts[-1]


def _first_start(lines: Sequence[Line], candidates: Sequence[int]) -> int | None:
    """The first label that begins a paragraph; running text above may have a line that only looks like it."""
    return next((n for n in candidates if lines[n].gap), next(iter(candidates), None))


def _has_label(line: Line, label: re.Pattern[str]) -> bool:
    """Whether a line begins with a label and goes on like a cell, not like a sentence (`Økonomi og Styring`)."""
    found = label.match(line.text)
    return bool(found) and bool(_LIKE_A_CELL.match(line.text[found.end() :]))  # type: ignore[union-attr]


def _milestone(lines: Sequence[Line], start: int, limit: int, times: Sequence[_Time]) -> PlainRow:
    """One row: the last time in it is its own, and earlier ones are words of its text."""
    own = [time for time in times if start <= time.start < limit]
    head = _without_label(lines[start], _MILESTONE)
    if not own:
        return PlainRow(lines[start], _filled([head, *lines[start + 1 : limit]]))
    time = own[-1]
    before = [head, *lines[start + 1 : time.start]] if time.start > start else []
    same = [_without_label(time.before, _MILESTONE) if time.start == start else time.before] if time.before else []
    text, smiley = _smiley_above([*before, *same]) if not time.smiley else ([*before, *same], time.smiley)
    return PlainRow(lines[start], _filled([*text, *lines[time.end : limit]]), time.time, smiley)


def _smiley_above(lines: Sequence[Line]) -> tuple[Sequence[Line], tuple[Line, ...]]:
    """The lines in front of a time without those that hold nothing but its smiley."""
    end = len(lines)
    while end and _FACES_LINE.fullmatch(lines[end - 1].text):
        end -= 1
    return lines[:end], tuple(lines[end:])


def _finances(lines: Sequence[Line]) -> tuple[PlainRow, Sequence[Line]]:
    """The finances row ends at its smiley; an empty one ends with its line; else at the end of the lines.

    A smiley that stood beside a cell's first line has the cell's status behind it.
    """
    head = _without_label(lines[0], _FINANCES)
    body = [head, *lines[1:]]
    for position, line in enumerate(body):
        found = _FACE_END.fullmatch(line.text) or _MARK_END.fullmatch(line.text)
        if found and line.text:
            kept = replace(line, raw=f"{found['before']} ")
            smiley = (replace(line, raw=found["mark"]),)
            text, rest = _filled([*body[:position], kept]), lines[position + 1 :]
            if rest and labels.STATUS.match(rest[0].text):
                return PlainRow(lines[0], (*text, *rest), smiley=smiley), ()
            return PlainRow(lines[0], text, smiley=smiley), rest
    if _NOT_GIVEN.fullmatch(head.text) and (len(lines) == 1 or lines[1].gap):
        return PlainRow(lines[0], (), smiley=_filled([head])), lines[1:]
    return PlainRow(lines[0], _filled(body)), ()


def _without_label(line: Line, label: re.Pattern[str]) -> Line:
    found = label.match(line.text)
    return line.without(found.end()) if found else line


def _filled(lines: Sequence[Line]) -> tuple[Line, ...]:
    return tuple(line for line in lines if line.text)
