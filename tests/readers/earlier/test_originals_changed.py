"""The real documents with one habit changed: what is meant is read all the same, or a finding names the line."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from renderer.readers.earlier.dispatch import read_earlier
from renderer.readers.earlier.reading import EarlierReading, Fate
from tests.readers.earlier.changed_habits import changes, named, same
from tests.readers.earlier.originals import NAMES, content, needs_originals, reading

pytestmark = needs_originals
EXAMPLES = {"000": 8, "002": 30, "004": 40}
NOT_YET = {"002": {"an empty line taken out", "lines joined"}}
"""What a Markdown conversion loses: its lists and rows are told apart by their lines alone."""


def read(seed: str, text: str) -> EarlierReading:
    return read_earlier(NAMES[seed], text.encode())


@pytest.mark.parametrize("seed", EXAMPLES)
def test_one_changed_habit_is_read_or_its_line_is_named(seed: str) -> None:
    text = content(seed).decode()
    kinds = {kind: made for kind, made in changes(text).items() if kind not in NOT_YET.get(seed, set())}

    @settings(max_examples=EXAMPLES[seed])
    @given(st.data())
    def right_or_named(data: st.DataObject) -> None:
        change = data.draw(kinds[data.draw(st.sampled_from(sorted(kinds)))])
        changed = read(seed, change.text)
        assert same(changed, reading(seed)) or named(changed, reading(seed), change), change.what

    right_or_named()


def changed(old: str, new: str) -> tuple[EarlierReading, list[int]]:
    """The follow-up on 2018 with a habit changed wherever it stands, and the lines that hold it now."""
    text = re.sub(old, new, content("004").decode())
    return read("004", text), [n for n, line in enumerate(text.split("\n"), start=1) if re.search(new, line)]


@pytest.mark.parametrize(
    ("old", "new"),
    [(r"(?<=\n)Milepæl |(?<=\n )Milepæl ", "Delmål "), ("Ansvarligt center:", "Ansvarlig forvaltning:")],
)  # fmt: skip
def test_labels_of_others_are_read_and_told(old: str, new: str) -> None:
    found, lines = changed(old, new)
    told = [finding.place.line for finding in found.findings if finding.code == "anden-betegnelse"]

    assert same(found, reading("004"))
    assert told == lines[:1]


def test_half_years_are_reported_at_every_place() -> None:
    found, lines = changed(r"(?<=[12]\. )budgetopfølgning (?=2018)", "halvår ")
    reported = {one.line for one in found.accounting if one.fate is Fate.REPORTED}

    assert len(lines) == 18
    assert set(lines) <= reported


@pytest.mark.parametrize(("face", "word"), [("\uf04a", "Afsluttet"), ("\uf04b", "Igangsat"), ("\uf04c", "Venter")])
def test_a_word_of_a_scale_is_reported_at_every_place(face: str, word: str) -> None:
    found, lines = changed(face, word)
    reported = {one.line for one in found.accounting if one.fate is Fate.REPORTED}
    told = {finding.place.line for finding in found.findings}

    assert len(lines) > 3
    assert set(lines) <= reported | told
