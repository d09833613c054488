"""What a document of this kind usually has more of: rows at an item, smileys in a follow-up."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from renderer.findings import Finding, Place, warning
from renderer.model.checkpoint import Checkpoint
from renderer.readers.earlier.grammar.drafts import ItemDraft, RowDraft
from renderer.readers.earlier.grammar.item_data import smiley_mark
from renderer.readers.earlier.grammar.labels import read_time
from renderer.readers.earlier.grammar.ledger import item_place
from renderer.readers.earlier.grammar.responsibility import read_responsibility
from renderer.vocabulary import field_path, key

_ODD_NUMBER = re.compile(r"(?:(?:Nr\.?|Pkt\.?|Punkt)\s*\d|\d+(?:[.\-–]\d+)+|\d+\s*[):–-]|[A-ZÆØÅ]\.\s|[IVX]+\.\s)")
_MOST = 0.6
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
    yield from _odd_numbers(drafts)
    yield from _without_names(drafts)
    if drafts and followup and has_smileys(drafts):
        yield from _without_smiley(drafts, followup)
    elif drafts and followup:
        message = f"Der er ikke fundet en eneste smiley, selv om dokumentet er opfølgning {followup}."
        hint = "Se efter, om dokumentet skriver sine smileyer på en anden måde, fx med ord eller som billeder."
        yield warning("ingen-smileyer", document, message, hint)


def _odd_numbers(drafts: Sequence[ItemDraft]) -> Iterator[Finding]:
    """Titles that begin with what looks like a number, and was read as words of them."""
    for draft in drafts:
        if found := _ODD_NUMBER.match(draft.title):
            message = f"Titlen »{draft.title}« begynder med »{found[0].strip()}«, der ligner et nummer."
            hint = "Er det delelementets nummer, så flyt det til nummer i aftale.yaml."
            yield warning("nummer-i-titlen", item_place(draft.place, draft.ref, key("title")), message, hint)


def _without_names(drafts: Sequence[ItemDraft]) -> Iterator[Finding]:
    """Items that lack the centre or the committee that most have."""
    found = [(draft, read_responsibility(draft.responsibility)) for draft in drafts]
    for name, words in (("centre", "ansvarligt center"), ("committee", "ansvarligt udvalg")):
        lacking = [draft for draft, names in found if not getattr(names, name)]
        if len(lacking) >= (1 - _MOST) * len(drafts):
            continue
        for draft in lacking:
            place = next((piece.place for piece in (*draft.responsibility, *draft.agreement)), draft.place)
            message = f"Der er ikke fundet noget {words}, selv om de fleste andre delelementer har et."
            hint = "Se efter i teksten her, om det står med et andet ord foran eller uden kolon."
            yield warning("ansvar-ikke-fundet", item_place(place, draft.ref, key(name)), message, hint)


def _without_smiley(drafts: Sequence[ItemDraft], followup: int) -> Iterator[Finding]:
    """Rows without the smiley that most rows of their time have: it may be a sign or a word that was not known."""
    last = len(Checkpoint)
    kinds = [
        [(draft, row) for draft in drafts for row in draft.milestones if row.text and _point(row) == n + 1]
        for n in range(min(followup, last))
    ]
    kinds.append([(draft, draft.finances) for draft in drafts if draft.finances and draft.finances.text])
    for rows in kinds:
        lacking = [(draft, row) for draft, row in rows if not smiley_mark(row).given]
        if len(lacking) >= (1 - _MOST) * len(rows):
            continue
        for draft, row in lacking:
            field = key("finances") if row is draft.finances else field_path(key("milestones"), _point(row) or 0)
            end = row.text[-1]
            place = replace(end.place, line=end.lines[-1]) if end.place.line and end.lines else end.place
            message = "Rækken har ingen smiley, selv om de fleste andre af samme slags har en."
            hint = "Se efter i dokumentet, om den står der på en anden måde, og skriv den i opfølgningens fil."
            yield warning("smiley-ikke-fundet", item_place(place, draft.ref, field), message, hint)


def _point(row: RowDraft) -> int | None:
    read = read_time(" ".join(" ".join(piece.prose.plain for piece in row.time).split()))
    return read[0].checkpoint.value if read else None


def _rows(draft: ItemDraft) -> list[RowDraft]:
    return [row for row in (*draft.milestones, draft.finances) if row]
