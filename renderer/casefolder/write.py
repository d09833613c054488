"""A case -> the files of its folder, in the form a person would have written them.

Numbers, dates and words stand unquoted, since the reader takes every scalar as text; long texts are block scalars
wrapped at a readable width. A note says in a comment what a person has to fill in.
"""

from collections.abc import Mapping
from typing import Any

from renderer import vocabulary
from renderer.casefolder.emit import Note, Reads, emit
from renderer.model.case import Case
from renderer.model.item import Item, numbered_ref
from renderer.model.markdown import parse_prose
from renderer.model.signed.running_text import parse_running_text

_READS: dict[str, Reads] = {vocabulary.SIGNED_FILE: parse_running_text}

Notes = Mapping[tuple[str, str, str], str]
"""Danish comments by (file name, item ref, path of keys joined by ` › `) for places that are still open."""


def case_files(case: Case, notes: Notes | None = None) -> dict[str, str]:
    """The text of every file of the case folder by its name."""
    data = case.model_dump(mode="json", exclude_defaults=True)
    agreement = _without_derived_refs(data[vocabulary.key("agreement")], case)
    files = {vocabulary.AGREEMENT_FILE: agreement}
    if case.signed:
        files[vocabulary.SIGNED_FILE] = data[vocabulary.key("signed")]
    for followup, content in zip(case.followups, data.get(vocabulary.key("followups"), ()), strict=True):
        files[vocabulary.followup_file(followup.number)] = content
    if case.waivers:
        files[vocabulary.WAIVER_FILE] = {vocabulary.key("waivers"): data[vocabulary.key("waivers")]}
    for (name, ref, path), comment in (notes or {}).items():
        _annotate(files[name], ref, path, comment)
    return {name: emit(content, _READS.get(name, parse_prose)) for name, content in files.items()}


def _without_derived_refs(agreement: dict[str, Any], case: Case) -> dict[str, Any]:
    for chapter, content in zip(case.agreement.chapters, agreement.get(vocabulary.key("chapters"), ()), strict=True):
        for item, fields in zip(chapter.items, content.get(vocabulary.key("items"), ()), strict=True):
            if _derived(item):
                del fields[vocabulary.key("ref")]
    return agreement


def _derived(item: Item) -> bool:
    return item.number is not None and item.ref == numbered_ref(item.number, item.title)


def _annotate(content: dict[str, Any], ref: str, path: str, comment: str) -> None:
    target = content.setdefault(vocabulary.key("statuses"), {}).setdefault(ref, {})
    *groups, last = path.split(vocabulary.FIELD_SEPARATOR)
    for group in groups:
        parent, target = target, target.setdefault(group, {})
        for key in sorted(parent) if group.isdigit() else ():
            parent[key] = parent.pop(key)
    target.setdefault(last, Note(comment))
