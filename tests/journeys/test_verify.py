"""A PDF edition proves itself, and a changed byte anywhere is found."""

import io
import random
from pathlib import Path

import pikepdf
import pytest

from renderer.edition.build import build_edition
from renderer.edition.edition import Edition
from renderer.errors import UnreadableFile
from renderer.journeys.rendering.extract import extract
from renderer.journeys.rendering.verify import Verdict, verify
from renderer.writers.pdf import write_pdf
from tests.overviews import overview_edition
from tests.samples import small_case


@pytest.fixture(scope="module")
def edition() -> Edition:
    return build_edition(small_case(), 2)


@pytest.fixture(scope="module")
def content(edition: Edition) -> bytes:
    return write_pdf(edition)


def laid(folder: Path, content: bytes) -> Path:
    path = folder / "udgave.pdf"
    path.write_bytes(content)
    return path


def test_a_file_as_it_was_made_is_identical(content: bytes, tmp_path: Path) -> None:
    verification = verify(laid(tmp_path, content))
    assert verification.verdict is Verdict.IDENTICAL
    assert verification.findings == ()


def test_a_file_with_an_overview_proves_itself(tmp_path: Path) -> None:
    with_overview = overview_edition(3)
    path = laid(tmp_path, write_pdf(with_overview))

    assert verify(path).verdict is Verdict.IDENTICAL
    assert extract(path).document == with_overview


def test_the_data_come_back_as_they_were(content: bytes, edition: Edition, tmp_path: Path) -> None:
    own = extract(laid(tmp_path, content))
    assert own.document == edition
    assert own.source == edition.as_json()


@pytest.mark.parametrize("seed", range(25))
def test_a_changed_byte_anywhere_is_found(content: bytes, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    changed = bytearray(content)
    changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    path = laid(tmp_path, bytes(changed))
    try:
        verification = verify(path)
    except UnreadableFile:
        return
    assert not verification.verdict.proves
    assert verification.findings


def test_a_word_changed_on_a_page_is_told_with_page_and_item(content: bytes, edition: Edition, tmp_path: Path) -> None:
    items = list(edition.items())
    with pikepdf.open(io.BytesIO(content)) as pdf:
        page = len(pdf.pages)
        last = pdf.pages[-1]
        last.obj.Contents.write(last.obj.Contents.read_bytes() + b"\n0 0 10 10 re f\n")
        pdf.save(tmp_path / "udgave.pdf", deterministic_id=True)
    verification = verify(tmp_path / "udgave.pdf")
    assert verification.verdict is Verdict.DIFFERENT
    assert {(finding.code, finding.place.page) for finding in verification.findings} == {("side-afviger", page)}
    assert items[-1].ref in {finding.place.item for finding in verification.findings}


def test_changed_metadata_are_told_apart_from_changed_pages(content: bytes, tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO(content)) as pdf:
        pdf.docinfo["/Author"] = "En anden"
        pdf.save(tmp_path / "udgave.pdf", deterministic_id=True)
    verification = verify(tmp_path / "udgave.pdf")
    assert [finding.code for finding in verification.findings] == ["fil-ændret"]


def test_a_missing_page_is_told(content: bytes, tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO(content)) as pdf:
        del pdf.pages[-1]
        pdf.save(tmp_path / "udgave.pdf", deterministic_id=True)
    assert "sidetal-afviger" in {finding.code for finding in verify(tmp_path / "udgave.pdf").findings}


@pytest.mark.parametrize("other", [b"", b"%PDF-1.7\n", b"PK\x03\x04", "bare tekst".encode("utf-16")])
def test_another_file_is_refused_in_danish(other: bytes, tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile) as caught:
        verify(laid(tmp_path, other))
    assert caught.value.hint


def test_a_pdf_without_data_is_refused(tmp_path: Path) -> None:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.save(tmp_path / "udgave.pdf")
    with pytest.raises(UnreadableFile, match="har ingen kildedata"):
        extract(tmp_path / "udgave.pdf")
