"""The front page of an agreement: its title, the parties, the letterhead.

Each of its lines is known by itself, and those of a paragraph may be several things. The parties may be named in one
sentence, stand in a list below words that announce them, or stand with the persons who agreed for them.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from renderer.findings import Finding
from renderer.readers.earlier.grammar.furniture import MUNICIPALITY
from renderer.readers.earlier.grammar.ledger import Ledger
from renderer.readers.earlier.grammar.letterhead import labelled_lines, read_case_id, read_date, without_page
from renderer.readers.earlier.grammar.shapes import PLACEHOLDER
from renderer.readers.earlier.signed.agreeing import Agreeing, announces, read_agreeing
from renderer.readers.earlier.signed.capitals import written_out
from renderer.readers.earlier.signed.closing import PLACE_AND_DATE
from renderer.readers.earlier.signed.doubts import placeholder
from renderer.readers.earlier.signed.members import begins_members, members_end, party_lines
from renderer.readers.earlier.signed.piece_lines import lines_of
from renderer.readers.earlier.signed.recognise import is_agreement_title, is_budget_title
from renderer.readers.earlier.signed.years import read_period
from renderer.readers.text.piece import Piece
from renderer.vocabulary import key

_FRAME_END = re.compile(
    r"[\s,:–-]*(?P<said>er\s+)?(?:indgået\s+)?(?:mellem|af)(?:\s+(?:følgende\s+)?parti?er(?:ne)?)?:?$", re.IGNORECASE
)
_REVISED = re.compile(r"(?:Senest\s+|Sidst\s+)?(?:revideret|rettet|opdateret|ændret)\b.*", re.IGNORECASE)
_PERIOD = re.compile(
    r"(?:Aftalen (?:gælder|dækker|omfatter) (?:for )?)?(?:for )?(?:budget)?(?:årene|året|perioden)?\s*"
    r"(?P<years>(?:19|20|21)\d\d(?:[\s,–—/()-]|og|samt|med|til|(?:budget)?overslags?(?:år\w*)?|\d\d)*)\.?",
    re.IGNORECASE,
)
_MUNICIPALITY = re.compile(MUNICIPALITY)
_PAGE = re.compile(r"Side\s+\d+(?:\s*(?:af|/)\s*\d+)?", re.IGNORECASE)
_CAPITALS = re.compile(r"[A-ZÆØÅ][A-ZÆØÅ &-]{3,}")
_SENDER = re.compile(r"Borgmesteren|Byrådet|Kommunalbestyrelsen|Borgmesterens kontor", re.IGNORECASE)
_COUNCIL = re.compile(r"([A-ZÆØÅ][\w-]+?)s? (?:Byråd|byråd|Kommunalbestyrelse|kommunalbestyrelse)")
_ESTIMATES = re.compile(r"(?:med |og )?(?:budget)?overslags?år\w*\W.*?(\d{2,4})\W*", re.IGNORECASE)
_AUTHORITY = re.compile(r"\s+(?:Kommune|Byråd|Kommunalbestyrelse)$", re.IGNORECASE)
_TITLE_GOES_ON = re.compile(r"(?:[a-zæøå0-9(–-]|Kommune\b).*")
_FOR_PLACE = re.compile(r"\b(?:for|i) ([A-ZÆØÅ][a-zæøå]+(?:-[A-ZÆØÅ][a-zæøå]+)*)(?=\s+(?:for\s+)?\d{4}|$)")
_LONGEST = 60
_MOST_UNKNOWN = 2
_CONTACT = {"phone": "phone", "email": "email", "contact": "name"}


@dataclass
class FrontPage:
    """What the front page says; a value is `None` where it says nothing.

    `members` are the pieces that name the parties together with persons.
    """

    title: str | None = None
    parties: list[str] = field(default_factory=list)
    members: list[Piece] = field(default_factory=list)
    contact: dict[str, str] = field(default_factory=dict)
    date: str | None = None
    revised: str | None = None
    case_id: str | None = None
    sender: str | None = None
    place: str | None = None
    period: str | None = None
    municipality: str | None = None
    named_place: str | None = None
    last_year: str | None = None


class FrontReader:
    """Takes the pieces of the front page, and the parties wherever the opening names them."""

    def __init__(self, ledger: Ledger) -> None:
        self.page = FrontPage()
        self.findings: list[Finding] = []
        self._ledger = ledger
        self._weak_title: str | None = None
        self._awaits_parties = False
        self._below = ""
        # What may be broken over several lines; the rest stands on one.
        self._broken: Sequence[Callable[[str], str | None]] = (self._agreeing, self._title, self._period)
        self._kinds = (self._municipality, *self._broken, self._dates, self._labels)

    def take_all(self, pieces: Sequence[Piece], opening: int) -> list[Piece]:
        """The pieces without those of the front page; the first `opening` ones stand before the first chapter."""
        left: list[Piece] = []
        unknown: list[Piece] = []
        position = 0
        while position < len(pieces):
            taken = self._take_at(pieces, position)
            if taken:
                # What stands between is text where it is a sentence, and otherwise left for the ledger to report.
                left += [piece for piece in unknown if piece.prose.plain.rstrip().endswith(".")]
                unknown = []
                position += taken
                continue
            piece = pieces[position]
            long = len(piece.prose.plain.split()) > _LONGEST
            if piece.level is not None or long or len(unknown) >= _MOST_UNKNOWN:
                break
            unknown.append(piece)
            position += 1
        self.page.title = self.page.title or self._weak_title
        rest = [*left, *unknown, *pieces[position:]]
        return self._without_parties(rest, opening - (len(pieces) - len(rest)))

    def _take_at(self, pieces: Sequence[Piece], position: int) -> int:
        """How many pieces from a position on are of the front page."""
        if taken := self._members_at(pieces, position):
            return taken
        piece = self._piece = pieces[position]
        lines = lines_of(piece)
        known = self._known(lines, pieces[position + 1 : position + 2], beside_labels=_beside_labels(pieces, position))
        if known is None:
            return 0
        self._ledger.place(piece, "; ".join(dict.fromkeys(known)))
        return 1

    def _known(self, lines: Sequence[str], below: Sequence[Piece], *, beside_labels: bool) -> list[str] | None:
        """What each line, or each run of lines, is, where a piece stands `below`; `None` where one is unknown."""
        found: list[str] = []
        start = 0
        while start < len(lines):
            for end in range(len(lines), start, -1):
                self._below = " ".join(lines[end:] or [line for piece in below for line in lines_of(piece)])
                if said := self._said(lines[start:end], beside_labels=beside_labels):
                    found.append(said)
                    start = end
                    break
            else:
                return None
        return found or None

    def _said(self, lines: Sequence[str], *, beside_labels: bool) -> str | None:
        words = " ".join(" ".join(lines).split())
        if len(lines) > 1 and is_agreement_title(words) and not all(map(_goes_on_with_title, lines[1:])):
            return None
        kinds = self._kinds if len(lines) == 1 else self._broken
        said = next((said for kind in kinds if (said := kind(words))), None)
        return said or (self._sender(words, beside_labels=beside_labels) if len(lines) == 1 else None)

    def _members_at(self, pieces: Sequence[Piece], position: int) -> int:
        """Take the parties that stand below each other from here on, with or without persons and announcing words."""
        if self.page.parties or self.page.members:
            return 0
        announced = announces(" ".join(lines_of(pieces[position])))
        start = position + announced
        end = members_end(pieces, start)
        if not begins_members(pieces[start:end], announced=announced or self._awaits_parties):
            return 0
        parties = party_lines(pieces[start:end])
        if parties is None:
            self.page.members += pieces[start:end]
        for piece in pieces[position : start if parties is None else end]:
            self._ledger.place(piece, key("parties"))
        self.page.parties += parties or []
        if announced:
            self._title(" ".join(lines_of(pieces[position])))
        return end - position

    def _title(self, words: str) -> str | None:
        """Take a title; the parties stand below one that ends in `mellem`."""
        title = written_out(words)
        end = _FRAME_END.search(title)
        if end:
            title = title[: end.start()]
        if read_agreeing(title):
            return None
        weak = is_budget_title(title) and not is_agreement_title(title)
        if not (weak or is_agreement_title(title)) or self.page.title not in {None, title}:
            return None
        self._awaits_parties = self._awaits_parties or end is not None
        if weak or (end and end["said"]):
            self._weak_title = self._weak_title or title
        else:
            self.page.title = title
        self.page.municipality = self.page.municipality or _municipality_in(title)
        return key("title")

    def _agreeing(self, words: str) -> str | None:
        found = read_agreeing(words, fewest=1 if self._awaits_parties else 2)
        if found is None and announces(words) and read_agreeing(self._below, fewest=1):
            self._awaits_parties = True
            self._title(words)
            return key("parties")
        if found is None or self.page.parties or not self._takes(found):
            return None
        self.page.parties += found.names
        self._awaits_parties = False
        self.page.municipality = self.page.municipality or _municipality_in(f"{found.before} {found.behind}")
        return key("parties")

    def _takes(self, found: Agreeing) -> bool:
        """Whether words are a series of parties and nothing else but the title."""
        if found.says_no_more:
            self._title(found.before)
            return bool(found.before or found.behind) or self._awaits_parties or len(found.names) > 1
        return not found.behind and bool(_FRAME_END.search(found.before)) and self._title(found.before) is not None

    def _municipality(self, words: str) -> str | None:
        words = written_out(words)
        if self.page.municipality in {None, words} and _MUNICIPALITY.fullmatch(words):
            self.page.municipality = words
            return key("municipality")
        if self.page.named_place is None and (found := _COUNCIL.fullmatch(words)):
            self.page.named_place = found[1]
            return key("municipality")
        return None

    def _period(self, words: str) -> str | None:
        found = _PERIOD.fullmatch(words)
        period = _period(found["years"]) if found else None
        self.page.period = self.page.period or period
        if not period and (estimates := _ESTIMATES.fullmatch(words)):
            self.page.last_year = estimates[1]
            return key("period")
        return key("period") if period else None

    def _dates(self, words: str) -> str | None:
        if _PAGE.fullmatch(words):
            return "sidetal"
        if _REVISED.fullmatch(words) and len(words.split()) <= 8 and (dated := read_date(words)):
            self.page.revised = dated[0]
            return key("revised")
        if (found := PLACE_AND_DATE.fullmatch(words)) and (dated := read_date(found["date"])):
            self.page.date = self.page.date or dated[0]
            if found["place"]:
                self.page.municipality = self.page.municipality or _municipality_in(found["place"])
                self.page.place = self.page.place or _AUTHORITY.sub("", found["place"])
            return key("place")
        return None

    def _labels(self, text: str) -> str | None:
        labels = labelled_lines(text)
        if not labels:
            return None
        for one in labels:
            value = without_page(one.value)
            if one.field == "date" and (dated := read_date(value)):
                self.page.date = self.page.date or dated[0]
            elif one.field == "case_id" and (read := read_case_id(value)):
                self.page.case_id = self.page.case_id or read[0]
            elif one.field == "email" and PLACEHOLDER.search(value):
                self.findings.append(placeholder(value, self._piece))
            elif one.field in _CONTACT and value:
                self.page.contact.setdefault(key(_CONTACT[one.field]), value)
        return "brevhoved"

    def _sender(self, words: str, *, beside_labels: bool) -> str | None:
        known = bool(_SENDER.fullmatch(words)) or (beside_labels and bool(_CAPITALS.fullmatch(words)))
        if self.page.sender is None and known:
            self.page.sender = words.capitalize() if words.isupper() else words
            return key("sender")
        return None

    def _without_parties(self, pieces: list[Piece], opening: int) -> list[Piece]:
        """The text without the parties that stand below each other in it; a sentence that says more stays."""
        for position in range(max(opening, 0)):
            if self.page.parties or self.page.members:
                return pieces
            if taken := self._members_at(pieces, position):
                return [*pieces[:position], *pieces[position + taken :]]
            found = next(filter(None, map(read_agreeing, _sentences(pieces[position]))), None)
            if found and found.says_so:
                self.page.parties += found.names
        return pieces


def _goes_on_with_title(line: str) -> bool:
    return bool(_TITLE_GOES_ON.fullmatch(line)) and not announces(line)


def _sentences(piece: Piece) -> Iterator[str]:
    yield from re.split(r"(?<=[.!?])\s+(?=[A-ZÆØÅ])", " ".join(lines_of(piece)))


def _period(text: str) -> str | None:
    return text if re.fullmatch(r"\d{4}", text) else read_period(text)


def _municipality_in(title: str) -> str | None:
    found = re.search(rf"\b({MUNICIPALITY})s?\b", title)
    return found[1] if found else None


def place_in(title: str) -> str | None:
    """The place that a title says its budget is for: `Budgetaftale for Lillehavn 2024`."""
    found = _FOR_PLACE.search(title)
    return found[1] if found else None


def _beside_labels(pieces: Sequence[Piece], position: int) -> bool:
    """Whether labelled lines of a letterhead stand in a piece or beside it."""
    near = pieces[max(position - 1, 0) : position + 2]
    return any(labelled_lines(line) for piece in near for line in lines_of(piece))
