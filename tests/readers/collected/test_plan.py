"""The workbook of the plan: what a centre writes of its items comes back into the agreement's own file."""

import pytest

from renderer.edition.questionnaires import questionnaires
from renderer.errors import UnknownChoice
from renderer.journeys.collecting.collect import collection
from renderer.model.case import Case
from renderer.model.field import Field, shown
from renderer.model.proposal import Returned
from renderer.readers.collected.read import read_collected
from renderer.vocabulary import workbook_marks
from tests.cases import small_case
from tests.workbook_hand import KEY, Hand, workbooks

CASE: Case = small_case()
FILES = workbooks(CASE, 0)
FILE = next(content for name, content in FILES.items() if name.endswith("_udmoentning_arbejdsmarked.xlsx"))
REF = "5.01"
DESCRIPTION = Field(None, REF, ("beskrivelse",))
FINANCES = Field(None, REF, ("økonomi",))
MILESTONE = Field(None, REF, ("milepæle", "3"))


def hand() -> Hand:
    return Hand.opening(FILE, "Udmøntning")


def typed(answers: dict[str, object]) -> Returned:
    one = hand()
    for heading, value in answers.items():
        one.type(one.row(f"|{REF}"), heading, value)
    return read_collected("plan.xlsx", one.saved(), CASE)


def said(returned: Returned) -> dict[Field, str]:
    return {one.field: one.new for one in returned.proposals}


def codes(returned: Returned) -> list[str]:
    return [finding.code for finding in returned.findings]


def test_an_untouched_plan_says_nothing_and_every_text_of_it_was_read() -> None:
    for name, content in FILES.items():
        returned = read_collected(name, content, CASE)
        assert (returned.proposals, returned.comments, returned.findings) == ((), (), ())
        assert all(field.followup is None for field in returned.read)
    refs = {row.ref for one in questionnaires(CASE, 0) for row in one.rows}
    assert refs == {item.ref for item in CASE.agreement.items()}


def test_each_centre_is_asked_its_own_items_once() -> None:
    for one in questionnaires(CASE, 0):
        rows = [row.ref for row in one.rows]
        assert len(rows) == len(set(rows))
        centres = {item.centre or workbook_marks.NO_CENTRE for item in CASE.agreement.items() if item.ref in rows}
        assert centres == {one.centre}


def test_what_was_written_is_proposed_for_the_agreement_file() -> None:
    returned = typed(
        {
            "Beskrivelse": "Vi begynder i marts.\n- Først skolerne\n- Så hallerne",
            "Milepæl 3": "Ti hold er i gang.",
            "Økonomi": "Udgiften er 0,4 mio. kr. om året.",
        }
    )

    assert said(returned) == {
        DESCRIPTION: "Vi begynder i marts.\n\n- Først skolerne\n- Så hallerne",
        MILESTONE: "Ti hold er i gang.",
        FINANCES: "Udgiften er 0,4 mio. kr. om året.",
    }
    assert {one.old for one in returned.proposals} == {shown(CASE, one) for one in said(returned)}
    assert codes(returned) == []


def test_a_text_that_was_taken_away_is_proposed_away() -> None:
    milestone = Field(None, REF, ("milepæle", "1"))
    assert shown(CASE, milestone)

    assert said(typed({"Milepæl 1": None})) == {milestone: ""}


def test_the_agreement_text_is_locked_and_a_change_of_it_is_told() -> None:
    returned = typed({"Aftaletekst": "Noget helt andet."})

    assert (said(returned), codes(returned)) == ({}, ["låst-celle-ændret"])


def test_a_column_that_is_gone_is_told_and_the_rest_is_read() -> None:
    one = hand()
    one.type(one.row(f"|{REF}"), "Økonomi", "Intet.")
    one.unprotected().sheet.delete_cols(one.column("Milepæl 2"))
    returned = read_collected("plan.xlsx", one.saved(), CASE)

    assert said(returned) == {FINANCES: "Intet."}
    assert codes(returned) == ["kolonne-mangler"]


def test_rows_are_known_by_their_keys_or_else_by_number_and_title() -> None:
    one = hand().unprotected()
    one.type(one.row(f"|{REF}"), "Beskrivelse", "Vi begynder i marts.")
    one.sort(list(reversed(range(len(list(one.rows()))))))
    sorted_ = read_collected("plan.xlsx", one.saved(), CASE)
    for row in list(one.rows()):
        one.type(row, KEY, None)
    without_keys = read_collected("plan.xlsx", one.saved(), CASE)

    assert said(sorted_) == said(without_keys) == {DESCRIPTION: "Vi begynder i marts."}


def test_a_row_that_was_deleted_is_told_by_its_title() -> None:
    one = hand().unprotected()
    one.sheet.delete_rows(one.row(f"|{REF}"))
    (finding,) = read_collected("plan.xlsx", one.saved(), CASE).findings

    title = next(item.title for item in CASE.agreement.items() if item.ref == REF)
    assert (finding.code, finding.message) == ("række-mangler", f"Rækken om »{title}« er slettet i regnearket.")


def test_without_its_record_the_case_tells_what_was_asked() -> None:
    one = hand()
    one.type(one.row(f"|{REF}"), "Beskrivelse", "Vi begynder i marts.")
    del one.book["Data"]
    returned = read_collected("plan.xlsx", one.saved(), CASE)

    assert returned.origin.followup == 0
    assert said(returned) == {DESCRIPTION: "Vi begynder i marts."}
    assert codes(returned) == ["regneark-uden-oplysninger"]


@pytest.mark.parametrize(("heading", "field"), [("Milepæl 3", MILESTONE), ("Økonomi", FINANCES), ("Nr.", DESCRIPTION)])
def test_a_note_belongs_to_the_text_at_which_it_stands(heading: str, field: Field) -> None:
    one = hand()
    one.note(one.row(f"|{REF}"), heading, "Er det rigtigt?")
    (comment,) = read_collected("plan.xlsx", one.saved(), CASE).comments

    assert (comment.about, comment.text) == (field, "Er det rigtigt?")


def test_a_plan_without_a_file_of_its_own_is_asked_for_by_name() -> None:
    none = CASE.model_copy(update={"followups": ()})

    with pytest.raises(UnknownChoice, match="opfoelgning-0"):
        list(collection(none, 0))
