"""Proposals that would take an agreed text away from what the parties signed: told before they are written; pure."""

from collections.abc import Iterable, Iterator

from renderer import vocabulary
from renderer.casefolder.edit import case_after
from renderer.checks import apply_waivers, run_check
from renderer.findings import Finding
from renderer.model.case import Case
from renderer.model.field import Field
from renderer.model.proposal import Proposal

_CHANGED = "aftaletekst-ændret"


def leaving_the_agreement(case: Case, proposals: Iterable[Proposal]) -> Iterator[Finding]:
    """What `check` would say of the agreement texts when they are as proposed, where it does not say so today."""
    agreed = {Field(None, item.ref, (vocabulary.key("agreement_text"),)) for item in case.agreement.items()}
    changes = {one.field: one.new for one in proposals if one.field in agreed}
    if case.signed is None or not changes:
        return
    after = case_after(changes, case)
    today = run_check(_CHANGED, case)
    told = [finding for finding in run_check(_CHANGED, after) if finding not in today]
    yield from (one for one in apply_waivers(told, after) if one.code == _CHANGED)
