"""Missing: who still owes what to a follow-up, centre by centre, and how long there is."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from renderer import vocabulary
from renderer.edition import danish
from renderer.edition.asking import asked_points, finances_answer
from renderer.edition.build import checkpoint_time
from renderer.edition.questionnaires import round_of
from renderer.findings import Finding
from renderer.journeys.case_files import CaseFiles
from renderer.journeys.open_case import newest_followup, open_case
from renderer.model.case import Case
from renderer.model.checkpoint import Checkpoint
from renderer.model.deadline import Deadline
from renderer.model.followup import Report
from renderer.model.item import Item
from renderer.model.smiley import Smiley
from renderer.vocabulary import FINANCES_LABEL, workbook_marks


class Lack(StrEnum):
    """What an answer lacks; the value is the word in JSON."""

    SMILEY = "smiley"
    STATUS = "statustekst"
    TEXT = "tekst"


@dataclass(frozen=True)
class Owed:
    """Something a centre still owes: about a checkpoint, or (`None`) about finances or a text of the plan."""

    item: Item
    checkpoint: Checkpoint | None
    about: str
    lack: Lack

    def as_json(self) -> dict[str, object]:
        """The answer that is owed, as `missing --json` prints it."""
        return {
            "ref": self.item.ref,
            "nummer": self.item.number,
            "titel": self.item.title,
            "milepæl": self.checkpoint.value if self.checkpoint else None,
            "gælder": self.about,
            "mangler": self.lack.value,
        }


@dataclass(frozen=True)
class CentreState:
    """What a centre has been asked, and what it owes."""

    centre: str
    asked: int
    owed: tuple[Owed, ...]

    @property
    def without_smiley(self) -> tuple[Owed, ...]:
        """What has not been reported at all."""
        return tuple(one for one in self.owed if one.lack is Lack.SMILEY)

    @property
    def without_status(self) -> tuple[Owed, ...]:
        """What has a smiley that is not happy, and no text that says why."""
        return tuple(one for one in self.owed if one.lack is Lack.STATUS)

    @property
    def without_text(self) -> tuple[Owed, ...]:
        """What is not written of the plan."""
        return tuple(one for one in self.owed if one.lack is Lack.TEXT)

    @property
    def silent(self) -> bool:
        """Whether nothing has been reported."""
        return len(self.without_smiley) + len(self.without_text) == self.asked

    @property
    def reported(self) -> int:
        """How many answers lack nothing."""
        return self.asked - len(self.owed)


@dataclass(frozen=True)
class Chase:
    """The chase list of a follow-up on one day."""

    case: Case
    followup: int
    deadline: Deadline
    today: datetime.date
    centres: tuple[CentreState, ...]
    findings: tuple[Finding, ...]

    def days_to(self, day: datetime.date | None) -> int | None:
        """The days from today, negative for a day that has passed; `None` for an unknown day."""
        return (day - self.today).days if day else None

    def as_json(self) -> dict[str, object]:
        """The list as `missing --json` prints it."""
        return {
            "opfølgning": self.followup,
            "dato": self.today.isoformat(),
            "frister": {
                name: {"dato": day.isoformat(), "dage": self.days_to(day)} if day else None
                for name, day in (("indberetning", self.deadline.reporting), ("udvalgsmøde", self.deadline.meeting))
            },
            "centre": [
                {
                    "center": one.centre,
                    "spurgt": one.asked,
                    "meldt": one.reported,
                    "mangler": [owed.as_json() for owed in one.owed],
                }
                for one in self.centres
            ],
        }


def missing(files: CaseFiles, followup: int | None, today: datetime.date) -> Chase:
    """The chase list of a follow-up (`None` is the newest).

    Raises `Stopped`, and `UnknownChoice` for a follow-up the case does not have.
    """
    opened = open_case(files)
    number = newest_followup(opened.case) if followup is None else followup
    return chase(opened.case, number, today, opened.findings)


def chase(case: Case, followup: int, today: datetime.date, findings: tuple[Finding, ...] = ()) -> Chase:
    """The chase list of a case. Raises `UnknownChoice`."""
    round_of(case, followup)
    owed: dict[str, list[Owed]] = {}
    asked: dict[str, int] = {}
    for item in case.asked(followup):
        centre = item.centre or workbook_marks.NO_CENTRE
        answers = list(_answers(case, item, followup) if followup else _texts(item))
        asked[centre] = asked.get(centre, 0) + len(answers)
        owed.setdefault(centre, []).extend(one for one in answers if one)
    order = sorted(owed, key=lambda name: (name == workbook_marks.NO_CENTRE, danish.alphabetical(name)))
    centres = tuple(CentreState(name, asked[name], tuple(owed[name])) for name in order if asked[name])
    deadline = case.agreement.deadlines.get(followup, Deadline())
    return Chase(case, followup, deadline, today, centres, findings)


def _answers(case: Case, item: Item, followup: int) -> Iterator[Owed | None]:
    """What an item is asked: for each answer what it still lacks, or `None`."""
    for point in asked_points(case, item, followup).due:
        about = checkpoint_time(point, case.agreement.budget_year)
        yield _owed(item, point, about, case.answer(item, point, followup))
    finances = finances_answer(case, item, followup)
    # Where nothing is said of money, a smiley for it is welcome and not owed; one that was given has to be whole.
    if case.agreement.scales.finances.levels and (item.finances or finances):
        yield _owed(item, None, FINANCES_LABEL.lower(), finances)


def _texts(item: Item) -> Iterator[Owed | None]:
    """What a plan is asked of an item: its description, milestones (any of them), and its line on finances."""
    for name, written in (
        ("description", item.description),
        ("milestones", any(item.milestone(point) for point in Checkpoint)),
        ("finances", item.finances),
    ):
        yield None if written else Owed(item, None, vocabulary.key(name), Lack.TEXT)


def _owed(item: Item, point: Checkpoint | None, about: str, report: Report | None) -> Owed | None:
    if report is None or report.smiley is None:
        return Owed(item, point, about, Lack.SMILEY)
    if report.smiley is not Smiley.HAPPY and not report.status:
        return Owed(item, point, about, Lack.STATUS)
    return None
