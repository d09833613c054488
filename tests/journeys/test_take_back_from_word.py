"""The whole way: a draft of any case, edited in Word, taken back and written: the case with the edits, and no more."""

import random
import tempfile
from collections.abc import Iterator
from pathlib import Path

from hypothesis import assume, event, given, settings
from hypothesis import strategies as st

from renderer.edition.build import build_edition, round_committees
from renderer.edition.draft import draft_record
from renderer.findings import Stopped
from renderer.journeys.case_files import folder_files
from renderer.journeys.returned.answers import together
from renderer.journeys.returned.take_back import TakenBack, take_back, write_changes
from renderer.model.case import Case
from renderer.model.field import Field, FieldKind, fields_of_agreement, fields_of_item, shown
from renderer.readers.yaml.folder import read_case_folder
from renderer.writers.word import write_draft
from tests.casefolder.handwritten import folders
from tests.casefolder.test_edit import differing
from tests.cases import cases
from tests.opened_folders import read_folder
from tests.readers.draft.opened_draft import DAY
from tests.word_editor.saying import Said, said_of_markdown
from tests.word_editor.saying import shown as shown_said
from tests.word_editor.session import Change, WordSession

SEEDS = st.integers(0, 2**32)


@st.composite
def desks(draw: st.DrawFn) -> tuple[Case, dict[str, bytes], int, str | None]:
    """A case, its folder as somebody wrote it, and the follow-up and committee that a draft is to be of."""
    case = draw(cases(most_chapters=2, most_items=2))
    files = draw(folders(case))
    assume(read_case_folder(files).case == case)
    followup = draw(st.sampled_from([one.number for one in case.followups]))
    return case, files, followup, draw(st.sampled_from((None, *round_committees(case))))


def opened(case: Case, followup: int, committee: str | None, seed: int) -> WordSession:
    edition = build_edition(case, followup, committee)
    return WordSession(write_draft(draft_record(edition, 1, DAY, "0.1.0")), edition, random.Random(seed))


def laid_out(folder: Path, files: dict[str, bytes], *drafts: bytes) -> tuple[Path, list[Path]]:
    """The case folder and the returned drafts on disk."""
    (folder / "sag").mkdir()
    for name, content in files.items():
        (folder / "sag" / name).write_bytes(content)
    paths = [folder / f"udkast-{number}.docx" for number in range(len(drafts))]
    for path, data in zip(paths, drafts, strict=True):
        path.write_bytes(data)
    return folder / "sag", paths


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def says(field: Field, text: str) -> Said | str:
    return text if field.kind is FieldKind.SMILEY else said_of_markdown(text)


def everything(case: Case) -> Iterator[tuple[Field, Said | str]]:
    """What the case says at every place, as each of its follow-ups shows it."""
    fields = [*fields_of_agreement()]
    for followup in case.followups:
        for item in case.agreement.items():
            fields += fields_of_item(item, followup.number)
    for field in dict.fromkeys(fields):
        yield field, says(field, shown(case, field) or "")


def unlike(taken: TakenBack, wanted: dict[Field, Change]) -> list[str]:
    """Every proposal that is not what was done."""
    read = {one.field: one for one in taken.proposals}
    told = [f"not proposed: {field.place}: {shown_said(wanted[field].says)}" for field in wanted.keys() - read.keys()]
    told += [
        f"not done: {field.place}: {read[field].old!r} -> {read[field].new!r}" for field in read.keys() - wanted.keys()
    ]
    return told + [
        f"{field.place}: says {shown_said(wanted[field].says)}, read {read[field].new!r}"
        for field in wanted.keys() & read.keys()
        if says(field, read[field].new) != wanted[field].says
    ]


def made(session: WordSession) -> dict[Field, Change]:
    return {field: change for field, change in session.changes.items() if change.is_one}


def that_can_be_done(taken: TakenBack, wanted: dict[Field, Change]) -> dict[Field, Change]:
    """The changes but the answers of earlier follow-ups that were deleted: that is told, and they stay."""
    told = {finding.place for finding in taken.findings if finding.code == "slettet-men-meldt-før"}
    stay = {field for field in wanted if told & {one.place for one in field.report_fields}}
    assert all(not wanted[field].says for field in stay)
    return {field: change for field, change in wanted.items() if field not in stay}


