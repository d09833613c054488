"""Names of sheets, labels of smileys, and texts as cells show them."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renderer.edition.cell_text import cell_runs, cell_text
from renderer.edition.questionnaire import Levels, WorkbookRecord, sheet_names, workbook_record
from renderer.journeys.collecting.collect import collection
from renderer.model.markdown import parse_prose, write_prose
from renderer.model.prose import Prose
from renderer.model.smiley import SmileyScale
from renderer.readers.text.runs import Run
from renderer.readers.text.typed_lines import typed_prose
from tests.cases import small_case
from tests.written_prose import PLAIN, proses


@given(st.lists(st.text(min_size=1, max_size=60), unique=True, min_size=1, max_size=8))
def test_sheets_have_names_that_a_workbook_can_have(centres: list[str]) -> None:
    names = sheet_names(tuple(centres))

    assert len({name.casefold() for name in names}) == len(centres)
    assert all(0 < len(name) <= 31 and not set(name) & set(r"[]:*?/\'") for name in names)


def test_centres_that_begin_alike_have_sheets_of_their_own() -> None:
    long = "Center for Skoler, Institutioner og Kultur"

    assert sheet_names((f"{long} A", f"{long} B", "Valg")) == (
        "Center for Skoler, Institutione", "Center for Skoler, Institut (2)", "Valg (2)",
    )  # fmt: skip


def test_a_scale_without_meanings_offers_all_three() -> None:
    assert Levels.of(SmileyScale()).labels == ("☺ Glad", "😐 Mellemfornøjet", "☹ Sur")
    assert Levels.of(SmileyScale(happy="Nået")).labels == ("☺ Glad – Nået",)


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("Første.\n\nAnden.", "Første.\nAnden."),
        ("- et\n  - to\n- tre", "• et\n  • to\n• tre"),
        ("a) et\nb) to", "a) et\nb) to"),
        ("En [side](https://ballerup.dk).", "En [side](https://ballerup.dk)."),
        ("Et\\\nto", "Et\nto"),
    ],
)
def test_a_text_is_shown_in_lines(markdown: str, text: str) -> None:
    assert cell_text(parse_prose(markdown)) == text


@given(proses(PLAIN))
def test_what_a_cell_shows_is_read_as_it_was(prose: Prose) -> None:
    read = typed_prose([Run(run.text, run.bold, run.italic) for run in cell_runs(prose)])

    assert write_prose(read) == write_prose(prose)


def test_days_that_are_not_known_leave_no_trace_in_a_record() -> None:
    """Workbooks that earlier versions sent out have no such days, and their digest must still hold."""
    unknown = next(collection(small_case(), 2))
    about = unknown.round.model_copy(update={"deadline": datetime.date(2018, 6, 20)})
    known = workbook_record(about, unknown.questionnaires, unknown.version)

    assert {"deadline", "meeting"}.isdisjoint(unknown.round.model_dump())
    assert WorkbookRecord.model_validate_json(unknown.model_dump_json()).intact
    assert WorkbookRecord.model_validate_json(known.model_dump_json()).round.deadline == datetime.date(2018, 6, 20)
    assert WorkbookRecord.model_validate_json(known.model_dump_json()).intact
