"""The ledger: what became of every line of the input, so that nothing is lost without a word."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from renderer.findings import Finding, Place, warning
from renderer.readers.earlier.reading import Accounted, Fate
from renderer.readers.earlier.source import FurnitureLine, Part, SourceDocument, TableRow
from renderer.readers.text.piece import Piece

_QUOTED = 60
_EMPTY_ROW = "tom række"


class Ledger:
    """Keeps, for every piece of a document, whether it was placed, is furniture, or was reported."""

    def __init__(self, document: SourceDocument) -> None:
        self._document = document
        self._settled: set[int] = set()
        self._lines: dict[int, list[tuple[Fate, str]]] = {}
        self.findings: list[Finding] = []
        for part in document.parts:
            if isinstance(part, FurnitureLine):
                self.furniture(part, "sidehoved eller sidefod")

    def place(self, piece: Piece | FurnitureLine, where: str) -> None:
        """The piece is in the data, or is a label of the layout."""
        self._settle(piece, Fate.PLACED, where)

    def furniture(self, piece: Piece | FurnitureLine, where: str) -> None:
        """The piece belongs to the page, not to the text."""
        self._settle(piece, Fate.FURNITURE, where)

    def report(self, piece: Piece, finding: Finding) -> None:
        """The piece, or some of its words, could not be placed; the finding says so."""
        self._settle(piece, Fate.REPORTED, finding.message)
        self.findings.append(finding)

    def report_lines(self, lines: Iterable[int], finding: Finding) -> None:
        """Lines that were placed hold something that a finding tells of; the finding is kept elsewhere."""
        for line in lines:
            self._lines.setdefault(line, []).append((Fate.REPORTED, finding.message))

    def is_settled(self, piece: Piece) -> bool:
        """Whether anything is known about the piece yet."""
        return id(piece) in self._settled

    def report_the_rest(self) -> None:
        """Report what no rule has taken: one finding for each run of neighbouring pieces."""
        pieces = list(pieces_of(self._document.parts))
        for settled, run in groupby(pieces, key=self.is_settled):
            if not settled:
                self._report_run(list(run))

    def accounting(self) -> tuple[Accounted, ...]:
        """Every line of the document with its fate; the fate that asks most of the reader counts."""
        for part in self._document.parts:
            for line in part.lines:
                self._lines.setdefault(line, [(Fate.FURNITURE, _EMPTY_ROW)])
        return tuple(_accounted(line, fates) for line, fates in sorted(self._lines.items()))

    def _report_run(self, run: list[Piece]) -> None:
        lines = sorted({line for piece in run for line in piece.lines})
        finding = warning(
            "linje-ikke-placeret",
            run[0].place,
            f"{_span(lines)} er ikke genkendt: »{_quoted(run)}«",
            "Se efter i dokumentet, om teksten hører til sagen, og skriv den ind, hvor den hører hjemme.",
        )
        self.findings.append(finding)
        for piece in run:
            self._settle(piece, Fate.REPORTED, finding.message)

    def _settle(self, piece: Piece | FurnitureLine, fate: Fate, where: str) -> None:
        self._settled.add(id(piece))
        for line in piece.lines:
            self._lines.setdefault(line, []).append((fate, where))


def pieces_of(parts: Iterable[Part]) -> Iterator[Piece]:
    """All pieces in reading order, those in the cells of rows included."""
    for part in parts:
        if isinstance(part, Piece):
            yield part
        elif isinstance(part, TableRow):
            yield from (piece for cell in part.cells for piece in cell.pieces)


def item_place(place: Place, item: str, field: str | None = None) -> Place:
    """The place of a piece with the item and field it belongs to."""
    return Place(place.file, place.line, place.page, place.paragraph, place.sheet, place.cell, item, field)


def _accounted(line: int, fates: list[tuple[Fate, str]]) -> Accounted:
    order = (Fate.REPORTED, Fate.PLACED, Fate.FURNITURE)
    fate = next(fate for fate in order if any(found is fate for found, _ in fates))
    where = dict.fromkeys(where for found, where in fates if found is fate)
    return Accounted(line, fate, "; ".join(where))


def _span(lines: list[int]) -> str:
    return f"Linje {lines[0]}" if lines[0] == lines[-1] else f"Linje {lines[0]} til {lines[-1]}"


def _quoted(run: list[Piece]) -> str:
    text = " ".join(" ".join(piece.prose.plain for piece in run).split())
    return text if len(text) <= _QUOTED else f"{text[:_QUOTED].rstrip()} …"
