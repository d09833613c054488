"""What the import of one earlier document gives: data, findings, open places, and what became of every line."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from renderer.findings import Finding

NotePlace = tuple[str, str, str]
"""File of the case folder, ref of the item, and path of Danish keys joined by ` › `."""


class Fate(StrEnum):
    """What became of a line; the value is the word that the user reads."""

    PLACED = "placeret"
    FURNITURE = "sidehoved eller sidefod"
    REPORTED = "anmeldt"


@dataclass(frozen=True)
class Accounted:
    """One line of the input: `line` counts as in its pieces, `where` says in Danish what it became."""

    line: int
    fate: Fate
    where: str


@dataclass(frozen=True)
class EarlierReading:
    """One earlier document as data of a case.

    `agreement` and `followup` have the shape of `aftale.yaml` and `opfoelgning-N.yaml`: Danish keys, and every
    scalar a string; what the document does not say is left out. `followup` is empty where the document is none, and
    `signed` (the shape of `budgetaftale.yaml`) where it is not the signed agreement itself. `inferred` names the
    fields of the agreement that the document does not say itself, and that another document may say otherwise.
    `notes` holds a Danish comment for each place that is still open. `accounting` has one entry for every line
    of the input that is not blank, in order.
    """

    name: str
    agreement: dict[str, Any]
    followup: dict[str, Any]
    findings: tuple[Finding, ...]
    notes: Mapping[NotePlace, str] = field(default_factory=dict)
    accounting: tuple[Accounted, ...] = ()
    signed: dict[str, Any] = field(default_factory=dict)
    inferred: frozenset[str] = frozenset()
