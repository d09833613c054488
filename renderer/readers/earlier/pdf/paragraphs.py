"""Lines of one column put together to paragraphs: by gaps, indentations, list marks, and lines that end early.

Where the page leaves a choice (a line that is full by chance, a page break), the tags of a tagged file decide.
"""

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from renderer.readers.earlier.grammar import labels
from renderer.readers.earlier.pdf.broken_words import is_broken
from renderer.readers.earlier.pdf.lines import Line
from renderer.readers.earlier.pdf.lone_words import ends_in_lone_word
from renderer.readers.earlier.pdf.pitch import Pitches
from renderer.readers.earlier.text.hyphens import Hyphen, LineJoiner
from renderer.readers.text.faces import FACES, VARIATION
from renderer.readers.text.lists import Stood, pieces
from renderer.readers.text.piece import Piece
from renderer.readers.text.runs import SOFT_HYPHEN, Run

_GAP, _GAP_OF_ENTRIES = 0.25, 0.1
_STEP = 2.0
_OTHER_SIZE = 1.08
_SLACK = 0.3
_ENDED = (".", ":", "!", "?", ".”", ".»", '."', ".)")
_PUNCTUATION = (".", ",", ":", ";", "!", "?", ")")
_HYPHENS = ("-", "\u2010", SOFT_HYPHEN)


# `og/` and `eller`: layouts may break behind a slash that stands between letters.
_BROKEN_AT_SLASH = re.compile(r"\w/$")


# What begins a paragraph wherever it begins a line.
_BEGINNINGS = (
    labels.CENTRE,
    labels.COMMITTEE,
    labels.CONTRIBUTORS,
    labels.EFFORT_DEFINITION,
    labels.FINANCES_DEFINITION,
    re.compile(rf"{labels.STATUS_LABEL}$"),
    re.compile(rf"[{''.join(FACES)}\U0001f600-\U0001f64f][{VARIATION}]?\s?:"),
)


class Turn(Enum):
    """What comes between two lines."""

    GOES_ON = auto()
    LINE_ENDED = auto()
    NEW_PARAGRAPH = auto()


@dataclass(frozen=True)
class Setting:
    """What the whole file says about its lines: how far they stand apart, and how its words are written.

    `tagged` says that the tags can be trusted; `unbroken` that the file has no words broken at a line's end, since it
    is ours: then its tags tell every heading, too. `quoted` are the tagged blocks that stand in a quotation.
    """

    pitches: Pitches
    joiner: LineJoiner
    levels: dict[int, int]
    quoted: set[int] = field(default_factory=set)
    tagged: bool = False
    unbroken: bool = False


@dataclass(frozen=True)
class Column:
    """A column of text: its lines from the top down, and the edges that they can reach; `right` if it is known.

    `rights` are the edges of sizes of letters that have one of their own. `headings` are the heading levels (1 to 6) of
    sizes of letters; none in a table (`is_tabled`).
    """

    lines: tuple[Line, ...]
    left: float
    right: float | None = None
    rights: Mapping[float, float] = field(default_factory=dict)
    headings: Mapping[float, int] = field(default_factory=dict)
    is_tabled: bool = False

    def right_of(self, line: Line) -> float | None:
        """Where a line can end; `None` where that is not known."""
        return self.rights.get(line.size, self.right)


def column_pieces(column: Column, setting: Setting) -> tuple[Piece, ...]:
    """The paragraphs and lists of a column."""
    return pieces([_stood(lines, turns, column, setting) for lines, turns in _paragraphs(column, setting)])


def _paragraphs(column: Column, setting: Setting) -> list[tuple[list[Line], list[Turn]]]:
    found: list[tuple[list[Line], list[Turn]]] = []
    for line in column.lines:
        turn = _turn([lines for lines, _ in found], line, column, setting)
        if turn is Turn.NEW_PARAGRAPH:
            found.append(([line], []))
        else:
            found[-1][0].append(line)
            found[-1][1].append(turn)
    return found


def _turn(found: Sequence[Sequence[Line]], line: Line, column: Column, setting: Setting) -> Turn:
    """Whether a line goes on in the last of the paragraphs found so far."""
    if not found:
        return Turn.NEW_PARAGRAPH
    before, last = found[-1], found[-1][-1]
    if not 1 / _OTHER_SIZE < line.size / last.size < _OTHER_SIZE:
        return Turn.NEW_PARAGRAPH
    told = setting.tagged and line.tag is not None and last.tag is not None
    if told and line.tag != last.tag:
        return Turn.NEW_PARAGRAPH
    if labels.STATUS.fullmatch(last.text) or any(label.match(line.text) for label in _BEGINNINGS):
        return Turn.NEW_PARAGRAPH
    early = _ended_early(last, line, column)
    if told:
        is_ended = early and _level(line, column, setting) is None and not _is_left_alone(last, line, column)
        return Turn.LINE_ENDED if is_ended else Turn.GOES_ON
    pitch = setting.pitches.of(last, is_tabled=column.is_tabled)
    if _has_gap(last, line, pitch, _GAP) or _is_marked(found, line, pitch, early=early):
        return Turn.NEW_PARAGRAPH
    if _has_gap(last, line, pitch, _GAP_OF_ENTRIES) and (early or _sentence_ended(last, line)):
        return Turn.NEW_PARAGRAPH
    if early and last.bold != line.bold:
        return Turn.NEW_PARAGRAPH
    if _steps(before, line, early=early):
        return Turn.NEW_PARAGRAPH
    if last.page != line.page:
        return Turn.NEW_PARAGRAPH if early or _sentence_ended(last, line) else Turn.GOES_ON
    return Turn.LINE_ENDED if early else Turn.GOES_ON


