"""An item (delelement) of the agreement: what was agreed, who answers for it, and its four milestones."""

import re
from collections.abc import Mapping, Sequence
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema, field_validator, model_validator

from renderer.model.changes import GivenUp, Moves, NewName, named_at, spelled
from renderer.model.checkpoint import Checkpoint, CheckpointKey
from renderer.model.fixed_word import FixedWord, compared
from renderer.model.prose import Prose
from renderer.model.record import Record
from renderer.model.tidying import tidy_line
from renderer.model.values import ItemNumber, Line, ProseText, refuse

_PART_AT_END = re.compile(r"\s[-–]\s*del (\d{1,2})$", re.IGNORECASE)
_PART = re.compile(r"(?:\s[-–]\s*|[,:(]\s*)del (\d{1,2})(?=$|[,:)]|\s*[-–])", re.IGNORECASE)
_NOT_IN_REF = re.compile(r"[^0-9a-z.]+")
_ASCII = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "é": "e", "ü": "u", "ö": "oe", "ä": "ae"})


class BudgetType(FixedWord):
    """Which part of the budget an item belongs to; the value is the printed word."""

    OPERATING = "drift"
    CAPITAL = "anlæg"
    OTHER_FINANCING = "øvrig finansiering"


def _types(value: Any) -> tuple[BudgetType, ...]:
    if value in ("", (), []):
        return ()
    words = value if isinstance(value, list | tuple) else re.split(r"(?<!\s)\s+og\s+|,\s*", str(value))
    known = {compared(kind.value) for kind in BudgetType}
    said = [compared(str(word)) for word in words]
    if set(said) - known or len(set(said)) < len(said):
        hint = "Skriv drift, anlæg eller øvrig finansiering, eller to af dem med »og« imellem."
        raise refuse("ukendt-type", f"»{value}« er ikke en type.", hint)
    return tuple(BudgetType(word) for word in said)


def types_text(types: tuple[BudgetType, ...]) -> str:
    """The types in the order written: `anlæg og drift`; empty where none is known."""
    return " og ".join(types)


BudgetTypes = Annotated[
    tuple[BudgetType, ...],
    BeforeValidator(_types),
    PlainSerializer(types_text, return_type=str),
    WithJsonSchema({"type": "string", "examples": ["drift", "anlæg", "drift og anlæg", "øvrig finansiering"]}),
]


