"""Broken documents, made from good ones of every format: read, or refused in Danish with no case folder made."""

import tempfile
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from renderer.edition.build import build_edition
from renderer.errors import AftalerapportError
from renderer.findings import Stopped
from renderer.journeys.take_in import take_in
from renderer.writers.pdf import write_pdf
from renderer.writers.word import write_word
from tests.opened_folders import check_folder
from tests.repository import ROOT
from tests.samples import small_case

FORMATS = ("pdf", "docx", "md", "txt")
MANY = settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))


@cache
def good(suffix: str) -> bytes:
    """A whole follow-up in one format."""
    unseen = ROOT / "tests" / "readers" / "earlier"
    match suffix:
        case "pdf":
            return write_pdf(build_edition(small_case(), 2))
        case "docx":
            return write_word(build_edition(small_case(), 2))
        case "md":
            return (unseen / "unseen_conversion.md").read_bytes()
        case _:
            return (unseen / "unseen_text_layer.txt").read_bytes()


def damaged(content: bytes, data: st.DataObject) -> bytes:
    spoilt = bytearray(content)
    for _ in range(data.draw(st.integers(1, 5))):
        start = data.draw(st.integers(0, len(spoilt)))
        length = data.draw(st.integers(0, len(spoilt) // 3))
        spoilt[start : start + length] = data.draw(st.binary(max_size=30))
    return bytes(spoilt)


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_good_document_is_taken_in(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"opfølgning.{suffix}"
    path.write_bytes(good(suffix))
    taken = take_in([path], tmp_path / "sag")
    assert taken.placed["delelementer"] > 1
    assert not any(finding.stops for finding in check_folder(tmp_path / "sag"))


@MANY
@given(st.sampled_from(FORMATS), st.data())
def test_a_damaged_document_is_taken_in_or_refused_with_no_folder(suffix: str, data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path, target = Path(folder) / f"opfølgning.{suffix}", Path(folder) / "sag"
        path.write_bytes(damaged(good(suffix), data))
        try:
            take_in([path], target)
        except AftalerapportError as problem:
            told = [problem.message]
            if isinstance(problem, Stopped):
                told += [finding.message for finding in problem.findings if finding.stops]
            assert not target.exists()
            assert all(told)
        else:
            assert not any(finding.stops for finding in check_folder(target))


def test_a_case_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "opfølgning.md"
    path.write_bytes(good("md"))
    take_in([path], tmp_path / "sag")
    before = (tmp_path / "sag" / "aftale.yaml").read_bytes()
    with pytest.raises(AftalerapportError, match="har allerede en sag"):
        take_in([path], tmp_path / "sag")
    assert (tmp_path / "sag" / "aftale.yaml").read_bytes() == before
