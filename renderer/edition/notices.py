"""What an edition says of items that are given up or moved in its own follow-up, and of those that left a committee."""

from collections.abc import Iterator

from renderer.edition import danish
from renderer.edition.edition import Departed, Notice, NoticeKind
from renderer.edition.titles import followup_name, item_heading
from renderer.model.case import Case
from renderer.model.changes import GivenUp, Move
from renderer.model.item import Item

_FIELDS = ("committee", "centre")


class Notices:
    """The notices of one follow-up; `names_of` as `Agreement.at` takes it."""

    def __init__(self, case: Case, followup: int, names_of: int | None) -> None:
        self._when = followup_name(followup).lower() if followup else ""
        names_of = followup if names_of is None else names_of
        self._before = {item.ref: item for item in case.agreement.at(followup - 1, names_of).items()}

    def of(self, item: Item) -> tuple[Notice, ...]:
        """What is said of an item as it stands now."""
        moved = (self._moved(item, move) for move in item.moves)
        return (*moved, *([self._given_up(item.given_up)] if item.given_up else []))

    def departed(self, items: tuple[Item, ...], committee: str | None) -> tuple[Departed, ...]:
        """Where the items have gone that were the committee's until now; none in the edition of all committees."""
        return tuple(
            Departed(ref=item.ref, heading=danish.tied(item_heading(item)), text=self._gone(item, move))
            for item in items
            for move in item.moves
            if committee is not None and self._before[item.ref].committee == committee != item.committee
        )

    def _moved(self, item: Item, move: Move) -> Notice:
        way = " og ".join(self._ways(item))
        text = _with_reason(f"{way[:1].upper()}{way[1:]}." if way else "", move)
        return Notice(kind=NoticeKind.MOVED, label=danish.tied(f"Flyttet i {self._when}"), text=text)

    def _gone(self, item: Item, move: Move) -> str:
        return _with_reason(f"flyttet i {self._when} til {item.committee}.", move)

    def _ways(self, item: Item) -> Iterator[str]:
        """`fra Kulturudvalget til Fritidsudvalget`, for committee and centre, as far as they are others."""
        for field in _FIELDS:
            was, becomes = getattr(self._before[item.ref], field), getattr(item, field)
            if was != becomes:
                yield f"fra {was} til {becomes}" if was else f"til {becomes}"

    def _given_up(self, given_up: GivenUp) -> Notice:
        label = danish.tied(f"Udgået i {self._when}")
        return Notice(kind=NoticeKind.GIVEN_UP, label=label, text=danish.tied(given_up.reason))


def _with_reason(sentence: str, move: Move) -> str:
    return danish.tied(" ".join(part for part in (sentence, move.reason) if part))
