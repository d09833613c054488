"""The municipality's own agreement: everything a person finds in it is in the data, and nothing else."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from renderer.model.amount import Amount, Unit
from renderer.model.item import BudgetType
from renderer.model.signed.signed_agreement import SignedAgreement
from renderer.readers.earlier.reading import Fate
from tests.readers.earlier import originals
from tests.readers.earlier.test_originals_words import data_words, document_words, words

pytestmark = originals.needs_originals

FACTS = Path(originals.__file__).parent / "facts"
YEARS = (2022, 2021, 2020, 2019)


def facts(name: str) -> list[list[str]]:
    """The rows of a table of facts; `_` stands for a space, so that no long run of words is the original's."""
    with (FACTS / f"003_{name}.csv").open(encoding="utf-8", newline="") as file:
        return [[cell.replace("_", " ") for cell in row] for row in csv.reader(file, delimiter=";")][1:]


def signed() -> SignedAgreement:
    return SignedAgreement.model_validate(originals.reading("003").signed)


def sections(data: list[dict[str, Any]]) -> Iterator[str]:
    for section in data:
        yield section["overskrift"]
        yield from sections(section.get("afsnit", []))


def test_every_point_stands_with_number_and_title_in_its_chapter() -> None:
    agreement = signed()

    assert [[point.title, point.number] for point in agreement.points()] == facts("points")
    assert [(one.number, len(list(one.all_points()))) for one in agreement.chapters] == [
        ("1", 22), ("2", 7), ("3", 22), ("4", 24), ("5", 7), ("6", 10),
    ]  # fmt: skip
    assert [chapter.title for chapter in agreement.chapters] == [
        "Vi skaber fremtiden sammen",
        "Åben for nye idéer",
        "En stærk uddannelsesby",
        "En grøn by i balance",
        "En førende erhvervsby",
        "Ballerup Kommune som virksomhed",
    ]
    assert all(point.text and not point.sections for point in agreement.points())


def test_chapters_open_with_the_vision_and_have_headings_inside() -> None:
    chapters = signed().chapters

    assert [chapter.lead_in for chapter in chapters] == [
        *["I Vision 2029 står der:"] * 4,
        "I Vision 2029 står det:",
        None,
    ]
    assert [len(chapter.quotation.blocks) for chapter in chapters] == [3, 3, 3, 3, 3, 0]
    assert all(
        chapter.quotation.plain.startswith("”") and chapter.quotation.plain.endswith("”.") for chapter in chapters[:5]
    )
    assert [(group.heading, len(group.points)) for group in chapters[0].groups] == [
        ("Værdighed i Ballerup/alle aldre", 14),
        ("Fællesskaber", 8),
    ]
    assert chapters[5].text.plain.startswith("Afsnittet vedrører")


def test_the_introduction_has_its_sections_and_lists() -> None:
    introduction = originals.reading("003").signed["indledning"]

    assert list(sections(introduction)) == [
        "Indledning",
        "Budget 2019 - budget i balance med plads til investeringer i velfærd",
        "Kommuneaftalen kort",
        "Økonomi",
        "Den økonomiske strategi",
        "Fortsat styr på økonomien – styring på rammer",
    ]
    assert introduction[0]["tekst"].count("\\\nMål ") == 5
    assert [line[:3] for line in introduction[4]["tekst"].split("\n") if line[:1].isdigit()] == [
        "1. ", "2. ", "3. ", "4. ",
    ]  # fmt: skip
    assert introduction[4]["tekst"].count("\n- ") == 2


def test_the_annexes_hold_every_amount_in_its_year() -> None:
    for kind, name, count in ((BudgetType.OPERATING, "drift", 26), (BudgetType.CAPITAL, "anlaeg", 22)):
        annex = next(annex for annex in signed().annexes if annex.budget_type is kind)
        rows = [
            [row.title, row.number, *(row.amounts[year].literal if year in row.amounts else "" for year in YEARS)]
            for row in annex.rows()
        ]
        assert rows == facts(name)
        assert len(rows) == count
        assert annex.unit is Unit.THOUSANDS
        assert [group.number for group in annex.groups] == ["1", "2", "3", "4", "5", "6"]


def test_the_savings_stand_by_committee_with_their_decimals() -> None:
    savings = signed().savings
    assert savings is not None

    rows = [
        [
            case.title,
            case.code,
            case.investment.literal if case.investment else "",
            *(case.amounts[year].literal if year in case.amounts else "" for year in YEARS),
            group.committee,
        ]
        for group in savings.groups
        for case in group.cases
    ]
    assert rows == facts("besparelser")
    assert len(rows) == 43
    cases = {case.code: case for case in savings.cases()}
    assert cases["ØKU-11"].amounts[2019] == Amount.millions("-0.025")
    assert cases["ØKU-05"].amounts.keys() == {2020, 2021, 2022}
    assert cases["TMU-02"].amounts[2019] == Amount.millions("0.00")


def test_the_signatories_have_their_parties() -> None:
    agreement = signed()

    assert [(one.name, one.party, one.office) for one in agreement.signatories] == [
        ("Jesper Würtzen", "Socialdemokratiet", "borgmester"),
        ("Peter Als", "Socialdemokratiet", None),
        ("Kåre Harder Olesen", "Venstre", None),
        ("Michael Jørn Jensen", "Dansk Folkeparti", None),
        ("Ali Abbasi", "Enhedslisten", None),
        ("Allan Kristensen", "Det Konservative Folkeparti", None),
        ("Ulrik Falk-Sørensen", "SF - Socialistisk Folkeparti", None),
    ]
    assert (agreement.place, str(agreement.date)) == ("Ballerup", "2018-10-08")


def test_what_was_concluded_is_told_and_nothing_else() -> None:
    reading = originals.reading("003")

    assert [(finding.code, finding.place.line) for finding in reading.findings] == [
        ("sagsid-mangler", None),
        ("budgetår-udledt", None),
        ("titel-udledt", None),
        ("kommune-udledt", None),
        ("underskrift-udledt", 1252),
        ("kolonne-udledt", 1576),
    ]
    assert reading.followup == {}


def test_every_line_is_placed_but_the_repeated_heads() -> None:
    fates = Counter(line.fate for line in originals.reading("003").accounting)

    assert fates[Fate.REPORTED] == 0
    assert fates[Fate.FURNITURE] == 3


# What a person finds beside the data: the date in words (the data has digits), the names of the columns, the type and
# unit of each table, and the title of the savings where it comes again.
SAVINGS = "Oversigt over besparelser fra de enkelte omstillingscases der medtages i budget 2019"
COLUMNS = "2019 2020 2021 2022"
BESIDE = Counter(
    words(
        f"den 8 oktober 2018 DRIFT ANLÆG {f'(1.000 kr.) {COLUMNS} ' * 2} "
        f"{f'Nr Indsats {COLUMNS} Anlægsinvestering ' * 4} {f'{SAVINGS} ' * 3} {'mio kr ' * 4}"
    )
)
INSTEAD = Counter(words("2018-10-08 2019-2022 drift anlæg"))


def test_every_word_is_in_the_data_and_no_other_word_is() -> None:
    reading = originals.reading("003")
    data = Counter(data_words(reading.signed, set()))
    text = re.sub(r"Anlægs-\ninvestering", "Anlægsinvestering", originals.content("003").decode())

    assert document_words(text, data + BESIDE) + INSTEAD == data + BESIDE
