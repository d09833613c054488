"""The workbooks are valid, open in other programs without repair, and are read from what those save."""

from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from openpyxl import load_workbook

from renderer.journeys.case_workbook import case_workbook, read_case_workbook
from renderer.model.case import Case
from renderer.model.field import Field
from renderer.readers.collected.read import read_collected
from tests.cases import large_case, small_case
from tests.libreoffice import convert
from tests.ooxml import validate_xlsx
from tests.signed_samples import small_signed
from tests.workbook_hand import Hand, workbooks

pytestmark = pytest.mark.slow

CASE = small_case()
SIGNED = CASE.model_copy(update={"signed": small_signed()})
STATUS = Field(2, "5.01", ("milepæle", "2", "status"))
NEW = "Vi har *næsten* nået det.\n\n- maling\n- tid"


def laid(contents: dict[str, bytes], folder: Path) -> list[Path]:
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    return [folder / name for name in contents]


def test_the_workbooks_are_valid(tmp_path: Path) -> None:
    files = {**workbooks(CASE, 2), **workbooks(CASE, 4, all_in_one=True), "sag.xlsx": case_workbook(SIGNED)}
    large = workbooks(large_case(), 3)

    assert validate_xlsx(laid({**files, **dict(list(large.items())[:2])}, tmp_path)) == []


def filled_in() -> bytes:
    content = next(content for name, content in workbooks(CASE, 2).items() if name.endswith("arbejdsmarked.xlsx"))
    one = Hand.opening(content)
    one.type(one.row("|2|5.01"), "Indsats, status", "Vi er der næsten.\n- maling\n- tid")
    one.type(one.row("|2|5.01"), "Indsats, smiley", "☹")
    one.note(one.row("|2|5.01"), "Indsats, smiley", "Det er budgettet.", "Ida")
    return one.saved()


@pytest.mark.parametrize("form", ["xlsx", "ods"])
def test_what_libreoffice_saves_is_read(form: str, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "svar.xlsx").write_bytes(filled_in())
    saved = convert(tmp_path / "a" / "svar.xlsx", tmp_path, form)
    returned = read_collected(saved.name, saved.read_bytes(), CASE)

    assert {one.field.path[-1]: one.new for one in returned.proposals} == {
        "smiley": "sur", "status": "Vi er der næsten.\n\n- maling\n- tid",
    }  # fmt: skip
    assert [(one.text, one.about) for one in returned.comments] == [
        ("Det er budgettet.", Field(2, "5.01", ("milepæle", "2", "smiley")))
    ]
    assert returned.findings == ()
    assert returned.origin.identity


@pytest.mark.parametrize("form", ["xlsx", "ods"])
@pytest.mark.parametrize("case", [CASE, SIGNED], ids=["plan", "signed"])
def test_a_case_comes_back_through_libreoffice(form: str, case: Case, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "sag.xlsx").write_bytes(case_workbook(case))
    saved = convert(tmp_path / "a" / "sag.xlsx", tmp_path, form)
    reading = read_case_workbook(saved.name, saved.read_bytes())

    assert (reading.case, reading.findings) == (case, ())


def test_the_printed_pages_repeat_their_headings_and_hide_the_keys(tmp_path: Path) -> None:
    name, content = next(iter(workbooks(large_case(), 2).items()))
    (path,) = laid({name: content}, tmp_path)
    with pypdfium2.PdfDocument(convert(path, tmp_path)) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
        wide = [page.get_width() > page.get_height() for page in document]

    assert len(pages) > 2
    assert all("Delelement" in page and "Økonomi, smiley" in page for page in pages[1:])
    assert not any("|2|" in page for page in pages)
    assert all(wide)


def test_a_workbook_says_its_language_title_and_headings() -> None:
    content = next(iter(workbooks(CASE, 2).values()))
    book = load_workbook(BytesIO(content))
    sheet = book["Opfølgning"]

    assert book.properties.language == "da-DK"
    assert book.properties.title == "Anden opfølgning på Aftale om budget 2018: Arbejdsmarked"
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    assert not sheet.protection.autoFilter
    assert [table.headerRowCount for table in sheet.tables.values()] == [1]
    assert [one.sheet_state for one in book.worksheets] == ["visible", "visible", "hidden", "veryHidden"]
    assert {type(sheet.cell(row, 1).value) for row in range(5, sheet.max_row + 1)} <= {str, type(None)}
