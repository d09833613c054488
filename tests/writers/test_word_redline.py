"""Drafts with their changes marked: accepted they are the draft, rejected they have the earlier words."""

import datetime
from collections.abc import Iterator
from itertools import groupby, pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from renderer.edition.build import build_edition
from renderer.edition.draft import draft_record
from renderer.edition.edition import Edition
from renderer.edition.typesetting import typeset
from renderer.model.case import Case
from renderer.model.markdown import parse_prose, write_prose
from renderer.model.prose import Block, Prose
from renderer.writers.word import write_draft
from tests.cases import cases
from tests.ooxml import validate_docx
from tests.samples import small_case
from tests.word_checks import check_word_file
from tests.writers.editions import small_edition, with_guide
from tests.writers.word_parts import R_ID, Element, W, WordParts, text
from tests.written_prose import proses

DAY = datetime.date(2018, 10, 4)
GUIDE = "felt_laesevejledning"
Line = tuple[str, str, str, list[tuple[str, str]]]


def redlined(new: Edition, old: Edition) -> bytes:
    return write_draft(draft_record(new, 1, DAY, "1.2.3", old.facts.followup), earlier=old)


def plain_draft(new: Edition, followup: int) -> bytes:
    """The same draft without its marks; only its first page tells of them."""
    return write_draft(draft_record(new, 1, DAY, "1.2.3", followup))


def settle(parts: WordParts, kept: str, dropped: str) -> WordParts:
    """Accept (`ins`, `del`) or reject (`del`, `ins`) every tracked change, as Word does."""
    for gone in parts.find(f"//w:p//w:{dropped}[not(parent::w:rPr)]"):
        remove(gone)
    for marked in parts.find(f"//w:p//w:{kept}[not(parent::w:rPr)]"):
        marked.tag = f"{W}smartTag"
    for paragraph in parts.find(f"//w:p[w:pPr/w:rPr/w:{dropped}]"):
        join(paragraph)
    return parts


