"""Any draft of any case, edited at random in Word: what is read is exactly what was done."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from renderer.edition.build import build_edition, round_committees
from renderer.edition.draft import draft_record
from renderer.model.case import Case
from renderer.model.proposal import Returned
from renderer.readers.draft.read import read_draft
from renderer.writers.word import write_draft
from tests.cases import cases
from tests.examples import examples
from tests.readers.draft.opened_draft import DAY, draft_bytes, read, record_of, sample_case
from tests.word_editor.proof import differences, fields_of, untold
from tests.word_editor.session import WordSession
from tests.word_editor.stamp import Stamp

SEEDS = st.integers(0, 2**32)


def opened(case: Case, data: st.DataObject, chance: random.Random) -> WordSession:
    """A draft of the case: of any follow-up and committee, some of them with the changes since an earlier one."""
    numbers = [one.number for one in case.followups]
    followup = data.draw(st.sampled_from(numbers))
    committee = data.draw(st.sampled_from((None, *round_committees(case))))
    since = data.draw(st.sampled_from((None, *(number for number in numbers if number < followup))))
    edition = build_edition(case, followup, committee)
    earlier = None if since is None else build_edition(case, since, committee)
    record = draft_record(edition, 1, DAY, "0.1.0", since)
    sender = Stamp(record.sender, record.sent_at) if earlier else None
    return WordSession(write_draft(record, earlier=earlier), edition, chance, sender)


def read_alone(data: bytes) -> Returned:
    return read_draft("udkast.docx", data, lambda *_: None)


@given(cases(), st.data(), SEEDS, st.integers(0, 10), st.integers(0, 3))
@settings(max_examples=examples(20, 80), deadline=None)
def test_what_was_done_is_read(case: Case, data: st.DataObject, seed: int, edits: int, comments: int) -> None:
    session = opened(case, data, random.Random(seed))
    session.edit(edits)
    session.comment(comments)
    returned = read_alone(session.saved())

    assert differences(session, returned) == []
    assert returned.findings == ()


@given(SEEDS, st.integers(0, 12), st.integers(0, 4), st.integers(0, 4))
@settings(max_examples=25, deadline=None)
def test_what_was_done_in_a_long_draft_is_read(seed: int, edits: int, again: int, comments: int) -> None:
    first = WordSession(draft_bytes(), record_of(sample_case()).edition, random.Random(seed))
    first.edit(edits)
    first.edit(again)
    first.comment(comments)
    returned = read(first.saved())

    assert differences(first, returned) == []
    assert returned.findings == ()


@given(SEEDS, st.integers(1, 4), st.integers(0, 6))
@settings(max_examples=40, deadline=None)
def test_what_was_done_outside_the_fields_is_told_and_changes_no_field(seed: int, deeds: int, edits: int) -> None:
    session = WordSession(draft_bytes(), record_of(sample_case()).edition, random.Random(seed))
    damages = session.vandalise(deeds)
    session.edit(edits, spared=fields_of(damages))
    returned = read(session.saved())

    assert untold(damages, returned, "udkast.docx") == []
    assert differences(session, returned) == []
