"""Smileys counted, chapter by chapter, committee by committee, and from follow-up to follow-up.

What counts is what the edition prints: the newest smiley of each milestone and of the finances (decision 0006).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from renderer import vocabulary
from renderer.edition import danish
from renderer.edition.comparing.developments import EFFORT_LABEL
from renderer.edition.comparison import SectionKind
from renderer.edition.edition import Definition, Edition, ItemTable, Row, RowKind
from renderer.edition.overview.blocks import Count, CountLine, CountTable, Mark, Word
from renderer.model.case import Case
from renderer.model.checkpoint import Checkpoint

Moves = Mapping[str, Sequence[tuple[RowKind, SectionKind]]]
"""What has become worse or better about each item, for effort or finances, by its ref."""

_FACES = (Mark.HAPPY, Mark.NEUTRAL, Mark.SAD)
_NO_COMMITTEE = "Uden udvalg"
_UNCHANGED = "uændret"
_WORDS = {
    Mark.HAPPY: "Glad",
    Mark.NEUTRAL: "Mellemfornøjet",
    Mark.SAD: "Sur",
    Mark.OPEN: vocabulary.NOT_YET_GIVEN,
    Mark.NONE: "Ikke noget at vurdere",
}


def words(marks: Iterable[Mark]) -> tuple[Word, ...]:
    """Marks in words, best first."""
    wanted = set(marks)
    return tuple(Word(mark=mark, word=_WORDS[mark]) for mark in Mark if mark in wanted)


def spoken(label: str, count: Count, marks: Sequence[Mark]) -> str:
    """What a bar shows, in words: `Indsats: glad 28, mellemfornøjet 5, sur 1`."""
    return f"{label}: " + ", ".join(f"{_WORDS[mark].lower()} {count.of(mark)}" for mark in marks)


class Counting:
    """Counts the smileys of one edition; `moves` is `None` where no follow-up came before."""

    def __init__(self, case: Case, edition: Edition, moves: Moves | None) -> None:
        self._case, self._edition, self._moves = case, edition, moves
        self.followup = edition.facts.followup
        self._assesses_finances = bool(edition.letter.guide.finances.faces) or any(
            row.face for item in edition.counted_items() for row in item.rows if row.kind is RowKind.FINANCES
        )
        self.effort = sum((self.of_effort(item) for item in edition.counted_items()), Count())
        self.finances = sum((self.of_finances(item) for item in edition.counted_items()), Count())

    def mark(self, row: Row) -> Mark:
        """What stands at a row: its smiley, or why there is none."""
        if row.face:
            return Mark(row.face.smiley.value)
        asked = self._assesses_finances if row.checkpoint is None else row.checkpoint <= self.followup
        return Mark.OPEN if asked and row.text else Mark.NONE

    def of_effort(self, item: ItemTable) -> Count:
        """The smileys of an item's milestones."""
        return _count(self.mark(row) for row in item.rows if row.kind is RowKind.MILESTONE)

    def of_finances(self, item: ItemTable) -> Count:
        """The smiley of an item's finances."""
        return _count(self.mark(row) for row in item.rows if row.kind is RowKind.FINANCES)

    def tables(self) -> Iterator[CountTable]:
        """A table of the chapters, and one of the committees where there are several."""
        chapters = ((part, tuple(item for item in part.items if not item.given_up)) for part in self._edition.chapters)
        lines = (self._line(part.heading, part.anchor, items) for part, items in chapters if items)
        yield self._table("kapitler", "Smileyer for hvert kapitel", "Kapitel", lines)
        committees = list(self._committees())
        if len(committees) > 1:
            lines = (self._line(name, None, items) for name, items in committees)
            yield self._table("udvalg", "Smileyer for hvert udvalg", "Udvalg", lines)

    def development(self) -> CountTable:
        """A line for each checkpoint that has come: its milestones, and the finances as that follow-up had them."""
        table = self._table("udvikling", "Udviklingen gennem året", "Tidspunkt", self._checkpoints())
        return table.model_copy(update={"since_label": "", "total": None})

    def effort_marks(self) -> tuple[Mark, ...]:
        """The marks of effort that the agreement uses or somebody gave."""
        return _marks(self._edition.letter.guide.effort, self.effort)

    def finances_marks(self) -> tuple[Mark, ...]:
        """The marks of finances; empty where they are not assessed."""
        return _marks(self._edition.letter.guide.finances, self.finances) if self._assesses_finances else ()

    def _committees(self) -> Iterator[tuple[str, tuple[ItemTable, ...]]]:
        found: dict[str, list[ItemTable]] = {}
        for item in self._edition.counted_items():
            found.setdefault(_committee(item), []).append(item)
        order = {name: position for position, name in enumerate(self._case.agreement.committees)}
        for name in sorted(found, key=lambda name: order.get(name, len(order))):
            yield name or _NO_COMMITTEE, tuple(found[name])

    def _table(self, anchor: str, heading: str, label: str, lines: Iterable[CountLine]) -> CountTable:
        known = tuple(lines)
        total = self._line(vocabulary.WHOLE_SUM_LABEL, None, tuple(self._edition.counted_items()))
        return CountTable(
            anchor=f"overblik-{anchor}",
            heading=heading,
            label_label=label,
            effort_label=EFFORT_LABEL,
            effort_marks=self.effort_marks(),
            finances_label=vocabulary.FINANCES_LABEL,
            finances_marks=self.finances_marks(),
            since_label="Siden sidst" if self._moves is not None else "",
            lines=known,
            total=total if len(known) > 1 else None,
        )

    def _line(self, label: str, anchor: str | None, items: Sequence[ItemTable]) -> CountLine:
        effort = sum(map(self.of_effort, items), Count())
        finances = sum(map(self.of_finances, items), Count())
        line = self._counted(label, anchor, effort, finances)
        if self._moves is None:
            return line
        moves = [move for item in items for move in self._moves.get(item.ref, ())]
        kinds = [kind for _row, kind in moves]
        better, worse = kinds.count(SectionKind.BETTER), kinds.count(SectionKind.WORSE)
        numbers = ((better, "bedre"), (worse, "dårligere"))
        since = ", ".join(f"{number}{danish.NBSP}{word}" for number, word in numbers if number) or _UNCHANGED
        of_finances = {
            "finances_better": moves.count((RowKind.FINANCES, SectionKind.BETTER)),
            "finances_worse": moves.count((RowKind.FINANCES, SectionKind.WORSE)),
        }
        return line.model_copy(update={"worse": worse, "better": better, "since": since, **of_finances})

    def _counted(self, label: str, anchor: str | None, effort: Count, finances: Count | None) -> CountLine:
        return CountLine(
            label=label,
            anchor=anchor,
            effort=effort,
            effort_spoken=spoken(EFFORT_LABEL, effort, self.effort_marks()),
            finances=finances,
            finances_spoken=spoken(vocabulary.FINANCES_LABEL, finances, self.finances_marks()) if finances else "",
            worse=None,
            better=None,
            since="",
        )

    def _checkpoints(self) -> Iterator[CountLine]:
        items = list(self._edition.counted_items())
        for point in (one for one in Checkpoint if one <= self.followup):
            rows = [row for item in items for row in item.rows if row.checkpoint == point]
            effort = _count(map(self.mark, rows))
            yield self._counted(rows[0].time, None, effort, self._finances_at(point, items))

    def _finances_at(self, point: Checkpoint, items: Sequence[ItemTable]) -> Count | None:
        """The finances as they were told at a follow-up; `None` for one that the case does not have."""
        if self._case.followup(point) is None or not self._assesses_finances:
            return None
        shown = {item.ref for item in items}
        known = [item for item in self._case.agreement.items() if item.ref in shown]
        reports = ((item, self._case.finances_report(item, point)) for item in known)
        return _count(
            Mark(report.smiley.value) if report and report.smiley else Mark.OPEN if item.finances else Mark.NONE
            for item, report in reports
        )


def _count(marks: Iterable[Mark]) -> Count:
    found = list(marks)
    number: Callable[[Mark], int] = found.count
    return Count(happy=number(Mark.HAPPY), neutral=number(Mark.NEUTRAL), sad=number(Mark.SAD), open=number(Mark.OPEN))


def _marks(definition: Definition, count: Count) -> tuple[Mark, ...]:
    used = {Mark(face.smiley.value) for face in definition.faces} or set(_FACES)
    return tuple(mark for mark in (*_FACES, Mark.OPEN) if mark in used or count.of(mark))


def _committee(item: ItemTable) -> str:
    return next((line.value for line in item.responsibility if line.label == vocabulary.COMMITTEE_LABEL), "")
