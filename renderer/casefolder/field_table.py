"""Fields of a record as a table: one field a row, with its value and what it is for."""

from collections.abc import Mapping, Sequence
from typing import Any

from renderer.edition.case_table import CaseTable, Column
from renderer.vocabulary import case_sheets


def field_table(
    name: str, about: str, data: Mapping[str, Any], paths: Sequence[tuple[str, ...]], help_texts: Mapping[str, str]
) -> CaseTable:
    """One field a row, each with what it is for."""
    rows = [(case_sheets.label(*path), text_at(data, path), help_texts.get(path[0], "")) for path in paths]
    columns = (Column(case_sheets.FIELD, 34), Column(case_sheets.VALUE, 80), Column(case_sheets.HELP, 60))
    return CaseTable(name, about, columns, rows)


def text_at(data: Mapping[str, Any], path: Sequence[str]) -> str:
    """The text at a path of the data; several names are lines."""
    value: Any = data
    for step in path:
        value = value.get(step, "") if isinstance(value, Mapping) else ""
    return "\n".join(value) if isinstance(value, list) else str(value)


def descriptions(model: Any) -> dict[str, str]:
    """What each field of a record is for, by its Danish key."""
    return {str(field.alias): field.description or "" for field in model.model_fields.values()}
