"""The front page of an agreement: its title, the parties in one sentence, and the letterhead."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from renderer.readers.earlier.grammar.furniture import MUNICIPALITY
from renderer.readers.earlier.grammar.ledger import Ledger
from renderer.readers.earlier.grammar.letterhead import labelled_lines, read_case_id, read_date, without_page
from renderer.readers.earlier.signed.closing import PLACE_AND_DATE
from renderer.readers.earlier.signed.parties import is_party
from renderer.readers.earlier.signed.recognise import is_agreement_title
from renderer.readers.text.piece import Piece
from renderer.vocabulary import key

_BETWEEN = re.compile(r"(?:indgået\s+)?mellem(?:\s+partierne)?:?", re.IGNORECASE)
_TITLE_AND_BETWEEN = re.compile(rf"(?P<title>.+?)\s+(?P<between>{_BETWEEN.pattern})", re.IGNORECASE)
_TITLE_AND_PARTIES = re.compile(r"(?P<title>.+?)\s+(?P<parties>(?:indgået\s+)?mellem\s+\S.+)", re.IGNORECASE)
_PARTIES = re.compile(
    r"(?:(?:Aftalen er )?indgået\s+)?(?:mellem\s+)?(?:partierne\s+)?(?P<names>.+?)\.?", re.IGNORECASE | re.DOTALL
)
_REVISED = re.compile(r"(?:Senest\s+|Sidst\s+)?(?:revideret|rettet|opdateret|ændret)\b.*", re.IGNORECASE)
_PERIOD = re.compile(
    r"Aftalen (?:gælder|dækker|omfatter) (?:for )?(?:budget)?(?:årene|året|perioden)\s+(?P<years>(?:19|20|21)\d\d"
    r"(?:\s*[-–]\s*(?:19|20|21)\d\d)?)\.?",
    re.IGNORECASE,
)
_MUNICIPALITY = re.compile(MUNICIPALITY)
_PAGE = re.compile(r"Side\s+\d+(?:\s*(?:af|/)\s*\d+)?", re.IGNORECASE)
_SENDER = re.compile(r"(?:[A-ZÆØÅ][A-ZÆØÅ &-]{3,}|Borgmesteren|Byrådet|Kommunalbestyrelsen|Borgmesterens kontor)")
_SPLIT = re.compile(r"\s*(?:,\s*(?:og|samt)\s+|,|;|\n|\s+og\s+|\s+samt\s+)\s*")
_LONGEST = 60
_CONTACT = {"phone": "phone", "email": "email", "contact": "name"}


@dataclass
class FrontPage:
    """What the front page says; a value is `None` where it says nothing."""

    title: str | None = None
    parties: list[str] = field(default_factory=list)
    contact: dict[str, str] = field(default_factory=dict)
    date: str | None = None
    revised: str | None = None
    case_id: str | None = None
    sender: str | None = None
    place: str | None = None
    period: str | None = None
    municipality: str | None = None


class FrontReader:
    """Takes the pieces of the front page one after another."""

    def __init__(self, ledger: Ledger) -> None:
        self.page = FrontPage()
        self._ledger = ledger
        self._awaits_parties = False

    def take_all(self, pieces: Sequence[Piece]) -> int:
        """Take pieces as long as they are of a front page; how many of them."""
        taken = 0
        for number, piece in enumerate(pieces):
            if self.take(piece):
                taken = number + 1
            elif piece.level is not None or len(piece.prose.plain.split()) > _LONGEST or number - taken > 1:
                break
        return taken

    def take(self, piece: Piece) -> bool:
        """Take one piece; `False` where it is none of the front page's."""
        text = piece.prose.plain.strip()
        lines = [line.strip() for line in text.split("\n") if line.strip()]
        where = [self._said(text)]
        if where == [None] and len(lines) > 1:
            where = [self._said(line) for line in lines]
        known = [one for one in where if one]
        if known and len(known) == len(where):
            self._ledger.place(piece, "; ".join(dict.fromkeys(known)))
            return True
        return False

    def _said(self, text: str) -> str | None:
        """What words of the front page are, or `None`."""
        words = " ".join(text.split())
        return (
            self._title(text, words)
            or self._municipality(words)
            or self._between(words)
            or self._dates(words)
            or self._labels(text)
            or self._sender(words)
        )

    def _title(self, text: str, words: str) -> str | None:
        lines = [line.strip() for line in text.split("\n") if line.strip()]
        if (whole := _TITLE_AND_BETWEEN.fullmatch(words)) and is_agreement_title(whole["title"]):
            lines, words = [whole["title"], whole["between"]], whole["title"]
        if is_agreement_title(words) and (self.page.title is None or self.page.title == words):
            cut = next((n for n, line in enumerate(lines) if _BETWEEN.fullmatch(line)), None)
            if cut:
                self.page.title = " ".join(lines[:cut])
                self._awaits_parties = True
                return key("title") if cut + 1 == len(lines) or self._between(" ".join(lines[cut + 1 :])) else None
            if self._title_and_parties(words):
                return key("title")
            self.page.title = words
            return key("title")
        return None

    def _title_and_parties(self, words: str) -> bool:
        """Take a title that the parties stand right behind, where they are known for parties."""
        found = _TITLE_AND_PARTIES.fullmatch(words)
        if not found or not is_agreement_title(found["title"]) or not self._between(found["parties"]):
            return False
        self.page.title = found["title"]
        return True

    def _between(self, words: str) -> str | None:
        if _BETWEEN.fullmatch(words):
            self._awaits_parties = True
            return key("parties")
        found = _PARTIES.fullmatch(words)
        begins = words.lower().startswith(("mellem ", "indgået mellem ", "aftalen er indgået mellem "))
        if found and (self._awaits_parties or begins):
            names = _names(found["names"])
            known = sum(map(is_party, names))
            if names and (known * 2 > len(names)):
                self.page.parties += names
                self._awaits_parties = False
                return key("parties")
        return None

    def _municipality(self, words: str) -> str | None:
        if self.page.municipality is None and _MUNICIPALITY.fullmatch(words):
            self.page.municipality = words
            return key("municipality")
        return None

    def _dates(self, words: str) -> str | None:
        if _PAGE.fullmatch(words):
            return "sidetal"
        if found := _PERIOD.fullmatch(words):
            self.page.period = "-".join(re.split(r"\s*[-–]\s*", found["years"]))
            return key("period")
        if _REVISED.fullmatch(words) and len(words.split()) <= 8 and (dated := read_date(words)):
            self.page.revised = dated[0]
            return key("revised")
        if (found := PLACE_AND_DATE.fullmatch(words)) and (dated := read_date(found["date"])):
            self.page.place, self.page.date = found["place"], self.page.date or dated[0]
            return key("place")
        return None

    def _labels(self, text: str) -> str | None:
        labels = labelled_lines(text.replace("\n", " "))
        if not labels:
            return None
        for one in labels:
            value = without_page(one.value)
            if one.field == "date" and (dated := read_date(value)):
                self.page.date = self.page.date or dated[0]
            elif one.field == "case_id" and (read := read_case_id(value)):
                self.page.case_id = self.page.case_id or read[0]
            elif one.field in _CONTACT and value:
                self.page.contact.setdefault(key(_CONTACT[one.field]), value)
        return "brevhoved"

    def _sender(self, words: str) -> str | None:
        if self.page.sender is None and _SENDER.fullmatch(words):
            self.page.sender = words.capitalize() if words.isupper() else words
            return key("sender")
        return None


def _names(text: str) -> list[str]:
    """The names of a series; a name's own `og` is kept where both halves alone are no parties."""
    return [name for name in (one.strip(" .:") for one in _SPLIT.split(text)) if name]
