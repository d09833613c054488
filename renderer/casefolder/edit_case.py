"""The case that changes of its fields lead to: what the edited files must say when they are read again."""

from collections.abc import Mapping
from typing import Any

from renderer import vocabulary
from renderer.casefolder.edit_fields import FilePlan
from renderer.model.agreement import Agreement, Chapter
from renderer.model.case import Case
from renderer.model.checkpoint import Checkpoint
from renderer.model.followup import FollowUp, ItemStatus, Report
from renderer.model.item import Item
from renderer.model.markdown import parse_prose
from renderer.model.prose import Prose
from renderer.model.smiley import Smiley

_MILESTONES, _FINANCES = vocabulary.key("milestones"), vocabulary.key("finances")


def changed_case(case: Case, files: Mapping[str, FilePlan]) -> Case:
    """The case with what its files change in."""
    plan = files.get(vocabulary.AGREEMENT_FILE, FilePlan())
    followups = (
        _followup(followup, files[name].own[vocabulary.key("statuses")])
        if (name := vocabulary.followup_file(followup.number)) in files
        else followup
        for followup in case.followups
    )
    return case.model_copy(update={"agreement": _agreement(case.agreement, plan), "followups": tuple(followups)})


def _agreement(agreement: Agreement, plan: FilePlan) -> Agreement:
    own = {name: parse_prose(plan.own[key] or "") for name, key in _proses(Agreement) if key in plan.own}
    if not plan.items:
        return agreement.model_copy(update=own)
    chapters = tuple(_chapter(chapter, plan.items) for chapter in agreement.chapters)
    return agreement.model_copy(update={**own, "chapters": chapters})


def _proses(record: type[Agreement] | type[Item]) -> list[tuple[str, str]]:
    return [(name, field.alias or name) for name, field in record.model_fields.items() if field.annotation is Prose]


def _chapter(chapter: Chapter, items: Mapping[str, Mapping[str, Any]]) -> Chapter:
    changed = tuple(_item(item, items[item.ref]) if item.ref in items else item for item in chapter.items)
    return chapter.model_copy(update={"items": changed})


def _item(item: Item, plan: Mapping[str, Any]) -> Item:
    texts = {name: parse_prose(plan[key] or "") for name, key in _proses(Item) if key in plan}
    given = {Checkpoint(int(key)): parse_prose(text or "") for key, text in plan.get(_MILESTONES, {}).items()}
    milestones = {point: text for point, text in sorted({**item.milestones, **given}.items()) if text}
    return item.model_copy(update={**texts, "milestones": milestones})


def _followup(followup: FollowUp, plan: Mapping[str, Mapping[str, Any]]) -> FollowUp:
    changed = {ref: _status(followup.statuses.get(ref, ItemStatus()), groups) for ref, groups in plan.items()}
    statuses = {ref: status for ref, status in {**followup.statuses, **changed}.items() if status}
    return followup.model_copy(update={"statuses": statuses})


def _status(status: ItemStatus, plan: Mapping[str, Any]) -> ItemStatus:
    points = {Checkpoint(int(key)): fields for key, fields in plan.get(_MILESTONES, {}).items()}
    given = {point: _report(status.milestones.get(point, Report()), fields) for point, fields in points.items()}
    milestones = {point: report for point, report in sorted({**status.milestones, **given}.items()) if report}
    return status.model_copy(
        update={"milestones": milestones, "finances": _report(status.finances, plan.get(_FINANCES, {}))}
    )


def _report(report: Report, plan: Mapping[str, str | None]) -> Report:
    smiley, status = vocabulary.key("smiley"), vocabulary.key("status")
    update: dict[str, Any] = {}
    if smiley in plan:
        word = plan[smiley]
        update["smiley"] = Smiley(word) if word else None
    if status in plan:
        update["status"] = parse_prose(plan[status] or "")
    return report.model_copy(update=update)
