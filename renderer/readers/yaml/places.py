"""Where a path of the data is, as the user sees it: the item by its ref, the rest as Danish keys."""

from renderer import vocabulary
from renderer.model.item import numbered_ref, title_ref
from renderer.readers.yaml.data import Data, Path

_CHAPTERS, _ITEMS, _STATUSES = (vocabulary.key(name) for name in ("chapters", "items", "statuses"))
_TO_ITEM = 4


def item_and_field(data: Data, path: Path) -> tuple[str | None, str | None]:
    """The item a path lies in (`None` outside items), and the keys inside it; list positions count from 1."""
    if len(path) >= _TO_ITEM and path[0] == _CHAPTERS and path[2] == _ITEMS:
        return _item_name(data, path[:_TO_ITEM]), _keys(path[_TO_ITEM:])
    if len(path) > 1 and path[0] == _STATUSES:
        return str(path[1]), _keys(path[2:])
    return None, _keys(path)


def _keys(path: Path) -> str | None:
    shown = [str(part + 1) if isinstance(part, int) else part for part in path]
    return vocabulary.field_path(*shown) or None


def _item_name(data: Data, path: Path) -> str:
    item = part_at(data, path)
    fields = item if isinstance(item, dict) else {}
    ref, number, title = (fields.get(vocabulary.key(name)) for name in ("ref", "number", "title"))
    if isinstance(ref, str) and ref:
        return ref
    if isinstance(number, str):
        return numbered_ref(number, title if isinstance(title, str) else "")
    if isinstance(title, str):
        return title_ref(title)
    return f"delelement {int(path[-1]) + 1} i kapitel {int(path[1]) + 1}"


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
