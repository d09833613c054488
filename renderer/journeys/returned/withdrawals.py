"""Reports that a returned file takes away: what can be taken away, and what the documents print then; pure.

A report of the follow-up's own goes, and the newest earlier one, if there is any, is printed again. A report that an
earlier follow-up gave cannot be taken away from here: that is said, and nothing else is held up by it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from renderer.casefolder.edit_fields import earlier_report
from renderer.edition.titles import followup_name
from renderer.findings import Finding, warning
from renderer.model.case import Case
from renderer.model.field import Field, FieldKind, reported_by, said_by, shown
from renderer.model.followup import in_time
from renderer.model.proposal import Proposal


@dataclass(frozen=True)
class Withdrawals:
    """The changes that cannot be made, and what is to be said."""

    undone: frozenset[Field]
    findings: tuple[Finding, ...]


def withdrawals(case: Case, changes: Mapping[Field, str]) -> Withdrawals:
    """What of some changes takes reports away."""
    undone: list[Field] = []
    findings: list[Finding] = []
    for report in dict.fromkeys(field.report_fields for field in changes if field.report_fields):
        left = [changes.get(field, shown(case, field)) for field in report]
        earlier = earlier_report(case, report[0])
        if any(left) or earlier is None:
            continue
        changed = [field for field in report if field in changes]
        if reported_by(case, report[0]) is None:
            undone += changed
            findings.append(_not_reported_here(changed[0], earlier))
        else:
            findings.append(_printed_again(case, changed[0], earlier))
    return Withdrawals(frozenset(undone), tuple(findings))


def begun_afresh(case: Case, changes: Mapping[Field, str], proposals: Iterable[Proposal]) -> dict[Field, str]:
    """The changes, with nothing from earlier follow-ups beside the answers that begin a report of their own."""
    fresh = {(one.field, one.new) for one in proposals if one.fresh}
    whole = dict(changes)
    for field, text in changes.items():
        if (field, text) in fresh and reported_by(case, field) is None:
            for other in field.report_fields:
                whole.setdefault(other, "")
    return whole


def _not_reported_here(field: Field, earlier: int) -> Finding:
    was = replace(field, followup=earlier)
    message = f"Svaret er slettet, men det blev meldt i {_named(earlier)} og kan ikke slettes her."
    hint = f"Var det forkert, så ret det i {was.file}. Ellers skal der ikke gøres noget."
    return warning("slettet-men-meldt-før", field.place, message, hint)


def _printed_again(case: Case, field: Field, earlier: int) -> Finding:
    words = ", ".join(_words(case, [replace(one, followup=earlier) for one in field.report_fields]))
    message = f"Når svaret slettes, trykkes det, der blev meldt i {_named(earlier)}, igen: {words}"
    return warning("tidligere-svar-igen", field.place, message, "Skal det ikke stå der, så meld et nyt svar i stedet.")


def _words(case: Case, fields: Iterable[Field]) -> Iterator[str]:
    for field in fields:
        gone = field.kind is FieldKind.SMILEY and not in_time(field.followup or 0, field.checkpoint)
        if not gone and (text := said_by(case, field)):
            yield " ".join(text.split())


def _named(followup: int) -> str:
    return followup_name(followup).lower() if followup else "udmøntningen"
