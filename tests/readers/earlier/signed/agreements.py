"""Agreements of municipalities that do not exist, each with habits of its own, and how they are read."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from renderer.model.amount import Amount
from renderer.model.signed.annex import Annex
from renderer.model.signed.signed_agreement import SignedAgreement
from renderer.readers.earlier.dispatch import read_earlier
from renderer.readers.earlier.reading import EarlierReading

FOLDER = Path(__file__).parent


def read(name: str) -> EarlierReading:
    """The reading of one of the agreements beside this file."""
    return read_earlier(name, (FOLDER / name).read_bytes())


def signed(reading: EarlierReading) -> SignedAgreement:
    """The agreement of a reading, valid as it is."""
    return SignedAgreement.model_validate(reading.signed)


def points(reading: EarlierReading) -> list[tuple[str | None, str]]:
    """Number and title of every point."""
    return [(point.number, point.title) for point in signed(reading).points()]


def signatories(reading: EarlierReading) -> list[tuple[str, str | None, str | None]]:
    """Name, party and office of everyone who signed."""
    return [(one.name, one.party, one.office) for one in signed(reading).signatories]


def amounts(annex: Annex) -> dict[str | None, dict[int, str]]:
    """The amounts of an annex by the numbers of its rows."""
    return {row.number: literals(row.amounts) for row in annex.rows()}


def literals(figures: Any) -> dict[int, str]:
    """Amounts by year as they were written."""
    found: dict[int, Amount] = dict(figures)
    return {year: amount.literal for year, amount in found.items()}


def codes(reading: EarlierReading) -> list[str]:
    """The codes of the findings in order."""
    return [finding.code for finding in reading.findings]


def headings(data: list[dict[str, Any]], depth: int = 0) -> Iterator[tuple[int, str]]:
    """The headings of sections with their depth."""
    for section in data:
        yield depth, section["overskrift"]
        yield from headings(section.get("afsnit", []), depth + 1)
