"""Of a million findings the first of each kind are told, and how many more there are."""

from renderer.findings import MOST_OF_A_KIND, Place, capped, error, warning


def test_few_findings_are_told_as_they_are() -> None:
    findings = [error("ukendt-felt", Place(line=line), "Feltet findes ikke.") for line in range(MOST_OF_A_KIND + 1)]

    assert capped(findings) == tuple(findings)


def test_of_many_the_first_are_told_and_how_many_more_there_are() -> None:
    many = [error("ukendt-felt", Place(line=line), "Feltet findes ikke.") for line in range(1_000)]
    one = warning("dato", Place(line=7), "Datoen er tidlig.")
    told = capped([*many[:300], one, *many[300:]])

    assert told[: MOST_OF_A_KIND + 1] == (*many[:MOST_OF_A_KIND], one)
    assert [finding.message for finding in told[MOST_OF_A_KIND + 1 :]] == ["Der er 800 flere af samme slags."]
    assert told[-1].stops
    assert capped(told) == told
