"""Changed fields of a case -> what is to change in each of its files, and what cannot be said there."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any

from pydantic_core import PydanticCustomError

from renderer import vocabulary
from renderer.findings import Finding, error
from renderer.model.case import Case
from renderer.model.field import Field, FieldKind, reported_by, said_by, shown
from renderer.model.followup import in_time
from renderer.model.markdown import parse_prose, write_prose
from renderer.model.smiley import Smiley
from renderer.model.values import printable

_BY_HAND = "Slet det i den opfølgnings fil, hvis det var forkert."


@dataclass
class FilePlan:
    """What changes in one file: in its own fields, and in those of the agreement's items by ref."""

    own: dict[str, Any] = field(default_factory=dict)
    items: dict[str, dict[str, Any]] = field(default_factory=dict)


@dataclass
class CasePlan:
    """What changes in each file by its name, and why some of it cannot be done."""

    files: dict[str, FilePlan] = field(default_factory=dict)
    refusals: list[Finding] = field(default_factory=list)

    def put(self, place: Field, path: tuple[str, ...], text: str) -> None:
        """Note a new text (the empty one takes the field away) at a path of keys inside the field's file."""
        plan = self.files.setdefault(place.file, FilePlan())
        target = plan.own if place.followup is not None or place.ref is None else plan.items.setdefault(place.ref, {})
        *groups, last = path
        for group in groups:
            target = target.setdefault(group, {})
        target[last] = text or None


def planned(changes: Mapping[Field, str], case: Case) -> CasePlan:
    """The plan for changes of a case; texts are written as the data writes them.

    What a file says itself, and what is shown because an earlier follow-up reported it, are two things: a text that is
    shown already is written all the same where its own follow-up has not said it.
    """
    plan = CasePlan()
    wanted: dict[Field, str] = {}
    for place, text in changes.items():
        now = shown(case, place)
        if refusal := _refusal(case, place, text, now):
            plan.refusals.append(refusal)
        elif not ((written := canonical(place, text)) == now == said_by(case, place)):
            wanted[place] = written
    for place, text in wanted.items():
        if place.followup is None:
            plan.put(place, place.path, text)
    reports = sorted((place for place in wanted if place.followup is not None), key=_report)
    for _, places in groupby(reports, key=_report):
        _plan_report(plan, case, {place: wanted[place] for place in places})
    return plan


def canonical(place: Field, text: str) -> str:
    """A field's text in the one form in which the data writes it."""
    if place.kind is FieldKind.SMILEY:
        return text.strip()
    return write_prose(parse_prose(printable(text)))


def _refusal(case: Case, place: Field, text: str, now: str | None) -> Finding | None:
    if place.followup == 0:
        message = "Udmøntningen har hverken smileyer eller status."
        return error("svar-til-udmøntningen", place.place, message, "Skriv det i den opfølgning, det hører til.")
    if place.followup is not None and case.followup(place.followup) is None:
        message = f"Sagen har ikke filen {place.file}, så rettelsen kan ikke skrives."
        return error("opfølgningsfil-mangler", place.place, message, "Opret filen, og kør kommandoen igen.")
    if now is None:
        message = "Sagen har ikke det delelement eller det felt, som rettelsen gælder."
        hint = "Se efter, om delelementet har fået et andet nummer eller en anden ref, og ret i hånden."
        return error("rettelse-uden-sted", place.place, message, hint)
    if place.kind is FieldKind.SMILEY and text.strip() not in ("", *Smiley):
        words = ", ".join(Smiley)
        return error("ukendt-værdi", place.place, f"»{text}« kan ikke stå her.", f"Skriv et af ordene: {words}.")
    try:
        printable(text)
    except PydanticCustomError as problem:
        hint = str((problem.context or {}).get("hint", ""))
        return error("ugyldigt-tegn", place.place, problem.message(), hint)
    return None


def _report(place: Field) -> tuple[int, str, tuple[str, ...]]:
    return place.followup or 0, place.ref or "", place.path[:-1]


def _plan_report(plan: CasePlan, case: Case, changes: Mapping[Field, str]) -> None:
    """The newest report counts whole: one that is begun in this follow-up says what is shown, with the change.

    A report of this follow-up can be taken away; one of an earlier follow-up cannot be taken away from here.
    """
    places = {one: _sibling(next(iter(changes)), one) for one in (vocabulary.key("smiley"), vocabulary.key("status"))}
    now = {one: shown(case, place) or "" for one, place in places.items()}
    new = {one: changes.get(place, now[one]) for one, place in places.items()}
    any_place = next(iter(changes))
    begun = reported_by(case, any_place) is None
    if not any(new.values()) and begun and (earlier := earlier_report(case, any_place)) is not None:
        message = f"Det kan ikke slettes her: Det er meldt i opfølgning {earlier}."
        plan.refusals.append(error("kan-ikke-slettes", any_place.place, message, _BY_HAND))
        return
    for one, place in places.items():
        if place in changes or (begun and new[one]):
            plan.put(place, (vocabulary.key("statuses"), place.ref or "", *place.path), new[one])


def _sibling(place: Field, key: str) -> Field:
    return Field(place.followup, place.ref, (*place.path[:-1], key))


def earlier_report(case: Case, place: Field) -> int | None:
    """The number of the newest follow-up before the field's own that a document prints a report of; `None` without one.

    A plan has none, and a smiley from before its time is gone by then.
    """
    own = place.followup or 0
    before = [one for one in reversed(case.followups) if 0 < one.number < own]
    return next((one.number for one in before if _lasts(case, replace(place, followup=one.number), own)), None)


def _lasts(case: Case, place: Field, up_to: int) -> bool:
    """Whether the report that a follow-up gave at a place is still one in a later document."""
    assert place.followup is not None
    report, point = reported_by(case, place), place.checkpoint
    return report is not None and bool(report.status or in_time(place.followup, point) or (point or 1) > up_to)
