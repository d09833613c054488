"""What the files of a round are called: ASCII, sortable, and telling what they hold."""

from renderer.edition.edition import Facts
from renderer.model.item import title_ref

_WHOLE = "hele-kommunen"
_LONGEST = 150


def edition_file_name(facts: Facts, suffix: str, draft: bool = False) -> str:
    """`aftale-om-budget-2018_2-opfoelgning_erhvervs-og-beskaeftigelsesudvalget.pdf`."""
    stage = "udmoentning" if facts.followup == 0 else f"{facts.followup}-opfoelgning"
    parts = [title_ref(facts.agreement_title), stage, title_ref(facts.committee or _WHOLE)]
    if draft:
        parts.append("udkast")
    return f"{'_'.join(parts)[:_LONGEST]}.{suffix}"
