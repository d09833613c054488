"""What a document of this kind usually has more of: rows at an item, smileys in a follow-up."""

from collections.abc import Iterator, Sequence

from renderer.findings import Finding, Place, warning
from renderer.model.checkpoint import Checkpoint
from renderer.readers.earlier.grammar.drafts import ItemDraft, RowDraft
from renderer.readers.earlier.grammar.item_data import smiley_mark
from renderer.readers.earlier.grammar.ledger import item_place
from renderer.vocabulary import key

_NUMBERS = ("ingen", "én", "to", "tre")


def has_smileys(drafts: Sequence[ItemDraft]) -> bool:
    """Whether a smiley, known or not, stands in any row."""
    return any(smiley_mark(row).given for draft in drafts for row in _rows(draft))


def too_few(drafts: Sequence[ItemDraft], followup: int | None, document: Place) -> Iterator[Finding]:
    """A warning for each item that lacks rows, and one where nothing at all is reported in a follow-up."""
    for draft in drafts:
        if (found := len(draft.milestones)) < len(Checkpoint):
            place = item_place(draft.place, draft.ref, key("milestones"))
            rows = "række" if found == 1 else "rækker"
            message = f"Delelementet har {_NUMBERS[found]} {rows} med en milepæl; det plejer at have fire."
            hint = "Se efter i dokumentet, om en række er læst som en del af en anden tekst."
            yield warning("færre-milepæle", place, message, hint)
        if draft.finances is None:
            place = item_place(draft.place, draft.ref, key("finances"))
            message = "Delelementet har ingen række om økonomi; det plejer det at have."
            hint = "Se efter i dokumentet, om rækken er læst som en del af en anden tekst."
            yield warning("økonomi-ikke-fundet", place, message, hint)
    if drafts and followup and not has_smileys(drafts):
        message = f"Der er ikke fundet en eneste smiley, selv om dokumentet er opfølgning {followup}."
        hint = "Se efter, om dokumentet skriver sine smileyer på en anden måde, fx med ord eller som billeder."
        yield warning("ingen-smileyer", document, message, hint)


def _rows(draft: ItemDraft) -> list[RowDraft]:
    return [row for row in (*draft.milestones, draft.finances) if row]
