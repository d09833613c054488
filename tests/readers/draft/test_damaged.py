"""Whatever is done to a file: it is read, or refused in Danish; nothing else ever comes out."""

import io
import zipfile

from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree

from renderer.errors import UnreadableFile
from renderer.model.proposal import Returned
from tests.examples import examples
from tests.readers.draft.opened_draft import Element, OpenedDraft, deleted, draft_bytes, drop, inserted, node, read, run

PARTS = ("word/document.xml", "word/styles.xml", "word/numbering.xml", "customXml/item1.xml", "docProps/custom.xml",
         "word/_rels/document.xml.rels", "_rels/.rels", "[Content_Types].xml", "word/header1.xml",
         "docProps/app.xml")  # fmt: skip
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VALUES = ("", "-1", "999999999999", "x", "felt_1_1_beskrivelse", "0", "felt_9_9", "æ\u00a0\u2028", "true")


def assert_sentences(*texts: str) -> None:
    assert all(text.endswith(".") for text in texts)


def outcome(data: bytes) -> Returned | None:
    """What the reader says; `None` for a refusal."""
    try:
        found = read(data)
    except UnreadableFile as refusal:
        assert_sentences(refusal.message, refusal.hint)
        return None
    for finding in found.findings:
        assert finding.message.endswith((".", "…«."))
        assert str(finding.place).startswith("udkast.docx")
    return found


@given(st.integers(0), st.binary(min_size=1, max_size=8))
@settings(max_examples=60, deadline=None)
def test_changed_bytes(position: int, junk: bytes) -> None:
    data = bytearray(draft_bytes())
    position %= len(data)
    data[position : position + len(junk)] = junk

    outcome(bytes(data))


@given(st.integers(0, 40_000))
@settings(max_examples=25, deadline=None)
def test_cut_files(length: int) -> None:
    outcome(draft_bytes()[:length])


@given(st.sampled_from(PARTS), st.integers(0), st.binary(max_size=12))
@settings(max_examples=60, deadline=None)
def test_changed_parts(part: str, position: int, junk: bytes) -> None:
    draft = OpenedDraft()
    data = draft.parts[part]
    position %= len(data)
    draft.parts[part] = data[:position] + junk + data[position + len(junk) :]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in draft.parts.items():
            archive.writestr(name, content)

    outcome(packed.getvalue())


def _delete(element: Element, _: Element, __: str) -> None:
    drop(element)


def _double(element: Element, _: Element, __: str) -> None:
    element.addnext(etree.fromstring(etree.tostring(element)))


def _move(element: Element, other: Element, _: str) -> None:
    if element is not other and element not in other.iterancestors():
        other.append(element)


def _revalue(element: Element, _: Element, value: str) -> None:
    for key in list(element.attrib):
        element.set(key, value)


def _unwrap(element: Element, _: Element, __: str) -> None:
    parent = element.getparent()
    assert parent is not None
    at = parent.index(element)
    parent[at : at + 1] = list(element)


def _track(element: Element, _: Element, value: str) -> None:
    element.addprevious(node(inserted(deleted(run(value or "ny")), author=value)))


EDITS = (_delete, _double, _move, _revalue, _unwrap, _track)
STEPS = st.lists(
    st.tuples(st.sampled_from(range(len(EDITS))), st.integers(0), st.integers(0), st.sampled_from(VALUES)),
    min_size=1,
    max_size=6,
)


@given(STEPS)
@settings(max_examples=examples(75, 200), deadline=None)
@example([(0, 3, 3, "")])
def test_changed_trees(steps: list[tuple[int, int, int, str]]) -> None:
    draft = OpenedDraft()
    for edit, first, second, value in steps:
        elements = [one for one in draft.body.iter() if one is not draft.body]
        if elements:
            EDITS[edit](elements[first % len(elements)], elements[second % len(elements)], value)

    outcome(draft.bytes())


@given(st.sampled_from(("styles", "numbering", "settings", "header1", "header2")), STEPS)
@settings(max_examples=60, deadline=None)
def test_changed_trees_of_other_parts(part: str, steps: list[tuple[int, int, int, str]]) -> None:
    draft = OpenedDraft()
    root = etree.fromstring(draft.parts[f"word/{part}.xml"])
    for edit, first, second, value in steps:
        elements = list(root.iterdescendants())
        if elements:
            EDITS[edit](elements[first % len(elements)], elements[second % len(elements)], value)
    draft.parts[f"word/{part}.xml"] = etree.tostring(root)

    outcome(draft.bytes())
