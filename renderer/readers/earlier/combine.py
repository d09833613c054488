"""Several readings of one agreement -> one case: the plan and its follow-ups, or one document for each committee.

Rules: items are the same when their ref is; equal texts are one; of differing texts the newest follow-up's is kept,
and a finding shows both; a text that only one document has is kept. A later document prints again what was reported
before: a milestone's report that only repeats is left out of the later follow-up.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from renderer.findings import Finding, Place, error, warning
from renderer.model.item import numbered_ref
from renderer.readers.earlier.combine_signed import settled, several_signed
from renderer.readers.earlier.combined_order import merged_order
from renderer.readers.earlier.reading import EarlierReading, NotePlace
from renderer.vocabulary import field_path, followup_file, key

_QUOTED = 70


@dataclass(frozen=True)
class CombinedReading:
    """One case: `agreement`, `signed` and `followups` in the shape of the files, follow-ups by their numbers.

    `signed` is empty where none of the documents is the signed agreement.
    """

    agreement: dict[str, Any]
    followups: tuple[dict[str, Any], ...]
    findings: tuple[Finding, ...]
    notes: Mapping[NotePlace, str] = field(default_factory=dict)
    signed: dict[str, Any] = field(default_factory=dict)


def combine(readings: Sequence[EarlierReading]) -> CombinedReading:
    """Join readings of one agreement; the findings of each reading come first. One reading stays as it is."""
    readings = settled(readings)
    ordered = sorted(readings, key=_number)
    findings = [finding for reading in readings for finding in reading.findings]
    findings += [*_of_another_case(ordered), *several_signed(ordered)]
    merger = _Merger()
    agreement: dict[str, Any] = {}
    for reading in ordered:
        agreement = merger.agreement(agreement, reading)
    _list_names(agreement, len(ordered))
    followups = merger.followups(ordered)
    findings = still_missing(findings, agreement)
    notes = {place: note for reading in ordered for place, note in reading.notes.items()}
    signed = next((reading.signed for reading in ordered if reading.signed), {})
    said = (*findings, *merger.findings)
    return CombinedReading(agreement, tuple(followups), said, _still_open(notes, followups), signed)


def _number(reading: EarlierReading) -> int:
    return int(reading.followup.get(key("followup"), -1))


def still_missing(findings: Sequence[Finding], agreement: dict[str, Any]) -> list[Finding]:
    """The findings without those on a field that one document lacks and the agreement has by now."""
    known = {**agreement, **agreement.get(key("organisation"), {})}
    return [finding for finding in findings if not (_is_of_a_gap(finding) and finding.place.field in known)]


def _is_of_a_gap(finding: Finding) -> bool:
    return finding.stops and finding.code.endswith("-mangler")


def _of_another_case(readings: Sequence[EarlierReading]) -> list[Finding]:
    """Documents of different agreements do not make one case."""
    findings = []
    for name in ("case_id", "title", "budget_year"):
        values = {
            reading.agreement[key(name)]: reading for reading in reversed(readings) if key(name) in reading.agreement
        }
        if len(values) > 1:
            said = ", ".join(f"»{value}« ({reading.name})" for value, reading in values.items())
            message = f"Dokumenterne hører ikke til samme aftale; de har forskellig {key(name)}: {said}."
            hint = "Importer kun dokumenter fra én aftale ad gangen, eller ret oplysningen i det ene dokument."
            findings.append(error("forskellige-sager", Place(file=readings[0].name, field=key(name)), message, hint))
    return findings


class _Merger:
    """Merges data in order of age, so that what comes later is newer."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []

    def agreement(self, old: dict[str, Any], reading: EarlierReading) -> dict[str, Any]:
        """The agreement so far with what a newer document says of it."""
        new = reading.agreement
        chapters = self._chapters(old.get(key("chapters"), []), new.get(key("chapters"), []), reading.name)
        merged = self._fields(old, new, Place(file=reading.name), without=(key("chapters"), *_LISTS))
        for name in _LISTS:
            names = dict.fromkeys([*old.get(name, []), *new.get(name, [])])
            merged |= {name: list(names)} if names else {}
        return merged | ({key("chapters"): chapters} if chapters else {})

    def followups(self, readings: Sequence[EarlierReading]) -> list[dict[str, Any]]:
        """The follow-ups; documents with the same number are one follow-up."""
        by_number: dict[int, dict[str, Any]] = {}
        for reading in readings:
            if reading.followup:
                number = _number(reading)
                place = Place(file=reading.name)
                by_number[number] = self._followup(by_number.get(number, {}), reading.followup, place)
        numbers = sorted(by_number)
        for position, number in enumerate(numbers):
            earlier = [by_number[before] for before in numbers[:position]]
            by_number[number] = _without_repetition(by_number[number], earlier)
        return [by_number[number] for number in numbers]

    def _followup(self, old: dict[str, Any], new: dict[str, Any], place: Place) -> dict[str, Any]:
        statuses = key("statuses")
        merged = self._fields(old, new, place, without=(statuses,))
        by_ref = dict(old.get(statuses, {}))
        for ref, status in new.get(statuses, {}).items():
            by_ref[ref] = self._fields(by_ref.get(ref, {}), status, _at(place, ref))
        return merged | ({statuses: by_ref} if by_ref else {})

    def _chapters(self, old: list[dict[str, Any]], new: list[dict[str, Any]], name: str) -> list[dict[str, Any]]:
        """The chapters of both; an item that has moved stands where the newer document has it."""
        found = {_chapter_key(chapter): chapter for chapter in old}
        known = {_ref(item): item for chapter in old for item in chapter.get(_ITEMS, [])}
        for chapter in new:
            refs = {_ref(item) for item in chapter.get(_ITEMS, [])}
            identity = _chapter_key(chapter)
            found = {other: one if other == identity else _without(one, refs) for other, one in found.items()}
            found[identity] = self._chapter(found.get(identity, {}), chapter, known, Place(file=name))
        order = merged_order([_chapter_key(one) for one in old], [_chapter_key(one) for one in new])
        return [found[identity] for identity in order]

    def _chapter(
        self, old: dict[str, Any], new: dict[str, Any], known: Mapping[str, dict[str, Any]], place: Place
    ) -> dict[str, Any]:
        old_items = {_ref(item): item for item in old.get(_ITEMS, [])}
        new_items = {_ref(item): item for item in new.get(_ITEMS, [])}
        merged = self._fields(old, new, _at(place, f"kapitel {_chapter_key(new)}"), without=(_ITEMS,))
        both = [
            self._fields(known.get(ref, {}), new_items.get(ref, {}), _at(place, ref))
            for ref in merged_order(list(old_items), list(new_items))
        ]
        return merged | ({_ITEMS: both} if both else {})

    def _fields(
        self, old: dict[str, Any], new: dict[str, Any], place: Place, without: Sequence[str] = ()
    ) -> dict[str, Any]:
        """The fields of both; of differing values the newer one, with a finding."""
        merged = {name: value for name, value in old.items() if name not in without}
        for name, value in new.items():
            if name in without:
                continue
            before = merged.get(name)
            inner = replace(place, field=field_path(place.field, name) if place.field else name)
            if isinstance(before, dict) and isinstance(value, dict):
                merged[name] = self._fields(before, value, inner)
                continue
            if before is not None and before != value:
                self._differ(before, value, inner)
            merged[name] = value
        return merged

    def _differ(self, before: Any, after: Any, place: Place) -> None:
        message = f"Dokumenterne siger ikke det samme: »{_quoted(before, after)}« og »{_quoted(after, before)}«."
        hint = "Det nyeste dokuments ord er brugt; ret feltet i sagsmappen, hvis det er det ældre, der gælder."
        self.findings.append(warning("forskellige-tekster", place, message, hint))


