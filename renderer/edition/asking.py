"""What an item is asked in a follow-up: the milestones that are due, and those that were not met before."""

from dataclasses import dataclass

from renderer.model.case import Case
from renderer.model.checkpoint import Checkpoint
from renderer.model.followup import ItemStatus, Report
from renderer.model.item import Item
from renderer.model.smiley import Smiley


@dataclass(frozen=True)
class AskedPoints:
    """The checkpoints of an item that a follow-up asks about.

    `due` are to be answered. `offered` were answered before, and were not met: what has become of them may be told.
    """

    due: tuple[Checkpoint, ...]
    offered: tuple[Checkpoint, ...]


def asked_points(case: Case, item: Item, number: int) -> AskedPoints:
    """What a follow-up, there already or yet to be, asks of an item.

    Due is its own checkpoint, and each earlier one that nobody has given a smiley when its time had come, where a
    milestone was set. One that the follow-up itself has an answer on is due, too, so that it can be corrected.
    """
    followup = case.followup(number)
    begun = followup.statuses.get(item.ref, ItemStatus()).milestones if followup else {}
    answers = {point: case.answer(item, point, number - 1) for point in Checkpoint if point <= number}
    due, offered = [], []
    for point, answer in answers.items():
        if point in begun or (item.milestone(point) and (answer is None or answer.smiley is None)):
            due.append(point)
        elif item.milestone(point) and answer and answer.smiley is not Smiley.HAPPY:
            offered.append(point)
    return AskedPoints(tuple(due), tuple(offered))


def finances_answer(case: Case, item: Item, number: int) -> Report | None:
    """The report on finances that a follow-up gives itself: an earlier one is context and no answer to it."""
    followup = case.followup(number)
    return followup.statuses.get(item.ref, ItemStatus()).report(None) if followup else None
