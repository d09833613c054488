"""The four times of the year at which milestones are held against what was done."""

from enum import IntEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema

from renderer.model.values import refuse


class Checkpoint(IntEnum):
    """First, second and third budget follow-up, and the year's end (31.12.)."""

    FIRST = 1
    SECOND = 2
    THIRD = 3
    YEAR_END = 4


def _checkpoint(value: Any) -> Checkpoint:
    if str(value) not in {"1", "2", "3", "4"}:
        hint = "Milepælene hedder 1, 2 og 3 (budgetopfølgningerne) og 4 (31.12.)."
        raise refuse("ukendt-milepæl", f"Der er ingen milepæl »{value}«.", hint)
    return Checkpoint(int(value))


CheckpointKey = Annotated[
    Checkpoint,
    BeforeValidator(_checkpoint),
    PlainSerializer(str, return_type=str),
    WithJsonSchema({"type": "string", "enum": ["1", "2", "3", "4"]}),
]