def remove(element: Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def join(paragraph: Element) -> None:
    """Take a paragraph's mark away: its words stand first in the next paragraph, which keeps its look."""
    following = paragraph.getnext()
    assert following is not None
    assert following.tag == f"{W}p"
    words = [child for child in paragraph if child.tag != f"{W}pPr"]
    following[1:1] = words
    remove(paragraph)


def lines(parts: WordParts, mark: str) -> list[Line]:
    """The paragraphs of a field: style, level, which list of the field, and its words with their looks."""
    (control,) = parts.find(f"//w:sdt[w:sdtPr/w:tag/@w:val='{mark}']")
    names, lists = parts.style_names(), dict[str, int]()
    found = []
    for paragraph in parts.find("w:sdtContent/w:p", control):
        number = "".join(parts.values("w:pPr/w:numPr/w:numId", root=paragraph))
        level = "".join(parts.values("w:pPr/w:numPr/w:ilvl", root=paragraph))
        indent = "".join(parts.values("w:pPr/w:ind", "left", paragraph))
        counted = str(lists.setdefault(number, len(lists))) if number else indent
        (style,) = parts.values("w:pPr/w:pStyle", root=paragraph)
        found.append((names[style], level, counted, list(looks(parts, paragraph))))
    return found


def looks(parts: WordParts, paragraph: Element) -> Iterator[tuple[str, str]]:
    """The words of a paragraph by their looks, runs of one look joined."""
    told = []
    addresses = {str(one.get("Id")): str(one.get("Target")) for one in parts.tree("word/_rels/document.xml.rels")}
    for each in parts.find(".//w:r", paragraph):
        links = [addresses[str(link.get(R_ID))] for link in parts.find("ancestor::w:hyperlink", each)]
        marks = [str(mark.tag).removeprefix(W) for mark in parts.find("w:rPr/w:b | w:rPr/w:i", each)]
        words = text(each) + "".join(str(one.text or "") for one in each.iter(f"{W}delText"))
        told.append((" ".join([*marks, *links]), words))
    for look, group in groupby((one for one in told if one[1]), key=lambda one: one[0]):
        yield look, "".join(words for _, words in group)


def words(parts: WordParts, mark: str) -> str:
    """What a field says, without spaces."""
    return "".join("".join(part for _, part in line[3]) for line in lines(parts, mark)).replace(" ", "")


@st.composite
def changed(draw: st.DrawFn) -> tuple[Prose, Prose]:
    """Two texts, the second often made from parts of the first."""
    old = draw(proses())
    blocks: list[Block] = [block for block in old.blocks if draw(st.booleans())]
    for block in draw(proses()).blocks:
        blocks.insert(draw(st.integers(0, len(blocks))), block)
    return old, parse_prose_of(blocks)


def parse_prose_of(blocks: list[Block]) -> Prose:
    """Blocks as a text of the data would have them: lists that touch are one."""
    return parse_prose(write_prose(Prose(tuple(blocks))))


def md(old: str, new: str) -> tuple[Prose, Prose]:
    return parse_prose(old), parse_prose(new)


@settings(max_examples=60)
@given(texts=changed())
@example(texts=md("Et.\n\nTo.", "Et."))
@example(texts=md("Et.", "Et.\n\nTo.\n\nTre."))
@example(texts=md("Et.\n\nTo.", "Et.\n\nTre fire fem."))
@example(texts=md("Et.\n\n- To\n- Tre", "Et."))
@example(texts=md("- Et\n- To", "- Et\n\n  Mere.\n- Tre"))
@example(texts=md("Et [link](https://a.dk) her.", "Et **fedt [link](https://a.dk)** der."))
def test_accepted_a_text_is_the_drafts_and_rejected_it_has_the_earlier_words(texts: tuple[Prose, Prose]) -> None:
    old, new = (with_guide(typeset(one)) for one in texts)
    data = redlined(new, old)
    if not texts[1]:
        return

    accepted = settle(WordParts(data), "ins", "del")
    rejected = settle(WordParts(data), "del", "ins")

    assert lines(accepted, GUIDE) == lines(WordParts(plain_draft(new, 2)), GUIDE)
    if texts[0]:
        assert words(rejected, GUIDE) == words(WordParts(plain_draft(old, 2)), GUIDE)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(case=cases())
def test_any_two_followups_of_a_case_give_a_sound_draft(tmp_path: Path, case: Case) -> None:
    for before, after in pairwise(case.followups):
        new, old = build_edition(case, after.number), build_edition(case, before.number)
        (tmp_path / "udkast.docx").write_bytes(redlined(new, old))
        accepted = settle(WordParts(redlined(new, old)), "ins", "del")

        assert check_word_file(tmp_path / "udkast.docx") == []
        assert said(accepted) == said(WordParts(plain_draft(new, before.number)))


def said(parts: WordParts) -> list[tuple[str, str]]:
    """What each field says by its tag; a placeholder says nothing."""
    controls = parts.find("//w:sdt[starts-with(w:sdtPr/w:tag/@w:val, 'felt_')]")
    return [
        (
            parts.values("w:sdtPr/w:tag", root=one)[0],
            "" if parts.find("w:sdtPr/w:showingPlcHdr", one) else text(parts.find("w:sdtContent", one)[0]),
        )
        for one in controls
    ]


def test_the_marks_are_the_departments_and_of_the_drafts_day() -> None:
    parts = WordParts(redlined(small_edition(3), small_edition(2)))
    marks = parts.find("//w:ins | //w:del")

    assert marks
    assert {mark.get(f"{W}author") for mark in marks} == {"Økonomi og Styring"}
    assert {mark.get(f"{W}date") for mark in marks} == {"2018-10-04T00:00:00Z"}
    assert not parts.find("//w:ins[not(ancestor::w:sdt[starts-with(w:sdtPr/w:tag/@w:val, 'felt_')])]")


def test_a_smiley_that_changed_shows_both() -> None:
    case = small_case()
    parts = WordParts(redlined(build_edition(case, 4), build_edition(case, 0)))

    new = parts.find("//w:sdt[w:sdtPr/w:dropDownList]/w:sdtContent/w:ins")

    assert {text(one) for one in new} == {"☺ Glad", "😐 Mellemfornøjet", "☹ Sur"}


def test_what_is_as_it_was_has_no_mark() -> None:
    edition = small_edition()

    assert b"<w:ins " not in WordParts(redlined(edition, edition)).read("word/document.xml")


def test_the_first_page_tells_what_the_marks_are() -> None:
    marked = [words for _, words in WordParts(redlined(small_edition(3), small_edition(2))).paragraphs()][:4]
    unmarked = [words for _, words in WordParts(write_draft(draft_record(small_edition(), 1, DAY, "1"))).paragraphs()]

    assert marked[2] == "Se, hvad der er nyt"
    assert marked[3].replace("\u00a0", " ").startswith("Ændringer siden anden opfølgning er allerede markeret")
    assert "Se, hvad der er nyt" not in unmarked


@pytest.mark.slow
def test_a_draft_with_marks_is_valid(tmp_path: Path) -> None:
    texts = md(
        "Et [link](https://a.dk) og **fedt**.\n\n1. Et\n2. To", "Et [link](https://b.dk) og fedt.\n\n1. To\n3. Tre"
    )
    old, new = (with_guide(one) for one in texts)
    files = {"ord": redlined(new, old), "runde": redlined(small_edition(4), small_edition(0))}
    for name, data in files.items():
        (tmp_path / f"{name}.docx").write_bytes(data)

    assert validate_docx(sorted(tmp_path.glob("*.docx"))) == []
