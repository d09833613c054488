"""What is different in the agreement and the plan: texts, titles, who answers for an item, the reading guide."""

from collections.abc import Iterable, Iterator

from renderer import vocabulary
from renderer.edition.comparing.developments import finances_row
from renderer.edition.comparing.reports import AmountReader, Found, amounts_or_text
from renderer.edition.comparison import AmountChange, Change, Entry, LineChange, SectionKind, TextChange
from renderer.edition.edition import Definition, Edition, ItemTable, Letter, RowKind
from renderer.model.prose import Prose

_TITLE = "Titel"
_TYPE = "Type"
_AGREED = "Aftaletekst"
_DESCRIBED = "Beskrivelse"
_INTRODUCTION = "Indledning"
_FINANCES_GUIDE = "Om økonomi"


def plan_changes(old: ItemTable, new: ItemTable, amounts_in: AmountReader) -> Iterator[Found]:
    """What is different in the plan of an item; another committee is a section of its own."""
    for line in _lines(old, new):
        moved = line.label == vocabulary.COMMITTEE_LABEL
        yield SectionKind.MOVED if moved else SectionKind.PLAN, line
    for label, before, after in _texts(old, new):
        if before != after:
            yield SectionKind.PLAN, TextChange(label=label, old=before, new=after)
    finances = finances_row(new)
    change = amounts_or_text(finances.label, finances_row(old).text, finances.text, amounts_in)
    if change:
        yield SectionKind.AMOUNTS if isinstance(change, AmountChange) else SectionKind.PLAN, change


def other_parts(old: Edition, new: Edition) -> Iterator[Entry]:
    """What is different outside the items: the reading guide, and what introduces the chapters."""
    yield from _entry(new.letter.guide.heading, _guide(old.letter, new.letter))
    introductions = {chapter.heading: chapter.introduction for chapter in old.chapters}
    for chapter in new.chapters:
        before = introductions.get(chapter.heading)
        if before is not None and before != chapter.introduction:
            text = TextChange(label=_INTRODUCTION, old=before, new=chapter.introduction)
            yield from _entry(chapter.heading, [text])


def centre_of(item: ItemTable) -> str:
    """The centre that answers for an item; empty where none is named."""
    return next((line.value for line in item.responsibility if line.label == vocabulary.CENTRE_LABEL), "")


def _lines(old: ItemTable, new: ItemTable) -> Iterator[LineChange]:
    before, after = _answering(old), _answering(new)
    pairs = [
        (_TITLE, old.heading, new.heading),
        (_TYPE, old.type_label, new.type_label),
        *((label, before.get(label, ""), after.get(label, "")) for label in {**after, **before}),
    ]
    for label, was, becomes in pairs:
        if was != becomes:
            yield LineChange(label=label, old=was, new=becomes)


def _answering(item: ItemTable) -> dict[str, str]:
    """Who answers for an item, by label; one contributor and several are the same line, which may be left out."""
    same = {vocabulary.CONTRIBUTORS_LABEL: vocabulary.CONTRIBUTOR_LABEL}
    return {same.get(line.label, line.label): line.value for line in item.responsibility}


def _texts(old: ItemTable, new: ItemTable) -> Iterator[tuple[str, Prose, Prose]]:
    yield _AGREED, old.agreement_text, new.agreement_text
    yield _DESCRIBED, old.description, new.description
    before = {row.checkpoint: row.text for row in old.rows}
    for row in new.rows:
        if row.kind is RowKind.MILESTONE:
            yield f"{row.label} ved {row.time}", before.get(row.checkpoint, Prose()), row.text


def _guide(old: Letter, new: Letter) -> Iterator[Change]:
    texts = (
        (new.guide.heading, old.guide.prose, new.guide.prose),
        (_FINANCES_GUIDE, old.guide.finances_prose, new.guide.finances_prose),
    )
    for label, before, after in texts:
        if before != after:
            yield TextChange(label=label, old=before, new=after)
    yield from _meanings(old.guide.effort, new.guide.effort)
    yield from _meanings(old.guide.finances, new.guide.finances)


def _meanings(old: Definition, new: Definition) -> Iterator[LineChange]:
    before = {face.word: face.meaning or "" for face in old.faces}
    after = {face.word: face.meaning or "" for face in new.faces}
    for word in dict.fromkeys((*before, *after)):
        if before.get(word, "") != after.get(word, ""):
            yield LineChange(label=f"{new.heading}: {word}", old=before.get(word, ""), new=after.get(word, ""))


def _entry(heading: str, changes: Iterable[Change]) -> Iterator[Entry]:
    found = tuple(changes)
    if found:
        yield Entry(ref=None, heading=heading, centre="", changes=found)
