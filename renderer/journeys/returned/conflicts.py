"""What came back, held against the case as it is now: proposals, conflicts, and what cannot be either; pure.

Three texts decide for each field, and for a smiley and its status, which are one answer, those of both: what was sent
out, what came back, and what the case says. Where the case still says what was sent, the change is a proposal; where it
says what came back, it is done already; else it is a conflict.
What the case says is what its documents print; of a report that was begun afresh it is what its own follow-up reports.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from renderer import vocabulary
from renderer.findings import Finding, Place, error, warning
from renderer.journeys.returned.answers import (
    Answer,
    Fields,
    answers_of,
    open_answers,
    own_in,
    printed_in,
    same,
    together,
)
from renderer.model.case import Case
from renderer.model.field import Field, fields_of_agreement, fields_of_item
from renderer.model.item import Item
from renderer.model.proposal import Conflict, Proposal, Returned

_DIFFERENT = "To svar ændrer det samme på hver sin måde."
_MOVED_ON = "Sagen er ændret her, siden filen blev sendt ud."
_OTHER_COMMITTEE = "Delelementet hører nu under et andet udvalg end det, udkastet blev sendt til."
_OTHER_CENTRE = "Delelementet hører nu under et andet center end det, udkastet blev sendt til."
_GIVEN_UP = "Delelementet er udgået, så der skal ikke meldes mere om det."
_OLD_AND_NEW = "I udkastet ser den gamle og den nye tekst ud til at stå sammen."
_MARKS_LOST = "Udkastet er gemt i LibreOffice, så ord, der er slettet i det, kan være kommet igen."
_FIELD_GONE = "I udkastet er feltet slettet med sin tekst."
_SMILEY_UNREAD = "Smileyen i det samme svar kan ikke læses, så svaret er ikke helt."
_UNSURE = {
    "gammel-og-ny-tekst": _OLD_AND_NEW,
    "felt-slettet": _FIELD_GONE,
    "rettelse-uden-mærke": _MARKS_LOST,
    "ukendt-smiley": _SMILEY_UNREAD,
    "flere-smileyer": _SMILEY_UNREAD,
    "smiley-ikke-i-brug": _SMILEY_UNREAD,
}
_LATER = "Skal det med, så skriv det i den opfølgning, hvor det skal meldes."


@dataclass(frozen=True)
class Weighed:
    """Everything that came back: `done` is how many changes the case has already."""

    proposals: tuple[Proposal, ...]
    conflicts: tuple[Conflict, ...]
    findings: tuple[Finding, ...]
    done: int = 0


def weigh(case: Case, returned: Sequence[Returned]) -> Weighed:
    """Weigh the changes of one or several returned files; the order is that of the printed document."""
    findings: list[Finding] = []
    answers: dict[Fields, list[Answer]] = {}
    reasons: dict[Fields, str] = {}
    for one in returned:
        objections = list(_about_origin(case, one))
        findings += [*one.findings, *objections]
        if any(objection.stops for objection in objections):
            continue
        findings += map(_report_in_plan, filter(_is_in_plan, one.proposals))
        taken = replace(one, proposals=tuple(each for each in one.proposals if not _is_in_plan(each)))
        for answer in answers_of(case, taken):
            answers.setdefault(answer.fields, []).append(answer)
            if reason := _doubt(case, one, answer):
                reasons[answer.fields] = reason
    return _decided(case, answers, reasons, findings)


def _decided(
    case: Case, answers: Mapping[Fields, Sequence[Answer]], reasons: Mapping[Fields, str], findings: list[Finding]
) -> Weighed:
    proposals: list[Proposal] = []
    conflicts: list[Conflict] = []
    done = 0
    order = _in_printed_order(case, (fields[0] for fields in answers))
    for fields in (together(field) for field in order):
        given = answers[fields]
        printed, own = printed_in(case, fields), own_in(case, fields)
        if printed is None:
            findings.append(_no_place(given[0].proposals[0]))
            continue
        base = {id(one): own if one.fresh else printed for one in given}
        left = open_answers(one for one in given if not one.says(base[id(one)]))
        current = own if all(one.fresh for one in given) else printed
        fitting = any(left[0].is_like(one) and one.fits(base[id(one)]) for one in given) if left else True
        reason = reasons.get(fields) or (_DIFFERENT if len(left) > 1 else None if fitting else _MOVED_ON)
        changed = [
            field for field in fields if any(not same(field, _of(one, field).new, current[field]) for one in left)
        ]
        done += len({one.field for answer in given for one in answer.proposals if one.old != one.new} - {*changed})
        if left and reason:
            conflicts += (_conflict(field, reason, current[field], left) for field in changed)
        elif left:
            proposals += (replace(_of(left[0], field), old=current[field]) for field in changed)
    return Weighed(tuple(proposals), tuple(conflicts), tuple(dict.fromkeys(findings)), done)


def _of(answer: Answer, field: Field) -> Proposal:
    return next(one for one in answer.proposals if one.field == field)


def _conflict(field: Field, reason: str, current: str, answers: Sequence[Answer]) -> Conflict:
    said = tuple(_of(answer, field) for answer in answers)
    sent = dict.fromkeys(one.old for one in said)
    return Conflict(field, reason, "\n\n".join(filter(None, sent)), current, said)


def _is_in_plan(proposal: Proposal) -> bool:
    return proposal.field.followup == 0


def _report_in_plan(proposal: Proposal) -> Finding:
    """A plan has neither smileys nor statuses; a draft of one that was sent out earlier may bring them."""
    said = " ".join(proposal.new.split()) or "(intet)"
    message = f"Filen {_file(proposal)} svarer »{said}«, men udmøntningen har hverken smileyer eller status."
    return warning("svar-til-udmøntningen", proposal.field.place, message, "Svaret er ikke læst ind. " + _LATER)


def _file(proposal: Proposal) -> str:
    return f"»{proposal.source.file}«" if proposal.source.file else "der kom tilbage"


def _about_origin(case: Case, returned: Returned) -> Iterator[Finding]:
    """What is amiss with a file as a whole; one that stops leaves its changes out."""
    origin, place = returned.origin, Place(_file_of(returned))
    if origin.case_id and origin.case_id != str(case.agreement.case_id):
        message = f"Filen hører til sagen {origin.case_id}, men sagsmappen er {case.agreement.case_id}."
        yield error("udkast-fra-anden-sag", place, message, "Vælg den sagsmappe, filen er dannet fra.")
    elif origin.followup is not None and case.followup(origin.followup) is None:
        what = f"opfølgning {origin.followup}" if origin.followup else "udmøntningen"
        message = f"Filen hører til {what}, som sagen ikke har nogen fil for."
        yield error("udkast-uden-opfølgning", place, message, "Læg opfølgningens fil i sagsmappen, og prøv igen.")
    elif origin.followup == 0 and (newest := case.followups[-1].number):
        message = f"Filen hører til udmøntningen, men sagen er nået til opfølgning {newest}."
        hint = f"Planens tekster står i {vocabulary.AGREEMENT_FILE}, så --apply ændrer dem også for de næste udgaver."
        yield warning("udkast-fra-tidligere-opfølgning", place, message, hint)
    elif origin.followup is not None and (newest := case.followups[-1].number) > origin.followup:
        message = f"Filen hører til opfølgning {origin.followup}, men sagen er nået til opfølgning {newest}."
        hint = (
            f"Er opfølgning {origin.followup} udstedt, så skriv rettelserne i den nyeste i stedet; det viser "
            f"»aftalerapport archive list --followup {origin.followup}«. --apply skriver dem i den, filen hører til."
        )
        yield warning("udkast-fra-tidligere-opfølgning", place, message, hint)


def _file_of(returned: Returned) -> str | None:
    places = [
        *(proposal.source for proposal in returned.proposals),
        *(comment.source for comment in returned.comments),
        *(finding.place for finding in returned.findings),
    ]
    return returned.file or next((place.file for place in places if place.file), None)


def _doubt(case: Case, returned: Returned, answer: Answer) -> str | None:
    """Why somebody must look at an answer before it counts."""
    field = answer.fields[0]
    ref, origin = field.ref, returned.origin
    if field.followup is not None and ref in {item.ref for item in case.given_up(field.followup)}:
        return _GIVEN_UP
    item = _item_at(case, ref, origin.followup)
    if item and origin.committee not in (None, item.committee):
        return _OTHER_COMMITTEE
    if item and origin.centre not in (None, item.centre):
        return _OTHER_CENTRE
    about = {(ref, field.place.field) for field in answer.fields}
    doubted = {one.code for one in returned.findings if (one.place.item, one.place.field) in about}
    return next((reason for code, reason in _UNSURE.items() if code in doubted), None)


def _item_at(case: Case, ref: str | None, followup: int | None) -> Item | None:
    """An item as it stands at the follow-up that a file belongs to."""
    agreement = case.agreement if followup is None else case.agreement.at(followup)
    return next((item for item in agreement.items() if item.ref == ref), None)


def _no_place(proposal: Proposal) -> Finding:
    message = f"Rettelsen fra {proposal.sources} gælder noget, som sagen ikke har: {proposal.field.place}."
    hint = "Se efter, om delelementet har fået et andet nummer eller er slettet, og skriv rettelsen i hånden."
    return error("rettelse-uden-sted", proposal.field.place, message, hint)


def _in_printed_order(case: Case, fields: Iterable[Field]) -> list[Field]:
    items = list(case.agreement.items())
    places = {item.ref: place for place, item in enumerate(items)}
    paths = [field.path for field in (*fields_of_agreement(), *(fields_of_item(items[0], 1) if items else ()))]
    rank = {path: place for place, path in enumerate(paths)}

    def key(field: Field) -> tuple[int, int, int]:
        position = -1 if field.ref is None else places.get(field.ref, len(places))
        return position, rank.get(field.path, len(rank)), -1 if field.followup is None else field.followup

    return sorted(fields, key=key)
