"""Every finding at once, each with file, line and field, in Danish, with a hint."""

import unicodedata

import pytest

from renderer.readers.yaml.folder import CaseReading, read_case_folder

AGREEMENT = """\
titel: Aftale om budget 2018
budgetår: 18
sagsid: 00.30.00-S00
organisation: {kommune: Ballerup Kommune}
udvalg: [Økonomiudvalget]
centre: [Arbejdsmarked, "By, Erhverv og Miljø"]
kapitler:
  - nummer: 5
    titel: Erhverv
    delelementer:
      - nummer: 5.01
        titel: Flere lærepladser
        typ: drift
        ansvarligt_center: Arbejdsmarket
        ansvarligt_udvalg: Teknik- og Miljøudvalget
        milepæle: {1: Ti pladser., 7: Tyve pladser.}
        bidragsydere: Arbejdsmarked
      - titel: Uden nummer
"""

FOLLOWUP = """\
opfølgning: 3
dato: 2018-13-04
status:
  5.1:
    milepæle:
      2: {smiley: sør, status: Syv er ansat.}
"""


def read(agreement: str = AGREEMENT, followup: str = FOLLOWUP, name: str = "opfoelgning-3.yaml") -> CaseReading:
    return read_case_folder({"aftale.yaml": agreement.encode(), name: followup.encode()})


def test_every_finding_comes_at_once_with_its_place_and_hint() -> None:
    found = {(finding.code, str(finding.place)): finding.hint for finding in read().findings}
    assert found == {
        ("ugyldigt-årstal", "aftale.yaml linje 2, budgetår"): "Skriv årstallet med fire cifre, fx 2018.",
        ("ugyldigt-sagsid", "aftale.yaml linje 3, sagsid"): "Skriv sagsid som i sagssystemet, fx 00.30.00-S00-9-16.",
        ("ukendt-felt", "aftale.yaml linje 13, 5.01, typ"): "Mente du »type«?",
        ("ukendt-milepæl", "aftale.yaml linje 16, 5.01, milepæle › 7"): (
            "Milepælene hedder 1, 2 og 3 (budgetopfølgningerne) og 4 (31.12.)."
        ),
        ("forkert-form", "aftale.yaml linje 17, 5.01, bidragsydere"): (
            "Skriv hvert punkt på sin egen linje efter en bindestreg og et mellemrum."
        ),
        ("ref-mangler", "aftale.yaml linje 18, uden-nummer"): (
            "Tilføj fx »ref: uden-nummer«, og lad det stå uændret fremover."
        ),
        ("ukendt-center", "aftale.yaml linje 14, 5.01, ansvarligt_center"): (
            "Mente du »Arbejdsmarked«? Ellers tilføj navnet til listen."
        ),
        ("ukendt-udvalg", "aftale.yaml linje 15, 5.01, ansvarligt_udvalg"): (
            "Tilføj det til listen, eller vælg et af: Økonomiudvalget."
        ),
        (
            "ugyldig-dato",
            "opfoelgning-3.yaml linje 2, dato",
        ): "Skriv datoen som fx 2018-07-04, 04-07-2018 eller 4. juli 2018.",
        ("ukendt-værdi", "opfoelgning-3.yaml linje 6, 5.1, milepæle › 2 › smiley"): "Mente du »sur«?",
        ("ukendt-delelement", "opfoelgning-3.yaml linje 4, 5.1"): "Mente du »5.01«?",
    }


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("Mellem", "Mente du »mellemfornøjet«?"),
        ("Grøn (holder)", "Mente du »glad«? Skriv »holder« i feltet status, hvis det skal med."),
        ("☹", "Mente du »sur«?"),
        ("n/a", "Er der ikke givet en smiley, så slet det, der står efter kolonet."),
        ("ok", "Skriv et af ordene: glad, mellemfornøjet, sur."),
    ],
)
def test_what_stands_instead_of_a_smiley_is_asked_about(typed: str, hint: str) -> None:
    found = read(followup=FOLLOWUP.replace("smiley: sør", f'smiley: "{typed}"')).findings

    assert [(one.hint, str(one.place)) for one in found if one.code == "ukendt-værdi"] == [
        (hint, "opfoelgning-3.yaml linje 6, 5.1, milepæle › 2 › smiley")
    ]


