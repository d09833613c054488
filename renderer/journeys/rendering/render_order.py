"""What is to be rendered: which follow-up, for whom, in which formats, and whether as drafts."""

import datetime
from dataclasses import dataclass

from renderer.errors import WrongCall
from renderer.writers import WRITERS

FORMATS = ("pdf", "docx")
"""The formats of a round where none is named."""

DRAFT_FORMAT = "docx"


@dataclass(frozen=True)
class DraftOrder:
    """A draft: the day it is sent out, and which one of its edition it is, counted from 1.

    What has changed since the follow-up `redline_from` is marked; `None` marks nothing.
    """

    date: datetime.date
    number: int = 1
    redline_from: int | None = None


@dataclass(frozen=True)
class RenderOrder:
    """One committee, the whole municipality (`committee` is `None`), or the whole round (`whole_round`).

    A draft may be cut to a `centre` instead.

    `draft` makes drafts of the editions instead of the editions (`None`). `attach_data` makes PDF files that carry
    their own data (PDF/A-3a); without it they are PDF/A-2a.

    Raises `WrongCall` for choices that contradict each other and for formats that do not exist.
    """

    followup: int
    committee: str | None = None
    whole_round: bool = False
    formats: tuple[str, ...] = FORMATS
    draft: DraftOrder | None = None
    attach_data: bool = True
    centre: str | None = None

    def __post_init__(self) -> None:
        if self.committee and self.whole_round:
            raise WrongCall("--committee og --all kan ikke bruges sammen.", "Brug kun den ene af dem.")
        if self.centre and (self.committee or self.whole_round):
            other = "--committee" if self.committee else "--all"
            raise WrongCall(f"--center og {other} kan ikke bruges sammen.", "Brug kun den ene af dem.")
        if self.centre and not self.draft:
            raise WrongCall("Kun et udkast kan dannes til et center.", "Brug kommandoen draft, eller udelad centret.")
        known = f"Vælg blandt formaterne: {', '.join(WRITERS)}."
        if not self.formats:
            raise WrongCall("Der er ikke valgt noget format.", known)
        if self.draft and self.formats != (DRAFT_FORMAT,):
            raise WrongCall("Kun Word-filer kan være udkast.", "Skriv --format docx, eller udelad --draft.")
        if self.draft and self.draft.redline_from is not None and self.draft.redline_from >= self.followup:
            raise WrongCall(
                f"Ændringer kan ikke markeres fra opfølgning {self.draft.redline_from}, når udkastet er til opfølgning"
                f" {self.followup}.",
                "Skriv nummeret på en tidligere opfølgning efter --redline-from; 0 er udmøntningen.",
            )
        unknown = [name for name in self.formats if name not in WRITERS]
        if unknown:
            raise WrongCall(f"Formatet »{', '.join(unknown)}« findes ikke.", known)
