"""Broken lines -> paragraphs and lists, each a `Piece` with the lines it was made of."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from renderer.findings import Place
from renderer.model.prose import Block, Paragraph, Prose
from renderer.readers.earlier.grammar import labels
from renderer.readers.earlier.grammar.smiley_marks import read_definition
from renderer.readers.earlier.plain.lines import Line
from renderer.readers.earlier.text.hyphens import LineJoiner
from renderer.readers.earlier.text.listing import Flow, flow, with_lists
from renderer.readers.text.marks import read_mark
from renderer.readers.text.piece import Piece

ENDED = re.compile(r"[.:;!?)\"”»]$")
_FULL_STOP = re.compile(r"[.!?)\"”»]$")
_OPEN_END = re.compile(r"[,-]$|\b(?:og|eller|samt|af|at|den|det|de|en|et|for|fra|i|med|om|på|til|ved|som)$")
_SMALL = re.compile(r"[a-zæøå]")
_DIGIT_OR_BRACKET = re.compile(r"[0-9(]")
_LONGEST_SYLLABLE = 6
_FEWEST_GAPS = 0.02
_CERTAIN_ROOM = 0.12
_STATUS = re.compile(labels.STATUS_LABEL)
_DASHES = {"-", "–", "—"}
_NUMBERED_ENTRY = re.compile(r"\d{1,2}[.)]\s+[A-ZÆØÅ\"”»]|[a-z][.)]\s+\S")


class Paragraphs:
    """Makes pieces of lines; `name` is the file's name, a `tight` text has no empty lines between paragraphs."""

    def __init__(self, name: str, joiner: LineJoiner, *, tight: bool = False) -> None:
        self._name = name
        self.joiner = joiner
        self._tight = tight

    def pieces(self, lines: Sequence[Line]) -> tuple[Piece, ...]:
        """The paragraphs and lists of a cell or a stretch of free text."""
        flows = [self.flow(block) for block in self.blocks(lines)]
        words: dict[int, str] = {}
        for line in lines:
            words[line.number] = f"{words.get(line.number, '')} {line.text}".strip()
        return tuple(self.of_block(block, numbers, words) for block, numbers in with_lists(flows))

    def blocks(self, lines: Sequence[Line]) -> list[list[Line]]:
        """The lines of each paragraph and each list entry."""
        return blocks(lines, tight=self._tight)

    def heading_end(self, lines: Sequence[Line]) -> int:
        """How many lines a heading takes: all up to an empty one, in a tight text up to one that begins something else.

        That is a line with a capital below one that had room for its first word, or before the end of a sentence.
        """
        width = max(len(line.text) for line in lines)
        sentence = bool(ENDED.search(lines[-1].text))
        for number, (above, below) in enumerate(pairwise(lines), start=1):
            begins = self._tight and not _SMALL.match(below.text) and not _OPEN_END.search(above.text)
            if below.gap or (begins and (sentence or _has_room(above.text, below, width))):
                return number
        return len(lines)

    def of_block(self, block: Block, numbers: tuple[int, ...], words: Mapping[int, str] | None = None) -> Piece:
        """A paragraph or list that was made of lines, each with its words where those are given."""
        line_words = tuple(words[number] for number in numbers) if words else ()
        return Piece(Prose((block,)), self.place(numbers[0]), numbers, line_words=line_words)

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


def is_tight(lines: Sequence[Line]) -> bool:
    """Whether a text's lines follow each other with next to no empty line between them, but for its pages' ends."""
    return sum(line.gap and not line.page_top for line in lines) < _FEWEST_GAPS * len(lines)


def blocks(lines: Sequence[Line], *, tight: bool = False) -> list[list[Line]]:
    """The lines of each paragraph and each list entry.

    Rules: an empty line parts paragraphs, unless a page ended in the middle of a sentence; a list's mark begins an
    entry; the label `Status:` begins a paragraph, and is one where it stands alone. In a `tight` text a paragraph ends
    where the next word would have had room.
    """
    width = _width(lines)
    found: list[list[Line]] = []
    for line in lines:
        parted = line.gap and bool(found) and not _sentence_goes_on(found[-1], line, width)
        parted = parted or (bool(found) and _ended_early(found[-1], line, width, tight=tight))
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
    if not ENDED.search(end):
        return bool(_DIGIT_OR_BRACKET.match(line.text)) or len(end) + 1 + word > width > 0
    return bool(_FULL_STOP.search(end)) and len(end) + 1 + min(word, _LONGEST_SYLLABLE) > width > 0


def _ended_early(before: Sequence[Line], line: Line, width: int, *, tight: bool) -> bool:
    """Whether the line above ended although the next word had room: behind a sentence, a label's names, a meaning.

    What a smiley means is one sentence, so a capital below it begins something else, however full its line is.
    """
    end = before[-1].text
    defined = read_definition(before[0].text) is not None
    if not (tight or defined) or _SMALL.match(line.text) or _OPEN_END.search(end):
        return False
    if defined:
        return line.text[0].isupper()
    if not (ENDED.search(end) or labels.is_responsibility(before[0].text)):
        return False
    return _has_room(end, line, width)


def _has_room(end: str, line: Line, width: int) -> bool:
    return len(end) + 1 + len(line.text.split()[0]) < (1 - _CERTAIN_ROOM) * width


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
