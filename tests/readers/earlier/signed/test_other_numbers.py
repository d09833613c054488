"""Points that have codes, or one number each, and chapters without numbers."""

import pytest

from renderer.readers.earlier.dispatch import read_earlier
from renderer.readers.earlier.reading import EarlierReading, Fate
from renderer.readers.earlier.signed.numbered import Candidate, accepted, read_numbered
from tests.readers.earlier.signed.agreements import codes, points, signed

CODES = """\
Budgetforlig 2026 for Egeby Kommune

mellem Venstre, SF og Egebylisten

Klima og natur

KN-03 Vandhuller
Der afsættes 0,2 mio. kr. i 2026 til tre vandhuller.

KN-07 Vilde kanter
Rabatterne bliver slået én gang om året.

Kultur og fritid

Foreningerne får bedre tid til det, de er gode til.

KF-01 Nøglebokse
Der afsættes 75.000 kr. i 2026.

KF-12 Bibliotekets bus
Bussen kører også om lørdagen.
"""
ONE_LEVEL = """\
Budgetforlig 2026 for Egeby Kommune

mellem Venstre, SF og Egebylisten

Klima og natur

1. Vandhuller
Der afsættes 0,2 mio. kr. i 2026 til tre vandhuller.

2. Vilde kanter
Rabatterne bliver slået én gang om året.

Kultur og fritid

3. Nøglebokse
Der afsættes 75.000 kr. i 2026.
"""


def _read(text: str) -> EarlierReading:
    return read_earlier("aftale.txt", text.encode())


def _chapters(reading: EarlierReading) -> list[tuple[str, list[str | None]]]:
    return [(one.title, [point.number for point in one.all_points()]) for one in signed(reading).chapters]


def test_codes_under_chapters_without_numbers() -> None:
    reading = _read(CODES)

    assert points(reading) == [
        ("KN-03", "Vandhuller"),
        ("KN-07", "Vilde kanter"),
        ("KF-01", "Nøglebokse"),
        ("KF-12", "Bibliotekets bus"),
    ]
    assert _chapters(reading) == [
        ("Klima og natur", ["KN-03", "KN-07"]),
        ("Kultur og fritid", ["KF-01", "KF-12"]),
    ]
    assert signed(reading).chapters[1].text.plain == "Foreningerne får bedre tid til det, de er gode til."
    assert "nummer-mangler" not in codes(reading)
    assert {line.fate for line in reading.accounting} == {Fate.PLACED}


def test_a_point_is_known_by_its_code() -> None:
    assert [point.ref for point in signed(_read(CODES)).points()] == ["KN-03", "KN-07", "KF-01", "KF-12"]


@pytest.mark.parametrize("restarts", [False, True])
def test_one_number_each_under_chapters_without_numbers(restarts: bool) -> None:
    reading = _read(ONE_LEVEL.replace("3. Nøglebokse", "1. Nøglebokse") if restarts else ONE_LEVEL)
    last = "1" if restarts else "3"

    assert _chapters(reading) == [("Klima og natur", ["1", "2"]), ("Kultur og fritid", [last])]
    assert [point.text.plain for point in signed(reading).points()][2] == "Der afsættes 75.000 kr. i 2026."


def test_two_part_numbers_under_chapters_without_numbers() -> None:
    text = ONE_LEVEL.replace("1. Vand", "1.1 Vand").replace("2. Vilde", "1.2 Vilde").replace("3. Nøgle", "2.1 Nøgle")

    assert _chapters(_read(text)) == [("Klima og natur", ["1.1", "1.2"]), ("Kultur og fritid", ["2.1"])]


def _accepted(*lines: str) -> list[str]:
    read_lines = [(n, read_numbered(line)) for n, line in enumerate(lines)]
    candidates = [Candidate(n, one, shaped=not lines[n].endswith(".")) for n, one in read_lines if one]
    return [numbered.number for numbered in accepted(candidates).values()]


@pytest.mark.parametrize(
    ("lines", "numbers"),
    [
        (("BI01 Fritidsjob", "tekst", "BI02 Mentorer", "BU17: Legepladser"), ["BI01", "BI02", "BU17"]),
        (("1. Job", "A1 Fritidsjob", "A2 – Mentorer", "2. Børn", "B1 Lege"), ["1", "A1", "A2", "2", "B1"]),
        (("BI02 Mentorer", "tekst", "BI01 Fritidsjob", "BI03 Praktik"), ["BI02", "BI03"]),
        (("1.1 Skoler", "SF 2 Ændringer", "FN17 Verdensmål", "1.2 Dagtilbud"), ["1.1", "1.2"]),
        (("1. Ingen ny gæld", "2. En kasse på 60 mio. kr", "3. Lavere skat"), []),
        (("FN17 Verdensmål", "tekst", "og mere tekst."), []),
    ],
)
def test_codes_and_single_numbers_are_points_only_where_there_are_no_others(
    lines: tuple[str, ...], numbers: list[str]
) -> None:
    assert _accepted(*lines) == numbers
