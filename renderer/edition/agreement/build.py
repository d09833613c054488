"""From a case with its signed agreement to the document: every word as it is printed, and each heading's level."""

import datetime
from collections.abc import Iterable, Iterator, Sequence

from renderer import vocabulary
from renderer.edition import danish
from renderer.edition.agreement.document import (
    AgreementDocument,
    AgreementFacts,
    FrontPage,
    Opening,
    Passage,
    Signature,
    SignatureBlock,
)
from renderer.edition.agreement.figure_tables import figure_tables
from renderer.edition.agreement.heading import DEEPEST, HIGHEST, Heading, HeadingKind
from renderer.edition.edition import Furniture, LabelledLine
from renderer.edition.typesetting import typeset
from renderer.errors import UnknownChoice
from renderer.model.agreement import Agreement
from renderer.model.case import Case
from renderer.model.signed.chapter import SignedChapter
from renderer.model.signed.point import Point
from renderer.model.signed.running_text import Part, Quotation, RunningText
from renderer.model.signed.section import Section
from renderer.model.signed.signed_agreement import SignedAgreement


def build_agreement(case: Case) -> AgreementDocument:
    """The signed agreement of a case as a document. Raises `UnknownChoice` where the case has none."""
    agreement, signed = case.agreement, case.signed
    if signed is None:
        raise UnknownChoice(
            "Sagen har ikke den underskrevne aftale.",
            f"Skriv den i filen {vocabulary.SIGNED_FILE}, eller læs den ind fra et dokument med kommandoen import.",
        )
    title = signed.title or agreement.title
    organisation = agreement.organisation
    sender = (organisation.municipality, organisation.department)
    return AgreementDocument(
        facts=_facts(agreement, signed, title),
        letter=_front_page(agreement, signed, title),
        furniture=Furniture(
            head_left=danish.tied(title),
            head_right=danish.tied(f"{vocabulary.CASE_ID_LABEL}: {agreement.case_id}"),
            foot_left=", ".join(name for name in sender if name),
            foot_right="",
        ),
        contents_heading=vocabulary.CONTENTS,
        passages=tuple(_passages(signed)),
        signing=_signing(signed),
        tables=tuple(figure_tables(signed)),
    )


def _facts(agreement: Agreement, signed: SignedAgreement, title: str) -> AgreementFacts:
    known = [day for day in (signed.revised, signed.date) if day]
    return AgreementFacts(
        agreement_title=agreement.title,
        budget_year=agreement.budget_year,
        municipality=agreement.organisation.municipality,
        department=agreement.organisation.department,
        case_id=str(agreement.case_id),
        # The clock never enters a document; one that is not dated yet has the first day it covers.
        date=max(known, default=datetime.date(signed.period.first, 1, 1)),
        title=title,
    )


def _front_page(agreement: Agreement, signed: SignedAgreement, title: str) -> FrontPage:
    contact, parties, period = signed.contact, signed.party_names, signed.period
    lines = (
        (vocabulary.DATE_LABEL, danish.long_date(signed.date) if signed.date else None),
        (vocabulary.PHONE_LABEL, contact.phone),
        (vocabulary.EMAIL_LABEL, contact.email),
        (vocabulary.CONTACT_LABEL, contact.name),
        (vocabulary.CASE_ID_LABEL, str(agreement.case_id)),
    )
    years = f"årene {period}" if len(period.years) > 1 else f"året {period}"
    return FrontPage(
        municipality=agreement.organisation.municipality,
        department=signed.sender,
        lines=tuple(LabelledLine(label=label, value=danish.tied(value)) for label, value in lines if value),
        page_label=vocabulary.PAGE_LABEL,
        title=danish.tied(title),
        subtitle=None,
        between=vocabulary.BETWEEN if parties else "",
        parties=tuple(_series(parties)),
        period=danish.tied(f"Aftalen gælder {years}."),
        signed=_place_and_date(signed),
        revised=danish.tied(f"Revideret den {danish.long_date(signed.revised)}") if signed.revised else "",
    )


def _series(parties: Sequence[str]) -> Iterator[str]:
    """`A, B samt C` in pieces that a line does not break: a name with what stands behind it."""
    last = len(parties) - 1
    for position, party in enumerate(parties):
        yield f"{party}," if position < last - 1 else party
        if position == last - 1:
            yield "samt"


def _place_and_date(signed: SignedAgreement) -> str:
    day = f"den {danish.long_date(signed.date)}" if signed.date else ""
    return danish.tied(", ".join(part for part in (signed.place, day) if part))


def _signing(signed: SignedAgreement) -> SignatureBlock | None:
    if not signed.signatories:
        return None
    return SignatureBlock(
        heading=_heading(HeadingKind.SIGNATURES, HIGHEST, "underskrifter", vocabulary.SIGNATURES),
        line=_place_and_date(signed),
        labels=Signature(**vocabulary.SIGNATURE_LABELS),
        signatures=tuple(
            Signature(name=one.name, office=one.office or "", party=one.party or "") for one in signed.signatories
        ),
    )


def _passages(signed: SignedAgreement) -> Iterator[Passage]:
    yield from _sections(signed.introduction, HIGHEST, HeadingKind.SECTION, "indledning")
    for position, chapter in enumerate(signed.chapters, 1):
        yield from _chapter(chapter, f"{position}")
    yield from _sections(signed.closing, HIGHEST, HeadingKind.SECTION, "afslutning")


def _sections(sections: Iterable[Section], level: int, kind: HeadingKind, anchor: str) -> Iterator[Passage]:
    for position, section in enumerate(sections, 1):
        name = f"{anchor}-{position}"
        heading = _heading(kind, level, name, section.heading) if section.heading else None
        if heading or section.text:
            yield _passage(heading, section.text)
        yield from _sections(section.sections, level + bool(heading), kind, name)


def _chapter(chapter: SignedChapter, name: str) -> Iterator[Passage]:
    heading = _heading(HeadingKind.CHAPTER, HIGHEST, f"kapitel-{name}", chapter.heading)
    opening = None
    if chapter.lead_in or chapter.quotation:
        opening = Opening(lead_in=danish.tied(chapter.lead_in or ""), quotation=typeset(chapter.quotation))
    yield Passage(heading=heading, opening=opening, text=_typeset(chapter.text))
    for position, point in enumerate(chapter.points, 1):
        yield from _point(point, HIGHEST + 1, f"{name}-{position}")
    for number, group in enumerate(chapter.groups, 1):
        anchor = f"{name}-{number}"
        yield _passage(_heading(HeadingKind.GROUP, HIGHEST + 1, f"gruppe-{anchor}", group.heading), group.text)
        for position, point in enumerate(group.points, 1):
            yield from _point(point, HIGHEST + 2, f"{anchor}-{position}")


def _point(point: Point, level: int, name: str) -> Iterator[Passage]:
    yield _passage(_heading(HeadingKind.POINT, level, f"punkt-{name}", point.heading), point.text)
    yield from _sections(point.sections, level + 1, HeadingKind.INNER, f"afsnit-{name}")


def _passage(heading: Heading | None, text: RunningText) -> Passage:
    return Passage(heading=heading, opening=None, text=_typeset(text))


def _heading(kind: HeadingKind, level: int, anchor: str, text: str) -> Heading:
    return Heading(kind=kind, level=min(level, DEEPEST), anchor=anchor, text=danish.tied(text))


def _typeset(text: RunningText) -> RunningText:
    return RunningText(tuple(_typeset_part(part) for part in text.parts))


def _typeset_part(part: Part) -> Part:
    return Quotation(typeset(part.prose)) if isinstance(part, Quotation) else typeset(part)
