"""A follow-up that is yet to be reported: its file with an empty place, and a comment, for everything that is due."""

import datetime
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from renderer import vocabulary
from renderer.casefolder.emit import Note, emit
from renderer.model.checkpoint import Checkpoint
from renderer.model.followup import Contact
from renderer.model.item import Item
from renderer.model.smiley import Smiley, SmileyScales

_LONGEST_COMMENT = 80
_DATE = "Skriv dokumentets dato, fx 2018-07-04 eller 4. juli 2018."
_CONTACT = "Skriv navn, telefon og e-mail på den, læseren kan spørge; linjer kan udelades."

_UNMET = "Kan udelades, sidst {smiley}: "


@dataclass(frozen=True)
class DueItem:
    """An item and the checkpoints that are to be reported; `unmet` may be: with the smiley that each of them got."""

    item: Item
    checkpoints: tuple[Checkpoint, ...]
    unmet: Mapping[Checkpoint, Smiley] = field(default_factory=dict)


@dataclass(frozen=True)
class BlankFollowUp:
    """What is known of a follow-up before anything is reported; without a date, the file asks for it."""

    number: int
    date: datetime.date | None
    contact: Contact
    scales: SmileyScales
    due: tuple[DueItem, ...] = ()


def blank_followup(blank: BlankFollowUp) -> str:
    """The text of `opfoelgning-N.yaml`. Places left empty are no reports, so the case stays as it was."""
    key = vocabulary.key
    contact = blank.contact.model_dump(mode="json", exclude_defaults=True)
    head = {
        key("followup"): str(blank.number),
        key("date"): blank.date.isoformat() if blank.date else Note(_DATE),
        key("contact"): contact or Note(_CONTACT),
    }
    text = emit(head)
    if not blank.due:
        return text
    items = "\n\n".join("\n".join(_item(due, blank.scales)) for due in blank.due)
    return f"{text}{key('statuses')}:\n{textwrap.indent(items, '  ')}\n"


def _item(due: DueItem, scales: SmileyScales) -> Iterator[str]:
    """The lines of one item, its ref in the first column."""
    yield _key(due.item.ref, due.item.title)
    points = sorted((*due.checkpoints, *due.unmet))
    if points:
        yield f"  {vocabulary.key('milestones')}:"
    for checkpoint in points:
        before = _UNMET.format(smiley=due.unmet[checkpoint].value) if checkpoint in due.unmet else ""
        yield "    " + _key(str(checkpoint.value), before + due.item.milestone(checkpoint).plain)
        yield from _report(scales.effort.levels, 6)
    yield f"  {vocabulary.key('finances')}:"
    yield from _report(scales.finances.levels, 4)


def _report(levels: Sequence[Smiley], column: int) -> Iterator[str]:
    words = [level.value for level in levels or tuple(Smiley)]
    choice = " eller ".join(part for part in (", ".join(words[:-1]), words[-1]) if part)
    yield " " * column + _key(vocabulary.key("smiley"), choice)
    yield " " * column + f"{vocabulary.key('status')}:"


def _key(key: str, comment: str) -> str:
    words = " ".join(comment.split())
    return emit({key: Note(textwrap.shorten(words, _LONGEST_COMMENT, placeholder=" …"))}).removesuffix("\n")
