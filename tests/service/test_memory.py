"""A process of the service holds no more after many documents than after a few: what one needed, the next gets back."""

import os
from pathlib import Path

import pytest

from renderer.checks.editorial.lexicon import danish
from renderer.journeys.rendering.render_order import RenderOrder
from renderer.journeys.serving.confined import Limits, Workshop
from renderer.journeys.serving.uploaded_case import check_upload, render_upload
from tests.service.other_words import other_case

pytestmark = pytest.mark.slow

LOADED, MORE, ITEMS = 40, 60, 6
MOST_FOR_A_DOCUMENT = 0.15
"""Megabytes; it was 0.43. Words that no case had before take some kilobytes, until enough are remembered."""


def resident() -> float:
    """The megabytes that this process holds."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


@pytest.mark.parametrize("format_", ["pdf", "docx"])
def test_documents_leave_nothing_behind(format_: str) -> None:
    workshop = Workshop(1, 0, Limits(tasks=10_000))
    try:
        for number in range(LOADED):
            make(workshop, number, format_)
        before = workshop.run(resident)
        for number in range(LOADED, LOADED + MORE):
            make(workshop, number, format_)
        after = workshop.run(resident)
    finally:
        workshop.close()

    assert (after - before) / MORE < MOST_FOR_A_DOCUMENT


def test_a_process_begins_with_the_dictionary_that_all_of_them_share() -> None:
    workshop = Workshop(1, 0)
    try:
        assert workshop.run(dictionaries_read) == 1
    finally:
        workshop.close()


def dictionaries_read() -> int:
    """How many times this process has, or the one that it was forked from."""
    return danish.cache_info().misses


def make(workshop: Workshop, number: int, format_: str) -> None:
    """One document of a case that none before it had a text in common with."""
    upload, committee = other_case(number, ITEMS)
    workshop.run(check_upload, upload, 3)
    workshop.run(render_upload, upload, RenderOrder(3, committee, False, (format_,)))
