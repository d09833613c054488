"""What an edition is called, in every place that names it.

The agreement's title stands once in the data, and everything here follows from it, so that a running head that
names another year than the title (which has happened) cannot be made.
"""

from dataclasses import dataclass

from renderer.edition import danish
from renderer.model.agreement import Agreement, CommitteeForm, PlanForm, TitleForm
from renderer.model.item import Item
from renderer.vocabulary import LAST_FOLLOWUP

# The municipality's own title, comma and all (LAYOUT: "Documents"); it has no form with a subtitle.
PLAN = "Udmøntning af, og status på"
IMPLEMENTATION = "Udmøntning af"


@dataclass(frozen=True)
class EditionTitle:
    """The title as printed; `full` says both title and subtitle in one line."""

    title: str
    subtitle: str | None = None

    @property
    def full(self) -> str:
        """Title and subtitle in one line, for running heads, metadata and lists."""
        return f"{self.title} – {self.subtitle}" if self.subtitle else self.title


def edition_title(
    agreement: Agreement, followup: int, committee: str | None, centre: str | None = None
) -> EditionTitle:
    """The title of an edition: `Anden opfølgning på Aftale om budget 2018 for Ballerup Kommune`."""
    scope = f"for {centre}" if centre else _scope(agreement, committee)
    if followup == 0:
        begun = PLAN if agreement.plan_form is PlanForm.WITH_STATUS else IMPLEMENTATION
        return EditionTitle(f"{begun} {agreement.title} {scope}")
    if agreement.title_form is TitleForm.WITH_SUBTITLE:
        return EditionTitle(f"{IMPLEMENTATION} {agreement.title}", f"{followup_name(followup)} {scope}")
    return EditionTitle(f"{followup_name(followup)} på {agreement.title} {scope}")


def item_heading(item: Item) -> str:
    """The heading of an item: `5.08.2. Flere i fleksjob`."""
    return f"{item.number}. {item.title}" if item.number else item.title


def followup_name(number: int) -> str:
    """`Første opfølgning` to `Fjerde og sidste opfølgning`."""
    last = " og sidste" if number == LAST_FOLLOWUP else ""
    return f"{danish.ordinal_word(number)}{last} opfølgning"


def _scope(agreement: Agreement, committee: str | None) -> str:
    if committee is None:
        return f"for {agreement.organisation.municipality}"
    if agreement.committee_form is CommitteeForm.AREA:
        return f"på {danish.genitive(committee)} område"
    if agreement.committee_form is CommitteeForm.RESPONSIBILITY:
        return f"for {danish.genitive(committee)} ansvarsområde"
    return f"for {committee}"
