"""A smiley for a time that has not come is told before it is written."""

import pytest

from renderer.journeys.returned.early_smileys import early_smileys
from renderer.model.field import Field
from renderer.model.proposal import Proposal
from tests.cases import small_case


@pytest.mark.parametrize(
    ("path", "new", "told"),
    [
        (("milepæle", "3", "smiley"), "glad", ["smiley-før-tid"]),
        (("milepæle", "2", "smiley"), "glad", []),
        (("milepæle", "3", "smiley"), "", []),
        (("milepæle", "3", "status"), "Vi er i gang.", []),
        (("økonomi", "smiley"), "glad", []),
    ],
)
def test_a_smiley_for_later_is_told(path: tuple[str, ...], new: str, told: list[str]) -> None:
    found = list(early_smileys(small_case(), [Proposal(Field(2, "5.01", path), "", new)]))

    assert [finding.code for finding in found] == told
    assert not any(finding.stops for finding in found)


def test_it_says_which_time_and_how_to_say_no() -> None:
    (found,) = early_smileys(small_case(), [Proposal(Field(2, "5.01", ("milepæle", "4", "smiley")), "", "sur")])

    assert "en smiley for 31.12." in found.message
    assert "--interactive" in (found.hint or "")
