"""The case: an agreement as it was signed and as it is planned, its follow-ups, and the findings that are accepted."""

from collections.abc import Iterator

from pydantic import Field, field_validator

from renderer.model.agreement import Agreement
from renderer.model.checkpoint import Checkpoint
from renderer.model.followup import FollowUp, Report, in_time
from renderer.model.item import Item
from renderer.model.record import Record
from renderer.model.signed.signed_agreement import SignedAgreement
from renderer.model.values import Line


class Waiver(Record):
    """A finding that an editor has looked at and accepts."""

    code: Line = Field(description="Anmærkningens kode.")
    place: Line | None = Field(
        None, description="Stedet, fx »5.08.2, milepæle › 3« eller »5.08.2«; udelades for hele sagen."
    )
    reason: Line = Field(description="Hvorfor anmærkningen accepteres.")


class Case(Record):
    """Everything about one agreement; the follow-ups stand in order of their numbers."""

    agreement: Agreement = Field(description="Aftalen og planen.")
    signed: SignedAgreement | None = Field(
        None, description="Den underskrevne aftale selv; udelades, når sagen kun har planen og opfølgningerne."
    )
    followups: tuple[FollowUp, ...] = Field((), description="Udmøntningen og opfølgningerne.")
    waivers: tuple[Waiver, ...] = Field((), description="Anmærkninger, som er accepteret.")

    @field_validator("followups", mode="after")
    @classmethod
    def _in_order(cls, followups: tuple[FollowUp, ...]) -> tuple[FollowUp, ...]:
        return tuple(sorted(followups, key=lambda followup: followup.number))

    def followup(self, number: int) -> FollowUp | None:
        """The follow-up with this number, or `None` when it is not in the case."""
        return next((followup for followup in self.followups if followup.number == number), None)

    def report(self, item: Item, checkpoint: Checkpoint, up_to: int) -> Report | None:
        """What a document prints at a milestone: the newest report up to its follow-up, or `None`.

        A smiley that was given before its time stands there until the time has come; then it goes, and words stay.
        """
        number, report = next(self._reports(item, checkpoint, up_to), (0, None))
        if report is None or in_time(number, checkpoint) or up_to < checkpoint:
            return report
        return report.without_smiley() or None

    def answer(self, item: Item, checkpoint: Checkpoint, up_to: int) -> Report | None:
        """The newest answer on a milestone up to a follow-up: a report that was given when its time had come."""
        reports = self._reports(item, checkpoint, up_to)
        return next((report for number, report in reports if in_time(number, checkpoint)), None)

    def finances_report(self, item: Item, up_to: int) -> Report | None:
        """The newest report on an item's finances up to a follow-up, or `None` when there is none."""
        return next((report for _, report in self._reports(item, None, up_to)), None)

    def at(self, followup: int, names_of: int | None = None) -> "Case":
        """The case with its agreement as it stood at a follow-up (`Agreement.at`)."""
        return self.model_copy(update={"agreement": self.agreement.at(followup, names_of)})

    def asked(self, followup: int) -> Iterator[Item]:
        """The items that are reported on in a follow-up, as they stood then: those that are not given up."""
        return (item for item in self.agreement.at(followup).items() if not item.given_up)

    def given_up(self, followup: int) -> Iterator[Item]:
        """The items that are given up at a follow-up, each as it stood when that was said, under today's names."""
        for item in self.agreement.items():
            if item.given_up and item.given_up.followup <= followup:
                yield item.at(item.given_up.followup, self.agreement.new_names, followup)

    def _reports(self, item: Item, checkpoint: Checkpoint | None, up_to: int) -> Iterator[tuple[int, Report]]:
        """The reports in one place up to a follow-up, each with its follow-up's number, newest first.

        A plan has none, whatever its file says.
        """
        for followup in reversed(self.followups):
            status = followup.statuses.get(item.ref) if 0 < followup.number <= up_to else None
            if status and (report := status.report(checkpoint)):
                yield followup.number, report