def test_nothing_is_made_of_a_case_with_errors() -> None:
    reading = read()
    assert reading.case is None
    assert all(finding.stops for finding in reading.findings)


def test_a_missing_field_names_what_it_is_for() -> None:
    agreement = "titel: Aftale om budget 2018\nbudgetår: 2018\norganisation:\n  kommune: Ballerup Kommune\n"
    (finding,) = read_case_folder({"aftale.yaml": agreement.encode()}).findings
    assert (finding.code, finding.message) == ("felt-mangler", "Feltet »sagsid« mangler.")
    assert finding.hint == "Tilføj feltet: Sagsid, fælles for aftalen og dens opfølgninger."


def test_a_field_with_nothing_after_its_colon_is_told_from_one_that_is_not_there() -> None:
    said = {one.message: one for one in read(followup="opfølgning: 3\ndato:\n").findings}
    empty = said["Feltet »dato« er tomt."]
    assert (empty.code, str(empty.place)) == ("felt-mangler", "opfoelgning-3.yaml linje 2, dato")
    assert empty.hint == "Skriv datoen efter »dato:«, fx 2026-06-26."

    agreement = AGREEMENT.replace("titel: Aftale om budget 2018", "titel:")
    hints = {one.message: one.hint for one in read(agreement).findings}
    assert hints["Feltet »titel« er tomt."] == "Skriv efter »titel:«: Aftalens titel, fx Aftale om budget 2018."


def test_an_unknown_key_without_likeness_lists_the_known_ones() -> None:
    followup = "opfølgning: 1\ndato: 2018-03-01\nxyzzy: 1\n"
    hints = [finding.hint for finding in read(followup=followup).findings if finding.code == "ukendt-felt"]
    assert "Felterne her hedder: opfølgning, dato, kontakt, status." in hints


def test_a_file_whose_name_and_number_differ_is_an_error() -> None:
    followup = "opfølgning: 2\ndato: 2018-07-04\n"
    codes = {finding.code: finding for finding in read(followup=followup).findings}
    assert codes["forkert-filnavn"].message == "Filen hedder opfoelgning-3.yaml, men siger, at den er opfølgning 2."


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("opfølgning 3.yml", "opfoelgning-3.yaml"),
        ("opfølgning-4.yaml", "opfoelgning-4.yaml"),
        (unicodedata.normalize("NFD", "opfølgning-4.yaml"), "opfoelgning-4.yaml"),
        ("Opfoelgning-0.yaml", "opfoelgning-0.yaml"),
        ("tjek.yml", "tjek.yaml"),
        ("opfoelgning-1.yaml.txt", "opfoelgning-1.yaml"),
        ("opfoelgning-01.yaml", "opfoelgning-1.yaml"),
        ("Opfølgning 2 (1).yml", "opfoelgning-2.yaml"),
        ("opfoelgning-3 - Kopi.yaml", "opfoelgning-3.yaml"),
        ("opfoelgning-4.txt", "opfoelgning-4.yaml"),
        ("opfoelgning-4.yaml.yaml", "opfoelgning-4.yaml"),
        ("tjek.yaml.txt", "tjek.yaml"),
        ("budgetaftale.yaml.txt", "budgetaftale.yaml"),
        ("budgetaftalen.yaml", "budgetaftale.yaml"),
        ("opfoelgning-5.yaml", None),
        ("noter.yaml", None),
        ("Aftale.yaml", None),
    ],
)
def test_a_file_that_is_not_read_is_told_with_the_name_that_is_meant(name: str, meant: str | None) -> None:
    [finding] = [one for one in read(name=name).findings if one.code == "ukendt-fil"]
    assert finding.hint.startswith(f"Mente du {meant}?" if meant else "Filerne hedder aftale.yaml,")


