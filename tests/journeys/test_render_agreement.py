"""The agreement comes out of the cache when nothing has changed, and out of the case when something has."""

import shutil
from pathlib import Path

import pikepdf
import pytest

from renderer.journeys.case_files import folder_files
from renderer.journeys.rendering.file_names import agreement_file_name
from renderer.journeys.rendering.render_agreement import AgreementOrder, render_agreement
from renderer.journeys.rendering.render_cache import RenderCache
from renderer.journeys.rendering.verify import Verdict, verify
from tests.repository import ROOT
from tests.writers.agreement.samples import small

WORD = AgreementOrder(("docx",))


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "examples" / "budget-2019", tmp_path / "sag"))


def test_what_was_made_is_taken_from_the_cache_until_a_file_changes(case: Path, tmp_path: Path) -> None:
    cache = RenderCache(tmp_path / "kopier", "aftryk")
    [first] = render_agreement(folder_files(case), WORD, tmp_path / "a", cache).files
    kept = next((tmp_path / "kopier" / "filer").iterdir())

    assert kept.read_bytes() == first.read_bytes()
    [again] = render_agreement(folder_files(case), WORD, tmp_path / "b", cache).files
    assert again.read_bytes() == first.read_bytes()
    signed = case / "budgetaftale.yaml"
    signed.write_text(signed.read_text("utf-8").replace("Karen Lindegaard", "Karen Ørum"), "utf-8")
    [changed] = render_agreement(folder_files(case), WORD, tmp_path / "c", cache).files
    assert changed.read_bytes() != first.read_bytes()


def test_without_data_it_is_another_file(case: Path, tmp_path: Path) -> None:
    [path] = render_agreement(folder_files(case), AgreementOrder(("pdf",), attach_data=False), tmp_path).files
    with pikepdf.open(path) as pdf:
        assert not pdf.attachments


def test_a_changed_page_is_named_by_its_heading(case: Path, tmp_path: Path) -> None:
    [path] = render_agreement(folder_files(case), AgreementOrder(("pdf",)), tmp_path).files
    assert verify(path).verdict is Verdict.IDENTICAL
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        page = pdf.pages[-1]
        page.contents_add(pikepdf.Stream(pdf, b"0 0 10 10 re f"))
        pdf.save(path)

    changed = verify(path)

    assert changed.verdict is Verdict.DIFFERENT
    assert {(one.code, one.place.page) for one in changed.findings} == {("side-afviger", pages_of(path))}
    assert any("Oversigt over besparelser" in str(one.place) for one in changed.findings)


def pages_of(path: Path) -> int:
    with pikepdf.open(path) as pdf:
        return len(pdf.pages)


def test_the_name_of_the_file_is_ascii_and_not_too_long() -> None:
    facts = small().facts.model_copy(update={"agreement_title": "Ærlig aftale " * 40})
    name = agreement_file_name(facts, "pdf")

    assert name.startswith("aerlig-aftale-")
    assert name.endswith("_underskrevet-aftale.pdf")
    assert len(name) <= 154
