"""The municipality's own documents, where they are at hand, and the facts that a person has read in them."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from renderer.readers.earlier.dispatch import read_earlier
from renderer.readers.earlier.reading import EarlierReading
from tests.repository import ROOT

FOLDER = ROOT.parent / "shared" / "seeds"
NAMES = {
    "000": "000_6f3b7e2147b71b31.txt",
    "002": "002_f16427ae3e3e16ab.txt",
    "003": "003_443d923ae15c3630.txt",
    "004": "004_b414e4a587953cae.txt",
}
FOLLOWUPS = ("000", "002", "004")
needs_originals = pytest.mark.skipif(not FOLDER.is_dir(), reason="the originals are not part of the repository")


@dataclass(frozen=True)
class Fact:
    """One item as a person reads it.

    `smileys` has a letter for each milestone and one for the finances: g, m and s for the faces, `?` for a face with
    two meanings, `-` for none.
    """

    chapter: str
    number: str
    title: str
    types: str
    centre: str
    committee: str
    contributors: tuple[str, ...]
    smileys: str


@cache
def content(seed: str) -> bytes:
    return (FOLDER / NAMES[seed]).read_bytes()


@cache
def reading(seed: str) -> EarlierReading:
    return read_earlier(NAMES[seed], content(seed))


def items(agreement: dict[str, Any]) -> list[dict[str, Any]]:
    return [item for chapter in agreement.get("kapitler", []) for item in chapter.get("delelementer", [])]


@cache
def facts(seed: str) -> Sequence[Fact]:
    with (Path(__file__).parent / "facts" / f"{seed}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter=";", quoting=csv.QUOTE_NONE))[1:]
    return [_fact(row) for row in rows]


def _fact(row: list[str]) -> Fact:
    title, smileys, chapter, number, types, centre, committee, contributors = row
    names = tuple(filter(None, contributors.split(" / ")))
    return Fact(chapter, number, title, types, centre, committee, names, smileys)
