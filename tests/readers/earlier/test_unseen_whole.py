"""Whole follow-ups in the municipality's own layout, with all that they say beside them, word for word.

A committee's year end out of a PDF, whose pages end inside titles, names and sentences; an edition for everybody with
each smiley above its time and each title around the column headings; a conversion with rows run together.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from renderer.readers.earlier.dispatch import read_earlier
from renderer.readers.earlier.reading import EarlierReading
from tests.readers.earlier.small_documents import case_of

FOLDER = Path(__file__).parent
DOCUMENTS = ("unseen_year_end.txt", "unseen_whole.txt", "unseen_rows.md")


def read(name: str, content: bytes | None = None) -> EarlierReading:
    return read_earlier(name, (FOLDER / name).read_bytes() if content is None else content)


def said(name: str) -> dict[str, Any]:
    text = (FOLDER / name).with_suffix(".json").read_text(encoding="utf-8")
    return dict(json.loads(text))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_word_name_and_smiley_stands_in_its_field(name: str) -> None:
    reading = read(name)

    assert reading.agreement["kapitler"] == said(name)["kapitler"]
    assert reading.followup["status"] == said(name)["status"]
    assert case_of(reading).agreement.chapters


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_mark_of_the_encoding_and_other_line_ends_change_nothing(name: str) -> None:
    content = (FOLDER / name).read_bytes()
    other = read(name, b"\xef\xbb\xbf" + content.replace(b"\n", b"\r\n"))

    assert (other.agreement, other.followup) == (read(name).agreement, read(name).followup)


@pytest.mark.parametrize(
    ("name", "codes"),
    [("unseen_year_end.txt", ["andet-årstal-i-sidehoved"]), ("unseen_whole.txt", []), ("unseen_rows.md", [])],
)
def test_nothing_is_reported_but_what_is_wrong(name: str, codes: list[str]) -> None:
    # Some rows of theirs have no smiley, as they stood: that is told, and rightly so.
    told = [finding.code for finding in read(name).findings if finding.code != "smiley-ikke-fundet"]
    assert told == codes


def test_a_name_that_fills_its_line_ends_with_its_page() -> None:
    text = (FOLDER / "unseen_year_end.txt").read_text(encoding="utf-8")
    name = "Børne-, Skole- og Ungdomsudvalget"
    foot = "Ballerup Kommune, Økonomi og Styring - 90 - Sagsid: 00.30.00-S00-6-16"
    start, end = text.index("Ansvarligt udvalg:"), text.index("Væsentlig bidragsyder:")
    behind = text.index("\n\n", end)
    reading = read("x.txt", f"{text[:start]}Ansvarligt udvalg: {name} \n{foot} {text[behind:]}".encode())

    assert reading.agreement["kapitler"][0]["delelementer"][0]["ansvarligt_udvalg"] == name
