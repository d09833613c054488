"""The signed agreement as a document: levels that skip none, exact sums that are told apart, data that come back."""

import datetime
import itertools
import json
from decimal import Decimal

import pytest
from hypothesis import given, settings

from renderer.edition.agreement.build import build_agreement
from renderer.edition.agreement.document import AgreementDocument, Part
from renderer.edition.agreement.figure_table import FigureLine, FigureTable
from renderer.errors import UnknownChoice
from renderer.model.amount import Amount, Unit
from renderer.model.amount_values import read_amount
from renderer.model.signed.annex import Annex, named_type, without_type_word
from renderer.model.signed.signed_agreement import SignedAgreement
from tests.samples import small_case
from tests.signed_agreements import signed_agreements
from tests.signed_samples import large_signed, small_signed


def document(signed: SignedAgreement) -> AgreementDocument:
    return build_agreement(small_case().model_copy(update={"signed": signed}))


def table(rows: list[dict[str, object]], **more: object) -> FigureTable:
    annex = {"type": "drift", "titel": "Tal", "enhed": "mio. kr.", "grupper": [{"titel": "A", "rækker": rows}], **more}
    [only] = document(SignedAgreement.model_validate({"periode": "2019-2020", "bilag": [annex]})).tables
    return only


def cells(lines: tuple[FigureLine, ...]) -> list[tuple[str, tuple[str, ...]]]:
    return [(line.label, line.cells) for line in lines]


@settings(max_examples=60, deadline=None)
@given(signed=signed_agreements())
def test_the_data_come_back_and_headings_skip_no_level(signed: SignedAgreement) -> None:
    made = document(signed)
    headings = list(made.headings())

    assert AgreementDocument.model_validate(json.loads(made.as_json())) == made
    assert len({heading.anchor for heading in headings}) == len(headings)
    assert all(heading.anchor.isascii() for heading in headings)
    levels = [1, *(heading.level for heading in headings)]
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    assert [one for _, part in made.parts() for one in part] == list(made.passages)
    assert sum(kind is Part.CHAPTER for kind, _ in made.parts()) == len(signed.chapters)


@settings(max_examples=60, deadline=None)
@given(signed=signed_agreements())
def test_our_sums_are_those_of_the_entries_and_no_others(signed: SignedAgreement) -> None:
    for printed, annex in zip(document(signed).tables, signed.annexes, strict=False):
        for group in printed.groups:
            for line in group.totals:
                if line.calculated:
                    hold_sum(line, group.lines, annex.unit)
        for line in printed.totals:
            if line.calculated:
                hold_sum(line, tuple(one for group in printed.groups for one in group.lines), annex.unit)


def hold_sum(line: FigureLine, lines: tuple[FigureLine, ...], unit: Unit) -> None:
    for column, cell in enumerate(line.cells):
        entries = [read_amount(one.cells[column], unit) for one in lines if one.cells[column]]
        if cell:
            assert entries
            assert read_amount(cell, unit).number == sum((entry.number for entry in entries), Decimal(0))
            assert len(cell.partition(",")[2]) == max(entry.decimals for entry in entries)


def test_an_empty_column_has_no_sum_and_zero_has_one() -> None:
    printed = table([{"titel": "X", "beløb": {"2019": "0,00"}}, {"titel": "Y", "beløb": {"2019": "-0,0"}}])

    assert cells(printed.groups[0].totals) == [("Sum (beregnet)", ("0,00", ""))]
    assert cells(printed.totals) == [("I alt (beregnet)", ("0,00", ""))]
    assert "beregnet" in printed.calculated_notice


def test_a_sum_of_the_agreement_is_printed_as_it_stands_and_ours_fill_the_other_columns() -> None:
    rows: list[dict[str, object]] = [{"titel": "X", "beløb": {"2019": "1,5", "2020": "2"}}]
    printed = table(rows, sum={"2019": "99,9"})

    assert cells(printed.totals) == [("I alt", ("99,9", "")), ("I alt (beregnet)", ("", "2"))]
    whole = table(rows, sum={"2019": "1,5", "2020": "2,0"})
    assert cells(whole.totals) == [("I alt", ("1,5", "2,0"))]


def test_rows_without_a_group_have_the_sum_of_the_table_alone() -> None:
    rows = [{"titel": "X", "beløb": {"2019": "1"}}]
    printed = table([], grupper=[{"rækker": rows}])

    assert [group.totals for group in printed.groups] == [()]
    assert cells(printed.totals) == [("I alt (beregnet)", ("1", ""))]


