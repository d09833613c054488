"""What people do to workbooks: each habit is understood, or told with its cell."""

import datetime
from collections.abc import Callable

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from renderer.model.case import Case
from renderer.model.field import Field, shown
from renderer.model.proposal import Returned
from renderer.readers.collected.read import read_collected
from tests.cases import small_case
from tests.workbook_hand import KEY, Hand, workbooks

CASE: Case = small_case()
NAME = "Svar.xlsx"
FILES = workbooks(CASE, 2)
FILE = next(content for name, content in FILES.items() if name.endswith("arbejdsmarked.xlsx"))
OTHER = next(content for name, content in FILES.items() if name.endswith("social-og-sundhed.xlsx"))
REF = "5.01"
STATUS = Field(2, REF, ("milepæle", "2", "status"))
SMILEY = Field(2, REF, ("milepæle", "2", "smiley"))
MONEY = Field(2, REF, ("økonomi", "smiley"))
MONEY_STATUS = Field(2, REF, ("økonomi", "status"))
NEW = "Vi har ansat to medarbejdere."


def hand() -> Hand:
    return Hand.opening(FILE)


def row(one: Hand) -> int:
    return one.row(f"|2|{REF}")


def read(one: Hand, name: str = NAME) -> Returned:
    return read_collected(name, one.saved(), CASE)


def said(returned: Returned) -> dict[Field, str]:
    return {one.field: one.new for one in returned.proposals}


def codes(returned: Returned) -> list[str]:
    return [finding.code for finding in returned.findings]


def typed(heading: str, value: object) -> Returned:
    one = hand()
    one.type(row(one), heading, value)
    return read(one)


def test_an_untouched_workbook_says_nothing() -> None:
    for name, content in FILES.items():
        returned = read_collected(name, content, CASE)
        assert (returned.proposals, returned.comments, returned.findings) == ((), (), ())
        assert returned.read
    assert (read(hand()).proposals, read(hand()).findings) == ((), ())


def test_an_answer_is_a_proposal_with_file_sheet_and_cell() -> None:
    one = hand()
    one.type(row(one), "Indsats, status", NEW)
    cell = one.name(row(one), "Indsats, status")
    (proposal,) = read(one).proposals

    assert (proposal.field, proposal.old, proposal.new) == (STATUS, shown(CASE, STATUS), NEW)
    assert str(proposal.source) == f"{NAME} Opfølgning!{cell}"


@pytest.mark.parametrize(
    ("value", "word"),
    [
        ("☹", "sur"), (":-(", "sur"), ("rød", "sur"), ("Sur ", "sur"), ("SUR", "sur"), ("😐", "mellemfornøjet"),
        ("gul", "mellemfornøjet"), ("☹ Sur – Milepælen er ikke nået, og målet for året kan ikke nås", "sur"),
        ("\ufeffsur\u00a0", "sur"), ("", ""), ("   ", ""),
    ],
)  # fmt: skip
def test_a_smiley_is_known_as_people_type_it(value: str, word: str) -> None:
    returned = typed("Indsats, smiley", value or None)

    before = shown(CASE, SMILEY)
    assert said(returned) == ({SMILEY: word} if word != before else {})
    assert codes(returned) == []


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("n/a", "svar-smiley-ikke-relevant"), ("ok", "svar-ukendt-smiley"),
        ("måske", "svar-ukendt-smiley"), (3, "svar-ukendt-smiley"), ("☺ ☹", "svar-flere-smileyer"),
        ("glad, sur", "svar-flere-smileyer"), ("#N/A", "svar-kan-ikke-læses"),
    ],
)  # fmt: skip
def test_a_smiley_that_is_not_certain_is_told(value: object, code: str) -> None:
    returned = typed("Indsats, smiley", value)

    assert said(returned) == {}
    assert codes(returned) == [code]


