"""The case id: KLE subject, facet, serial number and the year the case was opened.

Grammar: `00.30.00-S00-9-16`, the form of the municipality's case system. Public papers of other municipalities
leave out the hyphen before the facet, pad the serial number, or have no year (`00.30.02G01-0022`); those
forms are read as well. The year is the year the CASE was opened, often earlier than any document in it.
"""

import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema
from pydantic_core import CoreSchema, core_schema

from renderer.model.values import refuse

_FORM = re.compile(r"(\d{2}\.\d{2}\.\d{2})-?([A-ZÆØÅ]\d{2})-(\d{1,6})(?:-(\d{2}|\d{4}))?", re.ASCII)


@dataclass(frozen=True)
class CaseId:
    """A case id: `text` as it is printed, and its parts; `year` has two or four digits, or is absent."""

    text: str
    subject: str
    facet: str
    serial: int
    year: str | None

    @classmethod
    def parse(cls, text: str) -> "CaseId":
        """Read a case id. Raises `PydanticCustomError` (code `ugyldigt-sagsid`) for anything else."""
        match = _FORM.fullmatch(text.strip())
        if not match:
            hint = "Skriv sagsid som i sagssystemet, fx 00.30.00-S00-9-16."
            raise refuse("ugyldigt-sagsid", f"»{text}« er ikke et sagsid.", hint)
        subject, facet, serial, year = match.groups()
        return cls(match[0], subject, facet, int(serial), year)

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, _handler: object) -> CoreSchema:
        """Pydantic checks the type only; reading and writing are `CaseIdText's work`."""
        return core_schema.is_instance_schema(cls)

    def __str__(self) -> str:
        return self.text


def _case_id(value: Any) -> CaseId:
    return value if isinstance(value, CaseId) else CaseId.parse(str(value))


CaseIdText = Annotated[
    CaseId,
    BeforeValidator(_case_id),
    PlainSerializer(str, return_type=str),
    WithJsonSchema({"type": "string", "pattern": f"^{_FORM.pattern}$"}),
]
