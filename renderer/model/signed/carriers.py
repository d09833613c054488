"""Which items of a plan carry a point of the signed agreement on, and which point an item carries."""

from collections.abc import Iterator

from renderer.model.agreement import Agreement
from renderer.model.item import Item, numbered_ref, title_ref
from renderer.model.signed.point import Point
from renderer.model.signed.signed_agreement import SignedAgreement


def carriers(agreement: Agreement, signed: SignedAgreement, point: Point) -> tuple[Item, ...]:
    """The items of the plan that carry a point on, whatever ref they were given; none where it has none yet.

    A point that has its number to itself may be carried by several parts.
    """
    alone = point.number is not None and [one.number for one in signed.points()].count(point.number) == 1
    return tuple(
        item
        for item in agreement.items()
        if item.ref == point.ref or (item.number == point.number and (alone or _natural_ref(item) == point.ref))
    )


def carried_points(agreement: Agreement, signed: SignedAgreement) -> Iterator[tuple[Point, tuple[Item, ...]]]:
    """Every point that the plan carries on, with its items."""
    for point in signed.points():
        if items := carriers(agreement, signed, point):
            yield point, items


def _natural_ref(item: Item) -> str:
    return numbered_ref(item.number, item.title) if item.number else title_ref(item.title)
