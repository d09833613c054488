"""A draft of the plan: no places for smileys and statuses, and what becomes of drafts that were sent out with them."""

import io
import zipfile
from collections.abc import Callable

import pytest

from renderer.edition.draft_advice import advice
from renderer.journeys.returned.conflicts import weigh
from renderer.model.field import Field, FieldKind
from renderer.readers.draft.read import read_draft
from renderer.vocabulary.draft_marks import CHOOSE_SMILEY, PLACEHOLDERS
from renderer.writers.word import write_draft
from tests.readers.draft.opened_draft import draft_bytes, read, rebuilt, record_of, sample_case
from tests.returned_drafts import exchanged

PLAN = sample_case().model_copy(update={"followups": sample_case().followups[:1]})
RECORD = record_of(sample_case(), 0)
ITEM = next(sample_case().agreement.items())


@pytest.fixture
def sent_with_reports(monkeypatch: pytest.MonkeyPatch) -> Callable[[], bytes]:
    """A draft of the plan as earlier versions sent it out: with smileys and statuses to fill in."""

    def written() -> bytes:
        with monkeypatch.context() as earlier:
            for module in ("edition.draft_fields", "edition.draft_advice", "writers.word_parts.fields"):
                earlier.setattr(f"renderer.{module}.asks_reports", lambda _: True)
            return write_draft(RECORD)

    return written


def test_a_draft_of_the_plan_has_no_places_for_reports() -> None:
    with zipfile.ZipFile(io.BytesIO(draft_bytes(0))) as package:
        words = package.read("word/document.xml").decode()
    returned = read(draft_bytes(0))

    assert CHOOSE_SMILEY not in words
    assert PLACEHOLDERS["status"] not in words
    assert ">Status:<" not in words
    assert {field.followup for field in returned.read} == {None}
    assert (returned.proposals, returned.findings) == ((), ())
    said = advice(RECORD.edition, RECORD.draft).lines
    assert not [line for line in said if "smiley" in line.lower() or "status" in line.lower().split("”")[0]]


def test_a_text_of_the_plan_that_was_corrected_comes_back() -> None:
    returned = read(exchanged(draft_bytes(0), {"Kurserne er afholdt": "Alle kurser er holdt"}, everywhere=True))
    first = returned.proposals[0]

    assert returned.findings == ()
    assert first.field in {Field(None, ITEM.ref, ("milepæle", str(point.value))) for point in ITEM.milestones}
    assert {one.new for one in returned.proposals} == {
        one.old.replace("Kurserne er afholdt", "Alle kurser er holdt") for one in returned.proposals
    }


def test_a_draft_that_was_sent_out_with_places_for_reports_is_read_and_what_stands_there_is_told(
    sent_with_reports: Callable[[], bytes],
) -> None:
    sent = sent_with_reports()
    untouched = read_draft("plan.docx", sent, rebuilt)
    filled = exchanged(sent, {f">{PLACEHOLDERS['status']}<": ">Syv er ansat.<"}, everywhere=True)
    returned = read_draft("plan.docx", filled, rebuilt)
    weighed = weigh(PLAN, [returned])

    assert (untouched.proposals, untouched.findings) == ((), ())
    assert {one.new for one in returned.proposals} == {"Syv er ansat."}
    assert {one.field.kind for one in returned.proposals} == {FieldKind.PROSE}
    assert Field(0, ITEM.ref, ("milepæle", "1", "status")) in {one.field for one in returned.proposals}
    assert (weighed.proposals, weighed.conflicts) == ((), ())
    assert {one.code for one in weighed.findings} == {"svar-til-udmøntningen"}
    assert len(weighed.findings) == len(returned.proposals)
