"""The real agreement of 2019, cut into points, sections and annex rows, and the amounts that a person read in it."""

import csv
import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from renderer.model.amount import Amount, Unit
from renderer.model.amount_values import read_cell
from renderer.model.item import BudgetType
from tests.repository import ROOT

ORIGINAL = ROOT.parent / "shared" / "seeds" / "003_443d923ae15c3630.txt"
AMOUNTS = Path(__file__).parent / "amounts_of_003.csv"
YEARS = (2019, 2020, 2021, 2022)
needs_original = pytest.mark.skipif(not ORIGINAL.is_file(), reason="the originals are not part of the repository")

_SECTIONS = "Kommuneaftalen kort|Økonomi|Den økonomiske strategi"
_HEADING = re.compile(rf"^ ?([1-9]\.\d+)\. | ([1-9])\. (?=[A-ZÅ])|^ ?({_SECTIONS})$", re.MULTILINE)
_ANNEX = re.compile(r"^ (DRIFT|ANLÆG) ", re.MULTILINE)
_ROW = re.compile(r"^(\d\.\d+) (.+?)((?: (?:-?[\d.]+)?){4}) ?$", re.MULTILINE)

Rows = dict[BudgetType, dict[int, Amount]]


@dataclass(frozen=True)
class StatedAmount:
    """An amount as a person has read it: its point or section, and the years it is for."""

    place: str
    amount: Amount
    years: tuple[int, ...]


@cache
def stated_amounts() -> tuple[StatedAmount, ...]:
    """The list in `amounts_of_003.csv`."""
    with AMOUNTS.open(encoding="utf-8", newline="") as file:
        return tuple(_stated(row) for row in csv.DictReader(file, delimiter=";"))


def _stated(row: dict[str, str]) -> StatedAmount:
    number = Decimal(row["beløb"].replace(".", "").replace(",", "."))
    return StatedAmount(row["sted"], Amount(number, Unit(row["enhed"])), tuple(map(int, row["år"].split())))


@cache
def original_texts() -> dict[str, str]:
    """The text of each point and section, and of the chapters' heads, with words whole that a line's end broke."""
    whole = ORIGINAL.read_text(encoding="utf-8")
    body = re.sub(r"(\w)-\s*\n\s*([a-zæøå])", r"\1\2", _ANNEX.split(whole)[0])
    headings = list(_HEADING.finditer(body))
    ends = [*(heading.start() for heading in headings[1:]), len(body)]
    names = ["".join(filter(None, heading.groups())) for heading in headings]
    return {name: body[heading.end() : end] for name, heading, end in zip(names, headings, ends, strict=True)}


@cache
def original_rows() -> dict[str, Rows]:
    """The rows of the figure annexes by the number of their point, in 1.000 kr."""
    _, *annexes = _ANNEX.split(ORIGINAL.read_text(encoding="utf-8"))
    rows: dict[str, Rows] = {}
    for kind, table in zip(annexes[::2], annexes[1::2], strict=True):
        for row in _ROW.finditer(table.split("Oversigt")[0]):
            cells = (read_cell(cell, Unit.THOUSANDS) for cell in row[3][1:].split(" "))
            amounts = {year: amount for year, amount in zip(YEARS, cells, strict=True) if amount}
            rows.setdefault(row[1], {})[BudgetType(kind.lower())] = amounts
    return rows
