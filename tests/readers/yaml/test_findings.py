"""Every finding at once, each with file, line and field, in Danish, with a hint."""

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
dato: 2018-7-04
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
        ("ugyldig-dato", "opfoelgning-3.yaml linje 2, dato"): "Skriv datoen som år-måned-dag, fx 2018-07-04.",
        ("ukendt-værdi", "opfoelgning-3.yaml linje 6, 5.1, milepæle › 2 › smiley"): "Mente du »sur«?",
        ("ukendt-delelement", "opfoelgning-3.yaml linje 4, 5.1"): "Mente du »5.01«?",
    }


def test_nothing_is_made_of_a_case_with_errors() -> None:
    reading = read()
    assert reading.case is None
    assert all(finding.stops for finding in reading.findings)


def test_a_missing_field_names_what_it_is_for() -> None:
    agreement = "titel: Aftale om budget 2018\nbudgetår: 2018\norganisation:\n  kommune: Ballerup Kommune\n"
    (finding,) = read_case_folder({"aftale.yaml": agreement.encode()}).findings
    assert (finding.code, finding.message) == ("felt-mangler", "Feltet »sagsid« mangler.")
    assert finding.hint == "Tilføj feltet: Sagsid, fælles for aftalen og dens opfølgninger."


def test_an_unknown_key_without_likeness_lists_the_known_ones() -> None:
    followup = "opfølgning: 1\ndato: 2018-03-01\nxyzzy: 1\n"
    hints = [finding.hint for finding in read(followup=followup).findings if finding.code == "ukendt-felt"]
    assert "Felterne her hedder: opfølgning, dato, kontakt, status." in hints


def test_a_file_whose_name_and_number_differ_is_an_error() -> None:
    followup = "opfølgning: 2\ndato: 2018-07-04\n"
    codes = {finding.code: finding for finding in read(followup=followup).findings}
    assert codes["forkert-filnavn"].message == "Filen hedder opfoelgning-3.yaml, men siger, at den er opfølgning 2."


def test_a_file_that_is_not_read_is_told() -> None:
    codes = {finding.code for finding in read(name="opfølgning 3.yml").findings}
    assert "ukendt-fil" in codes


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
