"""Changed fields of a case -> what is to change in each of its files, and what cannot be said there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from pydantic_core import PydanticCustomError

from renderer import vocabulary
from renderer.findings import Finding, error
from renderer.model.case import Case
from renderer.model.checkpoint import Checkpoint
from renderer.model.field import Field, FieldKind, shown
from renderer.model.markdown import parse_prose, write_prose
from renderer.model.smiley import Smiley
from renderer.model.values import printable

_BY_HAND = "Ret filen i hånden, hvis det alligevel skal være sådan."


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
    """The plan for changes of a case; texts are written as the data writes them."""
    plan = CasePlan()
    wanted: dict[Field, str] = {}
    for place, text in changes.items():
        now = shown(case, place)
        if refusal := _refusal(case, place, text, now):
            plan.refusals.append(refusal)
        elif (written := canonical(place, text)) != now:
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
    """The newest report counts whole: one that is begun in this follow-up says what is shown, with the change."""
    places = {one: _sibling(next(iter(changes)), one) for one in (vocabulary.key("smiley"), vocabulary.key("status"))}
    now = {one: shown(case, place) or "" for one, place in places.items()}
    new = {one: changes.get(place, now[one]) for one, place in places.items()}
    any_place = next(iter(changes))
    if not any(new.values()) and (earlier := _earlier(case, any_place)) is not None:
        message = (
            f"Det kan ikke slettes her: Så ville det, der blev meldt i opfølgning {earlier}, blive trykt i stedet."
        )
        plan.refusals.append(error("kan-ikke-slettes", any_place.place, message, _BY_HAND))
        return
    begun = _number_of_report(case, any_place) != any_place.followup
    for one, place in places.items():
        if place in changes or (begun and new[one]):
            plan.put(place, (vocabulary.key("statuses"), place.ref or "", *place.path), new[one])


def _sibling(place: Field, key: str) -> Field:
    return Field(place.followup, place.ref, (*place.path[:-1], key))


def _number_of_report(case: Case, place: Field, before: int | None = None) -> int | None:
    """The number of the follow-up whose report is shown at a place, or `None` when there is none."""
    last = place.followup if before is None else before
    return next((number for number in _newest_first(case, last or 0) if _reports(case, place, number)), None)


def _earlier(case: Case, place: Field) -> int | None:
    assert place.followup is not None
    return _number_of_report(case, place, place.followup - 1)


def _newest_first(case: Case, last: int) -> Iterator[int]:
    return (followup.number for followup in reversed(case.followups) if followup.number <= last)


def _reports(case: Case, place: Field, number: int) -> bool:
    followup = case.followup(number)
    status = followup.statuses.get(place.ref or "") if followup else None
    if status is None:
        return False
    if len(place.path) == 2:
        return bool(status.finances)
    return bool(status.milestones.get(Checkpoint(int(place.path[1]))))
