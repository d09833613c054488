"""Where the items of a plain text begin: the heading row, its title often broken over several lines.

A heading row ends in the column headings `Tid Smiley`. Rules for its beginning: the paragraph that holds the title
(the one before, when only type and column headings stand in the last one); in it, the line with the item's number.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from renderer.readers.earlier.grammar import furniture, labels
from renderer.readers.earlier.grammar.smiley_marks import FACE, WORD_OR_LETTER
from renderer.readers.earlier.plain.lines import HEADING_END, Line
from renderer.readers.earlier.plain.rows import begins_row
from renderer.readers.earlier.text.hyphens import LineJoiner

_SHORT = rf"(?:Drift|Anlæg|Øvrig finansiering)(?:\s*(?:og|,)\s*{labels.TYPE_WORDS})*"
_TYPE_END = re.compile(rf"(?:^|\s)(?P<type>{labels.LONG_TYPE.pattern.replace('?P<types>', '')}|{_SHORT})$")
_TIME_END = re.compile(r"(?:^|\s)Tid(?:spunkt)?$", re.IGNORECASE)
_ROW_END = re.compile(
    rf"(?:{labels.FULL_TIME.pattern}|{FACE.pattern})\s*$|^(?:Økonomi|{labels.MILESTONE_WORD})$"
    rf"|(?:{labels.FULL_TIME.pattern}|^Økonomi|[.!?])\s+{WORD_OR_LETTER}$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?]$")
_SMALL = re.compile(r"(?!o\s|[a-z][.)])[a-zæøå(]")
_MOST_BLOCKS = 4
_MOST_LINES = 12
_MOST_LINES_BELOW = 3


@dataclass(frozen=True)
class PlainHeading:
    """A heading row: lines `start` to `end` (exclusive), with its title and type label as printed.

    `doubtful` says that a row's text stands right above the title, and nothing shows which line is whose.
    """

    start: int
    end: int
    title: str
    type_label: str
    lines: tuple[int, ...]
    doubtful: bool = False

    @property
    def first_number(self) -> str:
        """The first part of the item's number, which is its chapter's; empty without a number."""
        found = labels.ITEM_NUMBER.match(self.title)
        return found["number"].split(".")[0] if found and found["number"][0].isdigit() else ""


def find_headings(lines: Sequence[Line], joiner: LineJoiner) -> list[PlainHeading]:
    """All heading rows in order, those that only repeat after a page break included."""
    headings: list[PlainHeading] = []
    for position in range(len(lines)):
        end = _end_of_marker(lines, position)
        if end:
            floor = headings[-1].end if headings else 0
            headings.append(_heading(lines, floor, position, end, joiner))
    return headings


def is_repeated(heading: PlainHeading, previous: PlainHeading) -> bool:
    """Whether a heading row says the same as the one before, or that it goes on."""
    if labels.CONTINUED.search(heading.title):
        return True
    return furniture.squeezed(heading.title) == furniture.squeezed(previous.title)


def _end_of_marker(lines: Sequence[Line], position: int) -> int:
    """The position after the column headings that end in this line or the next; 0 where there are none."""
    if HEADING_END.search(lines[position].text):
        return position + 1
    following = lines[position + 1].text if position + 1 < len(lines) else ""
    if _TIME_END.search(lines[position].text) and labels.SMILEY_HEADING.fullmatch(following):
        return position + 2
    return 0


def _heading(lines: Sequence[Line], floor: int, marker: int, end: int, joiner: LineJoiner) -> PlainHeading:
    zone = _zone_start(lines, floor, marker, joiner)
    start = _number_line(lines, zone, marker)
    doubtful = False
    if zone > floor and _has_text_above(lines, zone) and not labels.ITEM_NUMBER.match(lines[start].text):
        start, doubtful = _below_row(lines, zone, marker, joiner)
    title, type_label = _taken_apart(lines[start : marker + 1], joiner)
    below = _end_of_cells(lines, end, title)
    title, type_label = _went_on(title, type_label, joiner.joined([one.raw for one in lines[end:below]]), joiner)
    end = below
    return PlainHeading(start, end, title, type_label, tuple(line.number for line in lines[start:end]), doubtful)


def _has_text_above(lines: Sequence[Line], zone: int) -> bool:
    """Whether a row's text stands right above, so that some of it may be taken for the title's first lines."""
    above = lines[zone - 1]
    return not lines[zone].gap and begins_row(above) and not _ROW_END.search(above.text)


def _below_row(lines: Sequence[Line], zone: int, marker: int, joiner: LineJoiner) -> tuple[int, bool]:
    """Where a title without a number begins below a row's text, and whether that is in doubt.

    Rules: it begins where a sentence has ended; else it is as short as it can be.
    """
    titled = (n for n in range(marker, zone - 1, -1) if _taken_apart(lines[n : marker + 1], joiner)[0])
    begins = [n for n in titled if not _SMALL.match(lines[n].text)]
    ended = next((n for n in begins if _SENTENCE_END.search(lines[n - 1].text)), None)
    return (next(iter(begins), zone), True) if ended is None else (ended, False)


def _zone_start(lines: Sequence[Line], floor: int, marker: int, joiner: LineJoiner) -> int:
    """The first line of the paragraphs that can hold the title; what begins with a small letter only ends one."""
    start, blocks = marker, 1
    while start > max(floor, marker - _MOST_LINES):
        if lines[start].gap:
            title, _ = _taken_apart(lines[start : marker + 1], joiner)
            blocks += 1
            if (title and not _SMALL.match(title)) or blocks > _MOST_BLOCKS:
                break
        if _ROW_END.search(lines[start - 1].text) or begins_row(lines[start - 1]):
            break
        start -= 1
    return start


def _end_of_cells(lines: Sequence[Line], end: int, title: str) -> int:
    """Where title and type end that go on below the column headings, as a small letter right below them shows."""
    if end >= len(lines) or lines[end].gap or not title or not _SMALL.match(lines[end].text):
        return end
    below = end + 1
    while below < len(lines) and not lines[below].gap:
        below += 1
    return below if below - end <= _MOST_LINES_BELOW else end


def _went_on(title: str, type_label: str, more: str, joiner: LineJoiner) -> tuple[str, str]:
    """Title and type with what stood below them: the type first, where its bracket is still open."""
    bracket = more.find(")") + 1 if type_label.count("(") > type_label.count(")") else 0
    return joiner.joined([title, more[bracket:]]), joiner.joined([type_label, more[:bracket]])


def _number_line(lines: Sequence[Line], start: int, marker: int) -> int:
    """The line with the item's number: the zone's first, else the last one with a number of several parts.

    The first may be the chapter's: `5. Erhverv` right above `5.01. Turisme`, where no empty line parts them.
    """
    numbered = [n for n in range(start, marker + 1) if _has_parts(lines[n].text)]
    first = labels.ITEM_NUMBER.match(lines[start].text)
    if first and not (numbered and _is_within(lines[numbered[-1]].text, first["number"])):
        return start
    return numbered[-1] if numbered else start


def _is_within(text: str, chapter: str) -> bool:
    """Whether an item's number begins with a chapter's."""
    return "." not in chapter and text.startswith(f"{chapter}.")


def _has_parts(text: str) -> bool:
    found = labels.ITEM_NUMBER.match(text)
    if not found or "." not in found["number"] or labels.TIME.match(text):
        return False
    return found["stop"] == "." or text[found.end()].isupper()


def _taken_apart(lines: Sequence[Line], joiner: LineJoiner) -> tuple[str, str]:
    """Title and type label of the lines up to the column headings."""
    text = joiner.joined([line.raw for line in lines])
    text = _TIME_END.sub("", HEADING_END.sub("", text)).strip()
    found = _TYPE_END.search(text)
    return (text[: found.start()].strip(), found["type"]) if found else (text, "")
