"""A signatory: who signed the agreement, and for which party."""

from pydantic import Field

from renderer.model.record import Record
from renderer.model.values import Line


class Signatory(Record):
    """One name of the signature block."""

    name: Line = Field(description="Navnet på den, der har skrevet under.")
    party: Line | None = Field(None, description="Partiet eller listen; udelades for den, der står uden for partierne.")
    office: Line | None = Field(None, description="Hvervet, fx borgmester; udelades, når der ikke står et.")
