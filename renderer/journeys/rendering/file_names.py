"""What the files of a round are called: ASCII, sortable, and telling what they hold."""

from renderer.edition.agreement.document import AgreementFacts
from renderer.edition.comparison import Comparison
from renderer.edition.edition import Facts
from renderer.model.item import title_ref

_WHOLE = "hele-kommunen"
_DRAFT = "udkast"
_AGREEMENT = "underskrevet-aftale"
_OVERVIEW = "overblik"
_LONGEST = 150


def edition_file_name(facts: Facts, suffix: str, draft: int | None = None) -> str:
    """`aftale-om-budget-2018_2-opfoelgning_erhvervs-og-beskaeftigelsesudvalget.pdf`.

    `draft` is the number of a draft: the first ends in `_udkast`, the second in `_udkast-2`.
    """
    stage = "udmoentning" if facts.followup == 0 else f"{facts.followup}-opfoelgning"
    parts = [title_ref(facts.agreement_title), stage, title_ref(facts.committee or facts.centre or _WHOLE)]
    mark = "" if draft is None else f"_{_DRAFT}" if draft == 1 else f"_{_DRAFT}-{draft}"
    return f"{'_'.join(parts)[: _LONGEST - len(mark)]}{mark}.{suffix}"


def agreement_file_name(facts: AgreementFacts, suffix: str) -> str:
    """`aftale-om-budget-2019_underskrevet-aftale.pdf`."""
    return f"{title_ref(facts.agreement_title)[: _LONGEST - len(_AGREEMENT) - 1]}_{_AGREEMENT}.{suffix}"


def comparison_file_name(comparison: Comparison) -> str:
    """`aftale-om-budget-2018_aendringer-fra-1-til-2_oekonomiudvalget`, without a suffix."""
    facts = comparison.facts
    stage = f"aendringer-fra-{comparison.from_followup}-til-{facts.followup}"
    parts = (title_ref(facts.agreement_title), stage, title_ref(facts.committee or _WHOLE))
    return "_".join(parts)[:_LONGEST]


def overview_file_name(facts: Facts) -> str:
    """`aftale-om-budget-2018_2-opfoelgning_oekonomiudvalget_overblik`, without a suffix."""
    parts = (title_ref(facts.agreement_title), f"{facts.followup}-opfoelgning", title_ref(facts.committee or _WHOLE))
    return f"{'_'.join(parts)[: _LONGEST - len(_OVERVIEW) - 1]}_{_OVERVIEW}"
