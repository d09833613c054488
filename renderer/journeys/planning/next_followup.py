"""Next: the file of the follow-up after the newest, with an empty place for everything that is due."""

from collections.abc import Mapping
from dataclasses import dataclass

from renderer import vocabulary
from renderer.casefolder.blank_followup import BlankFollowUp, DueItem, blank_followup
from renderer.errors import UnknownChoice, WrongCall
from renderer.journeys.case_files import CaseFiles
from renderer.journeys.open_case import open_case
from renderer.journeys.typed_day import typed_day
from renderer.model.case import Case
from renderer.model.checkpoint import Checkpoint
from renderer.model.followup import LAST_FOLLOWUP, Contact
from renderer.model.item import Item


@dataclass(frozen=True)
class Overdue:
    """A milestone whose time has passed in an earlier follow-up without a report."""

    item: Item
    checkpoint: Checkpoint


@dataclass(frozen=True)
class Prepared:
    """The follow-up that was prepared, its file (not yet written), how many items report in it, and what is overdue."""

    number: int
    new: Mapping[str, bytes]
    dated: bool
    items: int
    overdue: tuple[Overdue, ...]


def prepare_next(files: CaseFiles, date: str | None = None) -> Prepared:
    """Prepare `opfoelgning-N.yaml` for the follow-up after the newest (0, the plan, where there is none).

    `date` is a day as it was typed; without it the file asks for it. Raises `Stopped` for findings that stop,
    `UnknownChoice` behind the last follow-up or for a plan without items, `WrongCall` for a date that is none or a
    file that is there already.
    """
    day = typed_day(date) if date is not None else None
    case = open_case(files).case
    number = max((followup.number for followup in case.followups), default=-1) + 1
    _require_room(case, number)
    due = tuple(_due(case, item, number) for item in case.asked(number)) if number else ()
    blank = BlankFollowUp(number, day, _contact(case), case.agreement.scales, due)
    name = vocabulary.followup_file(number)
    if there := [one for one in files if one.casefold() == name]:
        raise WrongCall(f"Filen {there[0]} findes allerede og bliver ikke overskrevet.", "Ret i den fil, der er.")
    late = tuple(Overdue(one.item, point) for one in due for point in one.checkpoints if point < number)
    return Prepared(number, {name: blank_followup(blank).encode()}, day is not None, len(due), late)


def _require_room(case: Case, number: int) -> None:
    if number > LAST_FOLLOWUP:
        message = "Sagen har allerede fjerde og sidste opfølgning, så der er ikke en næste."
        raise UnknownChoice(message, "Begynd en ny sagsmappe, når der er indgået en aftale for næste år.")
    if not any(True for _ in case.agreement.items()):
        message = "Sagen har ingen delelementer endnu, så der er intet at følge op på."
        raise UnknownChoice(message, "Læg først planen med kommandoen plan, eller skriv delelementerne selv.")


def _due(case: Case, item: Item, number: int) -> DueItem:
    """The checkpoint that has come, and earlier ones that nobody has reported, where a milestone was set."""
    reached = [point for point in Checkpoint if point <= number and item.milestone(point)]
    return DueItem(item, tuple(point for point in reached if not case.report(item, point, number)))


def _contact(case: Case) -> Contact:
    return case.followups[-1].contact if case.followups else Contact()
