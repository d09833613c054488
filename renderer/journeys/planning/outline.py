"""Which items a plan lacks, where in it they belong, and what is to be asked about each."""

from collections.abc import Iterator

from renderer import vocabulary
from renderer.casefolder.skeleton import Addition, NewItem
from renderer.model.agreement import Agreement, Chapter
from renderer.model.checkpoint import Checkpoint
from renderer.model.item import Item
from renderer.model.signed.carriers import carriers
from renderer.model.signed.chapter import SignedChapter
from renderer.model.signed.point import Point
from renderer.model.signed.signed_agreement import SignedAgreement

_ASK_TYPE = "Skriv drift, anlæg eller øvrig finansiering. Bilagene har ingen beløb til punktet."
_ASK_CENTRE = "Skriv et navn fra listen centre."
_ASK_COMMITTEE = "Skriv et navn fra listen udvalg."
_ASK_LIST = "Skriv {} herunder, ét på hver linje efter en bindestreg og et mellemrum."
_ASK_DESCRIPTION = "Centret skriver kort, hvad det vil gøre."
_ASK_FINANCES = "Centret skriver en linje om økonomien."


def additions(agreement: Agreement, signed: SignedAgreement) -> tuple[Addition, ...]:
    """The chapters with items that the plan lacks, in printed order."""
    found: list[Addition] = []
    last = -1
    for chapter in signed.chapters:
        position = _position(agreement, chapter)
        last = last if position is None else position
        new = tuple(_new_items(agreement, signed, chapter, position))
        if new:
            plain = agreement.chapters[position] if position is not None else _planned(chapter)
            found.append(Addition(plain, new, position, last))
    return tuple(found)


def open_lists(agreement: Agreement) -> dict[str, str]:
    """What is to be asked by the keys of the lists that the fields of items choose from and that have no name yet."""
    lists = {"committees": "udvalgene", "centres": "centrene"}
    return {vocabulary.key(name): _ASK_LIST.format(who) for name, who in lists.items() if not getattr(agreement, name)}


def with_additions(agreement: Agreement, new: tuple[Addition, ...]) -> Agreement:
    """The agreement as it is when they have been put in."""
    chapters = list(agreement.chapters)
    for addition in new:
        if addition.position is not None:
            chapters[addition.position] = _filled(chapters[addition.position], addition.items)
    for addition in reversed([one for one in new if one.position is None]):
        chapters.insert(addition.after + 1, _filled(addition.chapter, addition.items))
    return agreement.model_copy(update={"chapters": tuple(chapters)})


def _filled(chapter: Chapter, new: tuple[NewItem, ...]) -> Chapter:
    refs: list[str | None] = [None, *(item.ref for item in chapter.items)]
    items = [
        item
        for before, old in zip(refs, (None, *chapter.items), strict=True)
        for item in (*([old] if old else []), *(one.item for one in new if one.after == before))
    ]
    return chapter.model_copy(update={"items": tuple(items)})


def _planned(chapter: SignedChapter) -> Chapter:
    return Chapter(number=chapter.number, title=chapter.title)


def _position(agreement: Agreement, chapter: SignedChapter) -> int | None:
    """The chapter of the plan with the same number, or, where one of them has none, with the same title."""
    for position, planned in enumerate(agreement.chapters):
        numbered = planned.number is not None and chapter.number is not None
        same_title = planned.title.casefold() == chapter.title.casefold()
        if (planned.number == chapter.number) if numbered else same_title:
            return position
    return None


def _new_items(
    agreement: Agreement, signed: SignedAgreement, chapter: SignedChapter, position: int | None
) -> Iterator[NewItem]:
    here = {item.ref for item in agreement.chapters[position].items} if position is not None else set()
    after: str | None = None
    for point in chapter.all_points():
        if carried := carriers(agreement, signed, point):
            after = next((item.ref for item in reversed(carried) if item.ref in here), after)
        elif point.followed_up:
            item = Item(
                ref=point.ref,
                number=point.number,
                title=point.title,
                types=signed.types_of(point),
                agreement_text=point.whole_text,
            )
            yield NewItem(item, _open_fields(agreement, signed, point, item), after)


def _open_fields(agreement: Agreement, signed: SignedAgreement, point: Point, item: Item) -> dict[str, str]:
    key = vocabulary.key
    asked = {
        key("centre"): _ASK_CENTRE,
        key("committee"): _named_committees(agreement, point) or _ASK_COMMITTEE,
        key("description"): _ASK_DESCRIPTION,
        **{
            vocabulary.field_path(key("milestones"), point_in_time.value): _time(point_in_time, agreement.budget_year)
            for point_in_time in Checkpoint
        },
        key("finances"): " ".join((*_figures(signed, point), _ASK_FINANCES)),
    }
    return asked if item.types else {key("types"): _ASK_TYPE, **asked}


def _named_committees(agreement: Agreement, point: Point) -> str:
    text = point.whole_text.plain
    named = [name for name in agreement.committees if name in text]
    return f"Aftalen nævner {', '.join(named)}. {_ASK_COMMITTEE}" if named else ""


def _figures(signed: SignedAgreement, point: Point) -> Iterator[str]:
    """A sentence for each annex: `Bilag (1.000 kr.): drift 2019: 600, 2020: 100.`, as the point's rows have it."""
    for annex, row in signed.rows_of(point):
        told = ", ".join(f"{year}: {amount.literal}" for year, amount in row.amounts.items())
        yield f"Bilag ({annex.unit.value}): {annex.budget_type.value} {told or 'uden beløb'}."


def _time(checkpoint: Checkpoint, year: int) -> str:
    return f"31.12.{year}" if checkpoint is Checkpoint.YEAR_END else f"{checkpoint.value}. budgetopfølgning {year}"
