"""Cases that ask for an overview, and their editions."""

from functools import cache

from renderer.edition.build import build_edition
from renderer.edition.edition import Edition
from renderer.edition.overview.blocks import Overview
from renderer.model.case import Case
from tests.samples import large_case, small_case


def asking(case: Case) -> Case:
    """The same case, which asks for an overview."""
    return case.model_copy(update={"agreement": case.agreement.model_copy(update={"overview": True})})


@cache
def overview_edition(followup: int = 3, committee: str | None = None, items: int = 0) -> Edition:
    """The small sample, or a large one with so many items, with its overview."""
    return build_edition(asking(large_case(items) if items else small_case()), followup, committee)


def overview_in(edition: Edition) -> Overview:
    """The overview of an edition that has one."""
    assert edition.overview is not None
    return edition.overview