def test_what_can_be_read_in_spite_of_errors_is_there_to_be_checked() -> None:
    agreement = "titel: A\nbudgetår: 2018\nsagsid: 00.30.00-S00-9-16\norganisation: {kommune: B}\ncentre: [C]\n"
    items = "kapitler:\n  - titel: D\n    delelementer:\n      - {nummer: 1.1, titel: E, ansvarligt_center: F}\n"
    followups = {
        f"opfoelgning-{number}.yaml": f"opfølgning: {number}\ndato: 2018-03-0{number}\n" for number in (1, 2, 3)
    }
    files = {"aftale.yaml": agreement + items, **followups}
    wrong = {
        "nothing": ({"aftale.yaml": files["aftale.yaml"].replace("F}", "C}")}, [1, 2, 3]),
        "a centre that is in no list": ({}, [1, 2, 3]),
        "a tab": ({"opfoelgning-2.yaml": "opfølgning: 2\n\tdato: 2018-03-02\n"}, [1]),
        "a false number": ({"opfoelgning-1.yaml": followups["opfoelgning-2.yaml"]}, []),
    }
    for name, (changed, numbers) in wrong.items():
        reading = read_case_folder({file: text.encode() for file, text in {**files, **changed}.items()})
        assert reading.readable, name
        assert [one.number for one in reading.readable.followups] == numbers, name
        assert (reading.case is None) == (name != "nothing")
    assert read_case_folder({"aftale.yaml": b"titel: A\n"}).readable is None


def test_a_character_that_cannot_be_printed_is_refused_by_its_name() -> None:
    agreement = AGREEMENT.replace("Flere lærepladser", "Flere \uf04a lærepladser")
    finding = next(one for one in read(agreement=agreement).findings if one.code == "ugyldigt-tegn")
    assert finding.message == "Teksten har et tegn, som ikke kan trykkes: U+F04A."
    assert finding.place.field == "titel"


def test_a_status_without_its_item_points_to_the_number_that_stands_twice() -> None:
    items = "".join(f"      - {{nummer: 5.01, titel: {title}}}\n" for title in ("Flere lærepladser", "Tolkebistand"))
    agreement = AGREEMENT[: AGREEMENT.index("      - nummer")] + items
    followup = "opfølgning: 1\ndato: 2018-03-01\nstatus:\n  5.02:\n    økonomi: {smiley: glad}\n"
    hints = [one.hint for one in read(agreement, followup).findings if one.code == "ukendt-delelement"]
    assert hints == ["Flere delelementer i aftalen hedder »5.01«. Skal et af dem hedde »5.02«?"]


def test_a_number_from_a_spreadsheet_is_never_proposed() -> None:
    agreement = (
        "titel: A\nbudgetår: 2018\nsagsid: 00.30.00-S00-9-16\norganisation: {kommune: B}\ncentre: [C]\nkapitler:\n"
        "  - titel: D\n    delelementer:\n      - {nummer: '2,1', titel: E, ansvarligt_center: C}\n"
    )
    files = {
        "aftale.yaml": agreement,
        "opfoelgning-1.yaml": "opfølgning: 1\nstatus: {2.10: {økonomi: {smiley: glad}}}\n",
    }

    findings = read_case_folder({name: text.encode() for name, text in files.items()}).findings

    assert [one.hint for one in findings if one.code == "ukendt-delelement"] == [
        "Aftalen har nummeret »2,1«. Ret det dér til »2.10«."
    ]


def test_a_name_for_a_list_that_is_empty_is_told_so() -> None:
    agreement = (
        "titel: A\nbudgetår: 2018\nsagsid: 00.30.00-S00-9-16\norganisation: {kommune: B}\nkapitler:\n"
        "  - titel: D\n    delelementer:\n      - {nummer: 2.1, titel: E, ansvarligt_center: C}\n"
    )

    findings = read_case_folder({"aftale.yaml": agreement.encode()}).findings

    assert "Tilføj det til listen; den er tom endnu." in {one.hint for one in findings}
