"""A whole earlier document, understood: the entry to the grammar."""

from collections import Counter
from collections.abc import Sequence

from renderer.findings import Finding, warning
from renderer.readers.earlier.grammar import furniture, labels
from renderer.readers.earlier.grammar.body import BodyReader
from renderer.readers.earlier.grammar.case_data import CaseFacts, case_data
from renderer.readers.earlier.grammar.characters import cleaned
from renderer.readers.earlier.grammar.empty_fields import without_empty_fields
from renderer.readers.earlier.grammar.furniture import PageFacts
from renderer.readers.earlier.grammar.guide import holds_definitions
from renderer.readers.earlier.grammar.ledger import Ledger, pieces_of
from renderer.readers.earlier.grammar.letter import Letter, LetterReader, begins_letter_part
from renderer.readers.earlier.grammar.order import in_order
from renderer.readers.earlier.grammar.other_labels import other_labels
from renderer.readers.earlier.grammar.overview import without_overview
from renderer.readers.earlier.grammar.plan_title import settle_plan
from renderer.readers.earlier.grammar.responsibility import read_responsibility
from renderer.readers.earlier.grammar.table_rows import RowKind, row_kind
from renderer.readers.earlier.grammar.titles import budget_year, read_title
from renderer.readers.earlier.listed_headings import lost_headings
from renderer.readers.earlier.reading import EarlierReading
from renderer.readers.earlier.source import FurnitureLine, Part, SourceDocument, TableRow
from renderer.readers.text.piece import Piece
from renderer.vocabulary import key


def understand(document: SourceDocument) -> EarlierReading:
    """Read a document's data; what no rule understands is reported, and nothing is lost."""
    document, findings = cleaned(document)
    ledger = Ledger(document)
    document, has_overview = without_overview(document, ledger)
    document = without_empty_fields(document, ledger)
    start = body_start(document.parts)
    page = _page_facts(document.parts)
    committees = _committees(document.parts[start:])
    reader = LetterReader(ledger, committees, page.municipality)
    letter = reader.read(list(pieces_of(document.parts[:start])))
    titles = frozenset(title for title in (letter.printed_title, document.title) if title)
    chapters = BodyReader(ledger, titles).read(document.parts[start:])
    settle_plan(letter, chapters)
    facts = CaseFacts(document, letter, page, chapters)
    data = case_data(facts)
    if has_overview:
        data.agreement[key("overview")] = "ja"
    ledger.report_the_rest()
    strays = [*data.strays, *lost_headings(document)]
    for stray in strays:
        ledger.report_lines(stray.lines, stray.finding)
    said = [*document.notes, *findings, *ledger.findings, *data.findings, *(stray.finding for stray in strays)]
    said += [*other_labels(document.parts), *_odd_heads(document, letter)]
    return EarlierReading(
        name=document.name,
        agreement=data.agreement,
        followup=data.followup,
        findings=in_order(said),
        notes=data.notes,
        accounting=ledger.accounting(),
    )


def body_start(parts: Sequence[Part]) -> int:
    """Where the letter ends: at the heading of the first chapter, or at the first item where there is none.

    Between the last part that can only belong to a letter and the first item's heading row, the first real heading
    is the chapter's; else the first numbered line; else the last bold one.
    """
    rows = [n for n, part in enumerate(parts) if isinstance(part, TableRow) and row_kind(part) is RowKind.HEADING]
    end = rows[0] if rows else len(parts)
    known = [n for n, part in enumerate(parts[:end]) if _is_letter(part)]
    after = range(known[-1] + 1 if known else 0, end)
    pieces = [(n, part) for n in after if isinstance(part := parts[n], Piece)]
    headings = [n for n, piece in pieces if piece.level is not None]
    if not rows:
        return headings[0] if headings and known else len(parts)
    numbered = [n for n, piece in pieces if labels.CHAPTER_NUMBER.match(piece.prose.plain)]
    bold = [n for n, piece in pieces if piece.bold]
    return next(iter([*headings[:1], *numbered[:1], *bold[-1:]]), end)


def _is_letter(part: Part) -> bool:
    if isinstance(part, FurnitureLine):
        return False
    pieces = [part] if isinstance(part, Piece) else list(pieces_of([part]))
    return any(begins_letter_part(piece) or holds_definitions(piece) for piece in pieces)


def _page_facts(parts: Sequence[Part]) -> PageFacts:
    """What running heads and feet say, wherever they stand; the most frequent value of each counts."""
    texts = [text for part in parts if (text := _text_of(part))]
    facts = [
        furniture.page_facts(text)
        for text in texts
        if furniture.is_running_foot(text) or furniture.is_running_head(text, frozenset())
    ]
    return PageFacts(
        municipality=_most_frequent([fact.municipality for fact in facts]),
        department=_most_frequent([fact.department for fact in facts]),
        case_id=_most_frequent([fact.case_id for fact in facts]),
        date=_most_frequent([fact.date for fact in facts]),
    )


def _most_frequent(values: Sequence[str | None]) -> str | None:
    counted = Counter(value for value in values if value)
    return counted.most_common(1)[0][0] if counted else None


def _odd_heads(document: SourceDocument, letter: Letter) -> list[Finding]:
    """A running head that names another year than the title, at the first page where it does."""
    year = budget_year(letter.title.agreement) if letter.title else None
    for part in document.parts:
        text = _text_of(part)
        title = read_title(furniture.without_date(text)) if furniture.is_running_head(text, frozenset()) else None
        named = budget_year(title.agreement) if title else None
        if year and named and named != year:
            message = f"Sidehovedet nævner budget {named}, men titlen {year}; titlens er brugt."
            hint = "Der er ikke noget at rette: Nye dokumenter får deres sidehoved fra titlen."
            return [warning("andet-årstal-i-sidehoved", part.place, message, hint)]
    return []


def _text_of(part: Part) -> str:
    """The words of free text or furniture in one line; nothing for a row of a table."""
    if isinstance(part, TableRow):
        return ""
    return " ".join((part.text if isinstance(part, FurnitureLine) else part.prose.plain).split())


def _committees(parts: Sequence[Part]) -> list[str]:
    """The committees that items name, for the title's sake, before anything is placed."""
    found = dict.fromkeys(read_responsibility([piece]).committee for piece in pieces_of(parts))
    return [name for name in found if name]
