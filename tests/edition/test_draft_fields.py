"""The fields of a draft: each says what the case says there, under a mark that Word can hold."""

import datetime
import re

from hypothesis import given
from hypothesis import strategies as st

from renderer.edition.build import build_edition, round_committees
from renderer.edition.draft import DraftRecord, draft_record
from renderer.edition.draft_fields import draft_fields
from renderer.edition.edition import Edition
from renderer.model.case import Case
from renderer.model.field import Field, FieldKind, fields_of_agreement, fields_of_item, shown
from tests.cases import cases
from tests.samples import small_case

DAY = datetime.date(2018, 7, 4)


def an_edition() -> Edition:
    return build_edition(small_case(), 2)


@given(cases(), st.data())
def test_a_field_was_sent_as_the_case_says_it(case: Case, data: st.DataObject) -> None:
    followup = data.draw(st.sampled_from([followup.number for followup in case.followups]))
    committee = data.draw(st.sampled_from(round_committees(case)))

    fields = draft_fields(build_edition(case, followup, committee))

    assert {field.field: field.sent for field in fields} == {field.field: shown(case, field.field) for field in fields}


@given(cases(), st.data())
def test_marks_are_unique_and_fit_a_bookmark(case: Case, data: st.DataObject) -> None:
    followup = data.draw(st.sampled_from([followup.number for followup in case.followups]))

    marks = [field.mark for field in draft_fields(build_edition(case, followup))]

    assert len(set(marks)) == len(marks)
    assert all(re.fullmatch(r"[a-z][a-z0-9_]{0,39}", mark) for mark in marks)


def test_a_draft_shows_every_field_of_its_items_and_of_the_agreement() -> None:
    case = small_case()
    expected = [
        *fields_of_agreement(),
        *(field for item in case.agreement.items() for field in fields_of_item(item, 2)),
    ]

    assert [field.field for field in draft_fields(build_edition(case, 2))] == expected


def test_a_field_names_itself_as_a_person_would() -> None:
    case = small_case()
    ref = next(case.agreement.items()).ref
    names = {field.field: field.name for field in draft_fields(build_edition(case, 2))}

    assert names[Field(2, ref, ("milepæle", "2", "status"))] == f"{ref} · milepæl 2 · status"
    assert names[Field(2, ref, ("økonomi", "smiley"))] == f"{ref} · økonomi · smiley"
    assert names[Field(None, None, ("læsevejledning",))] == "læsevejledning"


def test_a_place_that_the_case_does_not_have_shows_nothing() -> None:
    assert shown(small_case(), Field(2, "99.99", ("beskrivelse",))) is None
    assert shown(small_case(), Field(None, None, ("titel",))) is None


def test_only_a_smileys_place_holds_a_smiley() -> None:
    kinds = {field.field.path[-1]: field.kind for field in draft_fields(an_edition())}

    assert [path for path, kind in kinds.items() if kind is FieldKind.SMILEY] == ["smiley"]


def test_a_record_knows_when_it_was_altered() -> None:
    record = draft_record(an_edition(), 2, DAY, "0.1.0")

    assert DraftRecord.model_validate_json(record.as_json()).intact
    assert not record.model_copy(update={"number": 3}).intact
    assert not record.model_copy(update={"edition": build_edition(small_case(), 1)}).intact


def test_the_same_draft_has_the_same_identity_and_another_day_another() -> None:
    one = draft_record(an_edition(), 2, DAY, "0.1.0")

    assert one == draft_record(an_edition(), 2, DAY, "0.1.0")
    assert one.identity != draft_record(an_edition(), 2, DAY + datetime.timedelta(1), "0.1.0").identity