_LISTS = (key("committees"), key("centres"))
_ITEMS = key("items")


def _at(place: Place, item: str) -> Place:
    return replace(place, item=item)


def _without(chapter: dict[str, Any], refs: set[str]) -> dict[str, Any]:
    items = [item for item in chapter.get(_ITEMS, []) if _ref(item) not in refs]
    rest = {name: value for name, value in chapter.items() if name != _ITEMS}
    return rest | ({_ITEMS: items} if items else {})


def _chapter_key(chapter: dict[str, Any]) -> str:
    return str(chapter.get(key("number")) or chapter.get(key("title"), ""))


def _ref(item: dict[str, Any]) -> str:
    ref = item.get(key("ref"))
    return str(ref or numbered_ref(item.get(key("number"), ""), item.get(key("title"), "")))


def _list_names(agreement: dict[str, Any], documents: int) -> None:
    """Centres and committees in the order in which the joined items name them."""
    if documents == 1:
        return
    items = [item for chapter in agreement.get(key("chapters"), []) for item in chapter.get(_ITEMS, [])]
    centres = [name for item in items for name in (item.get(key("centre")), *item.get(key("contributors"), [])) if name]
    committees = [item[key("committee")] for item in items if key("committee") in item]
    for name, used in ((key("centres"), centres), (key("committees"), committees)):
        names = dict.fromkeys([*used, *agreement.get(name, [])])
        if names:
            agreement[name] = list(names)


