"""What has changed in a text: both texts can always be had back, and a reader sees what was done."""

import random
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from renderer.edition.wording.changed_text import Change, ChangedList, ChangedParagraph, line_of, spaced
from renderer.edition.wording.compare import compare_lines, compare_prose
from renderer.model.markdown import parse_prose, write_prose
from renderer.model.prose import Link, Paragraph, Prose, Strong, Text
from tests.edition.wording.shown import shown, shown_pieces
from tests.model.test_markdown import TYPED
from tests.written_prose import proses

WORDS = (
    "og",
    "der",
    "2018",
    "0,5 mio. kr.",
    "**nye**",
    "[siden](https://balk.dk)",
    "ansat.",
    "\n\n",
    "\n- ",
    "Syv",
    ",",
)
typed_texts = st.lists(st.sampled_from(TYPED), max_size=25).map("".join).map(parse_prose)


@st.composite
def edited(draw: st.DrawFn) -> tuple[Prose, Prose]:
    """A text, and what became of it when somebody took words out and put others in."""
    old = draw(proses())
    words = write_prose(old).split(" ")
    for _ in range(draw(st.integers(0, 5))):
        start = draw(st.integers(0, len(words)))
        taken_out = draw(st.integers(0, 6))
        words[start : start + taken_out] = draw(st.lists(st.sampled_from(WORDS), max_size=3))
    return old, parse_prose(" ".join(words))


@given(proses(empty=True), proses(empty=True))
@example(Prose((Paragraph((Link("/a", (Text("x"),)), Link("/a", (Text("y"),)))),)), Prose())
@example(Prose((Paragraph((Strong((Text("a b"),)),)),)), Prose((Paragraph((Strong((Text("a"),)), Text(" b"))),)))
def test_both_texts_can_be_had_back(old: Prose, new: Prose) -> None:
    changed = compare_prose(old, new)
    assert (changed.old, changed.new) == (old, new)


@given(edited())
def test_both_texts_can_be_had_back_of_an_edited_text(texts: tuple[Prose, Prose]) -> None:
    changed = compare_prose(*texts)
    assert (changed.old, changed.new) == texts
    assert changed.is_unchanged == (texts[0] == texts[1])


@given(typed_texts, typed_texts)
def test_both_texts_can_be_had_back_whatever_was_typed(old: Prose, new: Prose) -> None:
    changed = compare_prose(old, new)
    assert (changed.old, changed.new) == (old, new)


@given(proses(empty=True))
def test_equal_texts_are_unchanged(prose: Prose) -> None:
    assert compare_prose(prose, prose).is_unchanged


@given(st.text(), st.text())
def test_both_lines_can_be_had_back(old: str, new: str) -> None:
    pieces = compare_lines(old, new)
    assert (line_of(pieces, new=False), line_of(pieces, new=True)) == (old, new)
    assert all(piece.tokens for piece in pieces)
    assert all(before.change is not after.change for before, after in pairwise(pieces))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Syv er ansat.", "Ni er ansat.", "[-Syv-] {+Ni+} er ansat."),
        ("Syv er ansat.", "Syv er ansat nu.", "Syv er ansat {+nu+}."),
        ("Ramme på 0,5 mio. kr. i år.", "Ramme på 0,75 mio. kr. i år.", "Ramme på [-0,5-] {+0,75+} mio. kr. i år."),
        ("Frist 31.12.2018.", "Frist 1.12.2018.", "Frist [-31.12.2018-] {+1.12.2018+}."),
        ("Forventes klar.", "Forventes klar, men sent.", "Forventes klar{+, men sent+}."),
        ("", "Nyt.", "{+Nyt.+}"),
        ("Gammelt.", "", "[-Gammelt.-]"),
        ("Mødet er *holdt*.", "Mødet er holdt.", "Mødet er [-holdt-] {+holdt+}."),
        ("Se [planen](/a).", "Se [planen](/b).", "Se [-planen-] {+planen+}."),
    ],
)
def test_words_and_signs(old: str, new: str, expected: str) -> None:
    assert shown(old, new) == expected


def test_a_short_word_between_two_changes_is_not_kept_apart() -> None:
    old = "Udvalget fik forelagt budgettet og planen i marts måned."
    new = "Udvalget fik forelagt rammerne og tidsfristen i marts måned."
    assert shown(old, new) == (
        "Udvalget fik forelagt [-budgettet og planen-] {+rammerne og tidsfristen+} i marts måned."
    )


