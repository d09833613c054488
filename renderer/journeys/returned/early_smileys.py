"""Smileys that a returned file gives for a time that has not come: told before they are written; pure.

A draft offers every smiley of an item, since any of them may be a correction; one for later is soon chosen by mistake.
"""

from collections.abc import Iterable, Iterator

from renderer.edition.build import checkpoint_time
from renderer.findings import Finding, warning
from renderer.model.case import Case
from renderer.model.field import FieldKind
from renderer.model.followup import in_time
from renderer.model.proposal import Proposal


def early_smileys(case: Case, proposals: Iterable[Proposal]) -> Iterator[Finding]:
    """A warning for each smiley that is proposed for a checkpoint after its follow-up."""
    for proposal in proposals:
        field, point = proposal.field, proposal.field.checkpoint
        given = proposal.new and field.kind is FieldKind.SMILEY and field.followup is not None
        if given and point is not None and not in_time(field.followup or 0, point):
            time = checkpoint_time(point, case.agreement.budget_year)
            message = f"Der er valgt en smiley for {time}, selv om tidspunktet ikke er kommet. Den er intet svar."
            hint = "Er det en fejl, så tag forslagene én ad gangen med --interactive, og svar nej til dette."
            yield warning("smiley-før-tid", field.place, message, hint)
