"""Compares two editions of a case for the committee: what got worse first, and nothing that is as it was."""

from collections.abc import Iterator, Mapping, Sequence

from renderer.edition import danish
from renderer.edition.comparing.departures import Departure
from renderer.edition.comparing.developments import Development, developments, worst_first
from renderer.edition.comparing.opening import HEADINGS, MARKING, opening, title, unchanged_notice
from renderer.edition.comparing.plan import centre_of, other_parts, plan_changes
from renderer.edition.comparing.reports import AmountReader, Found, new_reports, report_changes
from renderer.edition.comparison import (
    AmountChange,
    Change,
    Comparison,
    Entry,
    LineChange,
    NoteChange,
    Section,
    SectionKind,
    SmileyChange,
    TextChange,
)
from renderer.edition.edition import Edition, ItemTable, Letterhead

# Their size is what counts: a section counts smileys, or texts; the others count items.
_BY_CHANGE = {SectionKind.WORSE, SectionKind.BETTER, SectionKind.FIRST, SectionKind.STATUS, SectionKind.PLAN}


def compare_editions(
    old: Edition, new: Edition, amounts_in: AmountReader, departures: Mapping[str, Departure] | None = None
) -> Comparison:
    """What is different in the newer edition. `amounts_in` finds the amounts of money in a line.

    `departures` say what has become of items, by ref, that only one of the editions has.
    Raises `ValueError` for editions of different cases, and for those of different committees.
    """
    if (old.facts.case_id, old.facts.committee) != (new.facts.case_id, new.facts.committee):
        raise ValueError(old.facts, new.facts)
    old, new = old.without_early_smileys(), new.without_early_smileys()
    compared = _Compared(old, new, amounts_in, departures or {})
    followups = old.facts.followup, new.facts.followup
    counts = {kind: _count(kind, compared.entries[kind]) for kind in SectionKind}
    heading = title(old.facts.followup)
    full_title = f"{heading} – {new.facts.title}"
    return Comparison(
        facts=new.facts.model_copy(update={"title": full_title}),
        from_followup=old.facts.followup,
        letter=_letterhead(new, heading),
        furniture=new.furniture.model_copy(update={"head_left": danish.tied(heading)}),
        opening=tuple(
            danish.tied(paragraph) for paragraph in opening(*followups, counts, new_reports=compared.new_reports)
        ),
        marking=MARKING if any(_marks_words(change) for change in compared.changes()) else None,
        sections=tuple(compared.sections()),
        unchanged=compared.unchanged,
        unchanged_notice=unchanged_notice(compared.unchanged, new.facts.followup, new_reports=compared.new_reports),
    )


def _letterhead(new: Edition, heading: str) -> Letterhead:
    letter = new.letter
    return Letterhead(
        municipality=letter.municipality,
        department=letter.department,
        lines=letter.lines,
        page_label=letter.page_label,
        title=danish.tied(heading),
        subtitle=" – ".join(part for part in (letter.title, letter.subtitle) if part),
    )


class _Compared:
    """Everything that is different, sorted into sections."""

    def __init__(
        self, old: Edition, new: Edition, amounts_in: AmountReader, departures: Mapping[str, Departure]
    ) -> None:
        self._amounts_in = amounts_in
        self._departures = departures
        self._up_to = old.facts.followup
        self.entries: dict[SectionKind, list[Entry]] = {kind: [] for kind in SectionKind}
        self.unchanged = 0
        self.new_reports = False
        before = {item.ref: item for item in old.items()}
        after = {item.ref for item in new.items()}
        self.entries[SectionKind.PLAN].extend(other_parts(old, new))
        for item in new.items():
            if item.ref in before and not item.given_up:
                self._add(before[item.ref], item)
            else:
                self._came_or_went(item, SectionKind.NEW)
        # That an item is given up was said in the edition that prints it for the last time.
        for item in old.counted_items():
            if item.ref not in after:
                self._came_or_went(item, SectionKind.ENDED)

    def sections(self) -> Iterator[Section]:
        for kind, entries in self.entries.items():
            if entries:
                listed = sorted(entries, key=worst_first) if kind is SectionKind.FIRST else entries
                yield Section(kind=kind, heading=HEADINGS[kind], entries=tuple(listed))

    def changes(self) -> Iterator[Change]:
        for entries in self.entries.values():
            yield from (change for entry in entries for change in entry.changes)

    def _came_or_went(self, item: ItemTable, otherwise: SectionKind) -> None:
        departure = self._departures.get(item.ref)
        entry = _entry(item, (departure.change,) if departure else ())
        self.entries[departure.section if departure else otherwise].append(entry)

    def _add(self, old: ItemTable, new: ItemTable) -> None:
        found = list(self._found(old, new))
        for kind in SectionKind:
            changes = tuple(change for section, change in found if section is kind)
            if changes:
                self.entries[kind].append(_entry(new, changes))
        if not found:
            self.unchanged += 1
            self.new_reports = self.new_reports or new_reports(old, new)

    def _found(self, old: ItemTable, new: ItemTable) -> Iterator[Found]:
        developed: Sequence[Development] = list(developments(old, new))
        yield from ((development.section, development.change) for development in developed)
        yield from report_changes(old, new, developed, self._up_to, self._amounts_in)
        yield from plan_changes(old, new, self._amounts_in)


def _entry(item: ItemTable, changes: tuple[Change, ...]) -> Entry:
    return Entry(ref=item.ref, heading=item.heading, centre=centre_of(item), changes=changes)


def _count(kind: SectionKind, entries: Sequence[Entry]) -> int:
    return sum(len(entry.changes) for entry in entries) if kind in _BY_CHANGE else len(entries)


def _marks_words(change: Change) -> bool:
    match change:
        case TextChange():
            return change.marks_words
        case AmountChange():
            return change.text.marks_words
        case SmileyChange() | LineChange() | NoteChange():
            return False
