"""The structure that a comparison's PDF must have, said from the comparison alone (no HTML, no page)."""

from collections.abc import Iterable

from renderer.edition.comparison import (
    Change,
    Comparison,
    Entry,
    FaceAt,
    Section,
    SectionKind,
    SmileyChange,
    TextChange,
)
from renderer.edition.wording.changed_text import Change as Fate
from renderer.edition.wording.changed_text import ChangedBlock, ChangedParagraph
from renderer.model.prose import Link, NumberedList
from tests.writers.expected_tags import BULLETS, FACES, LINKED, Expected, squeezed
from tests.writers.expected_tags import prose as plain_prose

Kids = list["Expected | str"]


def expected_comparison(comparison: Comparison) -> Expected:
    return "Document", [_letter(comparison), *(_section(section) for section in comparison.sections)]


def _leaf(role: str, text: str) -> Expected:
    words = squeezed(text)
    return role, [words] if words else []


def _letter(comparison: Comparison) -> Expected:
    letter = comparison.letter
    kids: Kids = [_leaf("P", letter.municipality)]
    if letter.department:
        kids.append(_leaf("P", letter.department.upper()))
    kids += [_leaf("P", f"{line.label}: {line.value}") for line in letter.lines]
    kids.append(_leaf("H1", letter.title))
    if letter.subtitle:
        kids.append(_leaf("P", letter.subtitle))
    said = (*comparison.opening, comparison.unchanged_notice, comparison.marking)
    kids += [_leaf("P", text) for text in said if text]
    return "Sect", kids


def _section(section: Section) -> Expected:
    heading = _leaf("H2", section.heading)
    if section.kind is SectionKind.FIRST:
        return "Sect", [heading, _table(section)]
    return "Sect", [heading, *(kid for entry in section.entries for kid in _entry(entry))]


def _table(section: Section) -> Expected:
    labels = ("Delelement", "Ansvarligt center", "Indsats", "Økonomi")
    heads: Expected = ("TR", [_leaf("TH", label) for label in labels])
    return "Table", [("THead", [heads]), ("TBody", [_row(entry) for entry in section.entries])]


def _row(entry: Entry) -> Expected:
    given: dict[str, Kids] = {"Indsats": [], "Økonomi": []}
    for change in entry.changes:
        assert isinstance(change, SmileyChange)
        given[change.label] += _face(change.new, bare=True)
    return "TR", [_leaf("TH", entry.heading), _leaf("TD", entry.centre), *(("TD", kids) for kids in given.values())]


def _entry(entry: Entry) -> Kids:
    kids: Kids = [_leaf("H3", entry.heading)]
    if entry.centre:
        kids.append(_leaf("P", entry.centre))
    return kids + [kid for change in entry.changes for kid in _change(change)]


def _change(change: Change) -> Kids:
    if isinstance(change, SmileyChange):
        line: Kids = [squeezed(f"{change.label}: fra"), *_face(change.old), "til", *_face(change.new)]
        status = [_leaf("P", f"{change.status_label}:"), *plain_prose(change.status)] if change.status else []
        return [("P", _joined(line)), *status]
    text = change if isinstance(change, TextChange) else change.text if change.kind == "amounts" else None
    return [_leaf("P", change.line), *(_text(text) if text else [])]


def _text(change: TextChange) -> Kids:
    if change.new and not change.marks_words:
        return plain_prose(change.new)
    return [_block(block, 0) for block in change.shown.blocks]


def _block(block: ChangedBlock, depth: int) -> Expected:
    if isinstance(block, ChangedParagraph):
        return "P", _joined(kid for piece in block.spaced for kid in _piece(piece.change, piece.content))
    numbering = block.numbering
    marks = NumberedList((), numbering, block.start) if numbering else None
    entries: Kids = []
    for position, entry in enumerate(block.entries, block.start):
        mark = marks.numbering.mark(position) if marks else BULLETS[min(depth, 2)]
        entries.append(("LI", [("Lbl", [mark]), ("LBody", [_block(inner, depth + 1) for inner in entry.blocks])]))
    return "L", entries


def _piece(fate: Fate, content: Iterable[object]) -> Kids:
    kids = [kid for inline in content for kid in _inline(inline)]
    return ["[", *kids, "]"] if fate is Fate.DELETED else kids


def _inline(inline: object) -> Kids:
    inner = getattr(inline, "content", None)
    if inner is None:
        return [squeezed(getattr(inline, "text", ""))]
    kids = [kid for one in inner for kid in _inline(one)]
    return [("Link", _joined(kids))] if isinstance(inline, Link) and inline.href.startswith(LINKED) else kids


def _face(at: FaceAt, *, bare: bool = False) -> Kids:
    """The smiley with its word, and the time (in parentheses inside a sentence)."""
    time = (squeezed(at.time) if bare else squeezed(f"({at.time})")) if at.time else ""
    if at.face is None:
        return [squeezed(at.not_given) + time]
    return [("Span", [FACES[at.face.smiley] + squeezed(at.face.word)]), *([time] if time else [])]


def _joined(kids: Iterable["Expected | str"]) -> Kids:
    joined: Kids = []
    for kid in kids:
        if isinstance(kid, str) and joined and isinstance(joined[-1], str):
            joined[-1] += kid
        elif kid:
            joined.append(kid)
    return joined