def test_words_beside_a_smiley_are_told() -> None:
    returned = typed("Indsats, smiley", "☹ men snart bedre")

    assert codes(returned) == ["tekst-ved-smiley"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Første.\nAnden.", "Første.\n\nAnden."),
        ("Første.\r\n\r\nAnden.", "Første.\n\nAnden."),
        ("Vi mangler:\n- maling\n- tid", "Vi mangler:\n\n- maling\n- tid"),
        ("• maling\n  • blå", "- maling\n  - blå"),
        ("1) først\n2) så", "1) først\n2) så"),
        ("1. oktober begynder vi.", "1\\. oktober begynder vi."),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("Se [bilag](https://ballerup.dk)", "Se [bilag](https://ballerup.dk)"),
        ("5.10", "5.10"), ("007", "007"), (7, "7"), (0.5, "0,5"), (1234567, "1234567"),
    ],
)  # fmt: skip
def test_a_status_is_what_was_typed(value: object, text: str) -> None:
    returned = typed("Indsats, status", value)

    assert said(returned) == {STATUS: text}
    assert codes(returned) == []


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (datetime.datetime(2018, 10, 1), "DD-MM-YYYY", "01.10.2018"),  # noqa: DTZ001 - workbooks know no zones
        (0.25, "0%", "25 pct."),
        (True, "General", "SAND"),
        (3.14159, "0.00", "3,14159"),
        (datetime.time(7, 3), "hh:mm", "07:03"),
        (datetime.timedelta(hours=37), "[h]:mm", "37:00"),
        (datetime.datetime(2018, 2, 1), "d-mmm", "1-feb"),  # noqa: DTZ001
        (1500000, '#,##0 "kr."', "1.500.000 kr."),
    ],
)
def test_a_status_that_excel_has_made_something_else_of_is_told(value: object, form: str, text: str) -> None:
    one = hand()
    one.type(row(one), "Indsats, status", value)
    one.cell(row(one), "Indsats, status").number_format = form
    returned = read(one)

    assert said(returned) == {STATUS: text}
    assert codes(returned) == ["tal-i-svar"]


def test_bold_and_italic_words_keep_their_marks() -> None:
    text = CellRichText(
        "Vi er ", TextBlock(InlineFont(b=True), "næsten"), " i ", TextBlock(InlineFont(i=True), "mål"), "."
    )

    assert said(typed("Indsats, status", text)) == {STATUS: "Vi er **næsten** i *mål*."}


def test_a_formula_without_a_result_is_not_read() -> None:
    returned = typed("Indsats, status", '="Vi " & "er i mål"')

    assert said(returned) == {}
    assert codes(returned) == ["svar-kan-ikke-læses"]


def test_rows_may_be_sorted() -> None:
    one = hand()
    one.type(row(one), "Indsats, status", NEW)
    one.sort(list(reversed(range(len(list(one.rows()))))))

    assert (said(read(one)), codes(read(one))) == ({STATUS: NEW}, [])


def test_rows_that_were_sorted_by_some_columns_only_are_not_read() -> None:
    one = hand()
    first, second, *_ = one.rows()
    for heading in ("Nr.", "Delelement", "Tidspunkt", "Aftaletekst", "Milepæl", "Sidst meldt"):
        a, b = one.cell(first, heading), one.cell(second, heading)
        a.value, b.value = b.value, a.value
    one.type(first, "Indsats, status", NEW)
    returned = read(one)

    assert said(returned) == {}
    assert codes(returned).count("rækker-blandet") == 2


def test_inserted_rows_and_columns_are_passed_over_and_told() -> None:
    one = hand().unprotected()
    one.sheet.insert_rows(one.head + 2)
    one.sheet.insert_cols(3)
    one.sheet.cell(one.head, 3).value = "Bemærkning"
    one.sheet.cell(row(one), 3).value = "husk mødet"
    one.sheet.cell(one.head + 2, 2).value = "Herunder følger resten"
    one.type(row(one), "Indsats, status", NEW)
    returned = read(one)

    assert said(returned) == {STATUS: NEW}
    assert sorted(codes(returned)) == ["kolonne-ikke-læst", "række-ukendt"]