def _without_repetition(followup: dict[str, Any], earlier: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """A follow-up without the milestone reports that stand the same in the newest follow-up before it.

    A smiley that was given before its time, and stands there when the time has come, is an answer then, and stays.
    """
    statuses, milestones = key("statuses"), key("milestones")
    kept: dict[str, Any] = {}
    for ref, status in followup.get(statuses, {}).items():
        known: dict[str, Any] = {}
        for before in earlier:
            reports = before.get(statuses, {}).get(ref, {}).get(milestones, {})
            known |= {point: _lasting(report, point, followup, before) for point, report in reports.items()}
        reports = {point: report for point, report in status.get(milestones, {}).items() if known.get(point) != report}
        left = {name: value for name, value in status.items() if name != milestones}
        if reports or left:
            kept[ref] = ({milestones: reports} if reports else {}) | left
    rest = {name: value for name, value in followup.items() if name != statuses}
    return rest | ({statuses: kept} if kept else {})


def _lasting(report: dict[str, Any], point: str, followup: dict[str, Any], before: dict[str, Any]) -> dict[str, Any]:
    """What a document prints of an earlier report: a smiley from before its time goes when the time has come."""
    own, earlier = (int(one.get(key("followup"), 0)) for one in (followup, before))
    has_come = earlier < int(point) <= own
    return {name: value for name, value in report.items() if not (has_come and name == key("smiley"))}


def _still_open(notes: Mapping[NotePlace, str], followups: Sequence[dict[str, Any]]) -> dict[NotePlace, str]:
    """The notes on places that no other document has filled."""
    by_file = {followup_file(int(one[key("followup")])): one for one in followups if key("followup") in one}
    return {place: note for place, note in notes.items() if not _is_filled(by_file.get(place[0], {}), place)}


def _is_filled(followup: dict[str, Any], place: NotePlace) -> bool:
    value: Any = followup.get(key("statuses"), {}).get(place[1], {})
    for name in place[2].split(field_path("", "")):
        value = value.get(name) if isinstance(value, dict) else None
    return value is not None


def _quoted(value: Any, other: Any) -> str:
    """A short form of a value that shows where it begins to differ from the other one."""
    text, against = _words(value), _words(other)
    same = next(
        (n for n, (one, two) in enumerate(zip(text, against, strict=False)) if one != two), min(len(text), len(against))
    )
    start = max(0, min(same - _QUOTED // 2, len(text) - _QUOTED))
    shown = text[start : start + _QUOTED].strip()
    return f"{'… ' if start else ''}{shown}{' …' if start + _QUOTED < len(text) else ''}"


def _words(value: Any) -> str:
    words = ", ".join(str(one) for one in value) if isinstance(value, list) else str(value)
    return " ".join(words.split())
