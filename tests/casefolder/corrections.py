"""Hypothesis strategies for corrections of a case that its files can say."""

from hypothesis import strategies as st

from renderer.casefolder.edit_fields import planned
from renderer.model.case import Case
from renderer.model.field import Field, FieldKind, fields_of_agreement, fields_of_item
from renderer.model.markdown import write_prose
from renderer.model.smiley import Smiley
from tests.written_prose import Forms, proses

FORMS = Forms(most_blocks=2, depth=1)
"""What the texts of corrected cases hold: enough for every way of writing them, and little enough to be quick."""


@st.composite
def corrections(draw: st.DrawFn, case: Case) -> dict[Field, str]:
    """Changes of some fields that the case's files can say."""
    fields = list(fields_of_agreement())
    for item in case.agreement.items():
        fields += [field for field in fields_of_item(item, 0) if field.followup is None]
        for followup in case.followups:
            fields += [field for field in fields_of_item(item, followup.number) if field.followup is not None]
    chosen = draw(st.lists(st.sampled_from(fields), min_size=1, max_size=8, unique=True))
    changes = {field: draw(_new_texts(field)) for field in chosen}
    while refusals := planned(changes, case).refusals:
        assert {refusal.code for refusal in refusals} == {"kan-ikke-slettes"}
        places = {(refusal.place.file, refusal.place.item, refusal.place.field) for refusal in refusals}
        changes = {f: t for f, t in changes.items() if (f.place.file, f.place.item, f.place.field) not in places}
    return changes


def _new_texts(field: Field) -> st.SearchStrategy[str]:
    if field.kind is FieldKind.SMILEY:
        return st.sampled_from(["", *(smiley.value for smiley in Smiley)])
    return st.one_of(st.just("Syv er ansat."), proses(FORMS, empty=True).map(write_prose), st.just(""))
