"""The questionnaire: what a centre is asked in a follow-up, row by row, and what its workbook carries."""

import hashlib
from collections.abc import Mapping
from typing import Any

from pydantic import Field, SerializerFunctionWrapHandler, model_serializer

from renderer import vocabulary
from renderer.edition.edition import Block
from renderer.model.smiley import Smiley, SmileyScale
from renderer.model.values import Date
from renderer.vocabulary import workbook_marks

_IDENTITY_LENGTH = 12
_OF_SOME_ROWS = {"offered", "planned"}
_FACES = {
    Smiley.HAPPY: vocabulary.HAPPY_FACE,
    Smiley.NEUTRAL: vocabulary.NEUTRAL_FACE,
    Smiley.SAD: vocabulary.SAD_FACE,
}


class Asked(Block):
    """A smiley and a status text to fill in, as they are before that: a smiley's word and Markdown, or empty."""

    smiley: str = ""
    status: str = ""


class Planned(Block):
    """What a centre writes of an item's plan, as it is before that: Markdown, or empty.

    `milestones` are by the number of their checkpoint, as far as there are any.
    """

    description: str = ""
    milestones: Mapping[int, str] = Field(default_factory=dict)
    finances: str = ""


class AskedRow(Block):
    """One row: an item at a checkpoint; texts are Markdown.

    `checkpoint` is `None` where only finances are asked about; `effort` and `finances` are `None` where this row
    does not ask (an item's finances are asked once, at its newest checkpoint). `planned` is what a row asks that is
    about the plan, in which there is nothing to report yet.
    """

    key: str = Field(description="What the row is known by, wherever it is moved.")
    ref: str
    number: str = Field("", description="The item's number as printed without the final full stop, or empty.")
    title: str
    checkpoint: int | None = None
    time: str = Field(description="The checkpoint in words.")
    agreement_text: str = ""
    milestone: str = ""
    last_report: str = Field("", description="The newest earlier report on a milestone, with its smiley and time.")
    planned_finances: str = ""
    last_finances: str = ""
    effort: Asked | None = None
    finances: Asked | None = None
    offered: bool = Field(False, description="Whether it may be left out: a milestone that was reported as not met.")

    planned: Planned | None = None

    @property
    def named(self) -> str:
        """The row as a sentence names it: `»Flere i fleksjob«, 2. budgetopfølgning 2018`."""
        return f"»{self.title}«, {self.time}" if self.time else f"»{self.title}«"

    @model_serializer(mode="wrap")
    def _without_unused(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """Without what only some rows say, as before there were such: the same record, the same digest."""
        data: dict[str, Any] = handler(self)
        return {name: value for name, value in data.items() if value or name not in _OF_SOME_ROWS}


class Questionnaire(Block):
    """Everything one centre is asked."""

    centre: str
    rows: tuple[AskedRow, ...] = ()


class Levels(Block):
    """The smileys to choose between, each with its meaning (or the empty text), best first."""

    faces: tuple[tuple[Smiley, str], ...]

    @classmethod
    def of(cls, scale: SmileyScale) -> "Levels":
        """Those of a scale; all three where it has no meanings."""
        return cls(faces=tuple((smiley, scale.meaning(smiley) or "") for smiley in scale.levels or tuple(Smiley)))

    @property
    def meanings(self) -> dict[Smiley, str]:
        """The meaning of each."""
        return dict(self.faces)

    def label(self, smiley: str) -> str:
        """A smiley as a cell shows it: `☺ Glad – Milepælen er nået`; one outside the scale has no meaning."""
        return smiley_label(smiley, self.meanings.get(Smiley(smiley), "")) if smiley else ""

    @property
    def labels(self) -> tuple[str, ...]:
        """What the list of a cell offers."""
        return tuple(smiley_label(smiley, meaning) for smiley, meaning in self.faces)


def smiley_label(smiley: str, meaning: str = "") -> str:
    """A smiley in words: `☺ Glad – Milepælen er nået`."""
    named = f"{_FACES[Smiley(smiley)]} {smiley.capitalize()}"
    return f"{named} – {meaning}" if meaning else named


class Round(Block):
    """What is the same for all centres."""

    title: str = Field(description="The agreement's title.")
    stage: str = Field(description="Which follow-up it is, in words: `Anden opfølgning`, or `Udmøntning`.")
    case_id: str
    followup: int
    date: Date
    municipality: str
    department: str | None = None
    contact: tuple[str, ...] = Field((), description="Whom to ask: name, phone and e-mail, as far as they are known.")
    effort: Levels
    finances: Levels
    deadline: Date | None = Field(None, description="The day the centres report by at the latest, if it is known.")
    meeting: Date | None = Field(None, description="The day the committees treat the follow-up, if it is known.")

    times: tuple[str, ...] = Field((), description="The checkpoints in words, where the plan is asked for.")

    @property
    def asks_plan(self) -> bool:
        """Whether it is the plan that is asked for, and no reports."""
        return self.followup == 0

    @property
    def name(self) -> str:
        """What it is about: `Anden opfølgning på Aftale om budget 2018`, `Udmøntning af Aftale om budget 2018`."""
        return f"{self.stage} {'af' if self.asks_plan else 'på'} {self.title}"

    @model_serializer(mode="wrap")
    def _without_unknown(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """Without what is not known or asked, as before there was such: the same record, the same digest."""
        data: dict[str, Any] = handler(self)
        return {name: value for name, value in data.items() if value or name not in {"deadline", "meeting", "times"}}


class WorkbookRecord(Block):
    """What a workbook carries inside: everything that was sent out with it."""

    format: int = 1
    version: str = Field(description="The version of the program that wrote the workbook.")
    digest: str = Field("", description="SHA-256 of everything else.")
    round: Round
    questionnaires: tuple[Questionnaire, ...]

    @property
    def identity(self) -> str:
        """Twelve hexadecimal digits that follow from everything the workbook says."""
        return self.digest[:_IDENTITY_LENGTH]

    @property
    def intact(self) -> bool:
        """Whether the record is as it was written."""
        return self.digest == _digest(self)

    @property
    def rows(self) -> tuple[AskedRow, ...]:
        """The rows of all centres."""
        return tuple(row for one in self.questionnaires for row in one.rows)

    @property
    def centre(self) -> str:
        """The centre it was sent to; empty where it was sent to several."""
        return self.questionnaires[0].centre if len(self.questionnaires) == 1 else ""


def workbook_record(about: Round, questionnaires: tuple[Questionnaire, ...], version: str) -> WorkbookRecord:
    """The record of a workbook; the same questions have the same digest."""
    record = WorkbookRecord(version=version, round=about, questionnaires=questionnaires)
    return record.model_copy(update={"digest": _digest(record)})


def _digest(record: WorkbookRecord) -> str:
    return hashlib.sha256(record.model_copy(update={"digest": ""}).model_dump_json().encode()).hexdigest()


def sheet_names(centres: tuple[str, ...]) -> tuple[str, ...]:
    """A name for each centre's sheet that a workbook can have: short, without forbidden signs, each one its own."""
    taken: set[str] = {name.casefold() for name in _OWN_SHEETS}
    names: list[str] = []
    for centre in centres:
        bare = "".join("-" if sign in r"[]:*?/\'" else sign for sign in centre).strip() or workbook_marks.SHEET
        name, number = bare[: workbook_marks.LONGEST_SHEET_NAME].strip(), 1
        while name.casefold() in taken:
            number += 1
            ending = f" ({number})"
            name = bare[: workbook_marks.LONGEST_SHEET_NAME - len(ending)].strip() + ending
        taken.add(name.casefold())
        names.append(name)
    return tuple(names)


_OWN_SHEETS = {workbook_marks.INSTRUCTION_SHEET, workbook_marks.LIST_SHEET, workbook_marks.DATA_SHEET, "History"}
