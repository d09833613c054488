"""The case: an agreement as it was signed and as it is planned, its follow-ups, and the findings that are accepted."""

from collections.abc import Iterator

from pydantic import Field, field_validator

from renderer.model.agreement import Agreement
from renderer.model.checkpoint import Checkpoint
from renderer.model.followup import FollowUp, Report
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
        """The newest report on a milestone up to a follow-up, or `None` when there is none."""
        for followup in self._newest_first(up_to):
            status = followup.statuses.get(item.ref)
            report = status.milestones.get(checkpoint) if status else None
            if report:
                return report
        return None

    def finances_report(self, item: Item, up_to: int) -> Report | None:
        """The newest report on an item's finances up to a follow-up, or `None` when there is none."""
        for followup in self._newest_first(up_to):
            status = followup.statuses.get(item.ref)
            if status and status.finances:
                return status.finances
        return None

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

    def _newest_first(self, up_to: int) -> list[FollowUp]:
        reached = [followup for followup in self.followups if followup.number <= up_to]
        return sorted(reached, key=lambda followup: followup.number, reverse=True)
