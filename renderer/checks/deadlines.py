"""Deadlines: the centres report before the committees meet, and before the document is dated."""

from collections.abc import Iterator

from renderer import vocabulary
from renderer.checks.places import agreement_place
from renderer.checks.view import Remark, View
from renderer.checks.wording import capital, followup_words
from renderer.edition.danish import long_date
from renderer.findings import Place


def reporting_after_meeting(view: View) -> Iterator[Remark]:
    """A last day for reporting that comes after the meeting that the reports are for."""
    for number, deadline in view.agreement.deadlines.items():
        if deadline.reporting and deadline.meeting and deadline.reporting > deadline.meeting:
            yield Remark(
                _place(number),
                f"Centrene skal melde til {followup_words(number)} senest {long_date(deadline.reporting)}, men "
                f"udvalgene mødes {long_date(deadline.meeting)}.",
                "Ret den dag, der er forkert.",
            )


def reporting_after_document(view: View) -> Iterator[Remark]:
    """A last day for reporting that comes after the date of the document that shows the reports.

    Where it comes after the meeting, too, that is told instead.
    """
    for followup in view.followups:
        deadline = view.agreement.deadlines.get(followup.number)
        if deadline is None or deadline.reporting is None or deadline.reporting <= followup.date:
            continue
        if not deadline.meeting or deadline.reporting <= deadline.meeting:
            yield Remark(
                _place(followup.number),
                f"{capital(followup_words(followup.number))} er dateret {long_date(followup.date)}, men centrene skal "
                f"melde til den senest {long_date(deadline.reporting)}.",
                "Ret fristen, eller ret opfølgningens dato.",
            )


def _place(number: int) -> Place:
    return agreement_place(None, vocabulary.key("deadlines"), number, vocabulary.key("reporting"))
