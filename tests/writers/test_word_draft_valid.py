"""Drafts are files that Word accepts, and LibreOffice keeps every field's name and words."""

import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from renderer.edition.build import build_edition, round_committees
from renderer.edition.draft import Draft
from renderer.edition.draft_fields import draft_fields
from renderer.edition.edition import Edition
from renderer.journeys.case_files import folder_files
from renderer.journeys.draft import draft_order, write_drafts
from renderer.journeys.rendering.render_order import DraftOrder
from renderer.journeys.take_in import take_in
from renderer.model.case import Case
from renderer.model.markdown import parse_prose
from tests.cases import cases
from tests.libreoffice import convert, printed
from tests.ooxml import validate_docx
from tests.repository import ROOT
from tests.samples import large_case, small_case
from tests.word_checks import check_word_file
from tests.writers.editions import small_edition, with_agreement_text, with_guide, with_words, without_items
from tests.writers.test_word_valid import plain
from tests.writers.word_parts import W, WordParts, text

DAY = datetime.date(2018, 7, 4)
DRAFT = Draft(number=2, date=DAY)
ORIGINALS = ROOT.parent / "shared" / "seeds"
FOLLOW_UPS = {"000": 3, "002": 0, "004": 2}
LISTS = "Først **fed** og [et link](https://a.dk).\n\n1. Punkt\n   - Underpunkt\n2. Et til\n\nSidst *kursiv*."
EDITIONS: dict[str, Edition] = {
    "udmøntning": small_edition(0),
    "opfølgning": with_words(small_edition(4)),
    "tom": without_items(),
    "lister": with_agreement_text(parse_prose(LISTS)),
    "langt": with_agreement_text(parse_prose("Der oprettes en fælles pulje i hele kommunen. " * 300)),
    "vejledning": with_guide(parse_prose(LISTS)),
}


def written(folder: Path, name: str, edition: Edition) -> Path:
    path = folder / f"{name}.docx"
    path.write_bytes(WordParts.of(edition, DRAFT).data)
    return path


@pytest.mark.slow
def test_every_kind_of_draft_is_valid(tmp_path: Path) -> None:
    committees = round_committees(small_case())
    rounds = {f"udvalg {n}": build_edition(small_case(), 2, one) for n, one in enumerate(committees)}
    large = {"stor": build_edition(large_case(), 3)}

    paths = [written(tmp_path, name, edition) for name, edition in {**EDITIONS, **rounds, **large}.items()]

    assert validate_docx(paths) == []


@given(case=cases())
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_any_draft_breaks_none_of_our_rules(tmp_path: Path, case: Case) -> None:
    for followup in case.followups:
        assert check_word_file(written(tmp_path, "sag", build_edition(case, followup.number))) == []


@pytest.mark.slow
@pytest.mark.parametrize("original", FOLLOW_UPS)
def test_the_drafts_of_the_real_documents_are_valid(tmp_path: Path, original: str) -> None:
    found = sorted(ORIGINALS.glob(f"{original}_*.txt"))
    if not found:
        pytest.skip("the real documents are not here")
    take_in(found, tmp_path / "sag")

    order = draft_order(FOLLOW_UPS[original], None, DraftOrder(DAY), whole_round=True)
    drafts = write_drafts(folder_files(tmp_path / "sag"), order, tmp_path / "udkast").files

    assert len(drafts) > 1
    assert validate_docx(drafts) == []


def regions(data: bytes) -> dict[str, list[str]]:
    """The paragraphs of every field by the name of its bookmark, from the one it begins in to the one it ends in.

    LibreOffice writes a bookmark over several paragraphs as two beginnings with one name.
    """
    paragraphs = WordParts(data).find("//w:p")
    names: dict[str, str] = {}
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    for number, paragraph in enumerate(paragraphs):
        for mark in paragraph.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd"):
            key = str(mark.get(f"{W}id"))
            if etree.QName(mark).localname == "bookmarkStart":
                names[key] = str(mark.get(f"{W}name"))
                first.setdefault(names[key], number)
            elif key in names:
                last[names[key]] = number
    return {name: [text(p) for p in paragraphs[first[name] : last[name] + 1]] for name in first if name[:5] == "felt_"}


@pytest.mark.slow
def test_every_field_of_a_large_draft_survives_libreoffice_by_its_bookmark(tmp_path: Path) -> None:
    edition = build_edition(large_case(), 3)
    sent = written(tmp_path, "stor", edition)
    (tmp_path / "gemt").mkdir()

    saved = convert(sent, tmp_path / "gemt", "docx").read_bytes()

    before, after = regions(sent.read_bytes()), regions(saved)
    assert list(before) == [field.mark for field in draft_fields(edition)]
    assert len(before) == 2 + 86 * 17
    assert after == before


@pytest.mark.slow
def test_libreoffice_keeps_what_a_draft_says_of_itself(tmp_path: Path) -> None:
    sent = written(tmp_path, "udkast", small_edition())
    (tmp_path / "gemt").mkdir()

    ours, theirs = WordParts(sent.read_bytes()), WordParts(convert(sent, tmp_path / "gemt", "docx").read_bytes())

    assert theirs.custom_properties() == ours.custom_properties()
    items = [theirs.tree(name) for name in theirs.names if name.startswith("customXml/item") and "Props" not in name]
    assert ours.tree("customXml/item1.xml").text in [item.text for item in items]


@pytest.mark.slow
@pytest.mark.parametrize("typeface", ["DejaVu Sans", "Carlito"])
def test_a_draft_prints_every_word_of_the_edition_and_no_page_that_is_empty(typeface: str, tmp_path: Path) -> None:
    edition = small_edition(4)
    pages = printed(convert(written(tmp_path, "udkast", edition), tmp_path, typeface=typeface))

    words = " ".join(pages)
    assert all(page.startswith("UDKAST · nr. 2 · 4. juli 2018") for page in pages)
    assert min(map(len, pages)) > 150
    assert {one for prose in edition.prose() for one in plain(prose.plain).split() if one not in words} - {"•"} == set()
