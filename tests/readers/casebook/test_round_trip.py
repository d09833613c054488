"""A case as one workbook and back: nothing is lost, and everything wrong is told with its sheet and cell."""

from collections.abc import Callable
from io import BytesIO

import pytest
from hypothesis import given, settings
from openpyxl import Workbook, load_workbook

from renderer.casefolder.case_tables import case_tables
from renderer.errors import UnreadableFile
from renderer.findings import Stopped
from renderer.journeys.case_workbook import case_workbook, read_case_workbook
from renderer.model.agreement import Agreement
from renderer.model.case import Case
from renderer.model.changes import GivenUp, Move, NewName
from renderer.model.item import Item
from renderer.model.markdown import parse_prose, write_prose
from renderer.model.prose import Prose
from renderer.model.signed.signed_agreement import SignedAgreement
from renderer.readers.casebook.values import paragraphed
from renderer.vocabulary import case_sheets
from tests.cases import cases, large_case, small_case
from tests.signed_samples import small_signed
from tests.workbook_hand import workbooks
from tests.written_prose import ALL_FORMS, proses

SMALL = small_case()


def read(book: Workbook) -> tuple[Case | None, list[tuple[str, str]]]:
    """The case, and the code and place of each finding."""
    content = BytesIO()
    book.save(content)
    reading = read_case_workbook("sag.xlsx", content.getvalue())
    return reading.case, [(finding.code, str(finding.place)) for finding in reading.findings]


@pytest.fixture
def book() -> Workbook:
    return load_workbook(BytesIO(case_workbook(SMALL)))


@settings(max_examples=60, deadline=None)
@given(cases(signed=True, mid_year=True))
def test_a_case_comes_back_as_it_was(case: Case) -> None:
    reading = read_case_workbook("sag.xlsx", case_workbook(case))

    assert reading.findings == ()
    assert reading.case == case


def test_a_large_case_comes_back_as_it_was() -> None:
    case = large_case()
    reading = read_case_workbook("sag.xlsx", case_workbook(case))

    assert (reading.case, reading.findings) == (case, ())


def test_a_case_comes_back_through_another_program(book: Workbook) -> None:
    assert read(book) == (SMALL, [])


def test_the_same_case_gives_the_same_bytes() -> None:
    assert case_workbook(SMALL) == case_workbook(SMALL)


def test_every_field_of_the_records_has_its_place() -> None:
    def first_keys(paths: tuple[tuple[str, ...], ...]) -> set[str]:
        return {path[0] for path in paths}

    agreement = {str(field.alias) for field in Agreement.model_fields.values()}
    signed = {str(field.alias) for field in SignedAgreement.model_fields.values()}

    assert agreement - first_keys(case_sheets.AGREEMENT_FIELDS) == {
        "kapitler", "udvalg", "centre", "nye_navne", "e-mail_til_centre"
    }  # fmt: skip
    item = {name for name in Item.model_fields if name not in ("milestones", "finances", "moves", "given_up")}
    assert item == set(case_sheets.ITEM_FIELDS)
    assert {*Move.model_fields, *GivenUp.model_fields} == set(case_sheets.CHANGE_FIELDS)
    assert set(NewName.model_fields) == set(case_sheets.NEW_NAME_FIELDS)
    assert signed - first_keys(case_sheets.SIGNED_FIELDS) == {
        "indledning", "kapitler", "afslutning", "underskrifter", "bilag", "besparelser",
    }  # fmt: skip


@given(proses(ALL_FORMS, empty=True))
def test_texts_as_the_data_write_them_are_never_parted(prose: Prose) -> None:
    text = write_prose(prose)

    assert parse_prose(paragraphed(text)) == parse_prose(text)


def test_lines_that_somebody_ended_are_paragraphs() -> None:
    assert paragraphed("Første.\nAnden.\n- et\n- to\nTredje.") == "Første.\n\nAnden.\n- et\n- to\nTredje."


def _cell(sheet: str, name: str, value: object) -> Callable[[Workbook], None]:
    def change(book: Workbook) -> None:
        book[sheet][name].value = value

    return change


def _twice(book: Workbook) -> None:
    sheet = book["Status"]
    sheet.append([cell.value for cell in sheet[2]])


WRONG = {
    "unknown heading": (_cell("Delelementer", "H1", "Bidragyder"), "ukendt-overskrift", "Delelementer!H1"),
    "no chapter": (_cell("Delelementer", "A2", "9. Findes ikke"), "ukendt-kapitel", "Delelementer!A2"),
    "unknown centre": (_cell("Delelementer", "F2", "Arbejdmarked"), "ukendt-center", "Delelementer!F2"),
    "number as number": (_cell("Delelementer", "B2", 5.1), "ugyldigt-nummer", "Delelementer!B2"),
    "unknown smiley": (_cell("Status", "D2", "måske"), "ukendt-værdi", "Status!D2"),
    "unknown ref": (_cell("Status", "B2", "9.99"), "ukendt-delelement", "Status!B2"),
    "unknown followup": (_cell("Status", "A2", "7"), "række-uden-sted", "Status!A2"),
    "unknown field": (_cell("Aftale", "A2", "Titlen"), "ukendt-felt", "Aftale!A2"),
    "bad date": (_cell("Opfølgninger", "B2", "juli 2018"), "ugyldig-dato", "Opfølgninger!B2"),
    "a formula": (_cell("Delelementer", "C2", "=1/0"), "celle-kan-ikke-læses", "Delelementer!C2"),
    "twice": (_twice, "række-to-gange-i-sagen", "Status!B"),
    "no title": (_cell("Delelementer", "C2", None), "felt-mangler", "Delelementer!A2"),
    "doubled heading": (_cell("Delelementer", "H1", "Nummer"), "overskrift-to-gange", "Delelementer!H1"),
}


