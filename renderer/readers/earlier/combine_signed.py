"""The signed agreement among the readings of one case: what its follow-ups say of title and sender goes before it.

The follow-ups name the agreement in the words that the case is kept under; the agreement's own document may be titled
otherwise, and then keeps its title in its own file. What was only concluded gives way to what is said.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from renderer.findings import Finding, Place, error
from renderer.readers.earlier.reading import EarlierReading
from renderer.vocabulary import key

_SAID_OF_ONE = {"title": "titel-udledt", "municipality": "kommune-udledt", "budget_year": "budgetår-udledt"}


def settled(readings: Sequence[EarlierReading]) -> list[EarlierReading]:
    """The readings, the signed agreement's without what the others say better."""
    others = [reading for reading in readings if not reading.signed]
    return [_beside(reading, others) if reading.signed else reading for reading in readings]


def several_signed(readings: Sequence[EarlierReading]) -> list[Finding]:
    """A case has one signed agreement."""
    signed = [reading for reading in readings if reading.signed]
    if len(signed) < 2:
        return []
    names = " og ".join(f"»{reading.name}«" for reading in signed)
    hint = "Importer kun det ene af dokumenterne."
    message = f"En sag kan kun have én underskrevet aftale; både {names} er det."
    return [error("flere-aftaler", Place(file=signed[1].name), message, hint)]


def with_own_title(signed: dict[str, Any], stated: str | None, title: str | None) -> dict[str, Any]:
    """The data of the signed agreement with its own title, where that is not the case's."""
    return {key("title"): stated, **signed} if stated and stated != title else signed


def _beside(reading: EarlierReading, others: Sequence[EarlierReading]) -> EarlierReading:
    said = next((other.agreement[key("title")] for other in others if key("title") in other.agreement), None)
    stated = None if key("title") in reading.inferred else reading.agreement.get(key("title"))
    agreement = dict(reading.agreement)
    if said is not None:
        agreement.pop(key("title"), None)
    told = {name for name in _SAID_OF_ONE if any(_says(other, name) for other in others)}
    for name in told - {"title"}:
        if key(name) in reading.inferred and name != "budget_year":
            agreement = _without(agreement, key(name))
    codes = {_SAID_OF_ONE[name] for name in told}
    return replace(
        reading,
        agreement=agreement,
        signed=with_own_title(reading.signed, stated, said or stated),
        findings=tuple(finding for finding in reading.findings if finding.code not in codes),
    )


def _says(reading: EarlierReading, name: str) -> bool:
    agreement = reading.agreement
    return key(name) in agreement or key(name) in agreement.get(key("organisation"), {})


def _without(agreement: dict[str, Any], name: str) -> dict[str, Any]:
    organisation = {field: value for field, value in agreement.get(key("organisation"), {}).items() if field != name}
    rest = {field: value for field, value in agreement.items() if field not in {name, key("organisation")}}
    return rest | ({key("organisation"): organisation} if organisation else {})
