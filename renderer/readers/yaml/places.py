"""Where a path of the data is, as the user sees it: the item by its ref, the rest as Danish keys."""

from renderer import vocabulary
from renderer.model.item import numbered_ref, title_ref
from renderer.readers.yaml.data import Data, Path

_CHAPTERS, _ITEMS, _STATUSES = (vocabulary.key(name) for name in ("chapters", "items", "statuses"))
_TO_ITEM = 4
_POINTS, _ROWS, _CASES = (vocabulary.key(name) for name in ("points", "rows", "cases"))
_ANNEXES, _TYPE, _CODE = (vocabulary.key(name) for name in ("annexes", "budget_type", "code"))


def item_and_field(data: Data, path: Path) -> tuple[str | None, str | None]:
    """The item a path lies in (`None` outside items), and the keys inside it; list positions count from 1."""
    if _in_item(path):
        return _item_name(data, path[:_TO_ITEM]), _keys(path[_TO_ITEM:])
    if len(path) > 1 and path[0] == _STATUSES:
        return str(path[1]), _keys(path[2:])
    return _point_or_row(data, path) or (None, _keys(path))


def _in_item(path: Path) -> bool:
    """Whether a path leads into an item; where fields stand in place of a list, there is none."""
    if len(path) < _TO_ITEM or (path[0], path[2]) != (_CHAPTERS, _ITEMS):
        return False
    return isinstance(path[1], int) and isinstance(path[3], int)


def _point_or_row(data: Data, path: Path) -> tuple[str | None, str | None] | None:
    """In a signed agreement: a point, the row of an annex (under its type), or a savings case by its code."""
    for end, step in enumerate(path[:-1], 2):
        if step in (_POINTS, _ROWS, _CASES) and isinstance(path[end - 1], int):
            about = part_at(data, path[:end])
            if step == _CASES:
                return _text(about, _CODE), _keys(path[end:])
            kind = _text(part_at(data, path[:2]), _TYPE) if step == _ROWS and path[0] == _ANNEXES else None
            return _name(about), _keys((*((kind,) if kind else ()), *path[end:]))
    return None


def _keys(path: Path) -> str | None:
    shown = [str(part + 1) if isinstance(part, int) else part for part in path]
    return vocabulary.field_path(*shown) or None


def _item_name(data: Data, path: Path) -> str:
    item = part_at(data, path)
    ref = _text(item, vocabulary.key("ref"))
    return ref or _name(item) or f"delelement {int(path[-1]) + 1} i kapitel {int(path[1]) + 1}"


def _name(about: Data | None) -> str | None:
    """The ref that follows from number and title."""
    number, title = (_text(about, vocabulary.key(name)) for name in ("number", "title"))
    if number is not None:
        return numbered_ref(number, title or "")
    return None if title is None else title_ref(title)


def _text(about: Data | None, key: str) -> str | None:
    value = about.get(key) if isinstance(about, dict) else None
    return value if isinstance(value, str) else None


def part_at(data: Data | None, path: Path) -> Data | None:
    """The part of the data at a path, or `None` where there is none."""
    for step in path:
        if isinstance(data, dict) and isinstance(step, str):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            return None
    return data
