"""A name that Excel would run as a formula is a text in the numbers' CSV."""

import csv
import io

import pytest

from renderer.edition.build import build_edition, with_overview
from renderer.journeys.overview import Overviewed, as_csv
from renderer.model.case import Case
from tests.samples import small_case


@pytest.mark.parametrize("name", ['=HYPERLINK("https://a.dk")', "+4477", "-1+1", "@SUM(A1)"])
def test_no_cell_begins_as_a_formula(name: str) -> None:
    text = small_case()
    committee = text.agreement.committees[0]
    quoted = name.replace('"', '\\"')
    case = Case.model_validate_json(text.model_dump_json(by_alias=True).replace(f'"{committee}"', f'"{quoted}"'))
    edition = with_overview(case, build_edition(case, 2))
    assert edition.overview

    written = as_csv(Overviewed(edition.facts, edition.overview, ())).decode("utf-8-sig")
    rows = csv.reader(io.StringIO(written), delimiter=";")
    cells = [cell for row in rows for cell in row]
    assert f"'{name}" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
