"""What is found at many places is said once, with every place; what stops is said at each of them."""

from renderer.cli.told_findings import ToldFinding, told_findings
from renderer.findings import Finding, Place, Severity, error, warning

MESSAGE, HINT = "Smileyen er sur, men ingen status forklarer hvorfor.", "Skriv en kort status."


def sad(file: str, line: int, item: str) -> Finding:
    return warning("status-mangler", Place(file, line, item=item, field="milepæle › 2"), MESSAGE, HINT)


def test_the_same_warning_is_said_once_with_each_file_and_its_places() -> None:
    other = warning("type-mangler", Place("aftale.yaml", 12, item="7.1"), "Delelementet har ingen type.")
    findings = (
        sad("opfoelgning-2.yaml", 9, "7.1"),
        other,
        sad("opfoelgning-2.yaml", 31, "7.2"),
        sad("opfoelgning-3.yaml", 8, "7.1"),
    )

    assert told_findings(findings) == [
        ToldFinding(
            Severity.WARNING,
            f"{MESSAGE} [status-mangler]",
            HINT,
            (
                "2 steder i opfoelgning-2.yaml: linje 9, 7.1, milepæle › 2; linje 31, 7.2, milepæle › 2",
                "1 sted i opfoelgning-3.yaml: linje 8, 7.1, milepæle › 2",
            ),
        ),
        ToldFinding(Severity.WARNING, "aftale.yaml linje 12, 7.1: Delelementet har ingen type. [type-mangler]", ""),
    ]


def test_what_is_said_differently_stands_apart() -> None:
    first = sad("opfoelgning-2.yaml", 9, "7.1")
    second = warning("status-mangler", first.place, MESSAGE.replace("sur", "mellemfornøjet"), HINT)

    assert [told.words for told in told_findings((first, second))] == [
        f"opfoelgning-2.yaml linje 9, 7.1, milepæle › 2: {one.message} [status-mangler]" for one in (first, second)
    ]


def test_each_error_stands_where_it_is() -> None:
    findings = [error("tom-tekst", Place("aftale.yaml", line), "Feltet er tomt.", "Skriv en tekst.") for line in (3, 9)]

    assert [told.words for told in told_findings(findings)] == [
        "aftale.yaml linje 3: Feltet er tomt. [tom-tekst]",
        "aftale.yaml linje 9: Feltet er tomt. [tom-tekst]",
    ]


def test_places_without_a_file_and_files_without_a_place_are_counted() -> None:
    said = "Filen bliver ikke læst."
    files = [warning("ukendt-fil", Place(name), said) for name in ("noter.yaml", "kladde.yaml")]
    cells = [warning("ukendt-celle", Place(sheet="Svar", cell=cell), said) for cell in ("H6", "H9")]

    assert [told.places for told in told_findings([*files, *cells])] == [
        ("noter.yaml", "kladde.yaml"),
        ("2 steder: Svar!H6; Svar!H9",),
    ]


def test_a_finding_that_was_found_twice_is_told_once() -> None:
    assert len(told_findings([sad("opfoelgning-2.yaml", 9, "7.1")] * 2)) == 1
    assert told_findings([sad("opfoelgning-2.yaml", 9, "7.1")] * 2)[0].places == ()
