"""The signature block: place and date, and who signed for which party, in one column or in several.

Where a text has lost its columns, a line of names belongs to the line of parties under it; it is parted only where
no other way to part it is left, and whatever stays open is reported.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from renderer.findings import Finding, Place, warning
from renderer.readers.earlier.grammar.ledger import Ledger
from renderer.readers.earlier.grammar.letterhead import read_date
from renderer.readers.earlier.grammar.table_rows import cell_text
from renderer.readers.earlier.signed.capitals import written_out
from renderer.readers.earlier.signed.closing import PLACE_AND_DATE, is_signature_heading
from renderer.readers.earlier.signed.named_line import read_named_line
from renderer.readers.earlier.signed.parties import is_name, is_office, is_party, names_in, parties_in
from renderer.readers.earlier.signed.piece_lines import lines_of
from renderer.readers.earlier.source import Cell, TableRow
from renderer.readers.text.piece import Piece
from renderer.vocabulary import SIGNATURE_LABELS, key

_RULE = re.compile(r"[_.…\-–=\s]{3,}")
_FOR = re.compile(r"(?:For|På vegne af)\s+(?P<party>\S.*?):?")
_MOST_IN_ROW = 3
_LABELS = {label.casefold(): name for name, label in SIGNATURE_LABELS.items()}
_COLUMNS = ("name", "party", "office")
_HINT = "Skriv navn og parti under underskrifter i budgetaftale.yaml."


@dataclass
class _Row:
    """The names of one line with what stands under it."""

    names: str
    piece: Piece
    parties: list[str] = field(default_factory=list)
    offices: list[str] = field(default_factory=list)


@dataclass
class Signatures:
    """What the block says; `signatories` have the shape of the data file, `parties` are all that it names, in order."""

    place: str | None = None
    date: str | None = None
    signatories: list[dict[str, str]] = field(default_factory=list)
    parties: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def add(self, other: "Signatures") -> None:
        """Add what another block says, such as the one on the front page: those who do not stand here yet."""
        known = {one[key("name")] for one in self.signatories}
        self.signatories += [one for one in other.signatories if one[key("name")] not in known]
        self.parties += [party for party in other.parties if party not in self.parties]
        self.findings += other.findings


def read_signatures(parts: Sequence[Piece | TableRow], ledger: Ledger) -> Signatures:
    """Read the parts from the line of place and date on; what is not understood stays unsettled in the ledger."""
    reader = _Reader(ledger)
    columns: tuple[str, ...] = ()
    for part in parts:
        cells = part.cells if isinstance(part, TableRow) else None
        if cells is not None and (headed := _headed(cells)):
            columns = headed
            for cell in cells:
                for piece in cell.pieces:
                    ledger.place(piece, key("signatories"))
        elif cells is not None and columns and len(cells) == len(columns):
            reader.take_row(cells, columns)
        elif cells is None:
            assert isinstance(part, Piece)
            reader.take(part, 0)
        else:
            for column, cell in enumerate(cells):
                for piece in cell.pieces:
                    reader.take(piece, column)
    return reader.finished()


def is_of_signatures(text: str) -> bool:
    """Whether words may stand in a signature block: names, parties, an office, or a line to sign on."""
    words = text.strip()
    if _RULE.fullmatch(words) or is_office(words) or is_party(words.rstrip(":")) or _only_names(words):
        return True
    return bool(read_named_line(words) or _FOR.fullmatch(words)) or is_name(words.split(",")[0])


class _Reader:
    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._result = Signatures()
        self._rows: list[_Row | dict[str, str]] = []
        self._last: dict[int, _Row] = {}
        self._party: dict[int, str] = {}
        self._party_first: bool | None = None
        self._headings: list[str] = []

    def take(self, piece: Piece, column: int) -> None:
        """Take a paragraph line by line."""
        texts = [_as_written(line) for line in lines_of(piece)]
        known = [self._take_line(text, piece, column, first=number == 0) for number, text in enumerate(texts)]
        if texts and all(known):
            self._ledger.place(piece, key("signatories"))

    def take_row(self, cells: Sequence[Cell], columns: Sequence[str]) -> None:
        """Take a row of a table whose heading row says what stands in its columns."""
        said = {name: cell_text(cell) for name, cell in zip(columns, cells, strict=True)}
        signatory = {key(name): said[name] for name in _COLUMNS if said.get(name)}
        if key("name") not in signatory:
            return
        self._rows.append(signatory)
        for cell in cells:
            for piece in cell.pieces:
                self._ledger.place(piece, key("signatories"))

    def finished(self) -> Signatures:
        """Everything read, each row parted into its signatories."""
        for row in self._rows:
            if isinstance(row, _Row):
                self._finish(row)
            else:
                self._result.signatories.append(row)
        signing = [one[key("party")] for one in self._result.signatories if key("party") in one]
        self._result.parties = list(dict.fromkeys([*self._headings, *signing]))
        return self._result

    def _take_line(self, text: str, piece: Piece, column: int, *, first: bool) -> bool:
        if _RULE.fullmatch(text) or is_signature_heading(text):
            return True
        return (
            self._dated(text)
            or self._whole(text, piece)
            or self._office(text, column)
            or self._of_party(text, piece, column, first=first)
            or self._named(text, piece, column)
        )

    def _dated(self, text: str) -> bool:
        found = PLACE_AND_DATE.fullmatch(text)
        dated = read_date(found["date"]) if found else None
        if not found or not dated:
            return False
        self._result.date = self._result.date or dated[0]
        self._result.place = self._result.place or found["place"]
        return True

    def _whole(self, text: str, piece: Piece) -> bool:
        """A line that says name and party together."""
        named = read_named_line(text)
        for one in named or ():
            self._last[0] = _Row(one.name, piece, list(one.parties), list(one.offices))
            self._rows.append(self._last[0])
        return named is not None

    def _office(self, text: str, column: int) -> bool:
        if not is_office(text) or column not in self._last:
            return False
        self._last[column].offices.append(text)
        return True

    def _of_party(self, text: str, piece: Piece, column: int, *, first: bool) -> bool:
        headed = _FOR.fullmatch(text)
        words = headed["party"] if headed else text.rstrip(":")
        counts = [count for count in range(1, _MOST_IN_ROW + 1) if parties_in(words, count)]
        row = self._last.get(column)
        second = not first and row is not None and row.piece is piece and not row.parties
        if not counts and not (second and not is_name(text)) and not headed:
            return False
        if self._party_first is None:
            self._party_first = row is None
        if self._party_first:
            self._party[column] = words
            self._headings += (words,) if headed or not counts else parties_in(words, counts[0]) or (words,)
        elif row is None:
            return False
        else:
            row.parties.append(words)
        return True

    def _named(self, text: str, piece: Piece, column: int) -> bool:
        if not any(names_in(text, count) for count in range(1, _MOST_IN_ROW + 1)) and not _only_names(text):
            return False
        if self._party_first is None:
            self._party_first = False
        row = _Row(text, piece)
        if self._party_first and column in self._party:
            row.parties.append(self._party[column])
        self._rows.append(row)
        self._last[column] = row
        return True

    def _finish(self, row: _Row) -> None:
        names, parties = _parted(row)
        if names is None:
            message = f"Det kan ikke ses, hvor det ene navn ender, og det næste begynder: »{row.names}«."
            self._open(row, message)
            return
        if parties is None and row.parties:
            message = f"Det kan ikke ses, hvem der har skrevet under for hvilket parti: »{row.names}«."
            self._open(row, message)
        made = [{key("name"): name} for name in names]
        for one, party in zip(made, parties or (), strict=False):
            one[key("party")] = party
        if row.offices:
            made[0][key("office")] = row.offices[0]
        if row.offices and len(made) > 1:
            message = f"»{row.offices[0]}« står under flere navne; hvervet er sat ved det første, {names[0]}."
            self._found("underskrift-udledt", row.piece.place, message, "Se efter, om det er rigtigt.")
        self._result.signatories += made

    def _open(self, row: _Row, message: str) -> None:
        self._ledger.report(row.piece, warning("underskrift-i-tvivl", row.piece.place, message, _HINT))

    def _found(self, code: str, place: Place, message: str, hint: str) -> None:
        self._result.findings.append(warning(code, place, message, hint))


def _as_written(line: str) -> str:
    """A party in capitals as it is written elsewhere; all other lines as they stand."""
    words = written_out(line)
    return words if is_party(words) else line


def _headed(cells: Sequence[Cell]) -> tuple[str, ...]:
    """What the columns of a heading row hold (`name`, `office`, `party`); none where it is no heading row."""
    found = [_LABELS.get(cell_text(cell).casefold()) for cell in cells]
    return tuple(one for one in found if one) if "name" in found and None not in found else ()


def _parted(row: _Row) -> tuple[tuple[str, ...] | None, tuple[str, ...] | None]:
    """The names of a row and their parties; `None` for what cannot be told."""
    if len(row.parties) > 1:
        names = names_in(row.names, len(row.parties))
        return names, tuple(row.parties) if len(set(row.parties)) == 1 else None
    if not row.parties:
        return names_in(row.names, 1), None
    ways = list(_ways(row))
    return ways[0] if len(ways) == 1 else (None, None)


def _ways(row: _Row) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    party = row.parties[0]
    for count in range(1, _MOST_IN_ROW + 1):
        names = names_in(row.names, count)
        parties = parties_in(party, count) or ((party,) if count == 1 and not _several(party) else None)
        if names and parties:
            yield names, parties


def _several(party: str) -> bool:
    return any(parties_in(party, count) for count in range(2, _MOST_IN_ROW + 1))


def _only_names(text: str) -> bool:
    """Whether a line holds nothing but words that names are made of, though not where each of them ends."""
    words = text.split()
    return len(words) > 1 and all(word[:1].isupper() for word in words) and not text.endswith((".", ":"))
