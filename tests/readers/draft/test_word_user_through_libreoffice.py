"""What was done in Word and in LibreOffice, when LibreOffice has saved it: exact, or marked where it was tracked."""

import random
from pathlib import Path

import pytest

from renderer.model.field import Field, FieldKind
from renderer.model.markdown import parse_prose
from renderer.model.proposal import Proposal, Returned
from renderer.writers.word import write_draft
from tests.cases import large_case
from tests.libreoffice import convert
from tests.readers.draft.opened_draft import (
    DAY,
    OpenedDraft,
    W,
    draft_bytes,
    drop,
    inserted,
    node,
    read,
    record_of,
    run,
    sample_case,
)
from tests.word_editor.saying import Said, said_of_markdown, without_looks
from tests.word_editor.session import WordSession

pytestmark = pytest.mark.slow

MARKED = {"rettelse-uden-mærke", "gammel-og-ny-tekst", "felt-slettet"}


def saved(data: bytes, folder: Path) -> bytes:
    """The file as LibreOffice saves it."""
    folder.mkdir()
    (folder / "udkast.docx").write_bytes(data)
    (folder / "gemt").mkdir()
    return convert(folder / "udkast.docx", folder / "gemt", "docx").read_bytes()


def edited(seed: int, tracking: float, fields: int) -> WordSession:
    session = WordSession(draft_bytes(), record_of(sample_case()).edition, random.Random(seed))
    session.diary.tracking = tracking
    session.edit(fields)
    return session


def plain(field: Field, says: Said | str) -> Said | str:
    return says if isinstance(says, str) else without_looks(says)


def said(proposal: Proposal) -> Said | str:
    smiley = proposal.field.kind is FieldKind.SMILEY
    return proposal.new if smiley else without_looks(said_of_markdown(proposal.new))


def wanted(session: WordSession) -> dict[Field, Said | str]:
    """What was changed, in plain words: LibreOffice loses new looks in the first paragraph of a field."""
    sent = {about.field: about for about in session.fields}
    says = {field: plain(field, change.says) for field, change in session.changes.items() if change.is_one}
    return {
        field: text
        for field, text in says.items()
        if isinstance(text, str) or text != without_looks(said_of_markdown(sent[field].sent))
    }


def marked(returned: Returned) -> set[tuple[str | None, str | None]]:
    return {(one.place.item, one.place.field) for one in returned.findings if one.code in MARKED}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_untracked_edits_come_back_exactly(seed: int, tmp_path: Path) -> None:
    session = edited(seed, 0, 60)
    returned = read(saved(session.saved(), tmp_path / "a"))
    found = {one.field: said(one) for one in returned.proposals}

    assert {field: text for field, text in found.items() if not _only_looks(session, field, text)} == wanted(session)
    assert len(returned.read) == len(session.fields)
    assert {one.code for one in returned.findings} <= {"gemt-i-libreoffice", "formatering-mistes", "felt-slettet"}


def _only_looks(session: WordSession, field: Field, text: Said | str) -> bool:
    """Whether a change is one of looks alone, which LibreOffice has kept."""
    change = session.changes.get(field)
    return field not in wanted(session) and change is not None and plain(field, change.says) == text


@pytest.mark.parametrize("seed", [4, 5])
def test_tracked_edits_are_never_proposed_unmarked(seed: int, tmp_path: Path) -> None:
    session = edited(seed, 0.8, 60)
    returned = read(saved(session.saved(), tmp_path / "a"))
    doubted = marked(returned)

    texts = [one for one in returned.proposals if one.field.kind is FieldKind.PROSE]
    assert texts
    assert {(one.field.ref, one.field.place.field) for one in texts} <= doubted
    smileys = {one.field: one.new for one in returned.proposals if one.field.kind is FieldKind.SMILEY}
    assert smileys.items() <= {field: change.says for field, change in session.changes.items()}.items()


def test_edits_in_libreoffices_own_file_come_back_and_tracked_ones_are_marked(tmp_path: Path) -> None:
    session = edited(6, 0, 20)
    back = OpenedDraft(saved(session.saved(), tmp_path / "a"))
    free = [one for one in session.fields if one.field not in session.changes and one.kind is FieldKind.PROSE]
    short = [one for one in free if one.sent and len(parse_prose(one.sent).blocks) == 1]
    after = random.Random(7).sample(short, 8)
    for number, about in enumerate(after):
        _retype(back, about.mark, f"Rettet i LibreOffice {number}.")
    once = read(back.bytes())
    new = {about.field: f"Rettet i LibreOffice {number}." for number, about in enumerate(after)}

    assert {one.field: one.new for one in once.proposals if one.field in new} == new
    assert {one.field: said(one) for one in once.proposals if one.field in wanted(session)} == wanted(session)

    again = read(saved(back.bytes(), tmp_path / "b"))
    assert {one.field: one.new for one in again.proposals if one.field in new} == new
    assert again.origin.identity == record_of(sample_case()).identity
    assert again.origin.date == DAY


def _retype(draft: OpenedDraft, mark: str, text: str) -> None:
    """Write something else in the paragraph that a bookmark begins in, as LibreOffice has it."""
    start = next(one for one in draft.document.iter(f"{W}bookmarkStart") if one.get(f"{W}name") == mark)
    paragraph = next(start.iterancestors(f"{W}p"))
    first, *rest = [one for one in paragraph.iter(f"{W}t") if one.text]
    first.text = text
    for one in rest:
        drop(one)


def test_a_large_drafts_edits_survive_two_savings(tmp_path: Path) -> None:
    record = record_of(large_case())
    session = WordSession(write_draft(record), record.edition, random.Random(8))
    session.diary.tracking = 0
    session.edit(120)
    twice = saved(saved(session.saved(), tmp_path / "a"), tmp_path / "b")
    returned = read(twice)
    found = {one.field: said(one) for one in returned.proposals}

    assert {field: text for field, text in found.items() if not _only_looks(session, field, text)} == wanted(session)
    assert len(returned.read) == len(session.fields)


def test_a_tracked_insertion_beside_a_field_is_read_with_its_author(tmp_path: Path) -> None:
    back = OpenedDraft(saved(draft_bytes(), tmp_path / "a"))
    start = next(
        one for one in back.document.iter(f"{W}bookmarkStart") if one.get(f"{W}name") == "felt_1_1_beskrivelse"
    )
    next(start.iterancestors(f"{W}p")).append(node(inserted(run(" Og mere."))))
    (proposal,) = read(back.bytes()).proposals

    assert proposal.new.endswith(" Og mere.")
    assert proposal.who