def test_an_amount_that_is_another_is_seen_among_other_changes() -> None:
    old = "Der er et mindreforbrug på 0,3 mio. kr., som søges overført til 2019."
    new = "Der er et merforbrug på 1,2 mio. kr., som finansieres af puljen i 2018."
    assert shown(old, new) == (
        "Der er et [-mindreforbrug på 0,3-] {+merforbrug på 1,2+} mio. kr., som"
        " [-søges overført til 2019-] {+finansieres af puljen i 2018+}."
    )


def test_a_new_sentence_begins_where_a_sentence_begins() -> None:
    old = "Der er ansat syv. Der er afsat midler."
    new = "Der er ansat syv. Der er holdt møder. Der er afsat midler."
    assert shown(old, new) == "Der er ansat syv. {+Der er holdt møder.+} Der er afsat midler."


def test_a_rewritten_text_is_not_a_patchwork() -> None:
    old = "Centret har holdt møder med skolerne og foreningerne om den nye plan."
    new = "Forvaltningen har aftalt forløb hos lederne og børnene samt en frist."
    assert shown(old, new) == f"[-{old}-] {{+{new}+}}"


def test_paragraphs_and_entries_are_aligned_first() -> None:
    old = "Centret har tre mål.\n\n- flere i fleksjob\n- færre på dagpenge\n\nDer følges op i maj."
    new = "Centret har fire mål.\n\n- flere i fleksjob\n- kortere forløb\n- få på dagpenge\n\nDer følges op i maj."
    assert shown(old, new).split("\n") == [
        "Centret har [-tre-] {+fire+} mål.",
        "- flere i fleksjob",
        "- {+kortere forløb+}",
        "- [-færre-] {+få+} på dagpenge",
        "Der følges op i maj.",
    ]


def test_a_paragraph_that_came_between_leaves_its_neighbours_alone() -> None:
    old = "Første afsnit om budgettet.\n\nAndet afsnit om planen for året."
    new = "Første afsnit om budgettet.\n\nNoget helt andet.\n\nAndet afsnit om planen for næste år."
    changed = compare_prose(parse_prose(old), parse_prose(new))
    assert [block.change for block in changed.blocks] == [Change.KEPT, Change.INSERTED, Change.KEPT]


def test_a_list_that_is_counted_otherwise_is_another_list() -> None:
    changed = compare_prose(parse_prose("1. a\n2. b"), parse_prose("- a\n- b"))
    assert [(block.change, type(block)) for block in changed.blocks] == [
        (Change.DELETED, ChangedList),
        (Change.INSERTED, ChangedList),
    ]


def test_marks_stand_in_the_pieces() -> None:
    (block,) = compare_prose(parse_prose("Ti **er** ansat."), parse_prose("Ti **er nu** ansat.")).blocks
    assert isinstance(block, ChangedParagraph)
    assert [(piece.change, piece.content) for piece in block.pieces] == [
        (Change.KEPT, (Text("Ti "), Strong((Text("er"),)))),
        (Change.INSERTED, (Strong((Text(" nu"),)),)),
        (Change.KEPT, (Text(" ansat."),)),
    ]


def test_a_line() -> None:
    pieces = compare_lines("Flere borgere i fleksjob", "Flere unge i fleksjob – del 1")
    assert shown_pieces(spaced(pieces)) == "Flere [-borgere-] {+unge+} i fleksjob {+– del 1+}"


def test_long_texts_are_compared_to_the_end() -> None:
    """A comparison that took the square of the length would not come back from these."""
    chance = random.Random(8)
    words = [chance.choice(("og", "at", "der", "0,5", "ord", ".")) for _ in range(60_000)]
    other = [word if chance.random() < 0.8 else chance.choice(("i", "og", "budget")) for word in words]
    old, new = parse_prose(" ".join(words)), parse_prose(" ".join(other))
    changed = compare_prose(old, new)
    assert (changed.old, changed.new) == (old, new)
    many = Prose(tuple(Paragraph((Text(f"Afsnit {number} om budgettet."),)) for number in range(3000)))
    others = Prose(tuple(Paragraph((Text(f"Afsnit {number} om budget."),)) for number in range(3000)))
    assert compare_prose(many, others).new == others
