"""Labels that a document has in other words than ours: read, and told, since new documents print ours."""

from collections.abc import Iterator, Sequence

from renderer.findings import Finding, Place, warning
from renderer.readers.earlier.grammar import labels
from renderer.readers.earlier.grammar.ledger import pieces_of
from renderer.readers.earlier.grammar.table_rows import RowKind, cell_text, row_kind
from renderer.readers.earlier.source import Part, TableRow

_MILESTONE, _CENTRE = "Milepæl", "Ansvarligt center"
_HINT = "Der er ikke noget at rette, hvis de to ord betyder det samme."


def other_labels(parts: Sequence[Part]) -> list[Finding]:
    """One finding for each label in other words, at the first place where it stands."""
    first: dict[str, Finding] = {}
    for label, ours, place in (*_of_milestones(parts), *_of_centres(parts)):
        if label.casefold() != ours.casefold():
            message = f"»{label}« er læst som »{ours}«, og det er det, nye dokumenter kommer til at skrive."
            first.setdefault(label, warning("anden-betegnelse", place, message, _HINT))
    return list(first.values())


def _of_milestones(parts: Sequence[Part]) -> Iterator[tuple[str, str, Place]]:
    for part in parts:
        if isinstance(part, TableRow) and row_kind(part) is RowKind.MILESTONE:
            word = labels.MILESTONE_KIND.match(cell_text(part.cells[0]))
            if word:
                yield word[0], _MILESTONE, part.place


def _of_centres(parts: Sequence[Part]) -> Iterator[tuple[str, str, Place]]:
    for piece in pieces_of(parts):
        for found in labels.CENTRE.finditer(piece.prose.plain):
            if not labels.OUR_CENTRE.match(found[0]):
                yield " ".join(found[0].rstrip(" :").split()), _CENTRE, piece.place
