"""The outline of an agreement as data, in the shape of budgetaftale.yaml."""

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from renderer.model.prose import Paragraph, Prose
from renderer.model.signed.running_text import Part, Quotation, RunningText, write_running_text
from renderer.readers.earlier.grammar.item_data import blocks_of
from renderer.readers.earlier.grammar.ledger import Ledger
from renderer.readers.earlier.signed.headed import Headed
from renderer.readers.earlier.signed.outline import ChapterDraft, GroupDraft, Outline, PointDraft, SectionDraft
from renderer.readers.earlier.text.slicing import merged_lists
from renderer.readers.text.piece import Piece
from renderer.vocabulary import key

_OPENS = re.compile(r"[\"”“„»«]")
_CLOSES = re.compile(r"[\"”“«»]\s*[.,]?$")
_LONGEST_LEAD_IN = 20


class DataMaker:
    """Makes the data of an outline; every piece that is in it is placed in the ledger."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def data(self, outline: Outline) -> dict[str, Any]:
        """Introduction, chapters and closing; what is empty is left out."""
        made = {
            key("introduction"): [self._section(one) for one in outline.introduction],
            key("chapters"): [self._chapter(one) for one in outline.chapters],
            key("closing"): [self._section(one) for one in outline.closing],
        }
        return _filled(made)

    def text(self, pieces: Sequence[Piece], where: str, *, marked: bool = True) -> str:
        """The Markdown of pieces in a row; what is quoted is `marked` so, unless the field is a quotation itself."""
        for piece in pieces:
            self._ledger.place(piece, where)
        runs = groupby(pieces, key=lambda piece: marked and piece.quoted)
        parts = [_part(list(run), quoted=quoted) for quoted, run in runs]
        return write_running_text(RunningText(tuple(part for part in parts if part)))

    def _heading(self, heading: Headed | None, where: str) -> str:
        if heading is None:
            return ""
        self._ledger.place(heading.piece, where)
        return heading.title

    def _numbered(self, heading: Headed, where: str) -> dict[str, Any]:
        number = heading.numbered.number if heading.numbered else ""
        return _filled({key("number"): number, key("title"): self._heading(heading, where)})

    def _section(self, section: SectionDraft) -> dict[str, Any]:
        made = {
            key("heading"): self._heading(section.heading, key("heading")),
            key("text"): self.text(section.text, key("sections")),
            key("sections"): [self._section(one) for one in section.sections],
        }
        return _filled(made)

    def _chapter(self, chapter: ChapterDraft) -> dict[str, Any]:
        made = self._numbered(chapter.heading, key("chapters")) if chapter.heading else {key("title"): "Uden kapitel"}
        lead_in, quotation, text = parted_opening(chapter.text)
        made |= _filled(
            {
                key("lead_in"): " ".join(self.text(lead_in, key("lead_in")).split()),
                key("quotation"): self.text(quotation, key("quotation"), marked=False),
                key("text"): self.text(text, key("text")),
                key("points"): [self._point(one) for one in chapter.points],
                key("groups"): [self._group(one) for one in chapter.groups],
            }
        )
        return made

    def _group(self, group: GroupDraft) -> dict[str, Any]:
        number = f"{group.heading.numbered.number}. " if group.heading.numbered else ""
        made = {
            key("heading"): number + self._heading(group.heading, key("groups")),
            key("text"): self.text(group.text, key("text")),
            key("points"): [self._point(one) for one in group.points],
        }
        return _filled(made)

    def _point(self, point: PointDraft) -> dict[str, Any]:
        made = self._numbered(point.heading, key("points"))
        sections = [self._section(one) for one in point.sections]
        return made | _filled({key("text"): self.text(point.text, key("points")), key("sections"): sections})


def _part(pieces: Sequence[Piece], *, quoted: bool) -> Part | None:
    blocks = merged_lists(blocks_of(pieces))
    if not blocks:
        return None
    return Quotation(Prose(blocks)) if quoted else Prose(blocks)


def parted_opening(pieces: Sequence[Piece]) -> tuple[Sequence[Piece], Sequence[Piece], Sequence[Piece]]:
    """The words before the quotation that opens a chapter, the quotation, and the chapter's own text.

    What the document marks as one is the quotation; else it begins with a quotation mark and reaches to the paragraph
    that ends with one, and where none does, there is no quotation.
    """
    start = 1 if pieces and _is_lead_in(pieces[0]) else 0
    marked = next((n for n, piece in enumerate(pieces) if n >= start and not piece.quoted), len(pieces))
    if marked > start:
        return pieces[:start], pieces[start:marked], pieces[marked:]
    if start < len(pieces) and _OPENS.match(pieces[start].prose.plain):
        for end in range(start, len(pieces)):
            if _CLOSES.search(pieces[end].prose.plain):
                return pieces[:start], pieces[start : end + 1], pieces[end + 1 :]
    return (), (), pieces


def _is_lead_in(piece: Piece) -> bool:
    text = piece.prose.plain
    single = len(piece.prose.blocks) == 1 and isinstance(piece.prose.blocks[0], Paragraph)
    return single and text.endswith(":") and len(text.split()) <= _LONGEST_LEAD_IN


def _filled(data: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if value}
