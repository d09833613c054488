"""Our own agreements as text with columns (`pdftotext -layout`): points and figures are read as from the page itself.

A point without a number looks like a heading among the text of the point above, and a text has no look to tell.
"""

import subprocess
from pathlib import Path
from typing import Any

import pytest

from renderer.edition.agreement.build import build_agreement
from renderer.readers.earlier.dispatch import read_earlier
from renderer.readers.earlier.reading import EarlierReading
from renderer.writers.agreement.pdf import write_agreement_pdf
from tests.readers.earlier.signed.agreements import literals, points, signed
from tests.samples import small_case
from tests.signed_samples import large_signed

pytestmark = pytest.mark.slow


def test_points_annexes_and_savings(tmp_path: Path) -> None:
    page = tmp_path / "x.pdf"
    page.write_bytes(write_agreement_pdf(build_agreement(small_case().model_copy(update={"signed": large_signed()}))))
    text = subprocess.run(["pdftotext", "-layout", page, "-"], capture_output=True, check=True).stdout
    before, after = read_earlier("x.pdf", page.read_bytes()), read_earlier("x.txt", text)

    assert before.agreement["titel"] == after.agreement["titel"]
    assert signed(before).date == signed(after).date
    assert numbered(before) == numbered(after)
    assert figures(before) == figures(after)


def numbered(reading: EarlierReading) -> list[tuple[str, str]]:
    """Number and title of every point that has a number."""
    return [(number, title) for number, title in points(reading) if number]


def figures(reading: EarlierReading) -> list[Any]:
    """Every row's number or code with its amounts, annex by annex."""
    agreement = signed(reading)
    annexes = [[(row.number, literals(row.amounts)) for row in annex.rows()] for annex in agreement.annexes]
    savings = agreement.savings
    groups = savings.groups if savings else ()
    return [*annexes, [(one.code, literals(one.amounts)) for group in groups for one in group.cases]]
