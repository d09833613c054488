"""The items that are given up, as an overview lists them: counted apart from those that are still followed."""

from renderer.edition import danish
from renderer.edition.edition import Edition
from renderer.edition.overview.blocks import GoneItem, GoneList
from renderer.edition.titles import followup_name, item_heading
from renderer.model.case import Case
from renderer.model.item import Item

_LABELS = ("Delelement", "Ansvarligt center", "Udgået i", "Begrundelse")


def gone_items(case: Case, edition: Edition) -> GoneList | None:
    """The items of the edition's committee that are given up at its follow-up; `None` where none is."""
    followup, committee = edition.facts.followup, edition.facts.committee
    anchors = {item.ref: item.anchor for item in edition.items()}
    gone = [item for item in case.given_up(followup) if committee in (None, item.committee)]
    if not gone:
        return None
    return GoneList(
        anchor="overblik-udgaaede",
        heading=f"Udgået: {len(gone)}",
        labels=_LABELS,
        items=tuple(_gone(item, anchors.get(item.ref)) for item in gone),
    )


def _gone(item: Item, anchor: str | None) -> GoneItem:
    assert item.given_up, "only items that are given up are listed"
    followup = item.given_up.followup
    return GoneItem(
        ref=item.ref,
        anchor=anchor,
        heading=danish.tied(item_heading(item)),
        centre=danish.tied(item.centre or ""),
        followup=followup,
        when=danish.tied(followup_name(followup).lower()),
        reason=danish.tied(item.given_up.reason),
    )
