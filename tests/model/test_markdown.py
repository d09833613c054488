"""The small Markdown: what it reads, that it loses nothing, and that what it writes is read back the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renderer.model.markdown import parse_prose, write_prose
from renderer.model.prose import (
    BulletList,
    Emphasis,
    LineBreak,
    Link,
    ListEntry,
    NumberedList,
    Numbering,
    Paragraph,
    Prose,
    Strong,
    Text,
)
from tests.written_prose import PLAIN, Forms, proses

TYPED = (
    "a", "b", "æ", " ", "  ", "\n", "\n\n", "\n- a\n", "\n  - b\n", "* ", "1. ", "\n1) a\n", "a. ", "b. ", "a) ",
    "\na. a\nb. b\n", "*", "**", "_", "\\", "\\\n", "[", "](", "x)", "<", ">", "    ", "0.", "!", "• ", "&amp;", "#",
    "`", "\t", "z", "(", ")", "]", "+ ", "=", "---", " *a* ", "**b**", "|",
)  # fmt: skip


def paragraph(*content: object) -> Paragraph:
    return Paragraph(tuple(Text(part) if isinstance(part, str) else part for part in content))  # type: ignore[misc]


def entry(*blocks: object) -> ListEntry:
    return ListEntry(tuple(paragraph(b) if isinstance(b, str) else b for b in blocks))  # type: ignore[misc]


def bullets(*texts: str) -> BulletList:
    return BulletList(tuple(entry(text) for text in texts))


def test_paragraphs_and_their_soft_line_ends() -> None:
    assert parse_prose("Første linje\nog resten.\n\nNæste afsnit.\n") == Prose(
        (paragraph("Første linje og resten."), paragraph("Næste afsnit."))
    )


@pytest.mark.parametrize("source", ["", "\n", "  \n\n ", "-", "1.", "- \n- "])
def test_text_without_words_is_empty(source: str) -> None:
    assert parse_prose(source) == Prose()
    assert not parse_prose(source)


def test_empty_text_is_written_as_nothing() -> None:
    assert write_prose(Prose()) == ""


@pytest.mark.parametrize("mark", ["-", "*", "+", "•", "·", "▪"])
def test_bullets_of_every_kind(mark: str) -> None:
    assert parse_prose(f"{mark} A\n{mark} B") == Prose((bullets("A", "B"),))


def test_a_list_may_follow_a_line_of_text() -> None:
    assert parse_prose("Der gives:\n• A\n• B") == Prose((paragraph("Der gives:"), bullets("A", "B")))


def test_bullets_in_bullets() -> None:
    inner = BulletList((entry("B", BulletList((entry("C"),))),))

    assert parse_prose("- A\n  - B\n    - C\n- D") == Prose((BulletList((entry("A", inner), entry("D"))),))


@pytest.mark.parametrize("numbering", Numbering)
def test_numbered_lists_of_every_kind(numbering: Numbering) -> None:
    source = f"{numbering.mark(1)} A\n{numbering.mark(2)} B"

    assert parse_prose(source) == Prose((NumberedList((entry("A"), entry("B")), numbering),))


def test_a_numbered_list_keeps_its_first_number() -> None:
    assert parse_prose("3) A\n4) B").plain == "3) A\n4) B"


def test_a_lettered_list_may_follow_a_line_of_text_or_stand_in_an_entry() -> None:
    letters = NumberedList((entry("A"), entry("B")), Numbering.LETTER_POINT)

    assert parse_prose("Vi vil:\na. A\nb. B") == Prose((paragraph("Vi vil:"), letters))
    assert parse_prose("- Vi vil:\n  a. A\n  b. B") == Prose((BulletList((entry("Vi vil:", letters),)),))


@pytest.mark.parametrize("source", ["a. d. Åen er målet.", "Der er to: a. A og b. B", "b. B\nc. C", "a. A\n\nc. C"])
def test_a_letter_alone_makes_no_list(source: str) -> None:
    assert all(isinstance(block, Paragraph) for block in parse_prose(source).blocks)


def test_two_lists_of_one_kind_in_a_row_are_one() -> None:
    assert parse_prose("- A\n\n* B") == Prose((bullets("A", "B"),))


def test_marks_and_links() -> None:
    assert parse_prose("*A* og **B** i [C](https://ballerup.dk)") == Prose(
        (
            paragraph(
                Emphasis((Text("A"),)), " og ", Strong((Text("B"),)), " i ", Link("https://ballerup.dk", (Text("C"),))
            ),
        )
    )


def test_line_break_on_purpose() -> None:
    assert parse_prose("A\\\nB") == Prose((paragraph("A", LineBreak(), "B"),))


@pytest.mark.parametrize(
    "source",
    [
        "<b>fed</b> og &amp;",
        "# 4 boliger",
        "> 50 pct.",
        "`kode`",
        "<https://ballerup.dk>",
        "[a]: https://ballerup.dk",
        "[x](javascript:alert(1))",
        "5_01_b",
        "2 * 3 * 4",
        "10 % ~ 3",
        "---",
        "| a | b |",
    ],
)
def test_everything_else_is_shown_as_it_stands(source: str) -> None:
    assert parse_prose(source) == Prose((paragraph(source),))


def test_a_nested_mark_of_the_same_kind_adds_nothing() -> None:
    assert parse_prose("*A _B_*") == Prose((paragraph(Emphasis((Text("A B"),))),))


def test_neighbouring_marks_of_the_same_kind_are_one() -> None:
    assert parse_prose("_A_*B*") == Prose((paragraph(Emphasis((Text("AB"),))),))


@pytest.mark.parametrize(
    "source", ["**Mål**_(fase 2)_", "*A***B**", "**A *b* c**", "1\\. A", "\\- A", "\\*A\\*", "a\\_b_"]
)
def test_difficult_marks_survive_writing(source: str) -> None:
    assert parse_prose(write_prose(parse_prose(source))) == parse_prose(source)


def test_text_that_begins_like_a_list_stays_text() -> None:
    prose = Prose((paragraph("10. klasse flytter"), paragraph("- og det koster"), paragraph("1) A")))

    assert parse_prose(write_prose(prose)) == prose


@pytest.mark.parametrize("text", ["a) **Fed** tekst\nb) To", "a. *Et*\nb. [To](https://ballerup.dk)\nc. **Tre**"])
def test_entries_of_a_lettered_list_may_begin_with_a_mark(text: str) -> None:
    (listed,) = parse_prose(text).blocks

    assert isinstance(listed, NumberedList)
    assert len(listed.entries) == len(text.split("\n"))
    assert write_prose(Prose((listed,))) == text


def test_plain_words_with_the_marks_of_lists() -> None:
    prose = parse_prose("Først\n\n- A\n  1. B\n- C\n\nTil *sidst*\\\nher")

    assert prose.plain == "Først\n• A\n  1. B\n• C\nTil sidst\nher"


@given(proses())
def test_written_text_is_read_back_the_same(prose: Prose) -> None:
    assert parse_prose(write_prose(prose)) == prose


@given(proses(Forms(links=False)))
def test_writing_loses_no_word(prose: Prose) -> None:
    assert _letters(prose.plain) == _letters(write_prose(prose))


@given(st.lists(st.sampled_from(TYPED), max_size=20).map("".join))
def test_whatever_is_typed_keeps_its_words(typed: str) -> None:
    prose = parse_prose(typed)
    written = write_prose(prose)

    assert parse_prose(written).plain == prose.plain
    assert write_prose(parse_prose(written)) == written


@given(proses(PLAIN))
def test_plain_text_is_written_as_it_stands(prose: Prose) -> None:
    assert write_prose(prose) == "\n\n".join(prose.plain.split("\n"))


def _letters(text: str) -> list[str]:
    """The letters of all words; marks of bullets differ between paper and source."""
    return [letter for letter in text if letter.isalpha()]
