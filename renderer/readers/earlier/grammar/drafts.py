"""What the grammar has gathered of an item before its names and smileys can be understood."""

from dataclasses import dataclass, field

from renderer.findings import Place
from renderer.model.agreement import TypeLabel
from renderer.readers.text.piece import Piece


@dataclass
class RowDraft:
    """A milestone row or the finances row: its cells as they stood."""

    place: Place
    text: list[Piece] = field(default_factory=list)
    time: list[Piece] = field(default_factory=list)
    smiley: list[Piece] = field(default_factory=list)


@dataclass
class ItemDraft:
    """An item as it stood; `types` and `type_label` are `None` where the heading row does not say."""

    title: str
    place: Place
    heading: str
    number: str | None = None
    types: str | None = None
    type_label: TypeLabel | None = None
    agreement: list[Piece] = field(default_factory=list)
    responsibility: list[Piece] = field(default_factory=list)
    milestones: list[RowDraft] = field(default_factory=list)
    finances: RowDraft | None = None
    ref: str = ""


@dataclass
class ChapterDraft:
    """A chapter as it stood; `title` is empty where items stand without a chapter."""

    title: str
    number: str | None = None
    place: Place | None = None
    introduction: list[Piece] = field(default_factory=list)
    items: list[ItemDraft] = field(default_factory=list)
