"""Smileys: every face that occurs, words beside them, and faces that are never guessed at."""

import pytest

from renderer.model.smiley import Smiley
from renderer.readers.earlier.dispatch import read_earlier
from renderer.readers.earlier.grammar.smiley_marks import (
    Definition,
    Legend,
    legend,
    parted,
    read_definition,
    read_mark,
    scale,
)
from tests.readers.earlier.small_documents import (
    FINANCES,
    LETTER,
    ROWS,
    TITLE,
    codes,
    document,
    first_item,
    item,
    status,
)


@pytest.mark.parametrize(
    ("text", "smiley"),
    [
        ("\u263a", "glad"), ("\u263a\ufe0f", "glad"), ("\U0001f60a", "glad"), ("\U0001f642", "glad"),
        ("\uf04a", "glad"), ("\U0001f610", "mellemfornøjet"), ("\uf04b", "mellemfornøjet"), ("\u2639\ufe0f", "sur"),
        ("\U0001f641", "sur"), ("\U0001f61e", "sur"), ("\uf04c", "sur"), ("\u263a Glad", "glad"), ("Sur", "sur"),
        ("\u2639 Mellemfornøjet", "mellemfornøjet"), ("\u263a Glad: Den er nået", "glad"), ("", None), ("–", None),
        ("Grøn", "glad"), ("gul", "mellemfornøjet"), ("Rød", "sur"), ("\U0001f7e2", "glad"),
        ("\U0001f7e1", "mellemfornøjet"),
        ("\U0001f534", "sur"), ("\U0001f600", "glad"), ("\U0001f534 Rød", "sur"),
        ("Endnu ikke vurderet", None), ("– Endnu ikke vurderet", None),
    ],
)  # fmt: skip
def test_what_a_column_says(text: str, smiley: str | None) -> None:
    mark = read_mark(text)
    read = Legend().read(mark)

    assert (read.value if read else None) == smiley
    assert mark.given == (smiley is not None)
    assert not mark.unknown


@pytest.mark.parametrize("text", ["★", "J", "\u263a ?", "ja", "Gladere", "Grønne områder"])
def test_what_nobody_knows_is_given_but_not_read(text: str) -> None:
    assert read_mark(text).unknown
    assert Legend().read(read_mark(text)) is None


def test_definitions() -> None:
    assert read_definition("\u263a: Nået") == Definition("\u263a", None, "Nået")
    assert read_definition("\U0001f641 Sur: Ikke  nået") == Definition("\U0001f641", Smiley.SAD, "Ikke nået")
    assert read_definition("Glad: Nået") == Definition(None, Smiley.HAPPY, "Nået")
    assert read_definition("Læs dette: Nået") is None
    assert parted("\u263a: Nået \U0001f610 Mellemfornøjet: Næsten") == [
        "\u263a: Nået",
        "\U0001f610 Mellemfornøjet: Næsten",
    ]


def test_levels_are_read_best_first_where_faces_repeat() -> None:
    def lines(*faces: str) -> list[Definition]:
        return [Definition(face, None, str(number)) for number, face in enumerate(faces)]

    assert scale(lines("\u263a", "\u2639", "\u2639")) == {Smiley.HAPPY: "0", Smiley.NEUTRAL: "1", Smiley.SAD: "2"}
    assert scale(lines("\u263a", "\u263a")) == {Smiley.HAPPY: "0", Smiley.SAD: "1"}
    assert scale(lines("\u2639", "\u263a")) == {Smiley.SAD: "0", Smiley.HAPPY: "1"}
    assert scale(lines("\u263a", "\U0001f610")) == {Smiley.HAPPY: "0", Smiley.NEUTRAL: "1"}


