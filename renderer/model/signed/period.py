"""The years that an agreement covers: `2019-2022`, or one year alone."""

import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema
from pydantic_core import CoreSchema, core_schema

from renderer.model.values import refuse

_YEAR = r"(?:19|20|21)[0-9]{2}"
_FORM = re.compile(rf"({_YEAR})(?:\s*[-–]\s*({_YEAR}))?")
_HINT = "Skriv første og sidste år med en bindestreg imellem, fx 2019-2022, eller ét årstal."


@dataclass(frozen=True)
class Period:
    """A run of whole years; `first` and `last` are both in it."""

    first: int
    last: int

    @classmethod
    def parse(cls, text: str) -> "Period":
        """Read a period. Raises `PydanticCustomError` (code `ugyldig-periode`) for anything else."""
        match = _FORM.fullmatch(text.strip())
        if not match:
            raise refuse("ugyldig-periode", f"»{text}« er ikke en årrække.", _HINT)
        first, last = int(match[1]), int(match[2] or match[1])
        if last < first:
            raise refuse("ugyldig-periode", f"»{text}« ender, før den begynder.", _HINT)
        return cls(first, last)

    @property
    def years(self) -> tuple[int, ...]:
        """Every year of the period, the first one first."""
        return tuple(range(self.first, self.last + 1))

    def __contains__(self, year: object) -> bool:
        return isinstance(year, int) and self.first <= year <= self.last

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, _handler: object) -> CoreSchema:
        """Pydantic checks the type only; reading and writing are `PeriodText's work`."""
        return core_schema.is_instance_schema(cls)

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}-{self.last}"


def _period(value: Any) -> Period:
    if isinstance(value, Period):
        return value
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise refuse("ikke-tekst", "Her skal stå en årrække.", _HINT)
    return Period.parse(str(value))


PeriodText = Annotated[
    Period,
    BeforeValidator(_period),
    PlainSerializer(str, return_type=str),
    WithJsonSchema({"type": "string", "pattern": rf"^{_YEAR}(-{_YEAR})?$", "examples": ["2019-2022"]}),
]
"""A period, written `2019-2022` (or `2019` where it is one year)."""
