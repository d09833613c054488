"""Names that are moved to or renamed in the middle of the year: each must be one that there is at that follow-up.

Looked up in the plain data like the other names (`references.py`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from renderer import vocabulary
from renderer.edition.titles import followup_name
from renderer.model.fixed_word import listed
from renderer.readers.yaml.data import Data, LocatedData, Path
from renderer.readers.yaml.places import part_at

_NEW_NAMES = vocabulary.key("new_names")
_NUMBER, _NAME, _NEW_NAME = (vocabulary.key(name) for name in ("followup", "name", "new_name"))


@dataclass(frozen=True)
class Renaming:
    """A new name: which one, instead of which, from which follow-up on, and where it stands."""

    name: str
    new_name: str
    followup: int
    path: Path

    @property
    def when(self) -> str:
        """`fra tredje opfølgning`."""
        return f"fra {followup_name(self.followup).lower()}"


def renamings(agreement: LocatedData) -> tuple[Renaming, ...]:
    """The new names that can be read; what is amiss with the others is the model's to say."""
    entries = part_at(agreement.data, (_NEW_NAMES,))
    found = []
    for position, entry in enumerate(entries if isinstance(entries, list) else ()):
        number = part_at(entry, (_NUMBER,))
        name, new_name = (line(part_at(entry, (key,))) for key in (_NAME, _NEW_NAME))
        if name and new_name and isinstance(number, str) and number in vocabulary.ROUNDS:
            found.append(Renaming(name, new_name, int(number), (_NEW_NAMES, position)))
    names = [*listed_names(agreement), *(one.new_name for one in found)]
    return tuple(replace(one, name=listed(one.name, names) or one.name) for one in found)


def listed_names(agreement: LocatedData) -> Iterator[str]:
    """The names of the agreement's lists of committees and centres."""
    for field in ("committees", "centres"):
        yield from texts(part_at(agreement.data, (vocabulary.key(field),)))


def texts(data: Data | None) -> list[str]:
    """A list of names, each with single spaces; empty for what is none."""
    return [line(name) for name in data if isinstance(name, str)] if isinstance(data, list) else []


def names_at(listed: Iterable[str], changes: Iterable[Renaming], followup: int) -> list[str]:
    """A list of names as they are at a follow-up."""
    names = list(listed)
    earlier = [one for one in changes if one.followup <= followup]
    for number in sorted({one.followup for one in earlier}):
        now = {one.name: one.new_name for one in reversed(earlier) if one.followup == number}
        names = [now.get(name, name) for name in names]
    return names


def moves(agreement: LocatedData, item: Path) -> Iterator[tuple[Path, int]]:
    """The paths of an item's moves with the follow-up each is from; one may stand by itself or in a list."""
    path = (*item, vocabulary.key("moves"))
    there = part_at(agreement.data, path)
    paths = [(*path, position) for position in range(len(there))] if isinstance(there, list) else [path]
    for one in paths:
        number = part_at(agreement.data, (*one, _NUMBER))
        if isinstance(number, str) and number in vocabulary.ROUNDS:
            yield one, int(number)


def line(value: Data | None) -> str:
    """A name with single spaces; empty for what is none."""
    return " ".join(value.split()) if isinstance(value, str) else ""
