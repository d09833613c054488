"""Nothing grows from one document to the next: each has a process of its own, and the one they come from stays."""

import os
from pathlib import Path

import pytest

from renderer.checks.editorial.lexicon import danish
from renderer.journeys.rendering.render_order import RenderOrder
from renderer.journeys.serving.confined import Workshop
from renderer.journeys.serving.confined.handle import Zygote
from renderer.journeys.serving.uploaded_case import check_upload, render_upload
from tests.service.other_words import other_case

pytestmark = pytest.mark.slow

LOADED, MORE, ITEMS = 3, 12, 6
MOST_FOR_A_DOCUMENT = 0.02
"""Megabytes."""


def resident(process: int) -> float:
    """The megabytes that a process holds."""
    return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


@pytest.mark.parametrize("format_", ["pdf", "docx"])
def test_documents_leave_nothing_behind(format_: str) -> None:
    zygote = Zygote()
    workshop = Workshop(1, 0, zygote=zygote)
    try:
        for number in range(LOADED):
            make(workshop, number, format_)
        before = resident(zygote.process)
        for number in range(LOADED, LOADED + MORE):
            make(workshop, number, format_)
        after = resident(zygote.process)
    finally:
        zygote.close()

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
