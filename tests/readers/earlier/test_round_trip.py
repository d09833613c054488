"""The strongest test of the readers: a case printed as Word or PDF, and imported again, is the same case.

What a page of a PDF cannot show is left out there: line breaks inside a paragraph, which a full line hides, and
addresses that lead nowhere from a file.
"""

import pytest
from hypothesis import given, settings

from renderer.model.case import Case
from tests.cases import cases
from tests.overviews import asking
from tests.readers.earlier.as_printed import as_printed
from tests.readers.earlier.round_trips import (
    PDF,
    WORD,
    Printed,
    assert_same,
    expected,
    with_addresses_that_lead_out,
    with_clear_names,
)
from tests.samples import large_case, small_case


@pytest.mark.parametrize("number", [0, 1, 2, 3, 4])
@pytest.mark.parametrize("printed", [WORD, PDF], ids=["Word", "PDF"])
def test_a_case_comes_back_from_every_followup(printed: Printed, number: int) -> None:
    case = small_case()

    assert_same(printed.read_back(case, number), as_printed(case, number))


@pytest.mark.parametrize("number", [0, 1, 4])
@pytest.mark.parametrize("printed", [WORD, PDF], ids=["Word", "PDF"])
def test_a_case_comes_back_from_behind_an_overview_with_its_switch(printed: Printed, number: int) -> None:
    case = asking(small_case())
    reading = printed.read_back(case, number)

    assert_same(reading, as_printed(case, number))
    assert reading.agreement.get("overblik") == ("ja" if number else None)


@pytest.mark.slow
@pytest.mark.parametrize("printed", [WORD, PDF], ids=["Word", "PDF"])
def test_a_case_of_real_length_comes_back(printed: Printed) -> None:
    case = asking(large_case())

    assert_same(printed.read_back(case, 3), as_printed(case, 3))


@settings(max_examples=40)
@given(case=cases(WORD.shape))
def test_every_case_comes_back_from_word(case: Case) -> None:
    clear = with_addresses_that_lead_out(with_clear_names(case))
    number = clear.followups[-1].number

    assert_same(WORD.read_back(clear, number), expected(clear, number))


@pytest.mark.slow
@settings(max_examples=25)
@given(case=cases(PDF.shape))
def test_every_case_comes_back_from_pdf(case: Case) -> None:
    clear = with_addresses_that_lead_out(with_clear_names(case))
    number = clear.followups[-1].number

    assert_same(PDF.read_back(clear, number), expected(clear, number))