class Item(Record):
    """One item. `ref` identifies it in the case and never changes; it follows from number and part when left out."""

    ref: Line = Field(
        "",
        validate_default=False,
        description="Delelementets faste kendetegn i sagen. Kan udelades, når delelementet har et nummer.",
    )
    number: ItemNumber | None = Field(
        None,
        description="Nummeret, som det trykkes, fx 5.08.2; udelades, hvis delelementet ikke har et nummer.",
    )
    title: Line = Field(description="Titlen, som den trykkes; delelementer med fælles nummer ender på »– del 1«.")
    types: BudgetTypes = Field(
        (),
        description="drift, anlæg, øvrig finansiering, eller flere med »og« imellem; udelades, hvis ukendt.",
    )
    centre: Line | None = Field(None, description="Det ansvarlige center; udelades, hvis det ikke er besluttet.")
    committee: Line | None = Field(None, description="Det ansvarlige udvalg; udelades, hvis det ikke er besluttet.")
    contributors: tuple[Line, ...] = Field((), description="Væsentlige bidragsydere, i den rækkefølge de trykkes.")
    agreement_text: ProseText = Field(Prose(), description="Det, parterne har aftalt.")
    description: ProseText = Field(Prose(), description="Kort beskrivelse af det, centret vil gøre.")
    milestones: Mapping[CheckpointKey, ProseText] = Field(
        default_factory=dict, description="Milepælene 1 til 4; en milepæl uden tekst kan udelades."
    )
    finances: ProseText = Field(Prose(), description="Linjen om økonomi.")
    moves: Moves = Field((), description="Hvor delelementet er flyttet hen i løbet af året: én flytning eller flere.")
    given_up: GivenUp | None = Field(None, description="At delelementet er udgået i løbet af året, og hvorfor.")

    @model_validator(mode="before")
    @classmethod
    def _with_ref(cls, data: Any) -> Any:
        if not isinstance(data, dict) or data.get("ref"):
            return data
        number, title = data.get("nummer", data.get("number")), data.get("titel", data.get("title"))
        if not isinstance(number, str) or not isinstance(title, str):
            return data
        return {**data, "ref": numbered_ref(number, title)}

    @field_validator("milestones", mode="after")
    @classmethod
    def _only_written(cls, milestones: Mapping[Checkpoint, Prose]) -> Mapping[Checkpoint, Prose]:
        return {checkpoint: text for checkpoint, text in sorted(milestones.items()) if text}

    @model_validator(mode="after")
    def _identified(self) -> "Item":
        if not self.ref:
            hint = f"Tilføj fx »ref: {title_ref(self.title)}«, og lad det stå uændret fremover."
            raise refuse("ref-mangler", "Et delelement uden nummer skal have et fast kendetegn (ref).", hint)
        return self

    @property
    def part(self) -> int | None:
        """Which part of a shared number this is (`– del 2` somewhere in the title), or `None` for a whole."""
        match = _PART.search(self.title)
        return int(match[1]) if match else None

    def milestone(self, checkpoint: Checkpoint) -> Prose:
        """The milestone at a checkpoint; the empty text where none was set."""
        return self.milestones.get(checkpoint, Prose())

    def spelled(self, names: Mapping[str, Sequence[str]]) -> "Item":
        """The item with its centres and committees, now and where it is moved to, as lists (by field) spell them."""
        moves = tuple(spelled(move, names) for move in self.moves)
        return spelled(self if moves == self.moves else self.model_copy(update={"moves": moves}), names)

    def at(self, followup: int, new_names: Sequence[NewName], names_of: int) -> "Item":
        """The item as it stood at a follow-up, with the names that centres and committees have at `names_of`.

        Of its moves and of its being given up only what this follow-up is the first to say is left.
        """
        told = {
            "moves": tuple(move for move in self.moves if move.followup == followup),
            "given_up": self.given_up if self.given_up and self.given_up.followup == followup else None,
        }
        known = {
            field: named_at(name, new_names, since, names_of) if name else None
            for field in ("centre", "committee")
            for name, since in [self._answering(field, followup)]
        }
        contributors = tuple(named_at(name, new_names, 0, names_of) for name in self.contributors)
        return self.model_copy(update={**told, **known, "contributors": contributors})

    def _answering(self, field: str, followup: int) -> tuple[str | None, int]:
        """The centre or committee at a follow-up as it was written, and the follow-up whose name that is."""
        found: tuple[str | None, int] = getattr(self, field), 0
        for move in self.moves:
            if move.followup <= followup and (name := getattr(move, field)):
                found = name, move.followup
        return found


def numbered_ref(number: str, title: str) -> str:
    """The ref of an item with a number: the number, and the part that ends its title where several items share it.

    Cases rely on it, so it stays as it was: a part that stands elsewhere in the title needs a ref that is written.
    """
    return _ref_with(number, _PART_AT_END.search(tidy_line(title)))


def part_ref(number: str, title: str) -> str:
    """The ref that tells items with one number apart, wherever in its title each says which part it is."""
    return _ref_with(number, _PART.search(tidy_line(title)))


def _ref_with(number: str, part: re.Match[str] | None) -> str:
    stem = number.strip().removesuffix(".")
    return f"{stem}-del-{part[1]}" if part else stem


def title_ref(title: str) -> str:
    """A ref made from a title, for an item without a number: lower-case ASCII words with hyphens."""
    return _NOT_IN_REF.sub("-", title.lower().translate(_ASCII)).strip("-.")
