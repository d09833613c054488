"""What is still to be filled in of a plan, item by item, and by whom."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from renderer import vocabulary
from renderer.model.agreement import Agreement
from renderer.model.checkpoint import Checkpoint
from renderer.model.item import Item

_NOBODY_YET = "det ansvarlige center"
_PLANNERS = "økonomiafdelingen"


@dataclass(frozen=True)
class Task:
    """The open fields of an item that one is to fill in, by their Danish keys."""

    item: Item
    who: str
    fields: tuple[str, ...]

    def as_json(self) -> dict[str, object]:
        """The task as `plan --json` prints it."""
        item = self.item
        return {
            "ref": item.ref,
            "nummer": item.number,
            "titel": item.title,
            "hvem": self.who,
            "felter": list(self.fields),
        }


def open_tasks(agreement: Agreement) -> Iterator[Task]:
    """Every open field in printed order: first what the department settles, then what the centre writes."""
    department = agreement.organisation.department or _PLANNERS
    for item in (one for one in agreement.items() if not one.given_up):
        if settled := tuple(_keys(_unsettled(item))):
            yield Task(item, department, settled)
        if written := (*_keys(_unwritten(item)), *_milestones(item)):
            yield Task(item, item.centre or _NOBODY_YET, written)


def _keys(fields: Iterable[tuple[str, object]]) -> Iterator[str]:
    return (vocabulary.key(name) for name, value in fields if not value)


def _unsettled(item: Item) -> list[tuple[str, object]]:
    return [("types", item.types), ("centre", item.centre), ("committee", item.committee)]


def _unwritten(item: Item) -> list[tuple[str, object]]:
    return [("description", item.description), ("finances", item.finances)]


def _milestones(item: Item) -> Iterator[str]:
    for checkpoint in Checkpoint:
        if not item.milestone(checkpoint):
            yield vocabulary.field_path(vocabulary.key("milestones"), checkpoint.value)
