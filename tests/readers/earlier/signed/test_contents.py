"""The table of contents: left out where its headings are found, and told where they are not."""

from renderer.readers.earlier.dispatch import read_earlier
from renderer.readers.earlier.reading import EarlierReading, Fate
from renderer.readers.earlier.signed.contents import possible_contents, read_contents
from tests.readers.earlier.signed.agreements import points, signed

AGREEMENT = """\
Aftale om budget 2027

mellem Venstre, SF og Egebylisten

Indhold

Forord .................. 2
1. Natur ................ 3
1.1 Vandhuller .......... 3
1.2 Vilde kanter ........ 4
2. Kultur ............... 5
2.1 Nøglebokse til de
frivillige foreninger ... 5

Partierne mødes hvert halve år.

1. Natur

1.1 Vandhuller
Der graves tre vandhuller.
Partierne mødes hvert halve år.

1.2 Vilde kanter
Rabatterne bliver slået én gang om året.

2. Kultur

2.1 Nøglebokse til de frivillige foreninger
Partierne mødes hvert halve år.
"""


def _read(text: str) -> EarlierReading:
    return read_earlier("aftale.txt", text.encode())


def test_a_sentence_behind_the_contents_is_text_though_it_comes_again() -> None:
    reading = _read(AGREEMENT)

    [section] = signed(reading).introduction
    assert section.text.plain == "Partierne mødes hvert halve år."
    assert points(reading) == [
        ("1.1", "Vandhuller"),
        ("1.2", "Vilde kanter"),
        ("2.1", "Nøglebokse til de frivillige foreninger"),
    ]


def test_an_entry_without_its_heading_is_told_with_its_line() -> None:
    reading = _read(AGREEMENT)

    [finding] = [one for one in reading.findings if one.code == "indhold-uden-overskrift"]
    assert finding.place.line == 7
    assert "»Forord«" in finding.message
    assert [line.line for line in reading.accounting if line.fate is Fate.REPORTED] == [7]


def test_a_heading_that_the_contents_name_is_one_though_its_form_does_not_tell() -> None:
    text = AGREEMENT.replace("Partierne mødes hvert halve år.\n\n1.", "Forord\nVi har\nmeget at nå.\n\n1.", 1)

    [section] = signed(_read(text)).introduction
    assert (section.heading, section.text.plain) == ("Forord", "Vi har meget at nå.")


def test_page_numbers_that_stand_alone_are_of_the_contents() -> None:
    texts = ["Indhold", "1. Natur", "1.1 Vandhuller", "3", "4", "Forord", "2", "Vi mødes."]
    found = read_contents(texts, ["1. Natur", "1.1 Vandhuller"])

    assert (set(found.derived), set(found.without_heading)) == ({0, 1, 2, 3, 4, 6}, {5})


def test_no_line_is_of_the_contents_without_a_heading_that_it_repeats() -> None:
    texts = ["Indhold", "Vi følger sagen", "Aftalen gælder", "Vi følger sagen"]

    assert not read_contents(texts, ["1. Natur"]).lines


def test_entries_that_run_together_are_known_by_the_headings_below() -> None:
    headings = ["1. Børn", "1.1 Skoler", "1.2 Mad"]

    assert possible_contents(["1. Børn 2 1.1 Skoler 2 1.2 Mad 3", "Der er 1 Ny skole.", *headings]) == {0}
    assert possible_contents(["1. Børn 1.1 Skoler 1.2 Mad og drikke", *headings]) == set()