def _has_gap(last: Line, line: Line, pitch: float, least: float) -> bool:
    if last.page != line.page:
        return False
    return line.baseline - last.baseline > (pitch + least) * last.size


def _is_marked(found: Sequence[Sequence[Line]], line: Line, pitch: float, *, early: bool) -> bool:
    """Whether the line begins an entry of a list; a doubtful mark must not stand where the words before go on."""
    if not line.mark:
        return False
    mark, _ = line.mark
    before, last = found[-1], found[-1][-1]
    where_words_go_on = last.left if len(before) > 1 else _text_left(last)
    if not mark.doubtful or early or abs(line.left - where_words_go_on) > _STEP:
        return True
    if _has_gap(last, line, pitch, _GAP_OF_ENTRIES):
        return True
    firsts = (lines[0] for lines in found)
    return any(one.mark and mark.follows(one.mark[0]) and abs(line.left - one.left) < _STEP for one in firsts)


def _steps(before: Sequence[Line], line: Line, *, early: bool) -> bool:
    """Whether the line stands farther in or out than the paragraph's lines."""
    first, last = before[0], before[-1]
    away = line.left - last.left
    if abs(away) < _STEP:
        return False
    if len(before) > 1:
        return True
    if first.mark and away > 0:
        return early and line.left > _text_left(first) + _STEP
    return early


def _ended_early(last: Line, line: Line, column: Column) -> bool:
    """Whether the line was ended on purpose: the next word would have had room on it, and begins something new."""
    right = column.right_of(last)
    if right is None or last.text.endswith(_HYPHENS):
        return False
    if not _begins_anew(last, line):
        return False
    return last.right + line.room_needed < right - _SLACK * line.size


def _is_left_alone(last: Line, line: Line, column: Column) -> bool:
    right = column.right_of(last)
    return right is not None and ends_in_lone_word(last, line, right, is_exact=column.is_tabled)


def _begins_anew(last: Line, line: Line) -> bool:
    """Whether a line may begin something new; layouts sometimes break a line for no reason that can be seen."""
    start = line.text[0]
    if start.islower():
        return last.text.endswith((":", ";"))
    return start.isupper() or last.text.endswith(_PUNCTUATION)


def _sentence_ended(last: Line, line: Line) -> bool:
    return last.text.endswith(_ENDED) and not line.text[:1].islower()


def _level(line: Line, column: Column, setting: Setting) -> int | None:
    if setting.tagged and line.tag in setting.levels:
        return setting.levels[line.tag]
    if setting.tagged and setting.unbroken and line.tag is not None and setting.levels:
        return None
    return column.headings.get(line.size)


def _text_left(line: Line) -> float:
    return line.words[line.mark[1]].left if line.mark else line.left


def _stood(lines: Sequence[Line], turns: Sequence[Turn], column: Column, setting: Setting) -> Stood:
    first = lines[0]
    level = _level(first, column, setting)
    mark, start = (first.mark if level is None else None) or (None, 0)
    quoted = setting.tagged and level is None and first.tag in setting.quoted
    runs = _runs(lines, turns, start, column, setting)
    hangs = len(lines) > 1 and mark is not None and abs(lines[1].left - _text_left(first)) < _STEP
    return Stood(
        runs=tuple(map(_upright, runs) if quoted and any(run.italic for run in runs) else runs),
        place=first.place,
        lines=tuple(line.number for line in lines),
        mark=mark,
        mark_at=first.left - column.left,
        text_at=(_text_left(first) if mark else first.left) - column.left,
        level=level,
        hangs=hangs,
        quoted=quoted,
    )


def _upright(run: Run) -> Run:
    """A run of a quotation, whose words are in italics for being quoted; emphasised ones stand upright there."""
    return replace(run, italic=not run.italic)


def _runs(lines: Sequence[Line], turns: Sequence[Turn], start: int, column: Column, setting: Setting) -> list[Run]:
    runs = list(lines[0].runs(start))
    for (above, line), turn in zip(itertools.pairwise(lines), turns, strict=True):
        if turn is Turn.LINE_ENDED:
            runs.append(Run("\n"))
        elif above.text.endswith(_HYPHENS) and not above.text.endswith((" -", " \u2010")):
            runs[-1:] = _joined(runs[-1], above, line, setting)
        elif not _BROKEN_AT_SLASH.search(above.text) and not _is_in_word(above, line, column, setting):
            runs.append(Run(" "))
        runs += line.runs()
    return runs


def _is_in_word(above: Line, line: Line, column: Column, setting: Setting) -> bool:
    """Whether a narrow cell broke a word between two lines."""
    right = column.right_of(above) if column.is_tabled and not setting.unbroken else None
    return right is not None and is_broken(above.words, line.words, right, setting.joiner)


def _joined(run: Run, above: Line, line: Line, setting: Setting) -> list[Run]:
    """The last run of a line that ends in a hyphen, so that the next line goes on in it."""
    hyphen = Hyphen.SOFT if above.text.endswith(SOFT_HYPHEN) else setting.joiner.hyphen(above.text, line.text)
    if setting.unbroken and hyphen is Hyphen.SOFT:
        hyphen = Hyphen.HARD
    return [replace(run, text=run.text[:-1]), Run(str(hyphen), run.bold, run.italic, run.href)]
