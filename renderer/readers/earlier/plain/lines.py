"""The lines of a plain text in reading order: which hold words, and which belong to the page.

Running heads and feet stand in the middle of the text wherever a page ended. Rules: a page number between dashes, or
with `Side`, is furniture; so is the printed title when it comes again; what could also be prose (a bare number, the
municipality's name, `Sagsid:`, a date) is furniture only beside something that certainly is. A foot that only names
the sender is known by standing last on several pages.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from renderer.readers.earlier.grammar import furniture, labels
from renderer.readers.earlier.grammar.letterhead import PAGE, page_head_date
from renderer.readers.earlier.grammar.titles import read_title, with_subtitle
from renderer.readers.earlier.text.hyphens import LineJoiner

HEADING_END = re.compile(r"(?:^|\s)Tid(?:spunkt)?\s+Smileys?$", re.IGNORECASE)
_LONGEST_HEAD = 3
_RARELY = 5


@dataclass(frozen=True)
class Line:
    """A line that holds words; `number` counts from 1, `raw` keeps the space at its end.

    `gap` says that an empty line, a page's end or furniture stands before it, `page_top` that a page began.
    """

    number: int
    raw: str
    gap: bool = False
    page_top: bool = False

    @property
    def text(self) -> str:
        """The words."""
        return self.raw.strip()

    def without(self, length: int) -> "Line":
        """The line without its first characters."""
        return replace(self, raw=self.raw.lstrip()[length:].lstrip())


def read_lines(text: str) -> list[Line]:
    """The lines of a text that hold words."""
    return numbered_lines(list(enumerate(text.split("\n"), start=1)))


def numbered_lines(ordered: Sequence[tuple[int, str]]) -> list[Line]:
    """Those of the numbered lines that hold words, in the order they are given in.

    A form feed begins a page, and so does a single space in front of a line where few lines have one.
    """
    filled = [line for _, line in ordered if line.strip()]
    indented = sum(_is_indented(line) for line in filled)
    spaces_mark_pages = indented * _RARELY < len(filled)
    lines: list[Line] = []
    gap, page_top = True, True
    for number, line in ordered:
        page_top = page_top or "\f" in line
        words = line.replace("\f", " ")
        if not words.strip():
            gap = True
            continue
        top = page_top or (spaces_mark_pages and _is_indented(words))
        lines.append(Line(number, words, gap or top, top))
        gap = page_top = False
    return lines


def without_furniture(lines: Sequence[Line], joiner: LineJoiner) -> tuple[list[Line], list[list[Line]]]:
    """The lines of the text, and those of running heads and feet, a head's lines together.

    A line after furniture begins a page.
    """
    heads = _heads(lines, joiner)
    found = {n for n, line in enumerate(lines) if _is_certain_foot(line.text)} | {n for head in heads for n in head}
    found |= _feet_by_place(lines)
    while more := {n for n, line in enumerate(lines) if n not in found and _is_likely(lines, n, found)}:
        found |= more
    kept: list[Line] = []
    for n, line in enumerate(lines):
        if n not in found:
            kept.append(replace(line, gap=True, page_top=True) if n - 1 in found else line)
    alone = found - {n for head in heads for n in head}
    return kept, [[lines[n] for n in group] for group in sorted([*map(list, heads), *([n] for n in alone)])]


def _feet_by_place(lines: Sequence[Line]) -> set[int]:
    """The lines that could be a foot and stand the same at the end of two pages or more."""
    last = [n for n in range(len(lines)) if n + 1 == len(lines) or lines[n + 1].page_top]
    feet = [n for n in last if furniture.is_running_foot(lines[n].text) and not furniture.is_page_number(lines[n].text)]
    times = Counter(lines[n].text for n in feet)
    return {n for n in feet if times[lines[n].text] > 1}


def letter_end(lines: Sequence[Line]) -> int:
    """How many lines stand before the first item's column headings; all of them where there is none."""
    return next((n for n, line in enumerate(lines) if HEADING_END.search(line.text)), len(lines))


def _heads(lines: Sequence[Line], joiner: LineJoiner) -> list[range]:
    """The running heads after the letter's own title, each with the lines it takes."""
    titles, position = _titles(lines[: letter_end(lines)], joiner)
    heads: list[range] = []
    while position < len(lines):
        length = _head_length(lines[position:], titles, joiner) if not _is_certain_foot(lines[position].text) else 0
        heads += [range(position, position + length)] if length else []
        position += max(length, 1)
    return heads


def _titles(letter: Sequence[Line], joiner: LineJoiner) -> tuple[frozenset[str], int]:
    """The document's title in the forms that running heads repeat, and where the lines after it begin."""
    for start in range(len(letter)):
        for end in range(min(start + _LONGEST_HEAD + 1, len(letter)), start, -1):
            words = joiner.joined([one.raw for one in letter[start:end]])
            title = read_title(words) if _is_one_block(letter[start:end]) else None
            if title is None:
                continue
            if title.followup is None and end < len(letter):
                block = _block_from(letter, end)
                subtitle = joiner.joined([one.raw for one in block])
                if with_subtitle(title, subtitle):
                    return frozenset({f"{words} – {subtitle}", words, subtitle}), end + len(block)
            return frozenset({words}), end
    return frozenset(), len(letter)


def _is_one_block(lines: Sequence[Line]) -> bool:
    return not any(line.gap for line in lines[1:])


def _block_from(lines: Sequence[Line], start: int) -> Sequence[Line]:
    end = start + 1
    while end < len(lines) and not lines[end].gap:
        end += 1
    return lines[start:end]


def _head_length(lines: Sequence[Line], titles: frozenset[str], joiner: LineJoiner) -> int:
    """How many lines a running head takes that begins here; 0 where none does.

    A smiley alone on its line is no part of a head, though it has no letters to tell it by.
    """
    for length in range(1, min(_LONGEST_HEAD, len(lines)) + 1):
        words = joiner.joined([line.raw for line in lines[:length]])
        if not furniture.squeezed(lines[length - 1].text):
            return 0
        if furniture.is_running_head(words, titles) and not _is_bare_date(words):
            return length
    return 0


def _is_bare_date(text: str) -> bool:
    return bool(page_head_date(text)) and text.lstrip().lower().startswith("den ")


def _is_certain_foot(text: str) -> bool:
    if PAGE.fullmatch(text) or labels.DRAFT.fullmatch(text) or labels.NO_ITEMS.fullmatch(text):
        return True
    return furniture.is_certain_foot(text)


def _is_likely(lines: Sequence[Line], position: int, found: set[int]) -> bool:
    """Whether a line that could be prose stands beside furniture, within one page's end."""
    text = lines[position].text
    if not (furniture.is_page_number(text) or furniture.is_running_foot(text) or _is_bare_date(text)):
        return False
    return position - 1 in found or position + 1 in found


def _is_indented(line: str) -> bool:
    return line.startswith(" ") and not line.startswith("  ")
