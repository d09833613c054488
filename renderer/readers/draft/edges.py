"""The running heads and feet of a returned draft, compared with those it was sent out with."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element

from renderer.edition.draft import Draft
from renderer.edition.edition import Edition
from renderer.findings import Finding, Place
from renderer.readers.draft.expected import comparable
from renderer.readers.draft.notices import fixed_changed, fixed_missing, insert_lost, text_outside
from renderer.readers.draft.seen import SeenParagraph, paragraphs_of
from renderer.readers.draft.sharing import alike
from renderer.readers.draft.span import accepted_text, authors
from renderer.readers.draft.story import Story
from renderer.readers.word.names import R, W
from renderer.readers.word.package import WordPackage
from renderer.readers.word.styles import Styles
from renderer.vocabulary import DRAFT_LABEL

_HEAD, _FOOT = "sidehoved", "sidefod"
_DIGITS = re.compile(r"\d+")
_KEPT_INSERTS = {"et billede", "en tekstboks", "et indlejret objekt"}


@dataclass(frozen=True)
class _Line:
    """A line that was sent: its words, how they may stand, and whether in the head or the foot."""

    text: str
    pattern: re.Pattern[str]
    where: str


def changes_of_edges(
    package: WordPackage, styles: Styles, body: _Element, known: tuple[Edition, Draft | None]
) -> list[Finding]:
    """What differs in heads and feet."""
    lines = list(_sent(*known))
    met: set[str] = set()
    findings: dict[Finding, None] = {}
    seen_parts = False
    for where, paragraph in edge_paragraphs(package, styles, body):
        seen_parts = True
        for finding in _compare(package.name, where, paragraph, lines, met):
            findings[finding] = None
    if seen_parts:
        for line in lines:
            if line.text not in met:
                findings[fixed_missing(Place(package.name, field=line.where), line.text, ())] = None
    return list(findings)


def _compare(file: str, where: str, paragraph: SeenParagraph, lines: list[_Line], met: set[str]) -> Iterator[Finding]:
    place = Place(file, field=where)
    text = comparable(accepted_text(paragraph.spans))
    for insert in paragraph.inserts:
        if insert.stays and insert.kind in _KEPT_INSERTS:
            yield insert_lost(place, insert.kind, insert.words, in_field=False)
    here = [line for line in lines if line.where == where]
    found = next((line for line in here if line.pattern.fullmatch(text)), None)
    if found:
        met.add(found.text)
    elif text:
        who = authors(change for span in paragraph.spans for change in span.changes)
        near = next((line for line in here if alike(line.text, text)), None)
        if near:
            met.add(near.text)
            yield fixed_changed(place, near.text, text, who)
        else:
            yield text_outside(place, text, who)


def edge_paragraphs(package: WordPackage, styles: Styles, body: _Element) -> Iterator[tuple[str, SeenParagraph]]:
    """The paragraphs of the running heads and feet, each with which of them it stands in."""
    relationships = package.relationships(package.document)
    read: set[str] = set()
    for section in body.iter(f"{W}sectPr"):
        for kind, where in (("header", _HEAD), ("footer", _FOOT)):
            for reference in section.iterfind(f"{W}{kind}Reference"):
                found = relationships.get(reference.get(f"{R}id", ""))
                if found and not found.outside and package.has(found.target) and found.target not in read:
                    read.add(found.target)
                    story = Story(styles, package.relationships(found.target), package.tree(found.target))
                    for paragraph in paragraphs_of(story.read()):
                        yield where, paragraph


def _sent(edition: Edition, draft: Draft | None) -> Iterator[_Line]:
    furniture = edition.furniture
    heads = [edition.letter.municipality, f"{furniture.head_left} {furniture.head_right}"]
    heads += [draft.text] if draft else []
    if draft is None:
        yield _Line(DRAFT_LABEL, re.compile(rf"{DRAFT_LABEL}\b.*"), _HEAD)
    for text in heads:
        yield _Line(comparable(text), re.compile(re.escape(comparable(text))), _HEAD)
    yield _paged(f"{edition.letter.page_label} 1")
    left, right = (re.escape(comparable(text)) for text in (furniture.foot_left, furniture.foot_right))
    text = comparable(f"{furniture.foot_left} - 2 - {furniture.foot_right}")
    yield _Line(text, re.compile(rf"{left}\s*-\s*\d*\s*-\s*{right}"), _FOOT)


def _paged(text: str) -> _Line:
    plain = comparable(text)
    return _Line(plain, re.compile(_DIGITS.sub(r"\\d*", re.escape(plain))), _FOOT)
