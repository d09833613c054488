"""An agreement whose points cannot be told: it was read as a follow-up, and gets the advice that an agreement needs."""

from collections.abc import Sequence
from dataclasses import replace

from renderer.findings import Finding, Place, error
from renderer.readers.earlier.reading import EarlierReading
from renderer.readers.earlier.signed.recognise import body_pieces, is_agreement_title, is_budget_title, is_titled
from renderer.readers.earlier.source import SourceDocument
from renderer.readers.text.piece import Piece

_NO_TITLE, _NO_POINTS = "titel-mangler", "ikke-en-opfølgning"


def with_advice(document: SourceDocument, reading: EarlierReading) -> EarlierReading:
    """The reading; what it says of the title becomes a word on the points, where the document is an agreement."""
    unread = [finding for finding in reading.findings if finding.code in {_NO_TITLE, _NO_POINTS}]
    pieces = body_pieces(document)
    if not unread or not (unread[0].code == _NO_POINTS or is_titled(pieces)):
        return reading
    others = tuple(finding for finding in reading.findings if finding.code not in {_NO_TITLE, _NO_POINTS})
    return replace(reading, findings=(_no_points(_place(pieces) or unread[0].place), *others))


def _no_points(place: Place) -> Finding:
    message = "Dokumentet ser ud til at være selve aftalen, men der er ikke fundet nogen punkter i det."
    hint = (
        "Et punkt kendes på sit nummer (fx 1.5, BI01 eller 3.) foran overskriften, på en linje for sig. "
        "Se efter, om numrene er med i filen, eller prøv aftalen som Word eller PDF."
    )
    return error(_NO_POINTS, place, message, hint)


def _place(pieces: Sequence[Piece]) -> Place | None:
    """Where the title stands, or the document begins."""
    titled = (piece for piece in pieces if is_agreement_title(piece.prose.plain) or is_budget_title(piece.prose.plain))
    found = next(titled, next(iter(pieces), None))
    return found.place if found else None
