"""Every kind of Word file passes the validator of the Open XML SDK and our own checks, and prints what it says."""

import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from renderer.edition.build import build_edition
from renderer.edition.draft import Draft
from renderer.edition.edition import Edition
from renderer.model.case import Case
from renderer.model.markdown import parse_prose
from renderer.model.smiley import Smiley
from renderer.resources import resource_folder
from renderer.writers.word import write_word
from renderer.writers.word_parts.template import TEMPLATE
from tests.cases import cases
from tests.libreoffice import convert, printed
from tests.ooxml import validate_docx
from tests.overviews import overview_edition
from tests.samples import large_case
from tests.word_checks import check_word_file
from tests.writers.editions import small_edition, with_agreement_text, with_words, without_items
from tests.writers.word_parts import WordParts

LONG = parse_prose("Der oprettes en fælles pulje til lokale initiativer i hele kommunen. " * 300)
FACES = {Smiley.HAPPY: "☺", Smiley.NEUTRAL: "😐", Smiley.SAD: "☹"}
KINDS: dict[str, tuple[Edition, Draft | None]] = {
    "udmøntning": (small_edition(0), None),
    "opfølgning": (small_edition(4), None),
    "udvalg": (small_edition(2, "Erhvervs- og Beskæftigelsesudvalget"), None),
    "udkast": (with_words(small_edition()), Draft(number=2, date=datetime.date(2018, 7, 4))),
    "overblik": (overview_edition(4), None),
    "overblik i udkast": (overview_edition(2), Draft()),
    "tom": (without_items(), Draft()),
    "lang": (with_agreement_text(LONG), None),
}


def plain(words: str) -> str:
    return words.replace("\u00a0", " ")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("word")
    for name, (edition, draft) in KINDS.items():
        (made / f"{name}.docx").write_bytes(WordParts.of(edition, draft).data)
    return made


@pytest.mark.slow
def test_every_kind_of_file_is_valid(folder: Path) -> None:
    (folder / "stor.docx").write_bytes(write_word(build_edition(large_case(), 3)))
    template = resource_folder("styles") / TEMPLATE

    assert validate_docx([*(folder / f"{name}.docx" for name in (*KINDS, "stor")), template]) == []


@given(cases())
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_any_case_breaks_none_of_our_rules(tmp_path: Path, case: Case) -> None:
    path = tmp_path / "sag.docx"
    for followup in case.followups:
        path.write_bytes(write_word(build_edition(case, followup.number)))
        assert check_word_file(path) == []


@pytest.mark.slow
def test_libreoffice_prints_every_word(folder: Path) -> None:
    edition, _ = KINDS["opfølgning"]

    pages = printed(convert(folder / "opfølgning.docx", folder))

    text = " ".join(pages)
    assert "Side 1 " in pages[0]
    assert "Side 1 af" not in pages[0]
    for number, page in enumerate(pages[1:], 2):
        assert page.startswith(f"{plain(edition.furniture.head_left)} {plain(edition.furniture.head_right)}")
        assert page.endswith(f"{edition.furniture.foot_left} - {number} - {plain(edition.furniture.foot_right)}")
    assert [item.heading for item in edition.items() if plain(item.heading) not in text] == []
    words = {word for prose in edition.prose() for word in plain(prose.plain).split()} - {"•"}
    assert {word for word in words if word not in text} == set()
    for face in "☺😐☹":
        given = [row.face for item in edition.items() for row in item.rows if row.face]
        assert text.count(face) >= len([each for each in given if FACES[each.smiley] == face]) > 0


@pytest.mark.slow
def test_no_page_of_the_large_case_ends_with_a_heading(folder: Path) -> None:
    edition = build_edition(large_case(), 3)
    (folder / "sider.docx").write_bytes(write_word(edition))
    headings = ("Tid Smiley", *(plain(chapter.heading) for chapter in edition.chapters))

    pages = printed(convert(folder / "sider.docx", folder))

    assert len(pages) > 50
    bodies = [page.rpartition(edition.furniture.foot_left)[0].rstrip() for page in pages[1:]]
    assert all(len(body) > 200 for body in bodies[:-1])
    assert [body for body in bodies if body.endswith(headings)] == []


@pytest.mark.slow
def test_a_row_taller_than_a_page_loses_no_word(folder: Path) -> None:
    pages = printed(convert(folder / "lang.docx", folder))

    assert sum(page.count("pulje") for page in pages) == 300
    assert len(pages) > 5
