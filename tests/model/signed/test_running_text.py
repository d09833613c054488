"""Running text: prose with quotations, read and written without losing a word."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from renderer.model.markdown import parse_prose, write_prose
from renderer.model.prose import Prose
from renderer.model.signed.running_text import Quotation, RunningText, parse_running_text, write_running_text
from tests.signed_agreements import running_texts
from tests.written_prose import proses

TYPED = (
    "a",
    "b",
    "æ",
    " ",
    "\n",
    "\n\n",
    "\n> a\n",
    ">",
    "> ",
    "\n>\n",
    "\n> > b\n",
    "\n- a\n",
    "\n> - a\n",
    "\\",
    "*",
    "1. ",
)


def kinds(source: str) -> list[str]:
    return [type(part).__name__ for part in parse_running_text(source).parts]


def test_lines_with_the_sign_are_a_quotation() -> None:
    text = parse_running_text("Her står:\n\n> Byen er\n> vores.\n>\n> Alles.\n\nDerfor.")

    quoted = Quotation(parse_prose("Byen er vores.\n\nAlles."))
    assert text == RunningText((parse_prose("Her står:"), quoted, parse_prose("Derfor.")))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("> a\n\n> b", ["Quotation", "Quotation"]),
        ("> a\nb", ["Quotation", "Prose"]),
        ("a\n> b", ["Prose", "Quotation"]),
        ("a\n>\nb", ["Prose"]),
        ("", []),
        (">\n> ", []),
        ("- a\n  > b", ["Prose"]),
        ("\\> 50 pct.", ["Prose"]),
    ],
)
def test_where_quotations_begin_and_end(source: str, expected: list[str]) -> None:
    assert kinds(source) == expected


def test_a_sign_that_is_meant_survives() -> None:
    text = RunningText((parse_prose("\\> 50 pct."),))

    assert text.plain == "> 50 pct."
    assert parse_running_text(write_running_text(text)) == text


def test_plain_words_and_prose_leave_no_quotation_out() -> None:
    text = parse_running_text("a\n\n> - b\n\n- c")

    assert text.plain == "a\n• b\n• c"
    assert text.prose == parse_prose("a\n\n- b\n- c")


@given(running_texts())
def test_written_text_is_read_back_the_same(text: RunningText) -> None:
    assert parse_running_text(write_running_text(text)) == text


@given(proses())
@example(parse_prose("> 50 pct."))
def test_prose_alone_is_written_as_in_every_other_file(prose: Prose) -> None:
    text = RunningText((prose,))

    # A sign that would begin a quotation is marked as meant; in other files it needs no mark.
    assert re.sub(r"^\\>", ">", write_running_text(text), flags=re.MULTILINE) == write_prose(prose)
    assert text.prose == prose


@given(st.lists(st.sampled_from(TYPED), max_size=20).map("".join))
@example("- a\n\n>\n\n- b")
def test_whatever_is_typed_keeps_its_words(typed: str) -> None:
    text = parse_running_text(typed)

    assert parse_running_text(write_running_text(text)) == text
    assert [letter for letter in text.plain if letter.isalpha()] == [letter for letter in typed if letter.isalpha()]
