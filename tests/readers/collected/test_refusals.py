"""Workbooks that nobody sent out are refused, each with the way out that fits."""

import pytest

from renderer.errors import UnreadableFile
from renderer.journeys.case_workbook import case_workbook
from renderer.readers.collected.read import read_collected
from tests.readers.collected.test_habits import CASE, NAME, hand


def test_a_workbook_that_nobody_sent_is_refused() -> None:
    one = hand()
    del one.book["Data"], one.book["Opfølgning"]
    with pytest.raises(UnreadableFile, match="ikke et regneark fra denne sag"):
        read_collected(NAME, one.saved(), CASE)


def test_a_whole_case_as_a_workbook_is_shown_the_way_to_import() -> None:
    with pytest.raises(UnreadableFile, match="en hel sag som regneark") as refused:
        read_collected("sag.xlsx", case_workbook(CASE), CASE)

    assert "import" in refused.value.hint
