"""The file of the signed agreement: every finding with its line, its point, row or case, and its field."""

import pytest

from renderer.findings import Place, warning
from renderer.model.signed import places
from renderer.readers.yaml.folder import CaseReading, read_case_folder

AGREEMENT = """\
titel: Aftale om budget 2019
budgetår: 2019
sagsid: 00.30.00-S00-2-18
organisation: {kommune: Ballerup Kommune}
"""

SIGNED = """\
periode: 2019-2022
dato: 2018-10-08
kapitler:
  - nummer: 1
    titel: Byen
    punkter:
      - nummer: 1.5
        titel: Voksne med handicap
        tekst: Der afsættes penge.
    grupper:
      - overskrift: Fællesskaber
        punkter:
          - titel: Åben Hal
            tekst: Hallen åbner.
bilag:
  - type: drift
    titel: Bilag
    grupper:
      - rækker:
          - nummer: 1.5
            titel: Voksne
            beløb:
              2019: 23.000
              2020: 100
besparelser:
  titel: Oversigt
  grupper:
    - ansvarligt_udvalg: Økonomiudvalget
      cases:
        - kode: ØKU-11
          titel: Ture
          beløb: {2019: "-0,025"}
          investering: 1,70
"""


def read(signed: str = SIGNED) -> CaseReading:
    return read_case_folder({"aftale.yaml": AGREEMENT.encode(), "budgetaftale.yaml": signed.encode()})


def test_the_sound_file_is_part_of_the_case() -> None:
    reading = read()

    assert reading.findings == []
    assert reading.case is not None
    assert reading.case.signed is not None
    assert [point.ref for point in reading.case.signed.points()] == ["1.5", "aaben-hal"]


@pytest.mark.parametrize(
    ("said", "instead", "code", "place"),
    [
        ("periode: 2019-2022", "periode: fire år", "ugyldig-periode", "linje 1, periode"),
        ("periode: 2019-2022", "", "felt-mangler", "linje 2, periode"),
        ("dato: 2018-10-08", "dato: i går", "ugyldig-dato", "linje 2, dato"),
        ("tekst: Der afsættes penge.", "tegst: Der afsættes penge.", "ukendt-felt", "linje 9, 1.5, tegst"),
        ("tekst: Der afsættes penge.", "opfølges: måske", "hverken-ja-eller-nej", "linje 9, 1.5, opfølges"),
        ("nummer: 1.5\n        titel", "nummer: fem\n        titel", "ugyldigt-nummer", "linje 7, fem, nummer"),
        ("tekst: Hallen åbner.", "tekst: [a]", "ikke-tekst", "linje 14, aaben-hal, tekst"),
        ("type: drift", "type: drfit", "ukendt-værdi", "linje 16, bilag › 1 › type"),
        ("2020: 100", "2020: 1.5", "ugyldigt-beløb", "linje 24, 1.5, drift › beløb › 2020"),
        ("2020: 100", "20: 100", "ugyldigt-årstal", "linje 24, 1.5, drift › beløb › 20"),
        ('{2019: "-0,025"}', "{2019: -0,025}", "felt-uden-kolon", "linje 32"),
        ("investering: 1,70", "investering: to", "ugyldigt-beløb", "linje 33, ØKU-11, investering"),
        ("kode: ØKU-11", "kod: ØKU-11", "ukendt-felt", "linje 30, kod"),
    ],
)
def test_what_is_wrong_is_told_where_it_stands(said: str, instead: str, code: str, place: str) -> None:
    assert said in SIGNED
    reading = read(SIGNED.replace(said, instead))

    assert (code, f"budgetaftale.yaml {place}") in {(one.code, str(one.place)) for one in reading.findings}
    assert reading.case is None
    assert all(one.hint for one in reading.findings)


def test_the_places_of_checks_are_found_again() -> None:
    reading = read()
    assert reading.case is not None
    signed = reading.case.signed
    assert signed is not None
    assert signed.savings is not None
    (annex,), (case,) = signed.annexes, signed.savings.cases()
    (row,) = annex.rows()
    given = {
        places.point_place(next(signed.points()), "tekst"): 9,
        places.row_place(annex, row, "beløb", 2020): 24,
        places.row_place(annex, row): 20,
        places.saving_place(case, "investering"): 33,
        places.agreement_place("bilag", 1, "titel"): 17,
    }

    assert {place: reading.located(warning("x", place, "y")).place.line for place in given} == given


def test_a_file_with_another_name_is_told() -> None:
    reading = read_case_folder({"aftale.yaml": AGREEMENT.encode(), "budgetaftalen.yaml": b"periode: 2019"})

    assert [(finding.code, finding.place) for finding in reading.findings] == [
        ("ukendt-fil", Place("budgetaftalen.yaml"))
    ]
    assert "budgetaftale.yaml" in reading.findings[0].hint


@pytest.mark.parametrize("text", ["a: {2019: 0,5}", "a: {b: 1, c}", "- {x, y: 1}"])
def test_a_comma_in_brackets_swallows_nothing(text: str) -> None:
    reading = read_case_folder({"aftale.yaml": text.encode()})

    assert "felt-uden-kolon" in {finding.code for finding in reading.findings}
