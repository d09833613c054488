"""The first page, a letter: letterhead, title, reading guide.

Its parts may stand in any order (a text layer often has the letterhead behind the reading guide), in paragraphs or
in the cells of a layout table.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from renderer.findings import warning
from renderer.readers.earlier.grammar import furniture, labels
from renderer.readers.earlier.grammar.guide import Guide, GuideReader, is_guide_heading
from renderer.readers.earlier.grammar.ledger import Ledger
from renderer.readers.earlier.grammar.letterhead import (
    Labelled,
    labelled_lines,
    read_case_id,
    read_date,
    without_page,
)
from renderer.readers.earlier.grammar.titles import AGREEMENT, BUDGET_FOLLOWUP, Title, read_title, with_subtitle
from renderer.readers.text.piece import Piece

_CAPITALS = re.compile(r"[A-ZÆØÅ][A-ZÆØÅ &,.-]+[A-ZÆØÅ.]")
_MUNICIPALITY = re.compile(furniture.MUNICIPALITY)
_LONGEST_DEPARTMENT = 8
_MOST_BREAKS = 3
_UNFINISHED = re.compile(r"(?:\b(?:for|på|af|om|og|status)|[-,])$")


@dataclass
class Letter:
    """What the first page says; a value is `None` where it says nothing."""

    title: Title | None = None
    title_piece: Piece | None = None
    printed_title: str = ""
    plan_inferred: bool = False
    agreement_title: str | None = None
    contact: dict[str, str] = field(default_factory=dict)
    date: str | None = None
    case_id: str | None = None
    department: str | None = None
    municipality: str | None = None
    guide: Guide = field(default_factory=Guide)


class LetterReader:
    """Takes the pieces of the first page in order."""

    def __init__(self, ledger: Ledger, committees: Collection[str], municipality: str | None) -> None:
        self.letter = Letter()
        self._ledger = ledger
        self._committees = committees
        self._municipality = municipality
        self._guide = GuideReader(ledger)

    def read(self, pieces: Sequence[Piece]) -> Letter:
        """Take all pieces; those that no rule knows stay unsettled in the ledger."""
        self._guide = GuideReader(self._ledger, pieces)
        self.letter.guide = self._guide.guide
        position = 0
        while position < len(pieces):
            position += self._take(pieces[position], pieces[position + 1 :])
        return self.letter

    def _take(self, piece: Piece, after: Sequence[Piece]) -> int:
        """Take one piece, or more where a title is broken; how many were taken."""
        following = after[0] if after else None
        text = piece.prose.plain.strip()
        if self.letter.title is None or self.letter.title.followup is None:
            taken = self._title(piece, text, after)
            if taken:
                return taken
        known = (
            self._repeated_title(piece, text)
            or self._page(piece, text)
            or self._labelled(piece, text)
            or self._sender(piece, text, following)
        )
        if not known and (self.letter.title is not None or is_guide_heading(text)):
            self._guide.take(piece)
        return 1

    def _title(self, piece: Piece, text: str, after: Sequence[Piece]) -> int:
        if self.letter.title is not None:
            completed = with_subtitle(self.letter.title, text, self._committees, self._municipality)
            return self._keep_title(completed, piece, f"{self.letter.printed_title} – {text}")
        whole, rest = _whole_title(text, after)
        if rest and (title := read_title(whole, self._committees, self._municipality)):
            for more in rest:
                self._ledger.place(more, "titel")
            return self._keep_title(title, piece, whole) + len(rest)
        title = read_title(text, self._committees, self._municipality)
        if title is None and self.letter.agreement_title is None and AGREEMENT.fullmatch(text):
            self.letter.agreement_title = " ".join(text.split())
        return self._keep_title(title, piece, text)

    def _keep_title(self, title: Title | None, piece: Piece, printed: str) -> int:
        if title is None:
            return 0
        self.letter.title = title
        self.letter.title_piece = self.letter.title_piece or piece
        self.letter.printed_title = " ".join(printed.split())
        self._ledger.place(piece, "titel")
        return 1

    def _repeated_title(self, piece: Piece, text: str) -> bool:
        title = self.letter.printed_title
        if not title or not furniture.is_running_head(text, frozenset({title})):
            return False
        self._ledger.furniture(piece, "sidehoved")
        return True

    def _page(self, piece: Piece, text: str) -> bool:
        if not (furniture.is_page_number(text) or furniture.is_draft_mark(text) or furniture.is_certain_foot(text)):
            return False
        self._ledger.furniture(piece, "sidetal, sidefod eller udkastmærke")
        return True

    def _labelled(self, piece: Piece, text: str) -> bool:
        found = labelled_lines(text.replace("\n", " "))
        for labelled in found:
            left_over = self._value(labelled)
            if _MUNICIPALITY.fullmatch(left_over):
                self.letter.municipality = self.letter.municipality or left_over
            elif left_over:
                self._ledger.report(
                    piece,
                    warning(
                        "brevhoved-ikke-forstået",
                        piece.place,
                        f"I brevhovedet er »{left_over}« ikke forstået.",
                        "Se efter i dokumentet, og ret oplysningen i sagsmappen.",
                    ),
                )
        if found and not self._ledger.is_settled(piece):
            self._ledger.place(piece, "brevhoved")
        return bool(found)

    def _value(self, labelled: Labelled) -> str:
        """Keep a labelled value; the words of it that could not be kept."""
        value = without_page(labelled.value)
        if labelled.field == "date":
            dated = read_date(value)
            self.letter.date = self.letter.date or (dated[0] if dated else None)
            return dated[1] if dated else value
        if labelled.field == "case_id":
            read = read_case_id(value)
            self.letter.case_id = self.letter.case_id or (read[0] if read else None)
            return read[1] if read else value
        if value:
            kept = self.letter.contact.setdefault(labelled.field, value)
            return "" if kept == value else value
        return ""

    def _sender(self, piece: Piece, text: str, following: Piece | None) -> bool:
        """The department in capitals, or whatever short line stands right above the letterhead."""
        if _MUNICIPALITY.fullmatch(text):
            self.letter.municipality = self.letter.municipality or text
            self._ledger.place(piece, "organisation › kommune")
            return True
        above = following is not None and bool(labelled_lines(following.prose.plain)) and not is_guide_heading(text)
        short = len(text.split()) <= _LONGEST_DEPARTMENT and not text.endswith((".", ":"))
        if self.letter.department is None and short and (_CAPITALS.fullmatch(text) or (above and text[0].isupper())):
            self.letter.department = text
            self._ledger.place(piece, "organisation › afdeling")
            return True
        return False


def _whole_title(text: str, after: Sequence[Piece]) -> tuple[str, Sequence[Piece]]:
    """The words of a title that was broken into pieces, and the pieces behind the first that hold them."""
    taken = 0
    while taken < min(len(after), _MOST_BREAKS) and (_UNFINISHED.search(text) or BUDGET_FOLLOWUP.fullmatch(text)):
        text = f"{text.removesuffix('-')}{'' if text.endswith('-') else ' '}{after[taken].prose.plain.strip()}"
        taken += 1
    return text, after[:taken]


def begins_letter_part(piece: Piece) -> bool:
    """Whether a piece can only belong to the first page: title, letterhead, heading or definition of the guide."""
    text = piece.prose.plain.strip()
    return bool(
        read_title(text)
        or labelled_lines(text.replace("\n", " "))
        or is_guide_heading(text)
        or labels.DRAFT.fullmatch(text)
    )
