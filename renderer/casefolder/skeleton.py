"""The skeleton of a plan: items put into `aftale.yaml` with a comment wherever a person has to fill something in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from renderer import vocabulary
from renderer.casefolder.edit_plan import names
from renderer.casefolder.emit import Note
from renderer.casefolder.source_text import NotInsertable, SourceText, child, entries_of
from renderer.model.agreement import Chapter
from renderer.model.checkpoint import Checkpoint
from renderer.model.item import Item, numbered_ref

OpenFields = Mapping[str, str]
"""Danish comments by the key (or `milepæle › 2`) of fields that are still open."""


@dataclass(frozen=True)
class NewItem:
    """An item with what is to be asked about it; `after` is the ref of the item it follows, `None` for the first."""

    item: Item
    open_fields: OpenFields
    after: str | None


@dataclass(frozen=True)
class Addition:
    """New items of one chapter; `position` is its place in the file, or `None` for a chapter that is new.

    A new chapter stands after the one at `after` (-1: first).
    """

    chapter: Chapter
    items: tuple[NewItem, ...]
    position: int | None
    after: int = -1


def with_items(text: str, additions: Sequence[Addition]) -> str:
    """The text of `aftale.yaml` with new chapters and items in it. Raises `NotInsertable`."""
    source = SourceText.of(text)
    chapters_key, items_key = vocabulary.key("chapters"), vocabulary.key("items")
    chapters = entries_of(source.root, chapters_key)
    new: dict[int, list[Any]] = {}
    for addition in additions:
        if addition.position is None:
            content = {**_head(addition.chapter), items_key: [_fields(one) for one in addition.items]}
            new.setdefault(addition.after, []).append(content)
        else:
            _add_items(source, chapters[addition.position], addition.items)
    if new:
        source.add_entries(source.root, chapters_key, dict(sorted(new.items())))
    return source.text()


def with_fields(text: str, values: Mapping[str, Mapping[str, Any]], comments: Mapping[str, str]) -> str:
    """The text with open fields of items filled in, by ref and key, under a comment for each ref.

    A name that is not on the agreement's own list (centres) is put on it. Raises `NotInsertable`.
    """
    source = SourceText.of(text)
    for chapter in entries_of(source.root, vocabulary.key("chapters")):
        for item in entries_of(chapter, vocabulary.key("items")):
            ref = _ref_of(item)
            if ref in values:
                source.set_fields(item, values[ref], comments[ref])
    return source.text()


def with_names(text: str, key: str, new: Sequence[str]) -> str:
    """The text with more names on one of the agreement's lists (`centre`, `udvalg`). Raises `NotInsertable`."""
    for name in new:
        source = SourceText.of(text)
        source.add_name(key, name, before=vocabulary.key("chapters"))
        text = source.text()
    return text


def with_open_lists(text: str, comments: Mapping[str, str]) -> str:
    """The text with empty lists (`centre`, `udvalg`) before its chapters, each with a comment; what is there stays."""
    source = SourceText.of(text)
    there = {name for key, _ in source.root.value for name in names(key)}
    for key, comment in comments.items():
        if key not in there:
            source.add_open_field(key, comment, before=vocabulary.key("chapters"))
    return source.text()


def _add_items(source: SourceText, chapter: yaml.MappingNode, items: Sequence[NewItem]) -> None:
    if chapter.flow_style:
        raise NotInsertable
    refs = [_ref_of(item) for item in entries_of(chapter, vocabulary.key("items"))]
    by_position: dict[int, list[Any]] = {}
    for one in items:
        position = refs.index(one.after) if one.after in refs else -1
        by_position.setdefault(position, []).append(_fields(one))
    source.add_entries(chapter, vocabulary.key("items"), by_position)


def _ref_of(item: yaml.MappingNode) -> str:
    ref, number, title = (_text(item, name) for name in ("ref", "number", "title"))
    return ref or numbered_ref(number, title)


def _text(item: yaml.MappingNode, field: str) -> str:
    value = child(item, vocabulary.key(field))
    return str(value.value) if isinstance(value, yaml.ScalarNode) else ""


def _head(chapter: Chapter) -> dict[str, Any]:
    return chapter.model_dump(mode="json", exclude_defaults=True, exclude={"items"})


def _fields(new: NewItem) -> dict[str, Any]:
    """The item's fields in the order of the model, open ones as comments."""
    written = new.item.model_dump(mode="json", exclude_defaults=True)
    if new.item.number is not None and new.item.ref == numbered_ref(new.item.number, new.item.title):
        del written[vocabulary.key("ref")]
    milestones = vocabulary.key("milestones")
    asked: dict[str, Any] = {key: Note(comment) for key, comment in new.open_fields.items()}
    points = {str(point.value): asked.pop(vocabulary.field_path(milestones, point.value), None) for point in Checkpoint}
    if open_points := {number: note for number, note in points.items() if note}:
        asked[milestones] = {**open_points, **written.get(milestones, {})}
    order = [str(field.alias) for field in Item.model_fields.values()]
    return {key: written.get(key) or asked[key] for key in order if key in written or key in asked}
