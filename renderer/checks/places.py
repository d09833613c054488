"""Where a thing stands in a case folder: file, item and path of Danish keys, as findings name it."""

from renderer import vocabulary
from renderer.findings import Place
from renderer.model.checkpoint import Checkpoint
from renderer.model.item import Item


def agreement_place(item: Item | None = None, *keys: str | int) -> Place:
    """A place in the agreement's file; `keys` are Danish keys or positions from 1."""
    field = vocabulary.field_path(*keys) or None
    return Place(file=vocabulary.AGREEMENT_FILE, item=item.ref if item else None, field=field)


def milestone_place(item: Item, checkpoint: Checkpoint) -> Place:
    """The place of a milestone's text."""
    return agreement_place(item, vocabulary.key("milestones"), int(checkpoint))


def report_place(followup: int, item: Item, checkpoint: Checkpoint | None) -> Place:
    """The place of a report in a follow-up's file; `None` is finances."""
    keys = (vocabulary.key("finances"),) if checkpoint is None else (vocabulary.key("milestones"), int(checkpoint))
    return Place(file=vocabulary.followup_file(followup), item=item.ref, field=vocabulary.field_path(*keys))


def followup_place(followup: int, *keys: str) -> Place:
    """A place in a follow-up's file that belongs to no item."""
    return Place(file=vocabulary.followup_file(followup), field=vocabulary.field_path(*keys) or None)