def test_a_column_knows_its_decimals_and_what_each_cell_lacks() -> None:
    printed = table([{"titel": "X", "beløb": {"2019": "-0,025"}}, {"titel": "Y", "beløb": {"2019": "1,50"}}])

    assert [column.decimals for column in printed.columns] == [3, 0]
    assert printed.missing_decimals(0, "1,50") == (1, False)
    assert printed.missing_decimals(0, "2") == (3, True)
    assert printed.missing_decimals(1, "2") == (0, False)


def test_years_outside_the_period_have_a_column_too() -> None:
    printed = table([{"titel": "X", "beløb": {"2022": "1"}}])

    assert [column.label for column in printed.columns] == ["2019", "2020", "2021", "2022"]


def test_what_the_front_page_says() -> None:
    front = document(small_signed()).letter

    assert (front.title, front.department, front.between) == ("Budgetaftale 2019-2022", "Borgmesteren", "mellem")
    assert " ".join(front.parties) == "Socialdemokratiet, Venstre samt Borgerlisten i Ørby"
    assert front.period == "Aftalen gælder årene 2019-2022."
    assert front.signed.replace("\u00a0", " ") == "Ballerup, den 8. oktober 2018"
    assert front.revised.replace("\u00a0", " ") == "Revideret den 12. oktober 2018"


def test_a_point_stands_under_its_group_and_its_sections_under_it() -> None:
    levels = {heading.text: heading.level for heading in document(small_signed()).headings()}

    assert levels["1. Byen vokser sammen"] == 2
    assert levels["1.5. Voksne med handicap"] == levels["Fællesskaber"] == 3
    assert levels["1.14. Åben Hal"] == 4
    assert levels["Baggrund"] == 5


def test_the_contents_list_chapters_and_points_and_what_surrounds_them() -> None:
    listed = [heading.text for heading in document(small_signed()).contents()]

    assert "1.14. Åben Hal" in listed
    assert listed[-4:] == ["Underskrifter", "Driftsinvesteringer", "Anlægsinvesteringer", listed[-1]]
    assert "Fællesskaber" not in listed
    assert "Baggrund" not in listed


@pytest.mark.parametrize(
    ("kind", "title", "heading"),
    [
        ("drift", "Driftsinvesteringer", "Driftsinvesteringer"),
        ("anlæg", "Bilag 2. Anlægsinvesteringer", "Bilag 2. Anlægsinvesteringer"),
        ("øvrig finansiering", "Øvrige finansieringer", "Øvrige finansieringer"),
        ("drift", "Nye opgaver", "DRIFT Nye opgaver"),
        ("øvrig finansiering", "Lån", "ØVRIG FINANSIERING Lån"),
        ("anlæg", "Afledt drift af anlæg", "ANLÆG Afledt drift af anlæg"),
        ("drift", "DRIFT Nye opgaver", "DRIFT DRIFT Nye opgaver"),
    ],
)
def test_an_annex_is_headed_by_its_type_once(kind: str, title: str, heading: str) -> None:
    annex = Annex.model_validate({"type": kind, "titel": title})

    assert annex.heading == heading
    assert named_type(heading) is annex.budget_type
    assert (heading if heading == title else without_type_word(heading)) == title


def test_a_row_of_an_annex_is_headed_as_its_point_is() -> None:
    made = document(small_signed())
    rows = {line.label for table in made.tables for group in table.groups for line in group.lines}

    assert "1.5. Voksne med handicap" in rows & {heading.text for heading in made.headings()}


def test_the_day_of_the_document_is_the_last_known_one() -> None:
    def day(**data: str) -> datetime.date:
        return document(SignedAgreement.model_validate({"periode": "2019-2022", **data})).facts.date

    assert day(dato="2018-10-08", revideret="2018-10-12") == datetime.date(2018, 10, 12)
    assert day(dato="2018-10-08") == datetime.date(2018, 10, 8)
    assert day() == datetime.date(2019, 1, 1)


def test_a_large_agreements_sums_are_exact() -> None:
    drift = document(large_signed()).tables[0]
    rows = [
        Amount.thousands(int(line.cells[0].replace(".", "")))
        for group in drift.groups
        for line in group.lines
        if line.cells[0]
    ]

    assert drift.totals[0].cells[0].replace(".", "") == str(sum(int(row.number) for row in rows))


def test_a_case_without_the_agreement_is_refused() -> None:
    with pytest.raises(UnknownChoice) as refused:
        build_agreement(small_case())
    assert refused.value.message == "Sagen har ikke den underskrevne aftale."
