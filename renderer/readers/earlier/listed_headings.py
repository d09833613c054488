"""Headings that the table of contents of a Word or PDF file lists, and that nothing in its text repeats.

Such a table is marked in the file, so its lines are left out; one that names what is not there may be all that is left
of a lost section.
"""

from collections.abc import Iterator

from renderer.findings import Finding, Place, warning
from renderer.readers.earlier.grammar.ledger import pieces_of
from renderer.readers.earlier.grammar.strays import Stray
from renderer.readers.earlier.signed.contents import entry_words, is_contents_heading, repeated_lines
from renderer.readers.earlier.signed.known_words import KnownWords
from renderer.readers.earlier.source import FurnitureLine, SourceDocument


def lost_headings(document: SourceDocument) -> Iterator[Stray]:
    """Each line of the table that names a heading which is nowhere in the text."""
    listed = [part for part in document.parts if isinstance(part, FurnitureLine) and part.listed]
    if not listed:
        return
    texts = [part.text for part in listed]
    known = KnownWords(piece.prose.plain for piece in pieces_of(document.parts))
    found = set(repeated_lines(texts, range(len(texts)), known))
    for position, part in enumerate(listed):
        if position not in found and not known.has(part.text) and not is_contents_heading(part.text):
            yield Stray(without_heading(part.text, part.place), part.lines)


def without_heading(text: str, place: Place) -> Finding:
    """A line of the table of contents whose heading is not found."""
    words = entry_words(" ".join(text.split()))
    message = f"Indholdsfortegnelsen nævner »{words}«, men den overskrift er ikke fundet i teksten."
    hint = "Se efter i dokumentet, om afsnittet mangler i filen, eller om overskriften er læst som tekst."
    return warning("indhold-uden-overskrift", place, message, hint)
