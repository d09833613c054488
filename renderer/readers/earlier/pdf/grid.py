"""The four columns of a follow-up's tables on the page of a PDF file, and the rows' labels in the first of them.

The heading row says where the last two columns begin (`Tid`, `Smiley`), the line `Ansvarligt center` where the
second does; the borders lie in the white between, or where a line is drawn.
"""

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from renderer.readers.earlier.grammar.labels import FINANCES, MILESTONE, SMILEY_HEADING, TIME_HEADING
from renderer.readers.earlier.pdf.furniture import row_text
from renderer.readers.earlier.pdf.page import Box, Page, Word

_RESPONSIBLE = re.compile(r"Ansvarligt?", re.IGNORECASE)
_RESPONSIBLE_WHO = re.compile(r"(?:center|centre|centret|centeret|fagudvalg|udvalg):?", re.IGNORECASE)
_NARROWEST, _WIDEST_PADDING = 4.0, 15.0
_NEAR = 2.0
_FARTHEST_LABEL_GAP = 1.0
_CLOSE_LINES = 1.6
_FORM_STEP = 6.0
_THIN = 1.0
_CELL_SHARE = 0.25

_Row = Sequence[Word]


@dataclass(frozen=True)
class Anchor:
    """A row of words that tells where a table's row begins: its heading row, or a row with a label.

    `time_left` and `smiley_left` are where the headings of the last two columns begin, in a heading row.
    """

    baseline: float
    size: float
    left: float
    right: float
    is_finances: bool = False
    time_left: float | None = None
    smiley_left: float | None = None

    @property
    def is_heading(self) -> bool:
        """Whether this is a heading row."""
        return self.time_left is not None


@dataclass(frozen=True)
class Grid:
    """Where the text of each column begins and, as far as is known, where it can end; `borders` lie between."""

    lefts: tuple[float, ...]
    rights: tuple[float | None, ...]
    borders: tuple[float, ...]

    def column(self, word: Word) -> int:
        """The column (from 0) that a word stands in."""
        return sum(word.middle > border for border in self.borders)


@dataclass(frozen=True)
class Layout:
    """What is known of the tables on a page; `grid` is `None` where there are none and none may go on."""

    anchors: tuple[Anchor, ...] = ()
    grid: Grid | None = None


def layouts(pages: Sequence[tuple[Page, Sequence[_Row]]]) -> list[Layout]:
    """The layout of every page. Tables with headings at the same places have the same columns on all pages."""
    found = [_anchors(rows, page) for page, rows in pages]
    forms: list[_Form | None] = []
    for page_anchors in found:
        headings = [anchor for anchor in page_anchors if anchor.is_heading]
        forms.append(_form(headings[0]) if headings else (forms[-1] if forms else None))
    grids = {form: _grid_of(form, pages, found, forms) for form in dict.fromkeys(forms) if form is not None}
    return [
        Layout(tuple(page_anchors), grids[form]) if form is not None else Layout()
        for page_anchors, form in zip(found, forms, strict=True)
    ]


_Form = tuple[int, int]


def _form(heading: Anchor) -> _Form:
    return round((heading.time_left or 0) / _FORM_STEP), round((heading.smiley_left or 0) / _FORM_STEP)


def _grid_of(
    form: _Form,
    pages: Sequence[tuple[Page, Sequence[_Row]]],
    found: Sequence[Sequence[Anchor]],
    forms: Sequence[_Form | None],
) -> Grid | None:
    words: list[Word] = []
    rules: list[Box] = []
    page_anchors: list[Anchor] = []
    for (page, rows), here, its_form in zip(pages, found, forms, strict=True):
        if its_form == form:
            words += _table_words(rows, here)
            rules += page.rules
            page_anchors += here
    return _grid(words, page_anchors, rules)


def _anchors(rows: Sequence[_Row], page: Page) -> list[Anchor]:
    """The heading rows and labels of a page from the top down."""
    found: list[Anchor] = []
    for number, row in enumerate(rows):
        heading = _heading(row)
        label = heading or _label(row)
        if label and (heading or not label.is_finances or _stands_alone(label, rows[:number], found, page)):
            found.append(label)
    return found


def _heading(row: _Row) -> Anchor | None:
    for number, word in enumerate(row[:-1]):
        after = row[number + 1]
        ends = number + 2 == len(row) and after.left - word.right > word.size
        if ends and TIME_HEADING.fullmatch(word.text) and SMILEY_HEADING.fullmatch(after.text):
            return Anchor(
                word.baseline, word.size, row[0].left, row[0].right, time_left=word.left, smiley_left=after.left
            )
    return None


def _label(row: _Row) -> Anchor | None:
    """The label that a row begins with, if wide white follows it."""
    label: list[Word] = [row[0]]
    for word in row[1:]:
        if word.left - label[-1].right > _FARTHEST_LABEL_GAP * word.size:
            break
        label.append(word)
    text, first = row_text(label), row[0]
    if MILESTONE.fullmatch(text) or FINANCES.fullmatch(text):
        is_finances = bool(FINANCES.fullmatch(text))
        return Anchor(first.baseline, first.size, first.left, label[-1].right, is_finances)
    return None


