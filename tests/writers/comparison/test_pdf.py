"""A comparison's PDF is of the archive's grade, says what the comparison says, and shows changes without colour."""

import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, Phase, given, settings

from renderer.edition.build import build_edition
from renderer.edition.comparing.compare import compare_editions
from renderer.edition.comparison import Comparison
from renderer.errors import RenderingError
from renderer.journeys.compare import stated_amounts
from renderer.model.case import Case
from renderer.writers.archival.grade import Grade
from renderer.writers.comparison.pdf import write_comparison_pdf
from renderer.writers.html import comparison_page
from tests.cases import cases
from tests.compared import HAPPY, SAD, compared, everything, report
from tests.samples import large_case
from tests.verapdf import validate_pdf
from tests.writers.comparison.expected import expected_comparison
from tests.writers.tagged_pdf import TaggedPdf
from tests.writers.test_tag_tree import differences, seen


def large_comparison() -> Comparison:
    case = large_case()
    return compare_editions(build_edition(case, 1), build_edition(case, 3), stated_amounts)


def from_the_plan() -> Comparison:
    case = large_case(30)
    return compare_editions(build_edition(case, 0), build_edition(case, 1), stated_amounts)


def nothing() -> Comparison:
    return compared({}, {})


SAMPLES: dict[str, Callable[[], Comparison]] = {
    "everything": everything,
    "large": large_comparison,
    "from the plan": from_the_plan,
    "nothing": nothing,
}


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_structure_says_what_the_comparison_says(sample: str) -> None:
    comparison = SAMPLES[sample]()
    tagged = TaggedPdf(write_comparison_pdf(comparison))
    assert differences(seen(tagged.document), expected_comparison(comparison)) == []


@pytest.mark.slow
def test_samples_conform(tmp_path: Path) -> None:
    paths = []
    for number, sample in enumerate(SAMPLES.values()):
        paths.append(tmp_path / f"{number}.pdf")
        paths[-1].write_bytes(write_comparison_pdf(sample()))
    assert validate_pdf(paths, ("3a", "ua1")) == []
    plain = tmp_path / "2a.pdf"
    plain.write_bytes(write_comparison_pdf(everything(), Grade.WITHOUT_DATA))
    assert validate_pdf([plain], ("2a", "ua1")) == []


@pytest.mark.slow
@pytest.mark.hypothesis
def test_generated_comparisons_conform_and_say_what_they_say(tmp_path: Path) -> None:
    paths: list[Path] = []

    @settings(
        max_examples=12,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=cases())
    def write(case: Case) -> None:
        first, last = case.followups[0].number, case.followups[-1].number
        comparison = compare_editions(build_edition(case, first), build_edition(case, last), stated_amounts)
        paths.append(tmp_path / f"{len(paths)}.pdf")
        paths[-1].write_bytes(write_comparison_pdf(comparison))
        structure = seen(TaggedPdf(paths[-1].read_bytes()).document)
        assert differences(structure, expected_comparison(comparison)) == []

    write()
    assert len(paths) > 8
    assert validate_pdf(paths, ("3a", "ua1")) == []


def test_it_carries_its_data_and_says_what_it_is() -> None:
    comparison = everything()
    with pikepdf.open(BytesIO(write_comparison_pdf(comparison))) as pdf:
        data = pdf.attachments["kildedata.json"].get_file().read_bytes()
        assert Comparison.model_validate(json.loads(data)) == comparison
        assert str(pdf.docinfo["/Title"]) == comparison.facts.title
        assert [str(value) for value in pdf.pages[0].mediabox[2:]] == ["595.275591", "841.889764"]


def test_the_same_comparison_gives_the_same_bytes() -> None:
    assert write_comparison_pdf(everything()) == write_comparison_pdf(everything())


def test_new_words_and_words_that_are_gone_are_told_apart_without_colour() -> None:
    first, second = ({"5.01": {"økonomi": report(HAPPY, f"{words} er ansat.")}} for words in ("Syv", "Ni"))
    page = comparison_page(compared(first, second))
    assert "<p>[<del>Syv</del>] <ins>Ni</ins> er ansat.</p>" in page


def test_what_is_typed_stays_text() -> None:
    second = {"5.01": {"økonomi": report(SAD, "<b>A & B</b>")}}
    assert "&lt;b&gt;A &amp; B&lt;/b&gt;" in comparison_page(compared({"5.01": {"økonomi": report(HAPPY)}}, second))


def test_a_character_without_a_glyph_is_named_with_its_item() -> None:
    second = {"5.01": {"økonomi": report(SAD, "Plan 計")}}
    with pytest.raises(RenderingError) as refused:
        write_comparison_pdf(compared({"5.01": {"økonomi": report(HAPPY)}}, second))
    assert "»計« (U+8A08) ved »5.01. Dialog med erhvervslivet«" in refused.value.message
