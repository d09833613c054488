"""The real documents, the whole way: imported, rendered for every committee and the whole, valid by every standard."""

from pathlib import Path

import pytest

from renderer.journeys.case_files import folder_files
from renderer.journeys.rendering.render_order import RenderOrder
from renderer.journeys.rendering.render_round import render_round
from renderer.journeys.take_in import take_in
from renderer.readers.pdf_pages import read_pages
from tests.ooxml import validate_docx
from tests.repository import ROOT
from tests.verapdf import validate_pdf

pytestmark = pytest.mark.slow

ORIGINALS = ROOT.parent / "shared" / "seeds"
FOLLOW_UPS = {"000": 3, "002": 0, "004": 2}


@pytest.fixture(scope="module", params=FOLLOW_UPS)
def files(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The files of the round of one original."""
    found = sorted(ORIGINALS.glob(f"{request.param}_*.txt"))
    if not found:
        pytest.skip("the real documents are not here")
    folder = tmp_path_factory.mktemp(request.param)
    taken = take_in(found, folder / "sag")
    order = RenderOrder(FOLLOW_UPS[request.param], whole_round=True)
    assert not any(finding.stops for finding in taken.findings)
    return list(render_round(folder_files(folder / "sag"), order, folder / "ud").files)


def test_every_pdf_is_pdf_a_3a_and_pdf_ua_1(files: list[Path]) -> None:
    assert validate_pdf([path for path in files if path.suffix == ".pdf"]) == []


def test_every_word_file_is_valid(files: list[Path]) -> None:
    assert validate_docx([path for path in files if path.suffix == ".docx"]) == []


def test_a_round_imported_from_its_own_files_is_the_same_case(files: list[Path], tmp_path: Path) -> None:
    whole = [path for path in files if "hele-kommunen" in path.name]
    cases = {path.suffix: take_in([path], tmp_path / path.suffix[1:]).case for path in whole}
    assert cases[".pdf"] == cases[".docx"]


def test_no_page_is_empty_and_every_page_tells_where_it_belongs(files: list[Path]) -> None:
    for path in files:
        if path.suffix == ".pdf":
            first, *others = read_pages(path.read_bytes())
            assert "Side 1" in [line.replace("\u00a0", " ") for line in first.lines]
            for number, page in enumerate(others, 2):
                assert any(f"- {number} -" in line for line in page.lines)
                assert len(page.lines) > 6
