"""The items of an overview: all of them with their smileys, and those that are worse, better or sad."""

from collections.abc import Iterator, Mapping, Sequence

from renderer.edition import danish
from renderer.edition.comparing.developments import EFFORT_LABEL, Development, newest_given
from renderer.edition.comparing.plan import centre_of
from renderer.edition.comparison import FaceAt, SectionKind
from renderer.edition.edition import Edition, ItemTable, RowKind
from renderer.edition.overview.blocks import (
    Column,
    ItemList,
    ListedItem,
    ListKind,
    Mark,
    Strip,
    StripGroup,
    StripLine,
    Told,
)
from renderer.edition.overview.counting import Counting
from renderer.model.smiley import Smiley

Developed = Mapping[str, Sequence[Development]]
"""What has become of each item's smileys since the follow-up before, by its ref."""

_SHORT_TIMES = ("1.", "2.", "3.", "31.12.")
_SHORT_FINANCES = "Øk."
_LABELS = ("Delelement", "Ansvarligt center", "Smiley for", "Før", "Nu")
_SECTIONS = {ListKind.WORSE: SectionKind.WORSE, ListKind.BETTER: SectionKind.BETTER}
_HEADINGS = {ListKind.WORSE: "Blevet dårligere", ListKind.BETTER: "Blevet bedre"}
_EMPTY = {
    ListKind.WORSE: "Ingen smileyer er blevet dårligere.",
    ListKind.BETTER: "Ingen smileyer er blevet bedre.",
}


def strip(edition: Edition, counting: Counting) -> Strip:
    """Every item with its smileys, under the headings of the chapters."""
    times = [row.time or row.label for item in [next(edition.items())] for row in item.rows]
    groups = ((part.heading, [item for item in part.items if not item.given_up]) for part in edition.chapters)
    labels = (*_SHORT_TIMES, _SHORT_FINANCES)
    return Strip(
        anchor="overblik-delelementer",
        heading="Alle delelementer",
        label_label=_LABELS[0],
        columns=tuple(Column(label=label, spoken=time) for label, time in zip(labels, times, strict=True)),
        groups=tuple(
            StripGroup(heading=heading, lines=tuple(_strip_line(item, counting) for item in items))
            for heading, items in groups
            if items
        ),
    )


def _strip_line(item: ItemTable, counting: Counting) -> StripLine:
    *effort, finances = (counting.mark(row) for row in item.rows)
    return StripLine(ref=item.ref, anchor=item.anchor, heading=item.heading, effort=tuple(effort), finances=finances)


def moved(edition: Edition, developed: Developed, kind: ListKind, since: str) -> ItemList:
    """The items that are worse, or better, since the follow-up before."""
    items = tuple(
        _listed(item, one.change.label, one.change.old, one.change.new)
        for item in edition.counted_items()
        for one in developed.get(item.ref, ())
        if one.section is _SECTIONS[kind]
    )
    return ItemList(
        kind=kind,
        anchor=f"overblik-{kind.value}",
        heading=f"{_HEADINGS[kind]} siden {since}",
        labels=_LABELS,
        items=items,
        empty=_EMPTY[kind],
    )


def sad(edition: Edition) -> ItemList:
    """The items whose newest smiley for effort, or whose smiley for finances, is sad."""
    return ItemList(
        kind=ListKind.SAD,
        anchor="overblik-sure",
        heading="Delelementer med sur smiley",
        labels=(*_LABELS[:3], _LABELS[-1]),
        items=tuple(found for item in edition.counted_items() for found in _sad(item)),
        empty="Ingen delelementer har en sur smiley.",
    )


def _sad(item: ItemTable) -> Iterator[ListedItem]:
    for kind in RowKind:
        row = newest_given(item, kind)
        if row and row.face and row.face.smiley is Smiley.SAD:
            label = EFFORT_LABEL if kind is RowKind.MILESTONE else row.label
            yield _listed(item, label, None, FaceAt(face=row.face, time=row.time, not_given=row.not_given))


def _listed(item: ItemTable, about: str, before: FaceAt | None, now: FaceAt) -> ListedItem:
    return ListedItem(
        ref=item.ref,
        anchor=item.anchor,
        heading=item.heading,
        centre=danish.tied(centre_of(item)),
        about=about,
        before=_told(before) if before else None,
        now=_told(now),
    )


def _told(said: FaceAt) -> Told:
    assert said.face is not None, "only smileys that were given are listed"
    return Told(mark=Mark(said.face.smiley.value), time=said.time)