@pytest.mark.parametrize(("change", "code", "place"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_told_with_its_cell(
    book: Workbook, change: Callable[[Workbook], None], code: str, place: str
) -> None:
    change(book)
    case, found = read(book)

    assert case is None
    assert any(one == code and f"sag.xlsx {place}" in where for one, where in found), found


def test_a_near_name_is_proposed(book: Workbook) -> None:
    _cell("Delelementer", "G1", "Ansvarlig udvalg")(book)
    content = BytesIO()
    book.save(content)
    (finding, *_) = read_case_workbook("sag.xlsx", content.getvalue()).findings

    assert finding.hint == "Mente du »Ansvarligt udvalg«?"


def test_the_chapters_are_proposed_as_they_are_printed(book: Workbook) -> None:
    names = [f"{one.number}. {one.title}" for one in SMALL.agreement.chapters]
    for said, hint in (
        ("9. Findes ikke", f"Skriv et af dem: {', '.join(names)}."),
        (names[1][:-1].upper(), f"Mente du »{names[1]}«?"),
    ):
        _cell("Delelementer", "A2", said)(book)
        content = BytesIO()
        book.save(content)
        findings = read_case_workbook("sag.xlsx", content.getvalue()).findings
        assert [one.hint for one in findings if one.code == "ukendt-kapitel"] == [hint]


def test_rows_columns_and_numbers_may_be_as_people_leave_them(book: Workbook) -> None:
    sheet = book["Delelementer"]
    for row in range(1, sheet.max_row + 1):
        first, last = sheet.cell(row, 2), sheet.cell(row, 9)
        first.value, last.value = last.value, first.value
    for row in range(2, book["Aftale"].max_row + 1):
        if book["Aftale"].cell(row, 1).value == "Budgetår":
            book["Aftale"].cell(row, 2).value = SMALL.agreement.budget_year
    book.move_sheet("Delelementer", -3)

    assert read(book) == (SMALL, [])


def test_a_new_item_is_a_new_row(book: Workbook) -> None:
    sheet = book["Delelementer"]
    sheet.append([sheet["A2"].value, "5.77", "Et nyt delelement", None, "drift"])
    case, found = read(book)

    assert found == []
    assert case is not None
    assert "5.77" in [item.ref for item in case.agreement.items()]


def test_a_sheet_of_somebodys_own_is_told(book: Workbook) -> None:
    book.create_sheet("Mine noter")["A1"] = "husk"
    case, found = read(book)

    assert case == SMALL
    assert found == [("ukendt-ark", "sag.xlsx Mine noter")]


def test_what_centres_fill_in_is_no_case() -> None:
    content = next(iter(workbooks(SMALL, 2).values()))
    with pytest.raises(UnreadableFile) as refusal:
        read_case_workbook("svar.xlsx", content)

    assert "take-back" in refusal.value.hint


def test_a_text_that_no_cell_can_hold_stops() -> None:
    long_text = parse_prose("Ord " * 9000)
    agreement = SMALL.agreement.model_copy(update={"reading_guide": long_text})
    with pytest.raises(Stopped) as stopped:
        case_workbook(SMALL.model_copy(update={"agreement": agreement}))

    assert [finding.code for finding in stopped.value.findings] == ["tekst-for-lang-til-celle"]


def test_the_signed_agreement_has_its_sheets_only_where_there_is_one() -> None:
    signed = SMALL.model_copy(update={"signed": small_signed()})

    assert case_sheets.SIGNED not in [table.name for table in case_tables(SMALL)]
    own = case_sheets.SHEETS.index(case_sheets.SIGNED)
    assert [table.name for table in case_tables(signed)][8:] == list(case_sheets.SHEETS[own:])


def test_what_changes_in_the_middle_of_the_year_has_its_sheets_only_where_something_does() -> None:
    item = next(SMALL.agreement.items())
    given_up = item.model_copy(update={"given_up": GivenUp(followup=2, reason="Puljen er faldet bort.")})
    chapters = [SMALL.agreement.chapters[0].model_copy(update={"items": (given_up,)})]
    changed = SMALL.model_copy(update={"agreement": SMALL.agreement.model_copy(update={"chapters": tuple(chapters)})})

    assert not {case_sheets.CHANGES, case_sheets.NEW_NAMES} & {table.name for table in case_tables(SMALL)}
    (table,) = (table for table in case_tables(changed) if table.name == case_sheets.CHANGES)
    assert list(table.rows) == [(item.ref, item.title, "udgået", "2", "", "", "Puljen er faldet bort.")]
