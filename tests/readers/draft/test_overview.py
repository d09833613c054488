"""The overview of a draft is fixed text: what is changed in it is told, and nothing of it is read as data."""

import pytest

from renderer.edition.draft import draft_record
from renderer.edition.overview.blocks import Overview
from renderer.model.proposal import Returned
from renderer.readers.draft.read import read_draft
from renderer.writers.word import write_draft
from tests.overviews import overview_edition, overview_in
from tests.readers.draft.opened_draft import DAY
from tests.returned_drafts import exchanged

EDITION = overview_edition(3)
DRAFT = write_draft(draft_record(EDITION, 1, DAY, "0.1.0"))


def overview() -> Overview:
    return overview_in(EDITION)


def read(data: bytes) -> Returned:
    return read_draft("udkast.docx", data, lambda *_: EDITION)


def test_an_untouched_overview_says_nothing() -> None:
    found = read(DRAFT)

    assert found.findings == ()
    assert found.proposals == ()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (">Smileyer for hvert udvalg<", ">Smileyer pr. udvalg<", "»Smileyer for hvert udvalg« er ændret til"),
        (
            "tre smileyer blevet dårligere",
            "to smileyer blevet dårligere",
            "til »Siden anden opfølgning er to",
        ),
    ],
)
def test_a_changed_line_is_told_with_old_and_new(old: str, new: str, told: str) -> None:
    (finding,) = read(exchanged(DRAFT, {old: new})).findings

    assert finding.code == "låst-tekst-ændret"
    assert told in finding.message
    assert finding.place.paragraph


def test_a_line_that_is_gone_is_told() -> None:
    (finding,) = read(exchanged(DRAFT, {overview().opening[0]: ""})).findings

    assert finding.code == "låst-tekst-mangler"
    assert "Til og med tredje opfølgning" in finding.message


def test_corrections_of_the_items_are_read_beside_it() -> None:
    milestone = next(EDITION.items()).rows[0].text.plain

    (proposal,) = read(exchanged(DRAFT, {milestone: f"Ny: {milestone}"})).proposals

    assert proposal.field.path == ("milepæle", "1")