def _stands_alone(label: Anchor, above: Sequence[_Row], found: Sequence[Anchor], page: Page) -> bool:
    """Whether `Økonomi` is a label and not the last word of a text: no text of its column stands right above."""
    near = [
        row
        for row in above
        if label.baseline - row[0].baseline < _CLOSE_LINES * label.size and abs(row[0].left - label.left) < _NEAR
    ]
    if not near or any(anchor.baseline == near[-1][0].baseline for anchor in found):
        return True
    return any(
        near[-1][0].baseline < rule.top < label.baseline
        and rule.left <= label.left + _NEAR
        and rule.width > rule.height
        for rule in page.rules
    )


def _table_words(rows: Sequence[_Row], found: Sequence[Anchor]) -> Iterator[Word]:
    """The words that surely stand in tables: from a heading or label down to the row on finances."""
    for number, anchor in enumerate(found):
        following = found[number + 1] if number + 1 < len(found) else None
        end = following.baseline if following and not anchor.is_finances else float("inf")
        if anchor.is_finances:
            end = anchor.baseline + _NEAR
        for row in rows:
            if anchor.baseline - _NEAR <= row[0].baseline < end:
                yield from row


def _grid(words: Sequence[Word], found: Sequence[Anchor], rules: Sequence[Box]) -> Grid | None:
    """The columns that all these words of tables with the same headings stand in."""
    headings = [anchor for anchor in found if anchor.is_heading]
    if not headings:
        return None
    time_left, smiley_left = headings[0].time_left or 0.0, headings[0].smiley_left or 0.0
    labels = [anchor for anchor in found if not anchor.is_heading]
    left = min(anchor.left for anchor in labels or headings)
    gaps = list(_gaps(words))
    second_left = _second_left(words, gaps, max((anchor.right for anchor in labels), default=left), time_left)
    if second_left is None:
        return None
    ends = (second_left, time_left, smiley_left)
    borders = tuple(_border(gaps, start, end) for start, end in zip((left, *ends), ends, strict=False))
    return _with_edges((left, *ends), borders, words, rules)


def _with_edges(
    starts: tuple[float, ...], borders: tuple[float, ...], words: Sequence[Word], rules: Sequence[Box]
) -> Grid:
    plain = Grid(starts, (None,) * 4, borders)
    columns: list[list[Word]] = [[], [], [], []]
    for word in words:
        columns[plain.column(word)].append(word)
    lefts = [min((word.left for word in column), default=start) for column, start in zip(columns, starts, strict=True)]
    ends = [max((word.right for word in column), default=start) for column, start in zip(columns, starts, strict=True)]
    # Underlined words are lines too; those that part rows are as wide as a cell, and begin where most lines do.
    level = [rule for rule in rules if rule.width > _CELL_SHARE * (lefts[3] - lefts[0]) and rule.left <= lefts[0]]
    edges = Counter(round(rule.left, 1) for rule in level).most_common(1)
    padding = lefts[0] - edges[0][0] if edges else 0.0
    upright = [rule.left for rule in rules if rule.height > rule.width]
    rights: list[float | None] = []
    for column in range(4):
        if not 0 < padding < _WIDEST_PADDING:
            rights.append(ends[column])
            continue
        edge = max((rule.right for rule in level), default=ends[3])
        if column < 3:
            edge = _edge(borders[column], lefts[column + 1], ends[column], padding, upright, starts[column + 1])
        rights.append(max(edge - padding, ends[column]))
    return Grid(tuple(lefts), tuple(rights), borders)


def _edge(border: float, next_left: float, end: float, padding: float, upright: Sequence[float], start: float) -> float:
    """Where a column ends: at the line drawn there, or as far before the next one's text as its padding."""
    drawn = [x for x in upright if end - _NEAR < x < next_left - _THIN]
    if drawn:
        return min(drawn, key=lambda x: abs(x - border))
    return next_left - padding if abs(next_left - start) < _NEAR else end + padding


def _gaps(words: Sequence[Word]) -> Iterator[tuple[float, float]]:
    """The stretches between the first and the last word in which no word stands, on any line."""
    reached: float | None = None
    for word in sorted(words, key=lambda word: word.left):
        if reached is not None and word.left > reached:
            yield reached, word.left
        reached = word.right if reached is None else max(reached, word.right)


def _second_left(
    words: Sequence[Word], gaps: Sequence[tuple[float, float]], label_right: float, time_left: float
) -> float | None:
    told: Counter[float] = Counter()
    for word, after in itertools.pairwise(words):
        if _RESPONSIBLE.fullmatch(word.text) and _RESPONSIBLE_WHO.fullmatch(after.text) and word.left < time_left:
            told[round(word.left, 1)] += 1
    if told:
        return told.most_common(1)[0][0]
    wide = [end for start, end in gaps if end - start >= _NARROWEST and label_right <= start and end < time_left]
    return wide[0] if wide else None


def _border(gaps: Sequence[tuple[float, float]], begin: float, end: float) -> float:
    """The middle of the white between a column that begins at `begin` and the next one, whose heading does at `end`.

    The next column's text may begin before its heading, where it is centred.
    """
    before = [gap for gap in gaps if begin <= gap[0] and gap[1] <= end + _NEAR and gap[1] - gap[0] >= _NARROWEST]
    if not before:
        return end - _NEAR
    start, stop = before[-1]
    return (start + stop) / 2
