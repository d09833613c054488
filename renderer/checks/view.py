"""What the rules look at: a case as the edition of one follow-up shows it, and what a rule has to say."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from renderer.checks.editorial.case_texts import PlacedText, agreement_written, names_of, signed_written
from renderer.checks.editorial.dates import usual_form
from renderer.checks.editorial.note import Written
from renderer.checks.editorial.own_words import OwnWords, own_words
from renderer.checks.figures.compared_points import ComparedPoint, compared_points
from renderer.checks.passages import Passage, agreement_passages, passage
from renderer.checks.places import report_place
from renderer.findings import Place
from renderer.model.agreement import Agreement
from renderer.model.case import Case
from renderer.model.checkpoint import Checkpoint
from renderer.model.followup import FollowUp, Report, in_time
from renderer.model.item import Item

NO_FOLLOWUP = -1


@dataclass(frozen=True)
class Remark:
    """What a rule says about one place; the table adds code and severity."""

    place: Place
    message: str
    hint: str


@dataclass(frozen=True)
class GivenReport:
    """A report that an edition shows: `followup` gave it; `checkpoint` is `None` for finances."""

    item: Item
    checkpoint: Checkpoint | None
    followup: int
    report: Report

    @property
    def in_time(self) -> bool:
        """Whether its time had come."""
        return in_time(self.followup, self.checkpoint)

    @property
    def place(self) -> Place:
        """Where the report stands."""
        return report_place(self.followup, self.item, self.checkpoint)


@dataclass(frozen=True)
class View:
    """A case up to follow-up `up_to` (`NO_FOLLOWUP` where there is none)."""

    case: Case
    up_to: int

    @classmethod
    def of(cls, case: Case, followup: int | None) -> "View":
        """The view of one follow-up, or of everything where none is named."""
        newest = max((each.number for each in case.followups), default=NO_FOLLOWUP)
        return cls(case, newest if followup is None else followup)

    @property
    def agreement(self) -> Agreement:
        """The agreement of the case."""
        return self.case.agreement

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """All items in printed order, those that are given up too."""
        return tuple(self.agreement.items())

    @cached_property
    def asked(self) -> tuple[Item, ...]:
        """The items of which something may be missing: as they stand at the view's follow-up, and not given up."""
        return tuple(self.case.asked(self.up_to))

    @cached_property
    def followups(self) -> tuple[FollowUp, ...]:
        """The follow-ups that belong to the view, in order."""
        return tuple(each for each in self.case.followups if each.number <= self.up_to)

    @cached_property
    def given(self) -> tuple[GivenReport, ...]:
        """For each milestone and for finances the newest report, items in printed order."""
        printed = self.agreement.at(self.up_to).items()
        return tuple(given for item in printed for given in self._newest_of(item))

    @cached_property
    def reports(self) -> tuple[GivenReport, ...]:
        """Those of them that the edition shows: a smiley from before its time goes when the time has come."""
        return tuple(shown for given in self.given if (shown := self._shown(given)))

    @cached_property
    def report_of(self) -> dict[tuple[str, Checkpoint | None], GivenReport]:
        """The reports by the item's ref and the checkpoint (`None` is finances)."""
        return {(given.item.ref, given.checkpoint): given for given in self.reports}

    @cached_property
    def agreement_texts(self) -> tuple[Passage, ...]:
        """Every text of the agreement in printed order."""
        return tuple(agreement_passages(self.agreement))

    @cached_property
    def statuses(self) -> tuple[Passage, ...]:
        """The status texts that the edition shows."""
        return tuple(passage(given.place, given.report.status) for given in self.reports if given.report.status)

    @cached_property
    def written(self) -> tuple[PlacedText, ...]:
        """Every text and title that somebody wrote, as it is written."""
        reported = ((given.place, given.report.status) for given in self.reports if given.report.status)
        signed = signed_written(self.case.signed) if self.case.signed else ()
        statuses = (PlacedText(place, Written.of(prose)) for place, prose in reported)
        return (*agreement_written(self.agreement), *signed, *statuses)

    @cached_property
    def own_words(self) -> OwnWords:
        """The names and words that the case has of its own."""
        return own_words((text.written for text in self.written), names_of(self.case))

    @cached_property
    def usual_date(self) -> str:
        """The way most dates of the case are written."""
        return usual_form(text.written for text in self.written)

    @cached_property
    def compared_points(self) -> tuple[ComparedPoint, ...]:
        """The points of the signed agreement with their amounts held against the annexes."""
        return tuple(compared_points(self.case.signed)) if self.case.signed else ()

    def _newest_of(self, item: Item) -> Iterable[GivenReport]:
        newest: dict[Checkpoint | None, GivenReport] = {}
        for checkpoint, followup, report in self.all_reports(item):
            newest[checkpoint] = GivenReport(item, checkpoint, followup, report)
        return newest.values()

    def _shown(self, given: GivenReport) -> GivenReport | None:
        point = given.checkpoint
        if point is None:
            return given
        report = self.case.report(given.item, point, self.up_to)
        return replace(given, report=report) if report else None

    def all_reports(self, item: Item) -> Iterator[tuple[Checkpoint | None, int, Report]]:
        """Every report on an item, from the oldest to the newest: checkpoint, follow-up, report. A plan has none."""
        for followup in self.followups:
            status = followup.statuses.get(item.ref) if followup.number else None
            if status:
                for checkpoint, report in status.milestones.items():
                    yield checkpoint, followup.number, report
                if status.finances:
                    yield None, followup.number, status.finances

    def reporting_file(self, checkpoint: Checkpoint) -> int:
        """The follow-up in which a checkpoint is reported: its own, or the newest where that is not in the case."""
        numbers = [each.number for each in self.followups]
        return int(checkpoint) if checkpoint in numbers else max(numbers, default=0)
