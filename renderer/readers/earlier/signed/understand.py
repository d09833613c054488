"""A signed agreement, understood: from its parts to the data of a case, and every line accounted for."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from renderer.findings import Place, error, warning
from renderer.readers.earlier.grammar.characters import cleaned
from renderer.readers.earlier.grammar.furniture import MUNICIPALITY, page_facts
from renderer.readers.earlier.grammar.ledger import Ledger, pieces_of
from renderer.readers.earlier.grammar.letterhead import read_case_id
from renderer.readers.earlier.grammar.order import in_order
from renderer.readers.earlier.grammar.sender import municipality_of
from renderer.readers.earlier.grammar.titles import budget_year
from renderer.readers.earlier.listed_headings import lost_headings, without_heading
from renderer.readers.earlier.reading import EarlierReading
from renderer.readers.earlier.signed.agreement_data import DataMaker
from renderer.readers.earlier.signed.doubts import doubts
from renderer.readers.earlier.signed.figures import FigureReader, Figures
from renderer.readers.earlier.signed.front_page import FrontPage, FrontReader, place_in
from renderer.readers.earlier.signed.headed import headings
from renderer.readers.earlier.signed.layout import Layout, lay_out
from renderer.readers.earlier.signed.outline import gaps, outline, without_numbers
from renderer.readers.earlier.signed.signatures import Signatures, read_signatures
from renderer.readers.earlier.signed.years import read_period
from renderer.readers.earlier.source import FurnitureLine, SourceDocument
from renderer.readers.text.piece import Piece
from renderer.vocabulary import CALCULATED_NOTICE, key

_FOR_MUNICIPALITY = re.compile(rf"(?P<title>.*\d{{2}})\s+for\s+(?P<municipality>{MUNICIPALITY})")
_BUDGET = re.compile(r"\bbudget(?:tet|aftalen|årene)?\s+(?:for\s+)?((?:20|21)\d\d)\b", re.IGNORECASE)


def understand_signed(document: SourceDocument) -> EarlierReading:
    """Read the agreement's data; what no rule understands is reported, and nothing is lost."""
    return _Understanding(document).reading()


