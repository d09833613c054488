"""Nothing is lost: every line of the real documents is accounted for, and every word of theirs is in the data."""

import html
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from renderer.readers.earlier.reading import Fate
from tests.readers.earlier.originals import FOLLOWUPS, NAMES, content, facts, needs_originals, reading

pytestmark = needs_originals

# Labels of the layout, and how their words are counted in a document.
LABELS = (
    "Kort beskrivelse af indsatsen", "Tid\tSmiley", "Tid Smiley", "Ansvarligt center:", "Ansvarligt udvalg:",
    "Væsentlig bidragsyder:", "Status:", "Dato:", "Tlf. dir.:", "E-mail:", "Kontakt:", "Sagsid:",
    "Definition af smileys på indsats", "Definition af smileys på økonomi",
)  # fmt: skip
LINE_LABELS = ("Milepæl", "Økonomi", "Læsevejledning", "### Læsevejledning", "Side 1")
TIME = re.compile(
    r"[1-3]\. budgetopfølgning \d{4}(?=\s*(?:\t|[\uf04a-\uf04c]|$))|31\.12\.\d{4}(?=\s*(?:\t|$))", re.MULTILINE
)
NOT_PRINTED = {
    "ref",
    "smiley",
    "titelform",
    "udmøntningsform",
    "udvalgsform",
    "typebetegnelse",
    "udvalg",
    "centre",
    "budgetår",
}
DERIVED = {"002": {"kommune"}, "004": {"kommune", "afdeling"}, "000": set()}


def words(text: str) -> list[str]:
    return [word.casefold() for word in re.findall(r"\w+", text)]


def plain(seed: str) -> str:
    """The document without HTML and with the addresses of its links left out."""
    text = re.sub(r"\]\([^)]*\)", "]", content(seed).decode())
    without_marks = html.unescape(re.sub(r"</?[a-z][^<>]*>", " ", text))
    return re.sub(r" *\t *", "\t", without_marks)


def data_words(value: Any, without: set[str]) -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from () if name in without else data_words(inner, without)
    elif isinstance(value, list):
        for inner in value:
            yield from data_words(inner, without)
    else:
        yield from words(value)


def document_words(text: str, known: Counter[str]) -> Counter[str]:
    """The words of a document; a word broken at a line's end counts whole where the data has it whole."""
    counted: Counter[str] = Counter()
    known = known.copy()
    broken = ""
    for line in text.split("\n"):
        found = words(line)
        if broken and found:
            whole = broken + found[0]
            if known[whole] > counted[whole]:
                found[0] = whole
            else:
                counted[broken] += 1
        broken = found.pop() if re.search(r"\w-$", line) else ""
        counted.update(found)
    return counted


def label_words(text: str) -> Counter[str]:
    """The words of the layout's labels, as often as the labels stand in the document."""
    counted: Counter[str] = Counter()
    for label in LABELS:
        for word in words(label):
            counted[word] += text.count(label)
    for label in LINE_LABELS:
        for word in words(label):
            counted[word] += len(re.findall(rf"^ ?{label}(?=\s|$)(?! og )", text, re.MULTILINE))
    for time in TIME.findall(text):
        counted.update(words(time))
    return counted


# What a person finds beside the labels: the words of the title around the agreement's, the month as a word, `samt`
# between names, hollow bullets; in 004 also the department in capitals. The data has instead the number of the
# follow-up and the date in digits.
BESIDE = {
    "000": Counter([*words("Udmøntning af Tredje opfølgning for november samt"), *["o"] * 22]),
    "002": Counter(words("Udmøntning af og status på 9 februar")),
    "004": Counter(
        words("Anden opfølgning på for Erhvervs og Beskæftigelsesudvalget 4 juli samt samt Økonomi og Styring")
    ),
}
INSTEAD = {"000": Counter(words("3 11")), "002": Counter(words("0 02 09")), "004": Counter(words("2 07 04"))}


@pytest.mark.parametrize("seed", FOLLOWUPS)
def test_every_word_is_in_the_data_or_a_label_and_no_other_word_is(seed: str) -> None:
    read = reading(seed)
    data = Counter(data_words([read.agreement, read.followup], NOT_PRINTED | DERIVED[seed]))
    printed = document_words(plain(seed), data)
    labels = label_words(plain(seed)) + BESIDE[seed]

    # A digit of the data may stand for one of a label, so both sides are compared as wholes.
    assert printed + INSTEAD[seed] == data + labels


@pytest.mark.parametrize("seed", NAMES)
def test_every_line_is_accounted_for(seed: str) -> None:
    filled = [n for n, line in enumerate(content(seed).decode().split("\n"), start=1) if line.strip()]

    assert [line.line for line in reading(seed).accounting] == filled
    assert all(line.where for line in reading(seed).accounting)


@pytest.mark.parametrize("seed", FOLLOWUPS)
def test_the_followups_have_no_line_that_is_not_understood(seed: str) -> None:
    fates = Counter(line.fate for line in reading(seed).accounting)

    assert fates[Fate.REPORTED] == 0
    assert fates[Fate.PLACED] > 5 * len(facts(seed))
