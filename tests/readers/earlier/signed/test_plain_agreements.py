"""Agreements as plain text: tables of contents, other numbers, columns of spaces, cells that cannot be told."""

from collections import Counter

from renderer.readers.earlier.dispatch import read_earlier
from renderer.readers.earlier.reading import Fate
from tests.readers.earlier.signed.agreements import (
    FOLDER,
    amounts,
    codes,
    headings,
    literals,
    points,
    read,
    signatories,
    signed,
)


def test_a_front_page_a_table_of_contents_and_points_with_two_digits() -> None:
    reading = read("vesterlund.txt")
    agreement = signed(reading)

    assert reading.agreement == {
        "titel": "Aftale om budget 2022-2025",
        "budgetår": "2022",
        "sagsid": "00.30.00-S00-4-21",
        "organisation": {"kommune": "Vesterlund Kommune"},
    }
    assert codes(reading) == []
    assert points(reading) == [
        ("1.01", "Flere voksne i vuggestuerne"),
        ("1.02", "Forsøg med fælles ledelse af skoler og dagtilbud i de små landsbyer"),
        ("2.01", "Nye træer i Vesterlund by"),
        ("2.02", "Cykelsti til stationen"),
    ]
    assert (str(agreement.period), agreement.sender, agreement.contact.email) == (
        "2022-2025",
        "Borgmesteren",
        "borgmesteren@vesterlund.dk",
    )
    assert agreement.party_names == (
        "Venstre",
        "Det Konservative Folkeparti",
        "Radikale Venstre",
        "Borgerlisten Vesterlund",
    )
    assert agreement.annexes == ()
    assert agreement.savings is None


def test_a_numbered_list_in_the_introduction_makes_no_chapters() -> None:
    reading = read("vesterlund.txt")

    assert [chapter.title for chapter in signed(reading).chapters] == ["Børn, unge og familier", "Klima og veje"]
    assert list(headings(reading.signed["indledning"])) == [(0, "Indledning"), (0, "Budgettets hovedtræk")]
    text = reading.signed["indledning"][1]["tekst"]
    assert [line[:2] for line in text.split("\n") if line[:1].isdigit()] == ["1.", "2.", "3."]
    assert "jf. pkt. 2.02 om" in text
    assert reading.signed["kapitler"][1]["tekst"] == "Kapitlet samler det, der skal gøre kommunen grønnere."


def test_one_column_of_signatures() -> None:
    assert signatories(read("vesterlund.txt")) == [
        ("Karen Marie Bøgh", "Venstre", None),
        ("Jens Ove Dahl", "Det Konservative Folkeparti", None),
        ("Lone Friis", "Radikale Venstre", None),
        ("Ahmed Yilmaz", "Borgerlisten Vesterlund", None),
    ]


def test_every_line_is_accounted_for_and_the_contents_are_derived() -> None:
    for name in ("vesterlund.txt", "havneby.txt", "oestby.txt"):
        text = (FOLDER / name).read_text(encoding="utf-8")
        filled = [n for n, line in enumerate(text.split("\n"), start=1) if line.strip()]
        assert [line.line for line in read(name).accounting] == filled
    fates = Counter(line.fate for line in read("vesterlund.txt").accounting)
    # Nine lines of contents, four page numbers, and the case id beside one of them.
    assert fates == {Fate.PLACED: 47, Fate.FURNITURE: 14}


def test_columns_set_apart_tell_the_years_of_amounts() -> None:
    drift, anlaeg = signed(read("havneby.txt")).annexes

    assert amounts(drift) == {
        "3.2": {2024: "400", 2025: "400", 2026: "400", 2027: "400"},
        "4.1": {2025: "1.200", 2026: "1.200", 2027: "1.200"},
    }
    assert [row.title for row in drift.rows()][1] == "Holddeling i de mindste klasser"
    assert literals(drift.total) == {2024: "400", 2025: "1.600", 2026: "1.600", 2027: "1.600"}
    assert amounts(anlaeg) == {
        "3.1": {2024: "3.000", 2025: "3.000"},
        "3.4": {2026: "8.000"},
        "4.2": {2025: "750"},
    }


def test_two_columns_of_signatures_and_a_gap_in_the_numbers() -> None:
    reading = read("havneby.txt")

    assert signatories(reading) == [
        ("Ole Vang", "Moderaterne", "borgmester"),
        ("Mette Juul Sørensen", "Venstre", None),
        ("Knud Erik Bang", "Fælleslisten", None),
        ("Sofie Lund", "Socialdemokratiet", None),
    ]
    assert signed(reading).parties == ()
    assert signed(reading).party_names == ("Moderaterne", "Venstre", "Fælleslisten", "Socialdemokratiet")
    gap = next(finding for finding in reading.findings if finding.code == "nummer-mangler")
    assert "3.3" in gap.message
    assert gap.place.line == 16


def test_what_cannot_be_told_is_left_open_and_reported() -> None:
    reading = read("oestby.txt")
    [annex] = signed(reading).annexes

    assert codes(reading)[2:] == ["underskrift-i-tvivl", "beløb-uden-år", "beløb-uden-år"]
    assert amounts(annex) == {"1.1": {}, "1.2": {}}
    assert signatories(reading) == [("Bente Holm", "Venstre", None)]
    assert [line.line for line in reading.accounting if line.fate is Fate.REPORTED] == [16, 17, 21, 22]


def test_parties_right_behind_the_title_are_no_part_of_it() -> None:
    text = (FOLDER / "vesterlund.txt").read_text(encoding="utf-8")
    tight = text.replace("\n\nmellem\n\n", "\nmellem\n", 1)
    apart, together = (read_earlier("vesterlund.txt", one.encode()) for one in (text, tight))

    assert tight != text
    assert together.agreement == apart.agreement
    assert together.signed == apart.signed
    assert codes(together) == []
