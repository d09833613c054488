"""What changes in the middle of the year, as a person writes it: every name and number that cannot be is told."""

import pytest

from renderer.readers.yaml.folder import CaseReading, read_case_folder

AGREEMENT = """\
titel: Aftale om budget 2018
budgetår: 2018
sagsid: 00.30.00-S00-9-16
organisation: {kommune: Ballerup Kommune}
udvalg: [Teknik- og Miljøudvalget, Økonomiudvalget]
centre: [By og Miljø, Ejendomme]
nye_navne:
  - opfølgning: 3
    navn: Teknik- og Miljøudvalget
    nyt_navn: Klimaudvalget
kapitler:
  - titel: By
    delelementer:
      - nummer: 4.1
        titel: Cykelsti
        ansvarligt_center: By og Miljø
        ansvarligt_udvalg: Økonomiudvalget
        flyttet:
          opfølgning: 3
          ansvarligt_udvalg: Klimaudvalget
        udgået:
          opfølgning: 4
          begrundelse: Puljen er faldet bort.
"""


def read(*changes: tuple[str, str]) -> CaseReading:
    text = AGREEMENT
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return read_case_folder({"aftale.yaml": text.encode()})


def test_one_move_and_several_are_read_alike() -> None:
    listed = "flyttet:\n          - opfølgning: 3\n            ansvarligt_udvalg: Klimaudvalget\n"
    alone = "flyttet:\n          opfølgning: 3\n          ansvarligt_udvalg: Klimaudvalget\n"

    one = read()
    assert (one.findings, one.case) == ([], read((alone, listed)).case)
    assert one.case
    assert [len(item.moves) for item in one.case.agreement.items()] == [1]


@pytest.mark.parametrize(
    ("change", "code", "place", "hint"),
    [
        (
            ("ansvarligt_udvalg: Klimaudvalget", "ansvarligt_udvalg: Teknik- og Miljøudvalget"),
            "ukendt-udvalg", "linje 20, 4.1, flyttet › ansvarligt_udvalg",
            "Navnet er »Klimaudvalget« fra tredje opfølgning; skriv det her.",
        ),
        (
            ("ansvarligt_udvalg: Økonomiudvalget", "ansvarligt_udvalg: Klimaudvalget"),
            "ukendt-udvalg", "linje 17, 4.1, ansvarligt_udvalg",
            ("Det navn gælder først fra tredje opfølgning; skriv »Teknik- og Miljøudvalget« her, så kommer det nye af "
            "sig selv."),
        ),
        (
            ("ansvarligt_udvalg: Klimaudvalget", "ansvarligt_center: Ejendom"),
            "ukendt-center", "linje 20, 4.1, flyttet › ansvarligt_center",
            "Mente du »Ejendomme«? Ellers tilføj navnet til listen.",
        ),
        (
            ("    navn: Teknik- og Miljøudvalget", "    navn: Teknik og Miljøudvalget"),
            "nyt-navn-uden-gammelt", "linje 9, nye_navne › 1 › navn", "Mente du »Teknik- og Miljøudvalget«?",
        ),
        (
            ("opfølgning: 4", "opfølgning: 7"),
            "ukendt-opfølgning", "linje 22, 4.1, udgået › opfølgning",
            "Skriv 0 for udmøntningen eller 1, 2, 3 eller 4 for årets opfølgninger.",
        ),
        (
            ("opfølgning: 4", "opfølgning: 0"),
            "ændring-før-første-opfølgning", "linje 22, 4.1, udgået › opfølgning",
            "Skriv nummeret på den opfølgning, ændringen gælder fra. Før den første opfølgning rettes planen selv.",
        ),
        (
            ("          begrundelse: Puljen er faldet bort.\n", ""),
            "felt-mangler", "linje 21, 4.1, udgået › begrundelse",
            "Tilføj feltet: Hvorfor delelementet er udgået, som det trykkes.",
        ),
        (
            ("ansvarligt_udvalg: Klimaudvalget", "ansvarligt_udval: Klimaudvalget"),
            "ukendt-felt", "linje 20, 4.1, flyttet › ansvarligt_udval", "Mente du »ansvarligt_udvalg«?",
        ),
        (
            ("          ansvarligt_udvalg: Klimaudvalget\n", "          begrundelse: Nye udvalg.\n"),
            "flytning-uden-mål", "linje 18, 4.1, flyttet", "Skriv ansvarligt_center, ansvarligt_udvalg eller begge.",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_is_told_with_its_line_and_what_to_do(
    change: tuple[str, str], code: str, place: str, hint: str
) -> None:
    found = [(finding.code, str(finding.place), finding.hint) for finding in read(change).findings]

    assert (code, f"aftale.yaml {place}", hint) in found


def test_two_new_names_at_once_are_told() -> None:
    twice = "  - {opfølgning: 3, navn: Teknik- og Miljøudvalget, nyt_navn: Byudvalget}\nkapitler:"

    assert [finding.code for finding in read(("kapitler:", twice)).findings] == ["nyt-navn-to-gange"]
