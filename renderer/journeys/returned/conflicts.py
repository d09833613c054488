"""What came back, held against the case as it is now: proposals, conflicts, and what cannot be either; pure.

Three texts decide for each field: what was sent out, what came back, and what the case says. Where the case still says
what was sent, the change is a proposal; where it says what came back, it is done already; else it is a conflict.
What the case says is what its documents print; of a report that was begun afresh it is what its own follow-up reports.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from renderer.findings import Finding, Place, error, warning
from renderer.model.case import Case
from renderer.model.field import Field, FieldKind, fields_of_agreement, fields_of_item, said_by, shown
from renderer.model.markdown import parse_prose
from renderer.model.proposal import Conflict, Proposal, Returned

_DIFFERENT = "To svar ændrer det samme på hver sin måde."
_MOVED_ON = "Sagen er ændret her, siden filen blev sendt ud."
_OTHER_COMMITTEE = "Delelementet hører nu under et andet udvalg end det, udkastet blev sendt til."
_GIVEN_UP = "Delelementet er udgået, så der skal ikke meldes mere om det."
_OLD_AND_NEW = "I udkastet ser den gamle og den nye tekst ud til at stå sammen."
_MARKS_LOST = "Udkastet er gemt i LibreOffice, så ord, der er slettet i det, kan være kommet igen."
_FIELD_GONE = "I udkastet er feltet slettet med sin tekst."
_UNSURE = {"gammel-og-ny-tekst": _OLD_AND_NEW, "felt-slettet": _FIELD_GONE, "rettelse-uden-mærke": _MARKS_LOST}


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
    by_field: dict[Field, list[Proposal]] = {}
    reasons: dict[Field, str] = {}
    for one in returned:
        objections = list(_about_origin(case, one))
        findings += [*one.findings, *objections]
        if any(objection.stops for objection in objections):
            continue
        for proposal in one.proposals:
            by_field.setdefault(proposal.field, []).append(proposal)
            if reason := _doubt(case, one, proposal):
                reasons[proposal.field] = reason
    return _decided(case, by_field, reasons, findings)


def _decided(
    case: Case, by_field: Mapping[Field, Sequence[Proposal]], reasons: Mapping[Field, str], findings: list[Finding]
) -> Weighed:
    proposals: list[Proposal] = []
    conflicts: list[Conflict] = []
    done = 0
    for field in _in_printed_order(case, by_field):
        printed = shown(case, field)
        if printed is None:
            findings.append(_no_place(by_field[field][0]))
            continue
        own = said_by(case, field)
        open_ones = _joined(one for one in by_field[field] if not same(field, one.new, own if one.fresh else printed))
        current = own if all(one.fresh for one in by_field[field]) else printed
        if not open_ones:
            done += 1
        elif reason := reasons.get(field) or _contradiction(field, printed, own, by_field[field], open_ones):
            sent = tuple(dict.fromkeys(one.old for one in open_ones))
            conflicts.append(Conflict(field, reason, "\n\n".join(filter(None, sent)), current, open_ones))
        else:
            proposals.append(replace(open_ones[0], old=current))
    return Weighed(tuple(proposals), tuple(conflicts), tuple(dict.fromkeys(findings)), done)


def _contradiction(
    field: Field, printed: str, own: str, all_ones: Sequence[Proposal], open_ones: Sequence[Proposal]
) -> str | None:
    if len(open_ones) > 1:
        return _DIFFERENT
    # One text from several files: it is enough that one of them answers what the case says now.
    wanted = [one for one in all_ones if same(field, one.new, open_ones[0].new)]
    answers = any(same(field, one.old, own if one.fresh else printed) for one in wanted)
    return None if answers else _MOVED_ON


def same(field: Field, one: str, other: str) -> bool:
    """Whether two texts of a field say the same; spaces that do not matter are no difference."""
    if one == other:
        return True
    return field.kind is FieldKind.PROSE and parse_prose(one) == parse_prose(other)


def _joined(proposals: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """Proposals of one field with the same text made one, with everybody who wrote it and every source."""
    joined: list[Proposal] = []
    for proposal in proposals:
        for place, before in enumerate(joined):
            if same(proposal.field, before.new, proposal.new):
                joined[place] = _with(before, proposal)
                break
        else:
            joined.append(proposal)
    return tuple(joined)


def _with(before: Proposal, other: Proposal) -> Proposal:
    sources = dict.fromkeys((before.source, *before.also, other.source, *other.also))
    return replace(
        before,
        who=tuple(dict.fromkeys((*before.who, *other.who))),
        when=max(before.when, other.when),
        also=tuple(sources)[1:],
        fresh=before.fresh and other.fresh,
    )


def _about_origin(case: Case, returned: Returned) -> Iterator[Finding]:
    """What is amiss with a file as a whole; one that stops leaves its changes out."""
    origin, place = returned.origin, Place(_file_of(returned))
    if origin.case_id and origin.case_id != str(case.agreement.case_id):
        message = f"Filen hører til sagen {origin.case_id}, men sagsmappen er {case.agreement.case_id}."
        yield error("udkast-fra-anden-sag", place, message, "Vælg den sagsmappe, filen er dannet fra.")
    elif origin.followup is not None and case.followup(origin.followup) is None:
        message = f"Filen hører til opfølgning {origin.followup}, som sagen ikke har nogen fil for."
        yield error("udkast-uden-opfølgning", place, message, "Læg opfølgningens fil i sagsmappen, og prøv igen.")
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


def _doubt(case: Case, returned: Returned, proposal: Proposal) -> str | None:
    """Why somebody must look at a change before it counts."""
    ref, sent_to, sent_in = proposal.field.ref, returned.origin.committee, returned.origin.followup
    if proposal.field.followup is not None and ref in {item.ref for item in case.given_up(proposal.field.followup)}:
        return _GIVEN_UP
    if sent_to is not None and _committee(case, ref, sent_in, sent_to) != sent_to:
        return _OTHER_COMMITTEE
    about = ref, proposal.field.place.field
    doubted = {one.code for one in returned.findings if (one.place.item, one.place.field) == about}
    return next((reason for code, reason in _UNSURE.items() if code in doubted), None)


def _committee(case: Case, ref: str | None, followup: int | None, otherwise: str) -> str | None:
    """The committee of an item at the follow-up that a file belongs to."""
    agreement = case.agreement if followup is None else case.agreement.at(followup)
    return next((item.committee for item in agreement.items() if item.ref == ref), otherwise)


def _no_place(proposal: Proposal) -> Finding:
    message = f"Rettelsen fra {proposal.sources} gælder noget, som sagen ikke har: {proposal.field.place}."
    hint = "Se efter, om delelementet har fået et andet nummer eller er slettet, og skriv rettelsen i hånden."
    return error("rettelse-uden-sted", proposal.field.place, message, hint)


def _in_printed_order(case: Case, fields: Iterable[Field]) -> list[Field]:
    items = list(case.agreement.items())
    places = {item.ref: place for place, item in enumerate(items)}
    paths = [field.path for field in (*fields_of_agreement(), *(fields_of_item(items[0], 0) if items else ()))]
    rank = {path: place for place, path in enumerate(paths)}

    def key(field: Field) -> tuple[int, int, int]:
        position = -1 if field.ref is None else places.get(field.ref, len(places))
        return position, rank.get(field.path, len(rank)), -1 if field.followup is None else field.followup

    return sorted(fields, key=key)
