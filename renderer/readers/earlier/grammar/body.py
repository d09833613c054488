"""The pages after the letter: chapters, and the rows of their items."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field

from renderer.findings import warning
from renderer.model.agreement import TypeLabel
from renderer.model.item import part_ref, title_ref
from renderer.readers.earlier.grammar import furniture, labels
from renderer.readers.earlier.grammar.continuing import extended
from renderer.readers.earlier.grammar.drafts import ChapterDraft, ItemDraft, RowDraft
from renderer.readers.earlier.grammar.labels import read_time
from renderer.readers.earlier.grammar.ledger import Ledger, item_place
from renderer.readers.earlier.grammar.responsibility import holds_labels
from renderer.readers.earlier.grammar.table_rows import RowKind, cell_text, columns, row_kind
from renderer.readers.earlier.source import Cell, Part, TableRow
from renderer.readers.text.piece import Piece

_HEADING_CELLS = 2
_LONGEST_HEADING = 25
_NO_TITLE = "Uden titel"


@dataclass
class BodyReader:
    """Takes the parts after the letter one by one; `titles` are the document's titles, which pages repeat."""

    ledger: Ledger
    titles: frozenset[str] = frozenset()
    chapters: list[ChapterDraft] = field(default_factory=list)
    _item: ItemDraft | None = None
    _row: RowDraft | None = None
    _level: int | None = None
    _heading: Piece | None = None
    _refs: set[str] = field(default_factory=set)

    def read(self, parts: Sequence[Part]) -> list[ChapterDraft]:
        """The chapters in printed order; parts that no rule knows stay unsettled in the ledger."""
        known = [part for part in parts if isinstance(part, TableRow) or self._is_text(part)]
        for position, part in enumerate(known):
            following = known[position + 1] if position + 1 < len(known) else None
            if isinstance(part, TableRow):
                self._take_row(part, following)
            elif isinstance(part, Piece):
                row = next((other for other in known[position + 1 :] if isinstance(other, TableRow)), None)
                self._take_piece(part, following, row)
        return self.chapters

    def _is_text(self, part: Part) -> bool:
        """Whether a part is text; running heads and feet between the rows are settled here."""
        if not isinstance(part, Piece):
            return False
        text = " ".join(part.prose.plain.split())
        if furniture.is_draft_mark(text) or labels.NO_ITEMS.fullmatch(text) or furniture.is_page_number(text):
            self.ledger.furniture(part, "sidetal, udkastmærke eller tom udgave")
        elif part.level is None and (furniture.is_running_head(text, self.titles) or furniture.is_running_foot(text)):
            self.ledger.furniture(part, "sidehoved eller sidefod")
        else:
            return True
        return False

    def _take_piece(self, piece: Piece, following: Part | None, row: TableRow | None) -> None:
        if self._is_item_heading(piece, following):
            self._heading = piece
        elif self._is_chapter(piece, following is row, row):
            self._begin_chapter(piece)
        elif self.chapters and not self.chapters[-1].items:
            chapter = self.chapters[-1]
            chapter.introduction.append(piece)
            self.ledger.place(piece, f"{chapter.title}, indledning")

    def _is_item_heading(self, piece: Piece, following: Part | None) -> bool:
        """A line outside the table that says the same as the heading row below it, or a heading that row lacks."""
        if not isinstance(following, TableRow) or row_kind(following) is not RowKind.HEADING:
            return False
        first = cell_text(following.cells[0])
        if not first:
            return piece.level is not None
        return bool(piece.level or self.chapters) and furniture.squeezed(first) == furniture.squeezed(piece.prose.plain)

    def _is_chapter(self, piece: Piece, right_above: bool, row: TableRow | None) -> bool:
        """Rules: a heading of the chapters' level; a bold line with a number, or above a new table; a number above one.

        `row` is the next row of a table; `right_above` says that nothing stands between.
        """
        above_table = row is not None and row_kind(row) is RowKind.HEADING
        text = piece.prose.plain
        numbered = bool(labels.CHAPTER_NUMBER.match(text)) and len(text.split()) <= _LONGEST_HEADING
        if piece.level is not None:
            return self._level is None or piece.level <= self._level
        begun = bool(self.chapters) and not self.chapters[-1].items
        if piece.bold:
            return numbered or (above_table and (right_above or not begun)) or not self.chapters
        return numbered and above_table and right_above and not begun and "\n" not in text

    def _begin_chapter(self, piece: Piece) -> None:
        text = " ".join(piece.prose.plain.split())
        found = labels.CHAPTER_NUMBER.match(text)
        self._level = self._level or piece.level
        title = text[found.end() :] if found else text
        self.chapters.append(ChapterDraft(title, found["number"] if found else None, piece.place))
        self._item = self._row = None
        self.ledger.place(piece, f"kapitel {text}")

    def _take_row(self, row: TableRow, following: Part | None) -> None:
        match row_kind(row):
            case RowKind.HEADING:
                self._take_heading(row)
            case RowKind.MILESTONE:
                self._take_milestone(row)
            case RowKind.FINANCES:
                self._take_finances(row)
            case RowKind.MORE:
                self._take_more(row, following)

    def _take_heading(self, row: TableRow) -> None:
        heading = cell_text(row.cells[0]) or (self._heading.prose.plain if self._heading else "")
        if self._heading is not None:
            self.ledger.place(self._heading, f"{heading}, titel")
            self._heading = None
        continued = bool(labels.CONTINUED.search(heading))
        if self._item is not None and (row.repeated or continued or self._is_repeated(heading)):
            for piece in _pieces(row.cells):
                self.ledger.furniture(piece, "gentaget overskriftsrække")
            return
        self._begin_item(labels.CONTINUED.sub("", heading), row)

    def _is_repeated(self, heading: str) -> bool:
        """A heading row seen again before the item has had its finances row only repeats after a page break."""
        assert self._item is not None
        return self._item.finances is None and furniture.squeezed(heading) == furniture.squeezed(self._item.heading)

    def _begin_item(self, heading: str, row: TableRow) -> None:
        found = labels.ITEM_NUMBER.match(heading)
        if found and not found["stop"] and not _is_certain_number(found["number"]):
            found = None
        title = heading[found.end() :] if found else heading
        item = ItemDraft(title or _NO_TITLE, row.place, heading, found["number"] if found else None)
        self._identify(item)
        self._item, self._row = item, None
        if not self.chapters:
            self.chapters.append(ChapterDraft(""))
        self.chapters[-1].items.append(item)
        for piece in _pieces(row.cells):
            self.ledger.place(piece, f"{item.ref}, overskriftsrække")
        if found and not found["stop"]:
            self._warn_of_number(item)
        self._take_type(item, row)

    def _identify(self, item: ItemDraft) -> None:
        """Give an item its ref; one that is taken gets a counting ending, and a finding says so."""
        ref = part_ref(item.number, item.title) if item.number else title_ref(item.title) or "delelement"
        others = (f"{ref}-{count}" for count in itertools.count(2))
        item.ref = next(one for one in (ref, *itertools.islice(others, len(self._refs) + 1)) if one not in self._refs)
        self._refs.add(item.ref)
        if item.ref != ref:
            message = f"Delelementet »{item.heading}« står to gange; dette er læst med ref {item.ref}."
            hint = "Slet det ene, eller giv det et andet nummer, i aftale.yaml."
            self.ledger.findings.append(warning("delelement-to-gange", item_place(item.place, item.ref), message, hint))

    def _warn_of_number(self, item: ItemDraft) -> None:
        self.ledger.findings.append(
            warning(
                "nummer-uden-punktum",
                item_place(item.place, item.ref, "nummer"),
                f"Nummeret »{item.number}« står uden afsluttende punktum.",
                "Nummeret er læst; det trykkes med punktum i nye dokumenter.",
            )
        )

    def _take_type(self, item: ItemDraft, row: TableRow) -> None:
        cell = row.cells[1] if len(row.cells) > 1 else Cell()
        text = cell_text(cell)
        long = labels.LONG_TYPE.fullmatch(text)
        words = (long["types"] or "") if long else text
        item.types = labels.read_types(words) if words.strip() else None
        if item.types:
            item.type_label = TypeLabel.LONG if long else TypeLabel.SHORT
        if (words.strip() and not item.types) or not text:
            said = f"»{text}« er ikke en kendt type" if text else "Typen mangler"
            finding = warning(
                "ukendt-type",
                item_place(item.place, item.ref, "type"),
                f"{said}, så delelementet er læst uden type.",
                "Skriv drift, anlæg eller øvrig finansiering, eller to af dem med »og« imellem.",
            )
            if cell.pieces:
                self.ledger.report(cell.pieces[0], finding)
            else:
                self.ledger.findings.append(finding)

    def _take_milestone(self, row: TableRow) -> None:
        if self._item is not None:
            self._row = RowDraft(row.place)
            self._item.milestones.append(self._row)
            self._fill(row, f"{self._item.ref}, milepæl {len(self._item.milestones)}")

    def _take_finances(self, row: TableRow) -> None:
        if self._item is not None and self._item.finances is None:
            self._row = self._item.finances = RowDraft(row.place)
            self._fill(row, f"{self._item.ref}, økonomi")

    def _fill(self, row: TableRow, where: str, *, labelled: bool = True) -> None:
        assert self._row is not None
        found = columns(row)
        self._row.text = extended(self._row.text, found.text)
        self._row.time += found.time
        self._row.smiley += found.smiley
        placed = (
            (*found.label, *found.text, *found.time, *found.smiley)
            if labelled
            else (*found.text, *found.time, *found.smiley)
        )
        for piece in placed:
            self.ledger.place(piece, where)

    def _take_more(self, row: TableRow, following: Part | None) -> None:
        filled = [cell for cell in row.cells if cell.pieces]
        if self._is_chapter_row(filled, following):
            self._begin_chapter(filled[0].pieces[0])
        elif self._item is None:
            return
        elif self._row is None:
            self._take_text(self._item, row)
        elif not row.cells[0].pieces:
            if self._has_own_time(row):
                self._take_milestone(row)
            else:
                self._fill(row, f"{self._item.ref}, fortsat række")

    def _has_own_time(self, row: TableRow) -> bool:
        """A row below a milestone with a time of its own is the next one: their labels were joined into one cell."""
        assert self._item is not None
        assert self._row is not None
        below_milestone = self._row is not self._item.finances and bool(self._row.time)
        return below_milestone and read_time(cell_text(Cell(columns(row).time))) is not None

    def _is_chapter_row(self, filled: list[Cell], following: Part | None) -> bool:
        """A row that holds nothing but a numbered line, right above a heading row."""
        done = self._item is None or self._item.finances is not None
        if not done or len(filled) != 1 or len(filled[0].pieces) != 1:
            return False
        numbered = labels.CHAPTER_NUMBER.match(filled[0].pieces[0].prose.plain)
        return bool(numbered) and isinstance(following, TableRow) and row_kind(following) is RowKind.HEADING

    def _take_text(self, item: ItemDraft, row: TableRow) -> None:
        """The row with the agreement's text and the description, or more of it."""
        cells = list(row.cells)
        described = [number for number, cell in enumerate(cells) if any(holds_labels(piece) for piece in cell.pieces)]
        split = described[0] if described else min(1, len(cells))
        for number, cell in enumerate(cells[: max(_HEADING_CELLS, split + 1)]):
            target, where = (item.agreement, "aftaletekst") if number < split else (item.responsibility, "beskrivelse")
            target[:] = extended(target, cell.pieces)
            for piece in cell.pieces:
                self.ledger.place(piece, f"{item.ref}, {where}")


def _is_certain_number(number: str) -> bool:
    """`4.8.7 Fastholde` is a number without its full stop; `16 nye pladser` is a title."""
    return "." in number or "-" in number


def _pieces(cells: Sequence[Cell]) -> list[Piece]:
    return [piece for cell in cells for piece in cell.pieces]
