"""Broken lines -> paragraphs and lists, each a `Piece` with the lines it was made of."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from renderer.findings import Place
from renderer.model.prose import Block, Paragraph, Prose
from renderer.readers.earlier.grammar import labels
from renderer.readers.earlier.plain.lines import Line
from renderer.readers.earlier.text.hyphens import LineJoiner
from renderer.readers.earlier.text.listing import Flow, flow, with_lists
from renderer.readers.text.marks import read_mark
from renderer.readers.text.piece import Piece

_ENDED = re.compile(r"[.:;!?)\"”»]$")
_FULL_STOP = re.compile(r"[.!?)\"”»]$")
_OPEN_END = re.compile(r"[,-]$|\b(?:og|eller|samt|af|at|den|det|de|en|et|for|fra|i|med|om|på|til|ved|som)$")
_SMALL = re.compile(r"[a-zæøå]")
_DIGIT_OR_BRACKET = re.compile(r"[0-9(]")
_LONGEST_SYLLABLE = 6
_STATUS = re.compile(r"Status\s*:")
_DASHES = {"-", "–", "—"}
_NUMBERED_ENTRY = re.compile(r"\d{1,2}[.)]\s+[A-ZÆØÅ\"”»]|[a-z][.)]\s+\S")


class Paragraphs:
    """Makes pieces of lines; `name` is the file's name."""

    def __init__(self, name: str, joiner: LineJoiner) -> None:
        self._name = name
        self.joiner = joiner

    def pieces(self, lines: Sequence[Line]) -> tuple[Piece, ...]:
        """The paragraphs and lists of a cell or a stretch of free text."""
        flows = [self.flow(block) for block in blocks(lines)]
        return tuple(self.of_block(block, numbers) for block, numbers in with_lists(flows))

    def of_block(self, block: Block, numbers: tuple[int, ...]) -> Piece:
        """A paragraph or list that was made of lines."""
        return Piece(Prose((block,)), self.place(numbers[0]), numbers)

    def piece(self, lines: Sequence[Line], level: int | None = None) -> Piece:
        """One paragraph or heading, whatever its lines look like; there must be at least one."""
        one = self.flow(lines)
        block, numbers = with_lists([one])[0] if level is None else (None, one.lines)
        prose = Prose((block,)) if block is not None else _heading(one)
        return Piece(prose, self.place(numbers[0]), numbers, level=level)

    def of_text(self, text: str, numbers: tuple[int, ...]) -> tuple[Piece, ...]:
        """A paragraph of given words, or nothing for none."""
        one = flow(text, numbers)
        return (Piece(_heading(one), self.place(numbers[0]), numbers),) if one.content else ()

    def place(self, number: int) -> Place:
        """The place of a line."""
        return Place(file=self._name, line=number)

    def flow(self, lines: Sequence[Line]) -> Flow:
        """The words of lines as one paragraph."""
        return flow(self.joiner.joined([line.raw for line in lines]), tuple(line.number for line in lines))


def blocks(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of each paragraph and each list entry.

    Rules: an empty line parts paragraphs, unless a page ended in the middle of a sentence; a list's mark begins an
    entry; the label `Status:` begins a paragraph, and is one where it stands alone.
    """
    width = _width(lines)
    found: list[list[Line]] = []
    for line in lines:
        parted = line.gap and bool(found) and not _sentence_goes_on(found[-1], line, width)
        if not found or parted or _begins_entry(line, found[-1]) or _beside_status(line, found[-1]):
            found.append([line])
        else:
            found[-1].append(line)
    return found


def _beside_status(line: Line, before: Sequence[Line]) -> bool:
    return bool(_STATUS.match(line.text)) or bool(_STATUS.fullmatch(before[-1].text))


def _sentence_goes_on(before: Sequence[Line], line: Line, width: int) -> bool:
    """Rule of the page break: whether the paragraph above goes on in this first line of a page.

    It does before a small letter (`6,1 pct.` and `til`), and after a comma, a hyphen or a connecting word. A sentence
    without its end goes on before a digit, or where the next word had no room above; so does a paragraph behind a
    full stop that filled its line. Names behind a label, which have no full stop, do neither.
    """
    end = before[-1].text
    if not line.page_top or _looks_like_entry(line):
        return False
    if _SMALL.match(line.text) or _OPEN_END.search(end):
        return True
    if labels.is_responsibility(before[0].text):
        return False
    word = len(line.text.split()[0])
    if not _ENDED.search(end):
        return bool(_DIGIT_OR_BRACKET.match(line.text)) or len(end) + 1 + word > width > 0
    return bool(_FULL_STOP.search(end)) and len(end) + 1 + min(word, _LONGEST_SYLLABLE) > width > 0


def _width(lines: Sequence[Line]) -> int:
    """The longest line that the layout broke, or 0 where it broke none."""
    return max((len(one.text) for one, after in pairwise(lines) if not after.gap), default=0)


def _looks_like_entry(line: Line) -> bool:
    found = read_mark(line.text)
    return found is not None and (found[0].numbering is None or bool(_NUMBERED_ENTRY.match(line.text)))


def _begins_entry(line: Line, before: Sequence[Line]) -> bool:
    """Whether a line begins a list entry, where no empty line says so.

    Rules: bullets (`o` too, which is no Danish word) always do; dashes, numbers and letters do where the mark before
    them begins the entry above, a first one also after a colon (`stk. 2.` may be broken, and `1. juni` or
    `– så vidt muligt` may begin a line).
    """
    found = read_mark(line.text)
    if found is None:
        return False
    mark = found[0]
    if mark.numbering is None and mark.text not in _DASHES:
        return True
    entry = read_mark(before[0].text)
    follows = entry is not None and mark.follows(entry[0])
    announced = before[-1].text.endswith(":") and mark.position == 1
    return (follows or announced) and (mark.numbering is None or bool(_NUMBERED_ENTRY.match(line.text)))


def _heading(one: Flow) -> Prose:
    return Prose((Paragraph(one.content),))


def numbers_of(lines: Iterable[Line]) -> tuple[int, ...]:
    """The numbers of lines, each once, in order."""
    return tuple(sorted({line.number for line in lines}))