def test_columns_may_be_moved_and_sheets_and_files_renamed_and_hidden() -> None:
    one = hand()
    one.type(row(one), "Indsats, status", NEW)
    one.swap_columns("Indsats, status", "Nr.")
    one.swap_columns("Indsats, smiley", KEY)
    one.sheet.title = "Vores svar"
    one.sheet.sheet_state = "hidden"

    assert (said(read(one, "kopi (3).xlsx")), codes(read(one))) == ({STATUS: NEW}, [])


def test_a_row_without_its_key_is_known_by_number_title_and_time() -> None:
    one = hand()
    one.type(row(one), "Indsats, status", NEW)
    one.type(row(one), KEY, None)
    returned = read_collected(NAME, one.saved(), CASE)

    assert (said(returned), codes(returned)) == ({STATUS: NEW}, [])


def test_a_deleted_row_is_told() -> None:
    one = hand().unprotected()
    one.sheet.delete_rows(row(one))

    assert codes(read(one)) == ["række-mangler"]
    assert said(read(one)) == {}


def test_a_copied_row_is_told_and_both_answers_are_given() -> None:
    one = hand().unprotected()
    last = one.sheet.max_row + 1
    one.put(last, one.values(row(one)))
    one.type(row(one), "Indsats, status", NEW)
    one.type(last, "Indsats, status", "Noget andet.")
    returned = read(one)

    assert sorted(proposal.new for proposal in returned.proposals) == ["Noget andet.", NEW]
    assert codes(returned) == ["svarrække-to-gange"]


def test_a_changed_locked_cell_is_told_with_old_and_new() -> None:
    one = hand()
    one.type(row(one), "Milepæl", "En anden milepæl")
    (finding,) = read(one).findings

    assert finding.code == "låst-celle-ændret"
    assert "En anden milepæl" in finding.message
    assert finding.place.cell == one.name(row(one), "Milepæl")


def test_merged_answers_are_told() -> None:
    one = hand()
    first, second, *_ = one.rows()
    column = one.column("Indsats, status")
    one.type(first, "Indsats, status", NEW)
    one.sheet.merge_cells(start_row=first, end_row=second, start_column=column, end_column=column)
    returned = read(one)

    assert list(said(returned).values()) == [NEW]
    assert codes(returned) == ["flettede-celler", "celle-dækket"]


def test_notes_are_comments_with_the_field_they_stand_at() -> None:
    one = hand()
    one.note(row(one), "Milepæl", "Den er blevet flyttet.", "Ida Holm")
    one.note(row(one), "Økonomi, smiley", "Usikkert")
    returned = read(one)

    assert [(c.text, c.author, c.about) for c in returned.comments] == [
        ("Den er blevet flyttet.", "Ida Holm", Field(None, REF, ("milepæle", "2"))),
        ("Usikkert", "Bo", MONEY),
    ]


def test_finances_are_read_too() -> None:
    one = hand()
    one.type(row(one), "Økonomi, smiley", "☹")
    one.type(row(one), "Økonomi, status", NEW)

    assert said(read(one)) == {MONEY: "sur", MONEY_STATUS: NEW}


def test_an_answer_where_nothing_was_asked_is_told() -> None:
    emptied = (one.model_copy(update={"statuses": {}}) if one.number == 1 else one for one in CASE.followups)
    late = CASE.model_copy(update={"followups": tuple(emptied)})
    name, content = next(iter(workbooks(late, 2).items()))
    one = Hand.opening(content)
    number = next(row for row in one.rows() if one.cell(row, "Økonomi, smiley").value == "–")
    one.type(number, "Økonomi, smiley", "sur")

    assert codes(read_collected(name, one.saved(), late)) == ["svar-uden-spørgsmål"]


