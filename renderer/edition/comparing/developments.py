"""How an item's smileys have developed: the newest smiley given for effort then and now, and the one for finances.

A smiley at a checkpoint that has come since is not worse or better in itself: it is held against the newest one that
the earlier edition shows, whatever its checkpoint, since that is the last that a committee was told.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from renderer.edition.comparison import Entry, FaceAt, SectionKind, SmileyChange
from renderer.edition.edition import ItemTable, Row, RowKind
from renderer.model.smiley import Smiley

EFFORT_LABEL = "Indsats"
_RANK = {smiley: rank for rank, smiley in enumerate(Smiley)}


@dataclass(frozen=True)
class Development:
    """A change of a smiley, in which section it belongs, and the rows it was read from (`old` where one was given)."""

    section: SectionKind
    change: SmileyChange
    old: Row | None
    new: Row


def developments(old: ItemTable, new: ItemTable) -> Iterator[Development]:
    """The developments of an item: for effort, then for finances."""
    for kind in RowKind:
        before, after = newest_given(old, kind), newest_given(new, kind)
        if after is None or after.face is None:
            continue
        section = _section(before, after)
        if section:
            yield Development(section, smiley_change(before, after), before, after)


def finances_row(item: ItemTable) -> Row:
    """The row on finances."""
    return next(row for row in item.rows if row.kind is RowKind.FINANCES)


def smiley_change(old: Row | None, new: Row) -> SmileyChange:
    """The change of a smiley from a row to another, or from none."""
    not_given = new.not_given[:1].lower() + new.not_given[1:]
    return SmileyChange(
        label=EFFORT_LABEL if new.kind is RowKind.MILESTONE else new.label,
        old=FaceAt(face=old.face if old else None, time=old.time if old else "", not_given=not_given),
        new=FaceAt(face=new.face, time=new.time, not_given=not_given),
        status=new.status,
        status_label=new.status_label,
    )


def worst_first(entry: Entry) -> int:
    """Sorting key: entries with a sad smiley before those with a neutral one."""
    given = (change.new.face for change in entry.changes if isinstance(change, SmileyChange))
    return -max((_RANK[face.smiley] for face in given if face), default=0)


def newest_given(item: ItemTable, kind: RowKind) -> Row | None:
    """The row with the last smiley given for effort, or the one for finances; `None` where none was given."""
    given = [row for row in item.rows if row.kind is kind and row.face]
    return given[-1] if given else None


def _section(old: Row | None, new: Row) -> SectionKind | None:
    assert new.face is not None
    if old is None or old.face is None:
        return SectionKind.FIRST
    step = _RANK[new.face.smiley] - _RANK[old.face.smiley]
    if step == 0:
        return None
    return SectionKind.WORSE if step > 0 else SectionKind.BETTER