@pytest.mark.parametrize(
    ("defined", "used", "own", "ambiguous"),
    [
        (["\u263a\u2639\u2639", "\u263a\u2639"], "\u2639", False, True),
        (["\u263a\u2639", "\u263a\u2639"], "\u2639", False, False),
        ([], "\u263a\u2639", False, True),
        ([], "\u263a\U0001f610\u2639", False, False),
        ([], "\u263a\U0001f641", False, False),
        ([], "\u263a\u2639", True, False),
        (["\u263a\U0001f610\u2639"], "\u2639", False, False),
    ],
)
def test_when_a_face_has_two_meanings(defined: list[str], used: str, own: bool, ambiguous: bool) -> None:
    scales = [[Definition(face, None, "x") for face in faces] for faces in defined]
    found = legend(scales, [read_mark(face) for face in used], own_layout=own)

    assert found.two_meanings == (frozenset({"\u2639"}) if ambiguous else frozenset())


def test_every_place_with_such_a_face_is_reported_and_noted() -> None:
    text = LETTER.replace("😐: Ikke helt", "☹: Ikke helt").replace("🙁: Ikke nået", "☹: Ikke nået").format(title=TITLE)
    rows = (ROWS[0].replace("☺", "☹"), *ROWS[1:])
    reading = read_earlier("x.md", (text + item(rows=rows, finances=FINANCES.replace("☺", "☹"))).encode())

    assert codes(reading) == ["tvetydig-definition", "tvetydig-smiley", "tvetydig-smiley"]
    assert "status" not in reading.followup
    assert set(reading.notes) == {
        ("opfoelgning-2.yaml", "5.1", "milepæle › 1 › smiley"),
        ("opfoelgning-2.yaml", "5.1", "økonomi › smiley"),
    }
    assert reading.agreement["smileyer"]["indsats"]["mellemfornøjet"] == "Ikke helt nået"
    printed = (text + item()).split("\n")
    lines = [number for number, line in enumerate(printed, start=1) if line in {ROWS[0], FINANCES}]
    assert [finding.place.line for finding in reading.findings[1:]] == lines


def test_an_unknown_sign_and_two_faces_are_reported() -> None:
    rows = (ROWS[0].replace("☺", "★"), ROWS[1] + "☺🙁", *ROWS[2:])
    reading = document(item(rows=rows))

    assert codes(reading) == ["ukendt-smiley", "flere-smileyer"]
    assert status(reading) == {"økonomi": {"smiley": "glad"}}


def test_a_face_at_an_end_of_the_text_is_reported_where_the_row_has_no_smiley() -> None:
    title = "Første opfølgning på Aftale om budget 2018 for Ballerup Kommune"
    head = f"{title}\n\n1. Kultur\n\n1.01. Kor Drift Tid Smiley\n\n"
    rows = "Milepæl \uf04a Koret synger.\n\n1. budgetopfølgning 2018\n\nMilepæl Salen \uf04a er lejet.\n\n31.12.2018\n"
    reading = read_earlier("tekst.txt", (head + rows).encode())

    found = [finding.place.field for finding in reading.findings if finding.code == "smiley-i-teksten"]
    assert found == ["milepæle › 1"]
    assert "status" not in reading.followup


def test_words_beside_the_faces_are_a_choice_of_the_agreement() -> None:
    reading = document(item(rows=(ROWS[0] + " Glad", *ROWS[1:])))

    assert reading.agreement["smileyord"] == "ja"
    assert status(reading)["milepæle"] == {"1": {"smiley": "glad"}}


def test_a_face_in_running_text_is_printed_as_unicode_has_it() -> None:
    reading = document(item(rows=("Milepæl\tDer gives \uf04a for alle.\t1. budgetopfølgning 2020\t", *ROWS[1:])))

    assert first_item(reading)["milepæle"]["1"] == "Der gives \u263a for alle."
    assert codes(reading) == []


@pytest.mark.parametrize("smileys", [("Grøn", "Gul", "Rød"), ("\U0001f7e2", "\U0001f7e1", "\U0001f534")])
def test_colours_are_read_in_definitions_and_columns(smileys: tuple[str, str, str]) -> None:
    text = LETTER.format(title=TITLE) + item()
    for face, said in zip(("☺", "😐", "🙁"), smileys, strict=True):
        text = text.replace(face, said)
    reading = read_earlier("opfoelgning.md", text.encode())

    assert reading.agreement["smileyer"] == document().agreement["smileyer"]
    assert reading.followup == document().followup
    assert codes(reading) == []
