"""What is different in the reports on an item, apart from how its smileys have developed.

A report on a checkpoint that has come since is no change: it is the follow-up itself. A report that the earlier
edition shows already, or could have shown, and that is another one now, was corrected.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from renderer.edition import danish
from renderer.edition.comparing.developments import Development, finances_row, smiley_change
from renderer.edition.comparison import AmountChange, LineChange, SectionKind, SmileyChange, TextChange
from renderer.edition.edition import ItemTable, Row, RowKind
from renderer.model.prose import Prose
from renderer.model.tidying import plain_spaces

Found = tuple[SectionKind, SmileyChange | TextChange | AmountChange | LineChange]


@dataclass(frozen=True)
class StatedAmount:
    """An amount in a text: its words, and its value, which is the same for the same money however written."""

    words: str
    value: Hashable


AmountReader = Callable[[str], Sequence[StatedAmount]]
"""Finds the amounts of money in a line of prose, in order."""


def report_changes(
    old: ItemTable, new: ItemTable, developed: Sequence[Development], up_to: int, amounts_in: AmountReader
) -> Iterator[Found]:
    """What is different in the reports of an item; `up_to` is the follow-up of the earlier edition."""
    told = [development.new for development in developed]
    for before, after in _milestones(old, new):
        yield from _milestone(before, after, after in told, up_to)
    yield from _finances(finances_row(old), finances_row(new), told, amounts_in)


def new_reports(old: ItemTable, new: ItemTable) -> bool:
    """Whether an item has a status text on a milestone that the earlier edition had none on."""
    return any(after.status and not before.status for before, after in _milestones(old, new))


def amounts_or_text(label: str, old: Prose, new: Prose, amounts_in: AmountReader) -> TextChange | AmountChange | None:
    """The change of a text, as one of amounts where those are others; `None` where it is the same text."""
    if old == new:
        return None
    text = TextChange(label=label, old=old, new=new)
    if not text.marks_words:
        return text
    before, after = (list(_amounts(prose, amounts_in)) for prose in (old, new))
    gone, come = _without(before, after), _without(after, before)
    return AmountChange(label=label, old_amounts=gone, new_amounts=come, text=text) if gone or come else text


def _milestones(old: ItemTable, new: ItemTable) -> Iterator[tuple[Row, Row]]:
    before = {row.checkpoint: row for row in old.rows if row.kind is RowKind.MILESTONE}
    for row in new.rows:
        if row.kind is RowKind.MILESTONE and row.checkpoint in before:
            yield before[row.checkpoint], row


def _milestone(old: Row, new: Row, is_told: bool, up_to: int) -> Iterator[Found]:
    assert new.checkpoint is not None
    if new.checkpoint > up_to and not old.status:
        return
    if not is_told and new.checkpoint <= up_to and _smiley(old) != _smiley(new):
        yield SectionKind.CORRECTED, smiley_change(old, new).model_copy(update={"status": Prose()})
    if old.status != new.status:
        section = SectionKind.CORRECTED if new.checkpoint <= up_to else SectionKind.STATUS
        yield section, TextChange(label=f"{new.status_label} ved {new.time}", old=old.status, new=new.status)


def _finances(old: Row, new: Row, told: list[Row], amounts_in: AmountReader) -> Iterator[Found]:
    label = f"{new.status_label} på {new.label.lower()}"
    if old.face and not new.face:
        yield SectionKind.CORRECTED, smiley_change(old, new).model_copy(update={"status": Prose()})
    change = amounts_or_text(label, old.status, new.status, amounts_in)
    # With a new smiley stands its new text; that the old one's is no longer there says nothing.
    if change and not (new in told and isinstance(change, TextChange) and not change.marks_words):
        yield SectionKind.AMOUNTS if isinstance(change, AmountChange) else SectionKind.STATUS, change


def _smiley(row: Row) -> str | None:
    return row.face.smiley if row.face else None


def _amounts(prose: Prose, amounts_in: AmountReader) -> Iterator[StatedAmount]:
    for line in plain_spaces(prose.plain).split("\n"):
        yield from amounts_in(line)


def _without(amounts: Iterable[StatedAmount], others: Iterable[StatedAmount]) -> tuple[str, ...]:
    left = Counter(amount.value for amount in others)
    words = []
    for amount in amounts:
        if left[amount.value]:
            left[amount.value] -= 1
        else:
            words.append(danish.tied(amount.words))
    return tuple(words)
