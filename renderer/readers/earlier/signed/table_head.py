"""The heading row of a table of figures: which of its columns are years, and what the others are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from renderer.model.amount import Unit

_YEAR = re.compile(
    r"(?<!\S)(?:B|BF|BO|R|Budget|Overslag|Budgetoverslag|År)?[ -]?(?P<year>20\d\d)(?:-(?:pl|priser))?(?!\S)",
    re.IGNORECASE,
)
_LONGEST_LABEL = 9
_SENTENCE = re.compile(r"[.!?:;]$")
_ABBREVIATION = re.compile(r"(?:kr|nr|mio|mia|inv)\.\)?$", re.IGNORECASE)
_INVESTMENT = re.compile(r"anlæg|invester", re.IGNORECASE)
_TOTAL = re.compile(
    r"^(?:i\s+alt|sum|total|samlet|i\s+alt\s+\d{4}\s*[-–]\s*\d{4}|\d{4}\s*[-–]\s*\d{2,4})$", re.IGNORECASE
)
_UNITS = (
    (Unit.BILLIONS, re.compile(r"\bmia\.?\s*kr|\bmilliarder", re.IGNORECASE)),
    (Unit.MILLIONS, re.compile(r"\bmio\.?\s*kr|\bmillioner|\bmio\b", re.IGNORECASE)),
    (Unit.THOUSANDS, re.compile(r"\b1\.?000\s*kr|\bt\.?\s?kr|\btusinde?r?\s+kr|\b1\.?000-kr", re.IGNORECASE)),
)
_IN_KRONER = re.compile(r"\b(?:i\s+)?(?:hele\s+)?(?:kr\.|kroner)", re.IGNORECASE)


class ColumnKind(Enum):
    """What stands in a column."""

    LABEL = auto()
    YEAR = auto()
    INVESTMENT = auto()
    TOTAL = auto()
    NOTE = auto()


@dataclass(frozen=True)
class Column:
    """A column; `year` is given where it is one of a year."""

    kind: ColumnKind
    year: int | None = None

    @property
    def holds_amounts(self) -> bool:
        """Whether amounts stand in it."""
        return self.kind in {ColumnKind.YEAR, ColumnKind.INVESTMENT, ColumnKind.TOTAL}


@dataclass(frozen=True)
class HeadLine:
    """A line of text that heads a table: the words before its years, where its columns lie, and the words behind."""

    before: str
    after: str
    years: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def read_head_line(raw: str) -> HeadLine | None:
    """A line with years in a row and few other words, or `None`; a single year is none."""
    found = list(_YEAR.finditer(raw))
    while found and not _in_a_row(found):
        found = found[1:]
    if len(found) < 2:
        return None
    between = [raw[one.end() : other.start()] for one, other in pairwise(found)]
    before, after = raw[: found[0].start()].strip(), raw[found[-1].end() :].strip()
    if any(gap.strip() for gap in between) or not _is_label(before) or not _is_label(after):
        return None
    years = tuple(int(one["year"]) for one in found)
    return HeadLine(before, after, years, tuple(one.start() for one in found), tuple(one.end() for one in found))


def read_columns(cells: Sequence[str]) -> tuple[Column, ...] | None:
    """The columns of a heading row by its cells, or `None` where fewer than one of them is a year."""
    years = [_year_of(cell) for cell in cells]
    named = [year for year in years if year is not None]
    if not named or any(after != before + 1 for before, after in pairwise(named)):
        return None
    first = next(n for n, year in enumerate(years) if year is not None)
    if len(named) == 1 and not any(_UNIT_OR_NUMBER.search(cell) for cell in cells):
        return None
    return tuple(
        Column(ColumnKind.YEAR, year) if year is not None else _other(cell, behind=n > first)
        for n, (cell, year) in enumerate(zip(cells, years, strict=True))
    )


_UNIT_OR_NUMBER = re.compile(r"\bkr\b|^nr\b|^nummer", re.IGNORECASE)


def read_unit(text: str) -> Unit | None:
    """The unit that a title or heading names, or `None`."""
    for unit, form in _UNITS:
        if form.search(text):
            return unit
    return Unit.KRONER if _IN_KRONER.search(text) else None


def _other(cell: str, *, behind: bool) -> Column:
    words = " ".join(cell.split())
    if not behind:
        return Column(ColumnKind.LABEL)
    if _TOTAL.match(words):
        return Column(ColumnKind.TOTAL)
    if _INVESTMENT.search(words.replace("- ", "").replace("-", "")):
        return Column(ColumnKind.INVESTMENT)
    return Column(ColumnKind.NOTE)


def _year_of(cell: str) -> int | None:
    found = _YEAR.fullmatch(" ".join(cell.split()))
    return int(found["year"]) if found else None


def _in_a_row(found: Sequence[re.Match[str]]) -> bool:
    years = [int(one["year"]) for one in found]
    return all(after == before + 1 for before, after in pairwise(years))


def _is_label(text: str) -> bool:
    ended = bool(_SENTENCE.search(text)) and not _ABBREVIATION.search(text)
    return len(text.split()) <= _LONGEST_LABEL and not ended and "," not in text