@given(desks(), SEEDS, st.integers(1, 8))
@settings(max_examples=30, deadline=None)
def test_what_was_done_in_word_is_written_and_nothing_else(
    desk: tuple[Case, dict[str, bytes], int, str | None], seed: int, edits: int
) -> None:
    case, files, followup, committee = desk
    session = opened(case, followup, committee, seed)
    session.edit(edits)
    wanted = made(session)
    with tempfile.TemporaryDirectory() as name:
        folder, (draft,) = laid_out(Path(name), files, session.saved())
        taken = take_back(folder_files(folder), [draft])
        wanted = that_can_be_done(taken, wanted)

        assert taken.conflicts == ()
        assert unlike(taken, wanted) == []
        _written(folder, draft, taken, wanted)


def _written(folder: Path, draft: Path, taken: TakenBack, wanted: dict[Field, Change]) -> None:
    before, case = contents(folder), taken.case
    try:
        write_changes(taken, taken.changes)
    except Stopped as stopped:
        event("refused: " + ", ".join(sorted({finding.code for finding in stopped.findings})))
        assert contents(folder) == before
        return
    event("written")
    after = read_folder(folder).case
    assert after is not None
    expected = {**dict(everything(case)), **{field: change.says for field, change in wanted.items()}}
    later = {field: text for field, text in everything(after) if expected[field] != text}
    # A text that no later follow-up reported anew is shown in those, too.
    assert all(_follows(field, text, wanted) for field, text in later.items())
    now = contents(folder)
    for name in before.keys() | now.keys():
        changed = [field for field in wanted if field.file == name]
        if changed:
            other, _ = differing(before[name], now[name])
            assert all(any(path[-len(field.path) :] == field.path for field in changed) for path in other)
        else:
            assert now[name] == before[name]
    again = take_back(folder_files(folder), [draft])
    assert (again.proposals, again.conflicts, again.done) == ((), (), len(wanted))


def _follows(field: Field, text: Said | str, wanted: dict[Field, Change]) -> bool:
    return any(
        one.followup is not None
        and field.followup is not None
        and one.followup < field.followup
        and (one.ref, one.path[:-1]) == (field.ref, field.path[:-1])
        for one in wanted
    )


def contested(one: dict[Field, Change], two: dict[Field, Change]) -> set[Field]:
    """What both answered, and neither said all that the other one did; a smiley and its status are one answer."""
    found: set[Field] = set()
    first, second = ({field: change.says for field, change in each.items()} for each in (one, two))
    for answer in {together(field) for field in first} & {together(field) for field in second}:
        unlike = {field for field in answer if first.get(field) != second.get(field)}
        if unlike & first.keys() and unlike & second.keys():
            found |= {*answer} & (first.keys() | second.keys())
    return found


@given(desks(), SEEDS, st.integers(1, 8), st.integers(1, 8))
@settings(max_examples=15, deadline=None)
def test_two_who_write_in_the_same_draft_agree_or_are_told(
    desk: tuple[Case, dict[str, bytes], int, str | None], seed: int, first: int, second: int
) -> None:
    case, files, followup, committee = desk
    sessions = [opened(case, followup, committee, seed), opened(case, followup, committee, seed + 1)]
    for session, count in zip(sessions, (first, second), strict=True):
        session.edit(count)
    one, two = map(made, sessions)
    both = contested(one, two)
    with tempfile.TemporaryDirectory() as name:
        folder, drafts = laid_out(Path(name), files, *(session.saved() for session in sessions))
        taken = take_back(folder_files(folder), drafts)

    assert {conflict.field for conflict in taken.conflicts} == both
    for conflict in taken.conflicts:
        field = conflict.field
        sent = {**one, **two}[field].about.sent
        assert (conflict.sent, conflict.current) == (sent, sent)
        told = [says(field, proposal.new) for proposal in conflict.proposals]
        assert told == [each[field].says if field in each else says(field, sent) for each in (one, two)]
    agreed = {field: change for field, change in {**one, **two}.items() if field not in both}
    assert unlike(taken, that_can_be_done(taken, agreed)) == []
