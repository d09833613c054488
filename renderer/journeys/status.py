"""The smileys of a case at one follow-up, item by item."""

from dataclasses import dataclass

from renderer.edition.build import listed_committee
from renderer.journeys.open_case import newest_followup
from renderer.model.case import Case
from renderer.model.checkpoint import Checkpoint
from renderer.model.followup import Report
from renderer.model.item import Item, types_text
from renderer.model.smiley import Smiley


@dataclass(frozen=True)
class StatusRow:
    """One item: what it is, its four smileys for effort and the one for finances; `None` is not yet given.

    `missing` are the checkpoints whose milestone is due by the follow-up and has no smiley.
    """

    chapter: str
    item: Item
    smileys: tuple[Smiley | None, ...]
    finances: Smiley | None
    missing: frozenset[Checkpoint] = frozenset()

    def as_json(self) -> dict[str, object]:
        """The row as `status --json` prints it."""
        item = self.item
        return {
            "ref": item.ref,
            "nummer": item.number,
            "titel": item.title,
            "kapitel": self.chapter,
            "type": types_text(item.types) or None,
            "ansvarligt_center": item.centre,
            "ansvarligt_udvalg": item.committee,
            "bidragsydere": list(item.contributors),
            "smileyer": [smiley.value if smiley else None for smiley in self.smileys],
            "økonomi": self.finances.value if self.finances else None,
            **({"udgået": item.given_up.model_dump(mode="json")} if item.given_up else {}),
        }


def status_rows(case: Case, followup: int | None = None, committee: str | None = None) -> list[StatusRow]:
    """The rows of a follow-up (the newest by default) for one committee or all, in printed order.

    Raises `UnknownChoice` for a follow-up or committee that the case does not have.
    """
    number = newest_followup(case) if followup is None else followup
    agreement = case.agreement.at(number)
    if committee is not None:
        committee = listed_committee(agreement, committee)
    return [
        _row(case, chapter.heading, item, number)
        for chapter in agreement.chapters
        for item in chapter.items
        if committee in (None, item.committee)
    ]


def gone(case: Case, followup: int | None = None, committee: str | None = None) -> list[Item]:
    """The items that are given up at a follow-up (the newest by default): they are counted apart from the rows."""
    number = newest_followup(case) if followup is None else followup
    items = case.given_up(number)
    if committee is not None:
        committee = listed_committee(case.agreement.at(number), committee)
    return [item for item in items if committee in (None, item.committee)]


def _row(case: Case, chapter: str, item: Item, followup: int) -> StatusRow:
    reports = (case.report(item, checkpoint, followup) for checkpoint in Checkpoint)
    smileys = tuple(_smiley(report) for report in reports)
    given = zip(Checkpoint, smileys, strict=True)
    due = {point for point, smiley in given if point <= followup and item.milestone(point) and smiley is None}
    missing = frozenset() if item.given_up else frozenset(due)
    return StatusRow(chapter, item, smileys, _smiley(case.finances_report(item, followup)), missing)


def _smiley(report: Report | None) -> Smiley | None:
    return report.smiley if report else None