class _Understanding:
    def __init__(self, document: SourceDocument) -> None:
        self._document, self._findings = cleaned(document)
        self._ledger = Ledger(self._document)
        self._layout = lay_out(self._document)
        self._place = Place(file=document.name)
        self._inferred: set[str] = set()

    def reading(self) -> EarlierReading:
        """Everything read, with every line's fate."""
        layout = self._layout
        for piece in layout.contents:
            self._ledger.furniture(piece, "gentagelse: indholdsfortegnelse eller overskrift")
        for piece in layout.contents_without_heading:
            self._ledger.report(piece, without_heading(piece.prose.plain, piece.place))
        for stray in lost_headings(self._document):
            self._ledger.report_lines(stray.lines, stray.finding)
            self._findings.append(stray.finding)
        front = FrontReader(self._ledger)
        text = front.take_all(layout.text, _opening(layout.text))
        found = outline(text)
        self._findings += [*front.findings, *gaps(found.chapters), *without_numbers(found.chapters)]
        signed: dict[str, Any] = DataMaker(self._ledger).data(found)
        numbers = {n: one.numbered.number for n, one in headings(text).items() if one.numbered}
        for piece, finding in doubts([piece for n, piece in enumerate(text) if n not in numbers], numbers.values()):
            self._ledger.report(piece, finding)
        signatures = read_signatures(layout.signatures, self._ledger)
        signatures.add(read_signatures(front.page.members, self._ledger))
        figures = self._figures(layout, DataMaker(self._ledger))
        agreement = self._agreement(front.page, figures, signatures)
        signed = self._head(front.page, figures, signatures, agreement) | signed | _annexes(figures)
        self._ledger.report_the_rest()
        said = [*self._document.notes, *self._findings, *self._ledger.findings, *figures.findings, *signatures.findings]
        return EarlierReading(
            name=self._document.name,
            agreement=agreement,
            followup={},
            findings=in_order(said),
            accounting=self._ledger.accounting(),
            signed=_in_key_order(signed),
            inferred=frozenset(self._inferred),
        )

    def _figures(self, layout: Layout, maker: DataMaker) -> Figures:
        reader = FigureReader(self._ledger, own_layout=self._document.own_layout)
        for table in layout.tables:
            before = len(reader.figures.annexes)
            known = reader.read(table)
            notes = [[piece] for other, piece in layout.notes if other is table and not self._is_of_the_layout(piece)]
            target = reader.figures.annexes[-1] if len(reader.figures.annexes) > before else reader.figures.savings
            if known and notes and target is not None:
                target[key("notes")] = [maker.text(note, key("notes")) for note in notes]
        return reader.figures

    def _is_of_the_layout(self, piece: Piece) -> bool:
        """Whether a note says what the marks of the layout mean, and nothing of the agreement."""
        if " ".join(piece.prose.plain.split()) != CALCULATED_NOTICE:
            return False
        self._ledger.furniture(piece, "forklaring af mærker")
        return True

    def _agreement(self, page: FrontPage, figures: Figures, signatures: Signatures) -> dict[str, Any]:
        """The fields of aftale.yaml."""
        year = self._year(page, figures, signatures)
        made: dict[str, Any] = {}
        named, municipality = _parted_title(page.title)
        title = named or (f"Aftale om budget {year}" if year else None)
        if title:
            made[key("title")] = title
        if title and named is None:
            self._conclude("titel-udledt", "title", f"Dokumentet har ingen titel; den er sat til »{title}«.")
        if year:
            made[key("budget_year")] = year
        case_id = page.case_id or self._case_id_of_pages()
        if case_id:
            made[key("case_id")] = case_id
        else:
            self._missing("sagsid-mangler", "case_id", "Dokumentets sagsid er ikke fundet.", "--case-id og sagens id")
        municipality = municipality or page.municipality or self._municipality_of_pages()
        if municipality is None and (municipality := municipality_of(self._document)):
            said = f"Kommunen er sat til {municipality}, fordi teksten nævner den oftest."
            self._conclude("kommune-udledt", "municipality", said)
        if municipality is None and (named_place := place_in(page.title or "") or page.named_place):
            municipality = f"{named_place} Kommune"
            said = f"Kommunen er sat til {municipality}, fordi forsiden nævner {named_place}."
            self._conclude("kommune-udledt", "municipality", said)
        if municipality:
            made[key("organisation")] = {key("municipality"): municipality}
        else:
            message = "Dokumentet siger ikke, hvilken kommune det er fra."
            place = page.place or signatures.place
            example = f', fx --municipality "{place} Kommune"' if place else ""
            self._missing("kommune-mangler", "municipality", message, f"--municipality og kommunens navn{example}")
        return made

    def _year(self, page: FrontPage, figures: Figures, signatures: Signatures) -> str | None:
        stated = budget_year(page.title) if page.title else None
        if stated:
            return stated
        year = str(figures.years[0]) if figures.years else self._most_named_year(signatures)
        why = "bilagenes første år" if figures.years else "det budget, som teksten oftest nævner"
        if year is None:
            message = "Dokumentet siger ikke, hvilket budgetår aftalen gælder."
            hint = "Skriv aftalens titel med budgetåret øverst i dokumentet, og læs det ind igen."
            self._findings.append(error("budgetår-mangler", self._at("budget_year"), message, hint))
            return None
        self._conclude("budgetår-udledt", "budget_year", f"Budgetåret er sat til {year} efter {why}.")
        return year

    def _most_named_year(self, signatures: Signatures) -> str | None:
        """The budget that the text names most, where it is the one after the signing."""
        text = " ".join(" ".join(piece.prose.plain for piece in pieces_of(self._document.parts)).split())
        named = Counter(_BUDGET.findall(text)).most_common(1)
        if not named:
            return None
        signed = int(signatures.date[:4]) if signatures.date else None
        return named[0][0] if signed is None or int(named[0][0]) in {signed, signed + 1} else None

    def _case_id_of_pages(self) -> str | None:
        """The case id of running heads and feet."""
        texts = [part.text for part in self._document.parts if isinstance(part, FurnitureLine)]
        found = Counter(read[0] for text in texts if (read := read_case_id(text)))
        return found.most_common(1)[0][0] if found else None

    def _municipality_of_pages(self) -> str | None:
        """The municipality that running heads and feet name."""
        texts = [part.text for part in self._document.parts if isinstance(part, FurnitureLine)]
        found = Counter(name for text in texts if (name := page_facts(text).municipality))
        return found.most_common(1)[0][0] if found else None

    def _head(
        self, page: FrontPage, figures: Figures, signatures: Signatures, agreement: dict[str, Any]
    ) -> dict[str, Any]:
        """The fields of budgetaftale.yaml before its text."""
        signing = list(dict.fromkeys(one[key("party")] for one in signatures.signatories if key("party") in one))
        parties = list(dict.fromkeys(page.parties or signatures.parties or signing))
        if not parties:
            self._no_parties()
        made = {
            key("period"): self._period(page, figures, agreement),
            key("place"): signatures.place or page.place,
            key("date"): signatures.date or page.date,
            key("revised"): page.revised,
            key("sender"): page.sender,
            key("contact"): page.contact,
            key("parties"): parties if parties != signing else [],
            key("signatories"): signatures.signatories,
        }
        return {name: value for name, value in made.items() if value}

    def _period(self, page: FrontPage, figures: Figures, agreement: dict[str, Any]) -> str | None:
        if page.period:
            return page.period
        if figures.years:
            first, last = figures.years[0], figures.years[-1]
            return f"{first}-{last}" if first != last else str(first)
        if stated := read_period(page.title or ""):
            return stated
        year = agreement.get(key("budget_year"))
        if year and page.last_year and (stated := read_period(f"{year}-{page.last_year}")):
            return stated
        if year:
            message = f"Dokumentet har ingen beløb i bilag; aftalens periode er sat til {year} alene."
            self._conclude("periode-udledt", "period", message)
        return year

    def _no_parties(self) -> None:
        first = next(pieces_of(self._document.parts), None)
        message = "Der er ikke fundet nogen parter, som har indgået aftalen."
        hint = "Står de i dokumentet, så skriv dem under parter i budgetaftale.yaml."
        self._findings.append(warning("parter-mangler", first.place if first else self._place, message, hint))

    def _missing(self, code: str, name: str, message: str, option: str) -> None:
        self._findings.append(error(code, self._at(name), message, f"Læs dokumentet ind igen med {option}."))

    def _conclude(self, code: str, name: str, message: str) -> None:
        self._inferred.add(key(name))
        self._findings.append(warning(code, self._at(name), message, "Se efter, om det er rigtigt, og ret det ellers."))

    def _at(self, name: str) -> Place:
        return Place(file=self._document.name, field=key(name))


def _opening(pieces: Sequence[Piece]) -> int:
    """How many pieces stand before the first heading of a chapter or point."""
    return min((n for n, one in headings(pieces).items() if one.numbered or one.point), default=len(pieces))


def _parted_title(title: str | None) -> tuple[str | None, str | None]:
    """The agreement's title without the municipality that it is for, and that."""
    found = _FOR_MUNICIPALITY.fullmatch(title or "")
    return (found["title"], found["municipality"]) if found else (title, None)


def _annexes(figures: Figures) -> dict[str, Any]:
    made: dict[str, Any] = {}
    if figures.annexes:
        made[key("annexes")] = figures.annexes
    if figures.savings:
        made[key("savings")] = figures.savings
    return made


_ORDER: Sequence[str] = (
    "title", "period", "place", "date", "revised", "sender", "contact", "parties", "introduction", "chapters",
    "closing", "signatories", "annexes", "savings",
)  # fmt: skip


def _in_key_order(data: dict[str, Any]) -> dict[str, Any]:
    return {key(name): data[key(name)] for name in _ORDER if key(name) in data}
