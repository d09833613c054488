"""The order in which returned changes are read: what belongs to one report together, the smiley before its status."""

from collections.abc import Iterable
from typing import TypeVar

from renderer.model.field import FieldKind
from renderer.model.proposal import Conflict, Proposal

_Found = TypeVar("_Found", Proposal, Conflict)


def smiley_first(found: Iterable[_Found]) -> tuple[_Found, ...]:
    """The same, where each report stands at the place of its first field."""
    reports: dict[object, list[_Found]] = {}
    for one in found:
        field = one.field
        reports.setdefault((field.followup, field.ref, field.report_path) if field.report_path else field, []).append(
            one
        )
    return tuple(one for report in reports.values() for one in sorted(report, key=_comes_later))


def _comes_later(one: Proposal | Conflict) -> bool:
    return one.field.kind is not FieldKind.SMILEY
