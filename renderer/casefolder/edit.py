"""Changes of a case's fields -> the new bytes of the files that change, and of those only.

What is not changed stays byte for byte: the place of a field is found in the tree of its file, and its text is put
there (`edit_tree.py`, `edit_braces.py`). Each new file is read again before it is given back; one that does not say
exactly what it said with the changes, or that lost a remark, is refused. See docs/decisions.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import yaml

from renderer import vocabulary
from renderer.casefolder.edit_case import changed_case
from renderer.casefolder.edit_fields import FilePlan, planned
from renderer.casefolder.edit_plan import Order, Unfit, entries_of
from renderer.casefolder.edit_proof import proved
from renderer.casefolder.edit_source import OverlappingSplices, Source, column_of, read_source
from renderer.casefolder.edit_text import Hand
from renderer.casefolder.edit_tree import edit_group
from renderer.findings import Finding, Place, Stopped, error
from renderer.model.agreement import Agreement
from renderer.model.case import Case
from renderer.model.checkpoint import Checkpoint
from renderer.model.field import Field
from renderer.model.followup import FollowUp, ItemStatus, Report
from renderer.model.item import Item, numbered_ref
from renderer.model.record import Record
from renderer.model.tidying import tidy_line

_NOT_WRITTEN = (
    "Rettelserne kan ikke skrives i sagen, så ingen filer er ændret.",
    "Ret de steder, der er nævnt som fejl, i hånden, og kør kommandoen igen.",
)
_DEFAULT_STEP = 2


def edited(files: Mapping[str, bytes], changes: Mapping[Field, str], case: Case) -> dict[str, bytes]:
    """The files of a case folder that change, with their new bytes.

    `files` are those that `case` was read from; `changes` are the new texts (Markdown, a smiley's word, or the empty
    text). Raises `Stopped` with a finding for each change that cannot be said in its file; then none is made.
    """
    plan = planned(changes, case)
    if plan.refusals:
        raise Stopped(plan.refusals, *_NOT_WRITTEN)
    new: dict[str, bytes] = {}
    refusals: list[Finding] = []
    for name, file_plan in plan.files.items():
        content = _edited_file(files[name], file_plan, _order(name, case))
        if content is None:
            refusals.append(_refusal(name))
        else:
            new[name] = content
    if refusals:
        raise Stopped(refusals, *_NOT_WRITTEN)
    return new


def case_after(changes: Mapping[Field, str], case: Case) -> Case:
    """The case that the edited files must say."""
    return changed_case(case, planned(changes, case).files)


def _refusal(name: str) -> Finding:
    message = "Filen er skrevet på en måde, så rettelsen ikke kan sættes ind, uden at andet i filen bliver ændret."
    hint = "Skriv rettelsen i filen i hånden, og kør kommandoen igen."
    return error("kan-ikke-sættes-ind", Place(name), message, hint)


def _edited_file(content: bytes, plan: FilePlan, order: Order) -> bytes | None:
    """The file's new bytes. A remark below a key that goes may become part of the text above it: then the key stays."""
    tidy = _written(content, plan, order, keep_keys=False)
    return _written(content, plan, order, keep_keys=True) if tidy is None else tidy


def _written(content: bytes, plan: FilePlan, order: Order, *, keep_keys: bool) -> bytes | None:
    source = read_source(content)
    hand = replace(_hand(source), keep_keys=keep_keys)
    try:
        groups = list(_groups(source, plan))
        for group, part in groups:
            edit_group(source, group, part, order if group is source.root else _item_order, hand)
        new = source.content()
        after = read_source(new)
    except (Unfit, OverlappingSplices, yaml.YAMLError):
        return None
    return new if proved(source, after, groups) else None


def _groups(source: Source, plan: FilePlan) -> Iterator[tuple[yaml.MappingNode, Mapping[str, Any]]]:
    """The groups of a file that a plan changes: those of its items, and the whole file."""
    if not isinstance(source.root, yaml.MappingNode):
        raise Unfit
    items = {_ref(item): item for item in _items(source.root)} if plan.items else {}
    for ref, part in plan.items.items():
        if ref not in items:
            raise Unfit
        yield items[ref], part
    if plan.own:
        yield source.root, plan.own


def _items(root: yaml.MappingNode) -> Iterator[yaml.MappingNode]:
    for chapter in _parts(root, vocabulary.key("chapters")):
        yield from _parts(chapter, vocabulary.key("items"))


def _parts(group: yaml.MappingNode, key: str) -> Iterator[yaml.MappingNode]:
    entry = entries_of(group).get(key)
    if entry is not None and isinstance(entry[1], yaml.SequenceNode):
        yield from (part for part in entry[1].value if isinstance(part, yaml.MappingNode))


def _ref(item: yaml.MappingNode) -> str:
    ref, number, title = (_word(item, vocabulary.key(name)) for name in ("ref", "number", "title"))
    return tidy_line(ref) or numbered_ref(number, title)


def _word(item: yaml.MappingNode, key: str) -> str:
    entry = entries_of(item).get(key)
    return str(entry[1].value) if entry else ""


def _hand(source: Source) -> Hand:
    columns: list[int] = []
    braces = False
    stack: list[yaml.Node] = [source.root] if source.root else []
    while stack:
        node = stack.pop()
        if isinstance(node, yaml.MappingNode):
            braces = braces or bool(node.flow_style)
            for key, value in node.value:
                if isinstance(value, yaml.MappingNode) and value.value and not value.flow_style:
                    columns.append(column_of(value.value[0][0]) - column_of(key))
                stack.append(value)
        elif isinstance(node, yaml.SequenceNode):
            stack += node.value
    usual = max(set(columns), key=columns.count) if columns else _DEFAULT_STEP
    return Hand(source.newline, usual if usual > 0 else _DEFAULT_STEP, braces)


def _order(name: str, case: Case) -> Order:
    if name == vocabulary.AGREEMENT_FILE:
        return lambda _: _keys(Agreement)
    refs = [item.ref for item in case.agreement.items()]
    points = [str(point.value) for point in Checkpoint]
    by_depth: Sequence[Sequence[str]] = (_keys(FollowUp), refs, _keys(ItemStatus), [*points, *_keys(Report)])
    return lambda depth: by_depth[min(depth, len(by_depth) - 1)]


def _item_order(depth: int) -> Sequence[str]:
    return _keys(Item) if depth == 0 else [str(point.value) for point in Checkpoint]


def _keys(record: type[Record]) -> list[str]:
    return [field.alias or name for name, field in record.model_fields.items()]
