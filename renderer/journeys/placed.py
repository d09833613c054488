"""How much of the earlier documents was placed in a case, counted for the user."""

from renderer.model.case import Case
from renderer.model.checkpoint import Checkpoint
from renderer.model.item import BudgetType
from renderer.model.signed.signed_agreement import SignedAgreement

_WITH_TEXT = "milepæle med tekst"
_ROWS = {
    BudgetType.OPERATING: "rækker under drift",
    BudgetType.CAPITAL: "rækker under anlæg",
    BudgetType.OTHER_FINANCING: "rækker under øvrig finansiering",
}


def placed(case: Case) -> dict[str, int]:
    """The counts of a case by their Danish names, of what has content; those of follow-ups only where some are."""
    counts = placed_signed(case.signed) if case.signed else {}
    if case.signed and not case.followups and not case.agreement.chapters:
        return counts
    return _placed_of_followups(case) | counts


def usual(case: Case) -> dict[str, int]:
    """How many of a kind a case like this has at most, by the same names, where it is more than was placed."""
    rows = len(Checkpoint) * len(list(case.agreement.items()))
    return {name: rows for name, count in placed(case).items() if name == _WITH_TEXT and count < rows}


def placed_signed(signed: SignedAgreement) -> dict[str, int]:
    """The counts of the signed agreement."""
    counts = {"kapitler i aftalen": len(signed.chapters), "punkter": len(list(signed.points()))}
    for kind, words in _ROWS.items():
        annexes = [annex for annex in signed.annexes if annex.budget_type is kind]
        if annexes:
            counts[words] = sum(len(list(annex.rows())) for annex in annexes)
    if signed.savings:
        counts["besparelser"] = len(list(signed.savings.cases()))
    return counts | {"underskrifter": len(signed.signatories)}


def _placed_of_followups(case: Case) -> dict[str, int]:
    items = list(case.agreement.items())
    statuses = [status for followup in case.followups for status in followup.statuses.values()]
    reports = [report for status in statuses for report in (*status.milestones.values(), status.finances)]
    return {
        "opfølgninger": len(case.followups),
        "kapitler": len(case.agreement.chapters),
        "delelementer": len(items),
        _WITH_TEXT: sum(bool(text) for item in items for text in item.milestones.values()),
        "smileyer": sum(report.smiley is not None for report in reports),
        "statustekster": sum(bool(report.status) for report in reports),
    }
