"""Random edits, as Word writes them, come back exactly: every field that was changed, no other, with its author."""

from collections.abc import Iterator

from hypothesis import example, given, settings
from hypothesis import strategies as st

from renderer.edition.draft_fields import draft_fields
from renderer.model.field import Field, FieldKind
from tests.readers.draft.opened_draft import (
    AUTHOR,
    OpenedDraft,
    deleted,
    inserted,
    mark_change,
    node,
    paragraph,
    parent_of,
    record_of,
    run,
    sample_case,
)

FIELDS = [field for field in draft_fields(record_of(sample_case()).edition) if field.kind is FieldKind.PROSE]
WORDS = st.lists(
    st.sampled_from(
        ("Arbejdet", "går", "som", "planlagt", "1.000", "kr.", "–", "pct.", "”Åben", "hal”", "(bilag", "2)", "og/eller")
    ),
    min_size=1,
    max_size=6,
).map(lambda words: " ".join(("Nu", *words)))
LOOKS = {"": "", "**": "<w:b/>", "*": "<w:i/>"}
KINDS = ("typed", "tracked", "appended", "split", "emptied", "cancelled")


@st.composite
def edits(draw: st.DrawFn) -> dict[int, tuple[str, str, str]]:
    chosen = draw(st.lists(st.integers(0, len(FIELDS) - 1), unique=True, max_size=6))
    return {at: (draw(st.sampled_from(KINDS)), draw(WORDS), draw(st.sampled_from(list(LOOKS)))) for at in chosen}


def marked(words: str, look: str) -> str:
    return f"{look}{words}{look}"


def apply(draft: OpenedDraft, mark: str, sent: str, edit: tuple[str, str, str]) -> tuple[str, tuple[str, ...]]:
    """Edit a field in the XML; gives what it says then, and who did it."""
    kind, words, look = edit
    new = run(words, LOOKS[look])
    if kind == "cancelled":
        draft.paragraphs(mark)[0].append(node(inserted(deleted(new))))
        return sent, ()
    if kind == "emptied":
        track_away(draft, mark)
        return "", (AUTHOR,) if sent else ()
    if kind == "typed":
        draft.write(mark, paragraph(new))
        return marked(words, look), ()
    if kind == "split":
        draft.write(mark, paragraph(new, properties=mark_change("ins")), paragraph(inserted(run("Resten."))))
        return f"{marked(words, look)}\n\nResten.", (AUTHOR,)
    if kind == "tracked" or not sent:
        track_away(draft, mark)
        draft.paragraphs(mark)[-1].append(node(inserted(new)))
        draft.answered(mark)
        # The end that is left is the last paragraph's: words that come before it stand as that one stood.
        bullet = "- " if sent.rpartition("\n")[2].startswith("- ") else ""
        return f"{bullet}{marked(words, look)}", (AUTHOR,)
    last = draft.paragraphs(mark)[-1]
    last.addnext(node(paragraph(inserted(new))))
    properties = last.find("{*}pPr")
    assert properties is not None
    properties.append(node(mark_change("ins")))
    return f"{sent}\n\n{marked(words, look)}", (AUTHOR,)


def track_away(draft: OpenedDraft, mark: str) -> None:
    """Delete everything in a field with tracked changes, as selecting it all and pressing Delete does."""
    *before, _ = paragraphs = draft.paragraphs(mark)
    for one in before:
        properties = one.find("{*}pPr")
        assert properties is not None
        properties.append(node(mark_change("del")))
    shows_prompt = next(draft.control(mark).iter("{*}showingPlcHdr"), None) is not None
    for one in runs(paragraphs):
        if shows_prompt:
            parent_of(one).remove(one)
            continue
        for text in one.iter("{*}t"):
            text.tag = text.tag.replace("}t", "}delText")
        wrapper = node(deleted())
        one.addprevious(wrapper)
        wrapper.append(one)


def runs(paragraphs: list) -> Iterator:  # type: ignore[type-arg]
    for one in paragraphs:
        yield from list(one.iter("{*}r"))


LIST_LAST = next(at for at, one in enumerate(FIELDS) if one.sent.rpartition("\n")[2].startswith("- "))


@given(edits())
@example({LIST_LAST: ("tracked", "Nu Arbejdet", "")})
@settings(max_examples=60, deadline=None)
def test_exactly_the_edits_come_back(made: dict[int, tuple[str, str, str]]) -> None:
    draft = OpenedDraft()
    expected: dict[Field, tuple[str, tuple[str, ...]]] = {}
    for at, edit in made.items():
        field = FIELDS[at]
        said, who = apply(draft, field.mark, field.sent, edit)
        if said != field.sent:
            expected[field.field] = (said, who)

    found = draft.read()

    assert {one.field: (one.new, one.who) for one in found.proposals} == expected
    assert found.findings == ()
    assert len(found.read) == 2 + 6 * 17
