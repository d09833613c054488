"""A follow-up: what was reported at one time of the year; number 0 is the plan (udmøntning)."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema, field_validator

from renderer.model.checkpoint import Checkpoint, CheckpointKey
from renderer.model.prose import Prose
from renderer.model.record import Record
from renderer.model.smiley import Smiley
from renderer.model.values import Date, Line, ProseText, refuse


def _number(value: Any) -> int:
    if str(value) not in {"0", "1", "2", "3", "4"}:
        hint = "Skriv 0 for udmøntningen eller 1, 2, 3 eller 4 for årets opfølgninger."
        raise refuse("ukendt-opfølgning", f"Der er ingen opfølgning nummer »{value}«.", hint)
    return int(value)


FollowUpNumber = Annotated[
    int,
    BeforeValidator(_number),
    PlainSerializer(str, return_type=str),
    WithJsonSchema({"type": "string", "enum": ["0", "1", "2", "3", "4"]}),
]


class Contact(Record):
    """Whom to ask about this document; every line is printed only when it is known."""

    name: Line | None = Field(None, description="Kontaktpersonens navn.")
    phone: Line | None = Field(None, description="Telefonnummer, som det trykkes.")
    email: Line | None = Field(None, description="E-mailadresse.")


class Report(Record):
    """What was reported in one place: a smiley, a status text, or both."""

    smiley: Smiley | None = Field(None, description="glad, mellemfornøjet eller sur; udelades, når den ikke er givet.")
    status: ProseText = Field(Prose(), description="Statusteksten; udelades, når der ingen er.")

    def __bool__(self) -> bool:
        return self.smiley is not None or bool(self.status)

    def without_smiley(self) -> "Report":
        """The words alone."""
        return self.model_copy(update={"smiley": None})


class ItemStatus(Record):
    """What was reported for one item."""

    milestones: Mapping[CheckpointKey, Report] = Field(
        default_factory=dict, description="Det, der er meldt til milepælene 1 til 4."
    )
    finances: Report = Field(default_factory=Report, description="Det, der er meldt til økonomien.")

    @field_validator("milestones", mode="after")
    @classmethod
    def _only_reported(cls, milestones: Mapping[Checkpoint, Report]) -> Mapping[Checkpoint, Report]:
        return {checkpoint: report for checkpoint, report in sorted(milestones.items()) if report}

    def __bool__(self) -> bool:
        return bool(self.milestones) or bool(self.finances)

    def report(self, checkpoint: Checkpoint | None) -> Report | None:
        """The report on a milestone, or on finances (`None`); `None` where there is none."""
        return self.finances or None if checkpoint is None else self.milestones.get(checkpoint)


def in_time(followup: int, checkpoint: Checkpoint | None) -> bool:
    """Whether the time of a milestone, or of finances (`None`), has come at a follow-up: answers come after it."""
    return followup >= (checkpoint or 1)


class FollowUp(Record):
    """One round of reports, or the plan before the first."""

    followup: FollowUpNumber = Field(description="0 for udmøntningen, 1 til 4 for opfølgningerne.")
    date: Date = Field(description="Dokumentets dato.")
    contact: Contact = Field(default_factory=Contact, description="Kontaktoplysninger i brevhovedet.")
    statuses: Mapping[Line, ItemStatus] = Field(
        default_factory=dict, description="Det, der er meldt for hvert delelement, under dets ref."
    )

    @field_validator("statuses", mode="after")
    @classmethod
    def _only_reported(cls, statuses: Mapping[str, ItemStatus]) -> Mapping[str, ItemStatus]:
        return {ref: status for ref, status in statuses.items() if status}

    @property
    def number(self) -> int:
        """0 for the plan, 1 to 4 for the rounds."""
        return self.followup

    @property
    def answered(self) -> bool:
        """Whether anybody has answered in it; what was said before its time is no answer."""
        return any(
            status.finances or any(in_time(self.number, point) for point in status.milestones)
            for status in self.statuses.values()
        )
