"""Heads and feet of PDF pages beside text that several pages happen to begin or end with."""

from dataclasses import replace

from renderer.readers.earlier.pdf.furniture import parted, row_text
from renderer.readers.earlier.pdf.page import Page, Word

HEIGHT = 595.0
HEAD, TEXT, FOOT = "Anden opfølgning på aftalen", "Budgettet holder.", "Ballerup Kommune"


def words(text: str, baseline: float, *, tag: int | None = None, artifact: bool = False) -> list[Word]:
    first = Word("", left=40.0, right=90.0, baseline=baseline, size=9.0, tag=tag, artifact=artifact)
    return [
        replace(first, text=word, left=first.left + 60 * number, right=first.right + 60 * number)
        for number, word in enumerate(text.split())
    ]


def pages(*lines: list[Word]) -> list[Page]:
    """Three pages with the same lines, and one line of its own on each in the middle."""
    middle = ("Skolen bygges om.", "Hallen får nyt gulv.", "Cykelstien er færdig.")
    return [
        Page(number, 842.0, HEIGHT, tuple(word for line in (*lines, words(text, 300.0)) for word in line))
        for number, text in enumerate(middle, 1)
    ]


def kept(found: list[Page]) -> list[set[str]]:
    return [{row_text(row) for row in rows} for _, rows, _ in parted(found)]


def test_what_several_pages_repeat_at_their_edges_is_furniture() -> None:
    for texts in kept(pages(words(HEAD, 35.0), words(TEXT, 500.0), words(FOOT, 571.0))):
        assert {HEAD, FOOT}.isdisjoint(texts)
        assert TEXT in texts


def test_a_last_line_that_goes_on_in_the_text_is_text() -> None:
    lines = words("Hele planen er her:", 507.4), words(TEXT, 520.0), words(FOOT, 571.0)

    for texts in kept(pages(*lines)):
        assert TEXT in texts
        assert FOOT not in texts


def test_a_first_line_that_goes_on_in_the_text_is_text() -> None:
    lines = words(HEAD, 35.0), words(TEXT, 76.0), words("Hele planen er her:", 88.6)

    for texts in kept(pages(*lines)):
        assert TEXT in texts
        assert HEAD not in texts


def test_what_is_tagged_as_text_is_text_where_the_feet_are_tagged_as_such() -> None:
    lines = words(TEXT, 520.0, tag=7), words(FOOT, 571.0, artifact=True)

    for texts in kept(pages(*lines)):
        assert TEXT in texts
        assert FOOT not in texts
