"""Taking over what a person has decided to carry on from an earlier agreement, with a word on where it is from."""

from collections.abc import Mapping
from dataclasses import dataclass

from renderer import vocabulary
from renderer.casefolder.skeleton import with_fields, with_names
from renderer.errors import UnknownChoice
from renderer.model.agreement import Agreement
from renderer.model.case import Case
from renderer.model.item import Item

_LISTS = {"centre": "centres", "committee": "committees"}
_FIELDS = (*_LISTS, "description")


@dataclass(frozen=True)
class Carried:
    """An item, the earlier one it continues, and which of its fields were taken over.

    `left` is what was not: the item has a value of its own, or the agreement does not have that committee.
    """

    item: Item
    earlier: Item
    taken: tuple[str, ...]
    left: tuple[str, ...]


def take_over(
    text: str, agreement: Agreement, earlier: Case, choices: Mapping[str, str]
) -> tuple[str, Agreement, tuple[Carried, ...]]:
    """The text of `aftale.yaml` and the agreement with open fields filled in, and what was filled in where.

    Raises `UnknownChoice` for an item that one of the two agreements does not have, and `NotInsertable` as the case
    folder does.
    """
    pairs = [(_item(agreement, ref), _as_it_ended(earlier, name)) for ref, name in choices.items()]
    carried = tuple(_carried(agreement, item, old) for item, old in pairs)
    values = {one.item.ref: one.item.model_copy(update=_taken(one)) for one in carried}
    lists = {listed: _new_names(agreement, carried, name, listed) for name, listed in _LISTS.items()}
    data = {one.item.ref: _as_data(one) for one in carried if one.taken}
    comments = {one.item.ref: f"Overført fra {_told(one.earlier)} i {earlier.agreement.title}." for one in carried}
    text = with_fields(text, data, comments)
    for listed, names in lists.items():
        text = with_names(text, vocabulary.key(listed), names)
    chapters = [
        chapter.model_copy(update={"items": tuple(values.get(item.ref, item) for item in chapter.items)})
        for chapter in agreement.chapters
    ]
    grown = {listed: (*getattr(agreement, listed), *names) for listed, names in lists.items()}
    return text, agreement.model_copy(update={"chapters": tuple(chapters), **grown}), carried


def _as_it_ended(earlier: Case, name: str) -> Item:
    """The earlier item with who answered for it at the end of its year."""
    last = vocabulary.LAST_FOLLOWUP
    return _item(earlier.agreement, name).at(last, earlier.agreement.new_names, last)


def _item(agreement: Agreement, name: str) -> Item:
    """The item with this ref, or with this number where only one has it."""
    wanted = name.strip().removesuffix(".")
    numbered = [item for item in agreement.items() if item.number == wanted]
    found = [item for item in agreement.items() if item.ref == wanted] or numbered
    if len(found) != 1:
        several = ", ".join(item.ref for item in found)
        hint = f"Vælg et af: {several}." if found else "Se numrene med kommandoen status."
        raise UnknownChoice(f"»{agreement.title}« har ikke ét delelement »{name}«.", hint)
    return found[0]


def _carried(agreement: Agreement, item: Item, earlier: Item) -> Carried:
    having = [field for field in _FIELDS if getattr(earlier, field)]
    taken = [field for field in having if not getattr(item, field) and _is_known(agreement, earlier, field)]
    left = [field for field in having if field not in taken]
    return Carried(item, earlier, tuple(taken), tuple(left))


def _is_known(agreement: Agreement, earlier: Item, field: str) -> bool:
    """A committee must be one of the agreement's own, if it has any: each gets an edition. Centres may come to it."""
    return field != "committee" or not agreement.committees or earlier.committee in agreement.committees


def _taken(carried: Carried) -> dict[str, object]:
    return {field: getattr(carried.earlier, field) for field in carried.taken}


def _as_data(carried: Carried) -> dict[str, object]:
    return carried.earlier.model_dump(mode="json", include=set(carried.taken))


def _new_names(agreement: Agreement, carried: tuple[Carried, ...], field: str, listed: str) -> list[str]:
    names = dict.fromkeys(str(getattr(one.earlier, field)) for one in carried if field in one.taken)
    return [name for name in names if name not in getattr(agreement, listed)]


def _told(item: Item) -> str:
    return f"{item.number}. {item.title}" if item.number else item.title
