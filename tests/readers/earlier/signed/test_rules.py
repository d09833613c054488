"""The rules by which a text gives up its structure, one at a time: cells, numbers, names."""

import pytest

from renderer.readers.earlier.dispatch import read_earlier
from renderer.readers.earlier.signed.numbered import Candidate, accepted, read_numbered
from renderer.readers.earlier.signed.parties import names_in, parties_in
from renderer.readers.earlier.signed.spaced_cells import cells_of, packed_left
from tests.readers.earlier.signed.agreements import FOLDER, amounts, codes, read, signed

HEAD = "(1.000 kr.) 2024 2025 2026 2027"


@pytest.mark.parametrize(
    ("line", "label", "found"),
    [
        ("1.5 Fritid 100 200 300 400", "1.5 Fritid", ("100", "200", "300", "400")),
        ("1.5 Fritid 600    ", "1.5 Fritid", ("600", "", "", "")),
        ("1.5 Fritid  100 100 100", "1.5 Fritid", ("", "100", "100", "100")),
        ("1.5 Fritid   500  ", "1.5 Fritid", ("", "", "500", "")),
        ("1.5 Fritid  -4.500   ", "1.5 Fritid", ("", "-4.500", "", "")),
        ("1.5 Skolestart 2019 100 200 300 400", "1.5 Skolestart 2019", ("100", "200", "300", "400")),
        ("1.5 De første 1.000 dage 1.000 3.000 3.000 3.000", "1.5 De første 1.000 dage", ("1.000", *("3.000",) * 3)),
        ("1.5 Fritid 1,25 - – 0,025", "1.5 Fritid", ("1,25", "", "", "0,025")),
        (" -0,50 -0,50 -1,00", "", ("", "-0,50", "-0,50", "-1,00")),
    ],
)
def test_each_further_space_is_an_empty_cell(line: str, label: str, found: tuple[str, ...]) -> None:
    cells = cells_of(line, (), 4)
    assert cells is not None
    assert (cells.label, cells.amounts) == (label, found)


@pytest.mark.parametrize("line", ["1.5 Fritid 600", "1.5 Fritid 600 700", "-0,50 -0,50 -1,00", "1.5 Fritid  200 300"])
def test_cells_that_do_not_add_up_are_left_open(line: str) -> None:
    cells = cells_of(line, (), 4)
    assert cells is not None
    assert cells.amounts is None
    assert cells.loose == tuple(word for word in line.split() if word not in {"1.5", "Fritid"})


def test_only_last_cells_can_be_lost_behind_words_on_the_same_line() -> None:
    behind_words, alone = cells_of("1.5 Fritid  200 300", (), 4), cells_of("-0,50 -0,50 -1,00", (), 4)
    assert behind_words is not None
    assert alone is not None
    assert packed_left(behind_words, 4).amounts == ("", "200", "300", "")
    assert alone.first == ()


def test_a_line_without_amounts_has_no_cells() -> None:
    assert cells_of("Teknik- og Miljøudvalget     ", (), 4) is None


def _accepted(*lines: str) -> list[str]:
    read_lines = [(n, read_numbered(line)) for n, line in enumerate(lines)]
    candidates = [Candidate(n, numbered, shaped=not lines[n].endswith(".")) for n, numbered in read_lines if numbered]
    return [numbered.number for numbered in accepted(candidates).values()]


def test_the_sequence_tells_chapters_and_points_from_lists_and_references() -> None:
    assert _accepted(
        "1. Rammen holdes.",
        "2. Gælden falder.",
        "1. Børn",
        "1.1. Skoler",
        "2.3. Samarbejdet omtales andetsteds.",
        "1.2. Dagtilbud",
        "1. Første skridt.",
        "2. Andet skridt.",
        "2. Veje",
        "2.1. Cykelstier",
    ) == ["1", "1.1", "1.2", "2", "2.1"]


def test_points_may_begin_late_and_have_gaps() -> None:
    assert _accepted("3. Havn", "3.02. Mole", "3.03. Kaj", "3.06. Bassin", "4. By", "4.01. Torv") == [
        "3", "3.02", "3.03", "3.06", "4", "4.01",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["1,5 mio. kr. i 2019", "2019 var et godt år", "1.5 mio. kr.", "Se 1.2. Skoler"])
def test_what_only_looks_like_a_number(text: str) -> None:
    assert read_numbered(text) is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Anna Lund Bo Krag", ("Anna Lund", "Bo Krag")),
        ("Kaj Birk Olesen Michael Ask Jensen", ("Kaj Birk Olesen", "Michael Ask Jensen")),
        ("Anna Lund Friis Bo Krag", None),
        ("Lars Hansen Krogh Peter Bo Winther", None),
    ],
)
def test_two_names_are_parted_only_where_no_other_way_is_left(line: str, names: tuple[str, ...] | None) -> None:
    assert names_in(line, 2) == names


def test_parties_in_a_row_are_parted_by_what_they_are_called() -> None:
    assert parties_in("Venstre Dansk Folkeparti", 2) == ("Venstre", "Dansk Folkeparti")
    assert parties_in("Enhedslisten Det Konservative Folkeparti", 1) is None
    assert parties_in("Radikale Venstre", 1) == ("Radikale Venstre",)
    assert parties_in("Borgerlisten Vesterlund", 1) == ("Borgerlisten Vesterlund",)


def _with_annex(*rows: str) -> bytes:
    text = (FOLDER / "oestby.txt").read_text(encoding="utf-8")
    return "\n".join([text[: text.index(HEAD)] + HEAD, *rows, ""]).encode()


def test_a_table_that_keeps_its_gaps_lets_a_row_lack_its_last_cells() -> None:
    reading = read_earlier("aftale.txt", _with_annex("1.1 Skolemad  100 100 100", "1.2 Legepladser 500"))

    assert amounts(signed(reading).annexes[0]) == {
        "1.1": {2025: "100", 2026: "100", 2027: "100"},
        "1.2": {2024: "500"},
    }
    assert codes(reading)[-1] == "kolonne-udledt"


def test_numbers_that_go_back_in_an_annex_are_told() -> None:
    reading = read_earlier("aftale.txt", _with_annex("1.2 Legepladser 1 2 3 4", "1.1 Skolemad 5 6 7 8"))

    assert codes(reading)[-1] == "bilag-i-tvivl"


def test_a_short_line_inside_a_point_is_read_as_a_heading_and_told() -> None:
    text = (FOLDER / "oestby.txt").read_text(encoding="utf-8")
    more = text.replace("1.2. Legepladser", "Hvad sker der nu\n\nByrådet tager stilling til maj.\n\n1.2. Legepladser")
    reading = read_earlier("aftale.txt", more.encode())

    [point, _] = signed(reading).points()
    assert [(one.heading, one.text.plain) for one in point.sections] == [
        ("Hvad sker der nu", "Byrådet tager stilling til maj.")
    ]
    assert "overskrift-i-tvivl" in codes(reading)


def test_form_feeds_part_pages_and_running_heads_are_not_text() -> None:
    text = (FOLDER / "vesterlund.txt").read_text(encoding="utf-8")
    paged = text
    for number in (2, 3, 4):
        paged = paged.replace(f"Side {number}\n", f"Side {number}\n\fBudget i Vesterlund\n")
    reading = read_earlier("aftale.txt", paged.encode())

    assert signed(reading).model_copy(update={"title": None}) == signed(read("vesterlund.txt"))
