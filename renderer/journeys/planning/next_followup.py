"""Next: the file of the follow-up after the newest, with an empty place for everything that is due."""

from collections.abc import Mapping
from dataclasses import dataclass

from renderer import vocabulary
from renderer.casefolder.blank_followup import BlankFollowUp, DueItem, blank_followup
from renderer.edition.asking import asked_points
from renderer.edition.titles import followup_name
from renderer.errors import UnknownChoice, WrongCall
from renderer.journeys.case_files import CaseFiles
from renderer.journeys.open_case import open_case
from renderer.journeys.typed_day import typed_day
from renderer.model.case import Case
from renderer.model.checkpoint import Checkpoint
from renderer.model.followup import Contact
from renderer.model.item import Item
from renderer.model.smiley import Smiley


@dataclass(frozen=True)
class Earlier:
    """A milestone whose time has passed in an earlier follow-up: nobody reported it, or it was not met (`smiley`)."""

    item: Item
    checkpoint: Checkpoint
    smiley: Smiley | None = None


@dataclass(frozen=True)
class Prepared:
    """The follow-up that was prepared, its file (not yet written), how many items report in it.

    `overdue` is what nobody has reported, `unmet` what was reported as not met.
    """

    number: int
    new: Mapping[str, bytes]
    dated: bool
    items: int
    overdue: tuple[Earlier, ...]
    unmet: tuple[Earlier, ...] = ()


def prepare_next(files: CaseFiles, date: str | None = None) -> Prepared:
    """Prepare `opfoelgning-N.yaml` for the follow-up after the newest (0, the plan, where there is none).

    `date` is a day as it was typed; without it the file asks for it. Raises `Stopped` for findings that stop,
    `UnknownChoice` behind the last follow-up or for a plan without items, `WrongCall` for a date that is none, for a
    file that is there already, or while the newest follow-up, or the plan, is empty.
    """
    day = typed_day(date) if date is not None else None
    case = open_case(files).case
    _require_reported(case)
    number = max((followup.number for followup in case.followups), default=-1) + 1
    _require_room(case, number)
    due = tuple(_due(case, item, number) for item in case.asked(number)) if number else ()
    blank = BlankFollowUp(number, day, _contact(case), case.agreement.scales, due)
    name = vocabulary.followup_file(number)
    if there := [one for one in files if one.casefold() == name]:
        raise WrongCall(f"Filen {there[0]} findes allerede og bliver ikke overskrevet.", "Ret i den fil, der er.")
    late = tuple(Earlier(one.item, point) for one in due for point in one.checkpoints if point < number)
    unmet = tuple(Earlier(one.item, point, smiley) for one in due for point, smiley in one.unmet.items())
    return Prepared(number, {name: blank_followup(blank).encode()}, day is not None, len(due), late, unmet)


def _require_room(case: Case, number: int) -> None:
    if number > vocabulary.LAST_FOLLOWUP:
        message = "Sagen har allerede fjerde og sidste opfølgning, så der er ikke en næste."
        raise UnknownChoice(message, "Begynd en ny sagsmappe, når der er indgået en aftale for næste år.")
    if not any(True for _ in case.agreement.items()):
        message = "Sagen har ingen delelementer endnu, så der er intet at følge op på."
        raise UnknownChoice(message, "Læg først planen med kommandoen plan, eller skriv delelementerne selv.")


def _require_reported(case: Case) -> None:
    """The follow-up before must have been begun: an empty one is soon made twice by mistake."""
    newest = case.followups[-1] if case.followups else None
    if newest is None or newest.answered:
        return
    if newest.number == 0:
        _require_plan(case)
        return
    stage, file = followup_name(newest.number), vocabulary.followup_file(newest.number)
    raise WrongCall(
        f"{stage} er gjort klar, men der er ikke meldt noget i den endnu, så den næste kan ikke gøres klar.",
        f"Skriv det, der er meldt, i {file}, eller saml det ind med collect --followup {newest.number} og take-back. "
        f"Er filen lavet ved en fejl, så slet {file}.",
    )


def _require_plan(case: Case) -> None:
    """There must be something to follow up on: a plan in which nobody has written yet is soon passed by mistake."""
    if any(item.description or item.milestones or item.finances for item in case.agreement.items()):
        return
    raise WrongCall(
        "Udmøntningen er gjort klar, men der er ikke skrevet noget i planen endnu, så der er intet at følge op på.",
        f"Skriv beskrivelse, milepæle og økonomi i {vocabulary.AGREEMENT_FILE}, eller saml dem ind med "
        "collect --followup 0 og take-back.",
    )


def _due(case: Case, item: Item, number: int) -> DueItem:
    """The checkpoints to be reported, and those that were not met before, each with what was told of it last."""
    points = asked_points(case, item, number)
    answers = ((point, case.answer(item, point, number)) for point in points.offered)
    told = {point: answer.smiley for point, answer in answers if answer and answer.smiley}
    return DueItem(item, points.due, told)


def _contact(case: Case) -> Contact:
    return case.followups[-1].contact if case.followups else Contact()