def test_a_row_from_another_centres_workbook_is_read_and_told() -> None:
    one, other = hand(), Hand.opening(OTHER)
    theirs = next(other.rows())
    key = str(other.cell(theirs, KEY).value)
    last = one.sheet.max_row + 1
    one.put(last, other.values(theirs))
    one.type(last, "Indsats, status", NEW)
    returned = read(one)

    assert list(said(returned).values()) == [NEW]
    assert returned.proposals[0].field.ref == key.rsplit("|", 1)[-1]
    assert codes(returned) == ["række-fra-andet-center"]


@pytest.mark.parametrize("sheet", ["Data", "Valg"])
def test_a_hidden_sheet_may_be_gone(sheet: str) -> None:
    one = hand()
    one.type(row(one), "Indsats, status", NEW)
    del one.book[sheet]
    returned = read(one)

    assert said(returned) == {STATUS: NEW}
    assert codes(returned) == (["regneark-uden-oplysninger"] if sheet == "Data" else [])


def test_an_altered_record_is_not_believed() -> None:
    one = hand()
    text = str(one.book["Data"]["A2"].value)
    one.book["Data"]["A2"].value = text.replace("Dialog med erhvervslivet", "Dialog uden erhvervslivet")
    returned = read(one)

    assert codes(returned) == ["regneark-uden-oplysninger"]
    assert said(returned) == {}


def test_only_the_keys_are_left_to_know_it_by() -> None:
    one = hand()
    one.type(row(one), "Indsats, status", NEW)
    del one.book["Data"]
    properties = one.book.custom_doc_props  # type: ignore[attr-defined]  # unknown to the stubs
    for name in list(properties.names):
        del properties[name]
    returned = read(one)

    assert said(returned) == {STATUS: NEW}
    assert codes(returned) == ["regneark-uden-oplysninger"]
    assert returned.origin.followup == 2


def test_workbooks_with_the_headings_of_earlier_versions_are_read() -> None:
    one = hand()
    one.type(row(one), "Indsats, status", NEW)
    one.type(row(one), "Indsats, smiley", "☹")
    one.cell(one.head, "Indsats, status").value = "Status"
    one.cell(one.head, "Indsats, smiley").value = "Smiley"

    assert said(read(one)) == {STATUS: NEW, SMILEY: "sur"}
    assert codes(read(one)) == []


def test_a_column_of_ones_own_is_not_taken_for_one_of_earlier_versions() -> None:
    one = hand().unprotected()
    one.sheet.insert_cols(1)
    one.sheet.cell(one.head, 1).value = "Status"
    one.sheet.cell(row(one), 1).value = "På vej"
    one.type(row(one), "Indsats, status", NEW)

    assert said(read(one)) == {STATUS: NEW}
    assert codes(read(one)) == ["kolonne-ikke-læst"]


def _own_sheet(one: Hand) -> None:
    one.book.create_sheet("Noter")["A1"] = "Husk at ringe"


def _without_column(one: Hand) -> None:
    one.cell(one.head, "Indsats, status").value = "Indsats, statusx"


@pytest.mark.parametrize(
    ("change", "expected"),
    [(_own_sheet, ["ark-ikke-læst"]), (_without_column, ["kolonne-ikke-læst", "kolonne-mangler"])],
)
def test_what_is_put_in_or_gone_is_told(change: Callable[[Hand], None], expected: list[str]) -> None:
    one = hand().unprotected()
    change(one)

    assert sorted(codes(read(one))) == expected


def test_all_centres_may_be_in_one_workbook() -> None:
    ((name, content),) = workbooks(CASE, 2, all_in_one=True).items()
    one = Hand.opening(content, "Arbejdsmarked")
    one.type(row(one), "Indsats, status", NEW)

    assert (said(read_collected(name, one.saved(), CASE)), codes(read(one))) == ({STATUS: NEW}, [])
