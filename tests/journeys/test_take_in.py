"""Taking in what is no follow-up: told in words that fit a document, and no folder is made."""

from pathlib import Path

import pytest

from renderer.errors import UnreadableFile
from renderer.findings import Stopped
from renderer.journeys.take_in import Supplement, take_in
from tests.repository import ROOT

CONVERSION = ROOT / "tests" / "readers" / "earlier" / "unseen_conversion.md"


def test_a_text_that_is_no_follow_up_is_told_as_a_document(tmp_path: Path) -> None:
    (tmp_path / "brev.txt").write_text("Kære alle\n\nMødet er flyttet til fredag.\n", encoding="utf-8")
    with pytest.raises(Stopped) as caught:
        take_in([tmp_path / "brev.txt"], tmp_path / "sag")
    codes = {finding.code for finding in caught.value.findings}
    assert "titel-mangler" in codes
    assert "felt-mangler" not in codes
    assert "ingen sagsmappe" in caught.value.message or "ikke oprettet" in caught.value.message
    assert not (tmp_path / "sag").exists()


@pytest.mark.parametrize(
    "head", ["<!DOCTYPE html>\n<html lang='da'>", "<html>", "<?xml version='1.0'?>\n<!-- a -->\n<HTML>"]
)
def test_a_web_page_is_refused(head: str, tmp_path: Path) -> None:
    (tmp_path / "side.html").write_text(f"{head}<body><p>Anden opfølgning</p></body></html>", encoding="utf-8")
    with pytest.raises(UnreadableFile, match="er en webside"):
        take_in([tmp_path / "side.html"], tmp_path / "sag")


def test_what_the_user_says_goes_before_the_document(tmp_path: Path) -> None:
    taken = take_in([CONVERSION], tmp_path / "sag", Supplement("00.30.00-S00-1-20", "Furesø Kommune"))
    assert str(taken.case.agreement.case_id) == "00.30.00-S00-1-20"
    assert taken.case.agreement.organisation.municipality == "Furesø Kommune"
