"""What people do outside the fields, or to the fields themselves, and what must be told of it.

Each deed is done to a row of an item that nobody has written in. No field of `spared` may be proposed afterwards, but
for the one that was emptied; and a finding with one of `codes` must name the item (or, at `None`, no item) and say
`words`.
"""

import copy
import random
from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from lxml.etree import _Element

from renderer.edition.draft_fields import DraftField
from renderer.model.field import Field, FieldKind
from tests.readers.draft.opened_draft import (
    OpenedDraft,
    W,
    deleted,
    drop,
    inserted,
    node,
    paragraph,
    parent_of,
    run,
    tag_of,
    unwrap,
    words,
)

_NOTES = ("Husk at spørge Jens.", "Det her er vi ikke enige i.", "Se mail af 3. maj.")
PICTURE = (
    '<w:r><w:drawing><wp:inline><wp:docPr id="77" name="Billede 1" descr="Skærmbillede"/><a:graphic><a:graphicData '
    'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip r:embed="rId99"/>'
    "</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)


@dataclass(frozen=True)
class Damage:
    """What was done, and what must be told of it; `emptied` is a field that went with its text."""

    deed: str
    codes: frozenset[str]
    item: str | None
    words: str = ""
    spared: frozenset[Field] = frozenset()
    emptied: DraftField | None = None


@dataclass(frozen=True)
class Scene:
    """A row of an item: its fields, all of them untouched."""

    draft: OpenedDraft
    fields: tuple[DraftField, ...]
    chance: random.Random

    @property
    def item(self) -> str | None:
        """The item's ref."""
        return self.fields[0].field.ref

    @property
    def row(self) -> _Element:
        """The row in the file."""
        return next(self.draft.control(self.fields[0].mark).iterancestors(f"{W}tr"))

    @property
    def table(self) -> _Element:
        """The item's table."""
        return next(self.row.iterancestors(f"{W}tbl"))

    def texts(self) -> list[DraftField]:
        """Its fields of running text."""
        return [one for one in self.fields if one.kind is FieldKind.PROSE]

    def smiley(self) -> DraftField | None:
        """Its smiley."""
        return next((one for one in self.fields if one.kind is FieldKind.SMILEY), None)

    def all(self) -> frozenset[Field]:
        """All its fields."""
        return frozenset(one.field for one in self.fields)

    def damage(self, deed: str, *codes: str, words: str = "") -> Damage:
        """What was done to the row."""
        return Damage(deed, frozenset(codes), self.item, words, self.all())

    def fixed(self) -> list[_Element]:
        """The paragraphs with words in the row that stand in no field."""
        return [one for one in self.row.iter(f"{W}p") if words([one]).strip() and not _in_field(one)]


Deed = Callable[[Scene], Damage | None]


def reword_fixed(scene: Scene) -> Damage | None:
    """Write something else in a locked line, tracked or not."""
    lines = scene.fixed()
    if not lines:
        return None
    line = scene.chance.choice(lines)
    old = words([line])
    new = f"Rettet {old}" if scene.chance.random() < 0.5 else f"{old} rettet"
    for child in [one for one in line if one.tag != f"{W}pPr"]:
        drop(child)
    if scene.chance.random() < 0.5:
        line.append(node(deleted(run(escape(old)))))
        line.append(node(inserted(run(escape(new)))))
    else:
        line.append(node(run(escape(new))))
    changed = new[-20:] if new.endswith("rettet") else new[:20]
    return scene.damage("locked line reworded", "låst-tekst-ændret", words=" ".join(changed.split()))


def take_control_away(scene: Scene) -> Damage | None:
    """Delete a control and its bookmark, but not the text."""
    about = scene.chance.choice(scene.texts())
    control = scene.draft.control(about.mark)
    for start in list(control.iter(f"{W}bookmarkStart")):
        ends = [one for one in control.iter(f"{W}bookmarkEnd") if one.get(f"{W}id") == start.get(f"{W}id")]
        for one in (start, *ends):
            drop(one)
    unwrap(control)
    return scene.damage("control taken away", "felt-uden-mærke")


def delete_row(scene: Scene) -> Damage | None:
    """Delete the row, tracked or not."""
    if scene.chance.random() < 0.5:
        drop(scene.row)
    else:
        mark = '<w:trPr><w:del w:id="907" w:author="Jens Vig" w:date="2031-03-02T08:00:00Z"/></w:trPr>'
        properties = scene.row.find(f"{W}trPr")
        if properties is not None:
            drop(properties)
        scene.row.insert(0, node(mark))
    return scene.damage("row deleted", "række-slettet")


def insert_row(scene: Scene) -> Damage | None:
    """Insert a row of plain cells."""
    note = scene.chance.choice(_NOTES)
    cells = "".join(f"<w:tc>{paragraph(run(text))}</w:tc>" for text in ("Milepæl 5", note, "2032", ""))
    scene.row.addnext(node(f"<w:tr>{cells}</w:tr>"))
    return scene.damage("row inserted", "ny-række", words=note)


def paste_table(scene: Scene) -> Damage | None:
    """Paste a table behind the item's own."""
    cells = "".join(f"<w:tc>{paragraph(run(text))}</w:tc>" for text in ("År", "Beløb", "2031", "175"))
    scene.table.addnext(node(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"))
    scene.table.addnext(node("<w:p/>"))
    return Damage("table pasted", frozenset({"ny-tabel"}), None, "Beløb", scene.all())


def paste_table_in_field(scene: Scene) -> Damage | None:
    """Paste a table into a field, before its text."""
    content = scene.draft.content(scene.chance.choice(scene.texts()).mark)
    content.insert(0, node(f"<w:tbl><w:tr><w:tc>{paragraph(run('Indsat celle'))}</w:tc></w:tr></w:tbl>"))
    return scene.damage("table pasted into a field", "ny-tabel", words="Indsat celle")


def paste_picture(scene: Scene) -> Damage | None:
    """Paste a picture into a field's text."""
    paragraphs = scene.draft.paragraphs(scene.chance.choice(scene.texts()).mark)
    paragraphs[-1].append(node(PICTURE))
    return scene.damage("picture pasted", "indsat-indhold", words="Skærmbillede")


def write_beside_smiley(scene: Scene) -> Damage | None:
    """Write something beside the drop-down list of a smiley."""
    about = scene.smiley()
    if about is None:
        return None
    note = scene.chance.choice(_NOTES)
    scene.draft.control(about.mark).addnext(node(run(f" {note}")))
    return scene.damage("text beside a smiley", "tekst-i-smileyfelt", "ukendt-smiley", words=note)


def write_in_locked_cell(scene: Scene) -> Damage | None:
    """Write in a cell that holds nothing, or a locked word."""
    cells = [one for one in scene.row.iter(f"{W}tc") if not any(_is_field(control) for control in one.iter(f"{W}sdt"))]
    if not cells:
        return None
    note = scene.chance.choice(_NOTES)
    scene.chance.choice(cells).append(node(paragraph(run(note))))
    return scene.damage("text in a locked cell", "tekst-uden-for-felter", words=note)


def copy_control(scene: Scene) -> Damage | None:
    """Copy a control into a cell where none belongs."""
    texts = [one for one in scene.texts() if one.sent]
    cells = [one for one in scene.row.iter(f"{W}tc") if not any(_is_field(control) for control in one.iter(f"{W}sdt"))]
    if not texts or not cells:
        return None
    control = scene.draft.control(scene.chance.choice(texts).mark)
    second = copy.deepcopy(control)
    for one in [*second.iter(f"{W}bookmarkStart"), *second.iter(f"{W}bookmarkEnd")]:
        drop(one)
    cells[-1].insert(len(cells[-1]) - 1, second)
    return scene.damage("control copied", "felt-to-gange")


def write_between_tables(scene: Scene) -> Damage | None:
    """Write a paragraph behind the table."""
    note = scene.chance.choice(_NOTES)
    scene.table.addnext(node(paragraph(run(note))))
    return Damage("text between tables", frozenset({"tekst-uden-for-felter"}), None, note, scene.all())


def delete_text_and_control(scene: Scene) -> Damage | None:
    """Delete a control with everything in it; the place is read as emptied, and that is told."""
    texts = [one for one in scene.texts() if one.sent]
    if not texts:
        return None
    about = scene.chance.choice(texts)
    control = scene.draft.control(about.mark)
    parent_of(control).replace(control, node("<w:p/>"))
    return Damage("control deleted", frozenset({"felt-slettet"}), scene.item, "", scene.all(), about)


def _in_field(element: _Element) -> bool:
    around = [*element.iterancestors(f"{W}sdt"), *element.iter(f"{W}sdt")]
    return any(_is_field(control) for control in around)


def _is_field(control: _Element) -> bool:
    return tag_of(control).startswith("felt_")


DEEDS: tuple[Deed, ...] = (
    reword_fixed, take_control_away, delete_row, insert_row, paste_table, paste_table_in_field, paste_picture,
    write_beside_smiley, write_in_locked_cell, copy_control, write_between_tables, delete_text_and_control,
)  # fmt: skip
