"""The agreement as it is published: title page, contents, text, signatures and tables, as plain data.

Like an edition (`edition/edition.py`) it holds every word as it is printed, in reading order, and round-trips through
JSON: that is what is attached to the PDF, hashed and cached. The contents follow from the headings, so they are not
written down; page numbers are the writers' affair.
"""

import hashlib
from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, PlainSerializer

from renderer.edition.agreement.figure_table import FigureTable
from renderer.edition.agreement.heading import Heading, HeadingKind
from renderer.edition.edition import Block, Furniture, Letterhead, PrintedProse
from renderer.model.signed.running_text import RunningText, parse_running_text, write_running_text
from renderer.model.values import Date

PrintedText = Annotated[
    RunningText,
    BeforeValidator(lambda value: parse_running_text(value) if isinstance(value, str) else value),
    PlainSerializer(write_running_text, return_type=str),
]
"""Prose and quotations as they are printed; in JSON the Markdown of `model/signed/running_text.py`."""


_MANY_ENTRIES = 25
"""So many entries of the contents fill half a page."""


class AgreementFacts(Block):
    """What the document is, for metadata and file names."""

    agreement_title: str
    budget_year: int
    municipality: str
    department: str | None
    case_id: str
    date: Date = Field(description="The last day the document was changed: revised, signed, or the first it covers.")
    title: str = Field(description="The full title in one line and without no-break spaces.")

    @property
    def stage(self) -> str:
        """Which document of the case it is, for keywords."""
        return "budgetaftale"

    @property
    def committee(self) -> str | None:
        """The agreement is the whole municipality's."""
        return None


class FrontPage(Letterhead):
    """The title page; a line that has nothing to say is empty."""

    between: str = Field(description="The word before the parties: `mellem`.")
    parties: tuple[str, ...] = Field(description="The parties in one series, cut where a line may end.")
    period: str = Field(description="The years it covers, in a sentence.")
    signed: str = Field(description="Place and date: `Ballerup, den 8. oktober 2018`.")
    revised: str = Field(description="When it was last revised, in words.")


class Opening(Block):
    """The quotation that a chapter opens with, and the words before it."""

    lead_in: str
    quotation: PrintedProse


class Passage(Block):
    """A heading (or none) with what stands under it, up to the next heading."""

    heading: Heading | None
    opening: Opening | None
    text: PrintedText


class Part(StrEnum):
    """What a part of the document is, for the place where it begins."""

    TEXT = "text"
    CHAPTER = "chapter"


class Signature(Block):
    """One who signed; what is not known is empty."""

    name: str
    office: str
    party: str


class SignatureBlock(Block):
    """Place and date, and who signed for which party."""

    heading: Heading
    line: str = Field(description="Place and date; empty where neither is known.")
    labels: Signature = Field(description="The headings of the three columns.")
    signatures: tuple[Signature, ...]

    @property
    def columns(self) -> tuple[Literal["name", "office", "party"], ...]:
        """The columns that have something in them."""
        every: tuple[Literal["name", "office", "party"], ...] = ("name", "office", "party")
        return tuple(one for one in every if any(getattr(each, one) for each in self.signatures))


class AgreementDocument(Block):
    """One document to be. `format` counts the versions of this shape."""

    format: int = 1
    document: Literal["agreement"] = "agreement"
    language: str = "da-DK"
    facts: AgreementFacts
    letter: FrontPage
    furniture: Furniture
    contents_heading: str
    passages: tuple[Passage, ...]
    signing: SignatureBlock | None
    tables: tuple[FigureTable, ...]

    def headings(self) -> Iterator[Heading]:
        """Every heading below the title, in printed order."""
        yield from (passage.heading for passage in self.passages if passage.heading)
        if self.signing:
            yield self.signing.heading
        yield from (table.heading for table in self.tables)

    def contents(self) -> tuple[Heading, ...]:
        """The headings that the table of contents lists."""
        return tuple(heading for heading in self.headings() if heading.listed)

    @property
    def long_contents(self) -> bool:
        """Whether the contents fill so much of a page that the text begins on the next."""
        return len(self.contents()) > _MANY_ENTRIES

    def parts(self) -> Iterator[tuple[Part, tuple[Passage, ...]]]:
        """The passages cut where a heading of the highest level begins."""
        part: list[Passage] = []
        for passage in self.passages:
            if part and passage.heading and passage.heading.is_highest:
                yield _part(part)
                part = []
            part.append(passage)
        if part:
            yield _part(part)

    def as_json(self) -> str:
        """The document as JSON, the same bytes for the same document."""
        return self.model_dump_json(indent=1)

    def digest(self) -> str:
        """SHA-256 of the JSON, in hexadecimal."""
        return hashlib.sha256(self.as_json().encode()).hexdigest()


def _part(passages: list[Passage]) -> tuple[Part, tuple[Passage, ...]]:
    first = passages[0].heading
    return Part.CHAPTER if first and first.kind is HeadingKind.CHAPTER else Part.TEXT, tuple(passages)
