"""Where a part of the signed agreement stands, as the user sees it.

A point is known by its number, a row by that of its point and the type of its annex, a savings case by its code:
`budgetaftale.yaml linje 301, 1.5, drift › beløb › 2019`. The reader of case folders knows the lines of these places.
"""

from renderer.findings import Place
from renderer.model.signed.annex import Annex, FigureRow
from renderer.model.signed.point import Point
from renderer.model.signed.savings import SavingsCase
from renderer.vocabulary import SIGNED_FILE, field_path


def point_place(point: Point, *keys: str | int) -> Place:
    """A field of a point by its Danish keys: `point_place(point, "tekst")`."""
    return Place(SIGNED_FILE, item=point.ref, field=field_path(*keys) or None)


def row_place(annex: Annex, row: FigureRow, *keys: str | int) -> Place:
    """A field of an annex row: `row_place(annex, row, "beløb", 2019)`."""
    return Place(SIGNED_FILE, item=row.ref, field=field_path(annex.budget_type.value, *keys))


def saving_place(case: SavingsCase, *keys: str | int) -> Place:
    """A field of a savings case: `saving_place(case, "investering")`."""
    return Place(SIGNED_FILE, item=case.code, field=field_path(*keys) or None)


def agreement_place(*keys: str | int) -> Place:
    """A field outside points, rows and cases; list positions count from 1: `agreement_place("bilag", 1, "sum")`."""
    return Place(SIGNED_FILE, field=field_path(*keys) or None)
