"""What has become of the items that only one of two editions has: given up, or another committee's."""

from collections.abc import Mapping
from dataclasses import dataclass

from renderer import vocabulary
from renderer.edition import danish
from renderer.edition.build import responsibility
from renderer.edition.comparison import LineChange, NoteChange, SectionKind
from renderer.edition.edition import Edition, ItemTable, LabelledLine
from renderer.edition.titles import followup_name
from renderer.model.case import Case
from renderer.model.item import Item


@dataclass(frozen=True)
class Departure:
    """Where an item is listed, and what is said of it."""

    section: SectionKind
    change: LineChange | NoteChange


def departures(case: Case, earlier: int, later: int) -> dict[str, Departure]:
    """What has become of items from one follow-up to a later one, by ref, under the names of the later."""
    before = {item.ref: item for item in case.agreement.at(earlier, later).items()}
    moved = {
        item.ref: Departure(SectionKind.MOVED, _committee(before[item.ref], item))
        for item in case.agreement.at(later).items()
        if item.committee != before[item.ref].committee
    }
    given_up = {item.ref: Departure(SectionKind.GIVEN_UP, _reason(item)) for item in case.given_up(later)}
    return {**moved, **given_up}


def _committee(before: Item, now: Item) -> LineChange:
    return LineChange(label=vocabulary.COMMITTEE_LABEL, old=before.committee or "", new=now.committee or "")


def _reason(item: Item) -> NoteChange:
    assert item.given_up, "only items that are given up are asked about"
    when = followup_name(item.given_up.followup).lower()
    return NoteChange(label=danish.tied(f"Udgået i {when}"), text=danish.tied(item.given_up.reason))


def under_names_of(case: Case, edition: Edition, followup: int) -> Edition:
    """An issued edition with today's names of committees and centres, so that a new name is no change.

    Only where it says what the case says of its follow-up; what was written otherwise stays as it was issued.
    """
    facts, agreement = edition.facts, case.agreement
    then = {item.ref: item for item in agreement.at(facts.followup).items()}
    now = {item.ref: item for item in agreement.at(facts.followup, followup).items()}
    names = {
        ref: dict(zip(responsibility(agreement, then[ref]), responsibility(agreement, item), strict=True))
        for ref, item in now.items()
    }
    chapters = tuple(
        chapter.model_copy(update={"items": tuple(_named(item, names.get(item.ref, {})) for item in chapter.items)})
        for chapter in edition.chapters
    )
    committee = agreement.renamed(facts.committee, facts.followup, followup) if facts.committee else None
    new_facts = facts.model_copy(update={"committee": committee})
    return edition.model_copy(update={"facts": new_facts, "chapters": chapters})


def _named(item: ItemTable, names: Mapping[LabelledLine, LabelledLine]) -> ItemTable:
    lines = tuple(names.get(line, line) for line in item.responsibility)
    return item.model_copy(update={"responsibility": lines})
