"""What changes about an agreement in the middle of the year: an item given up, an item moved, a name that is new.

Each says from which follow-up on. What was issued before stays as it was: `Agreement.at` gives the agreement as it
stood at a follow-up.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BeforeValidator, Field, GetJsonSchemaHandler, WithJsonSchema, model_validator
from pydantic_core import CoreSchema

from renderer.model.fixed_word import listed
from renderer.model.followup import FollowUpNumber
from renderer.model.record import Record
from renderer.model.values import Line, refuse
from renderer.vocabulary import ROUNDS

_Answered = TypeVar("_Answered", bound=Record)


def _in_the_year(number: int) -> int:
    if number == 0:
        hint = "Skriv nummeret på den opfølgning, ændringen gælder fra. Før den første opfølgning rettes planen selv."
        raise refuse("ændring-før-første-opfølgning", "En ændring kan ikke gælde fra udmøntningen (0).", hint)
    return number


RoundNumber = Annotated[
    FollowUpNumber, AfterValidator(_in_the_year), WithJsonSchema({"type": "string", "enum": list(ROUNDS)})
]
"""The number of a follow-up other than the plan."""


class GivenUp(Record):
    """An item that is given up: this follow-up says so with the reason, and the later ones leave it out."""

    followup: RoundNumber = Field(description="Den opfølgning, der siger, at delelementet er udgået.")
    reason: Line = Field(description="Hvorfor delelementet er udgået, som det trykkes.")


class Move(Record):
    """An item that another centre or committee answers for from a follow-up on."""

    followup: RoundNumber = Field(description="Den opfølgning, delelementet er flyttet fra og med.")
    centre: Line | None = Field(None, description="Det nye ansvarlige center; udelades, hvis det er det samme.")
    committee: Line | None = Field(None, description="Det nye ansvarlige udvalg; udelades, hvis det er det samme.")
    reason: Line | None = Field(None, description="Hvorfor delelementet er flyttet, som det trykkes; kan udelades.")

    @model_validator(mode="after")
    def _somewhere(self) -> "Move":
        if not self.centre and not self.committee:
            hint = "Skriv ansvarligt_center, ansvarligt_udvalg eller begge."
            raise refuse("flytning-uden-mål", "Flytningen siger ikke, hvor delelementet er flyttet hen.", hint)
        return self


def spelled(record: _Answered, names: Mapping[str, Sequence[str]]) -> _Answered:
    """An item or a move with its centre and committee as lists of names (by field) spell them."""
    known = {field: listed(name, names[field]) for field in names if (name := getattr(record, field))}
    new = {field: name for field, name in known.items() if name and name != getattr(record, field)}
    return record.model_copy(update=new) if new else record


class NewName(Record):
    """A committee or centre that has another name from a follow-up on."""

    followup: RoundNumber = Field(description="Den opfølgning, det nye navn gælder fra og med.")
    name: Line = Field(description="Navnet indtil da, som det står i listen over udvalg eller centre.")
    new_name: Line = Field(description="Det nye navn.")


class _OneOrSeveral:
    """Says in the JSON Schema that a list of one may be written as that one."""

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        listed = handler(core)
        return {"anyOf": [listed["items"], listed]}


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, dict | Move) else value


def _in_order(moves: tuple[Move, ...]) -> tuple[Move, ...]:
    numbers = [move.followup for move in moves]
    if len(set(numbers)) < len(numbers):
        hint = "Saml de to i én, eller ret nummeret på den opfølgning, den ene gælder fra."
        raise refuse("flyttet-to-gange", "Delelementet er flyttet to gange i den samme opfølgning.", hint)
    return tuple(sorted(moves, key=lambda move: move.followup))


Moves = Annotated[tuple[Move, ...], BeforeValidator(_listed), AfterValidator(_in_order), _OneOrSeveral()]
"""Where an item was moved, in order; a single move is written without a list."""


def named_at(name: str, changes: Iterable[NewName], since: int, until: int) -> str:
    """What a committee or centre that had a name at one follow-up is called at a later one."""
    later = [change for change in changes if since < change.followup <= until]
    for number in sorted({change.followup for change in later}):
        name = next((one.new_name for one in later if (one.followup, one.name) == (number, name)), name)
    return name
