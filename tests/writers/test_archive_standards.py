"""Every PDF satisfies PDF/A-3a and PDF/UA-1 at once, by the standards' own tool, and says so of itself."""

import json
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, Phase, given, settings

from renderer.edition.build import build_edition, round_committees
from renderer.edition.edition import Edition
from renderer.model.case import Case
from renderer.writers.archival.grade import Grade
from renderer.writers.pdf import write_pdf
from tests.cases import cases
from tests.overviews import overview_edition
from tests.samples import large_case, small_case
from tests.verapdf import validate_pdf
from tests.writers.editions import with_words, without_items
from tests.writers.expected_tags import expected_document
from tests.writers.tagged_pdf import TaggedPdf
from tests.writers.test_tag_tree import differences, seen

GENERATED = settings(
    max_examples=16,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def written(folder: Path, name: str, edition: Edition, grade: Grade = Grade.WITH_DATA) -> Path:
    path = folder / f"{name}.pdf"
    path.write_bytes(write_pdf(edition, grade))
    return path


@pytest.mark.slow
def test_samples_conform(tmp_path: Path) -> None:
    case = small_case()
    paths = [written(tmp_path, f"{number}", build_edition(case, number)) for number in range(5)]
    paths += [
        written(tmp_path, f"committee-{number}", build_edition(case, 2, committee))
        for number, committee in enumerate(round_committees(case))
    ]
    paths.append(written(tmp_path, "words", with_words(build_edition(case, 4))))
    paths.append(written(tmp_path, "empty", without_items()))
    paths.append(written(tmp_path, "large", build_edition(large_case(), 3)))
    paths += [written(tmp_path, f"overview-{items}", overview_edition(3, items=items)) for items in (0, 86)]

    assert validate_pdf(paths, ("3a", "ua1")) == []


@pytest.mark.slow
@pytest.mark.hypothesis
@pytest.mark.filterwarnings("ignore:Generating overly large repr")
def test_generated_editions_conform_and_are_tagged_as_what_they_are(tmp_path: Path) -> None:
    paths: list[Path] = []

    @GENERATED
    @given(case=cases())
    def write(case: Case) -> None:
        for followup in case.followups[-1:]:
            edition = build_edition(case, followup.number)
            paths.append(written(tmp_path, f"{len(paths)}", edition))
            structure = seen(TaggedPdf(paths[-1].read_bytes()).document)
            assert differences(structure, expected_document(edition)) == []

    write()
    assert len(paths) > 10
    assert validate_pdf(paths, ("3a", "ua1")) == []


@pytest.mark.slow
def test_without_data_it_is_pdf_a_2a(tmp_path: Path) -> None:
    path = written(tmp_path, "2a", build_edition(small_case(), 2), Grade.WITHOUT_DATA)

    assert validate_pdf([path], ("2a", "ua1")) == []
    with pikepdf.open(path) as pdf:
        assert list(pdf.attachments) == []
        assert "/AF" not in pdf.Root


def test_the_source_data_is_inside_once_and_dated() -> None:
    edition = build_edition(small_case(), 2)
    with pikepdf.open(BytesIO(write_pdf(edition))) as pdf:
        [name] = pdf.attachments
        specification = pdf.attachments[name]
        file = specification.get_file()

        assert name == "kildedata.json"
        assert specification.description
        assert Edition.model_validate_json(file.read_bytes()) == edition
        assert json.loads(file.read_bytes())["facts"]["case_id"] == edition.facts.case_id
        assert file.mime_type == "application/json"
        assert file.creation_date is not None
        assert file.creation_date.date() == edition.facts.date
        assert [str(entry.AFRelationship) for entry in pdf.Root.AF] == ["/Source"]


def test_metadata_agree_with_each_other_and_with_the_edition() -> None:
    edition = build_edition(small_case(), 2, "Erhvervs- og Beskæftigelsesudvalget")
    with pikepdf.open(BytesIO(write_pdf(edition))) as pdf, pdf.open_metadata() as xmp:
        facts, info = edition.facts, pdf.docinfo
        assert xmp.pdfa_status == "3A"
        assert xmp["pdfuaid:part"] == "1"
        assert str(info["/Title"]) == xmp["dc:title"] == facts.title
        assert [str(info["/Author"])] == xmp["dc:creator"] == ["Ballerup Kommune, Økonomi og Styring"]
        assert str(info["/Subject"]) == xmp["dc:description"]
        assert facts.case_id in xmp["dc:description"]
        assert str(info["/Keywords"]) == xmp["pdf:Keywords"]
        assert xmp["dc:subject"] == set(xmp["pdf:Keywords"].split(", "))
        assert f"KLE {facts.case_id[:8]}" in xmp["dc:subject"]
        assert xmp["dc:identifier"] == facts.case_id
        assert xmp["dc:language"] == {str(pdf.Root.Lang)}
        assert xmp["xmp:CreateDate"] == xmp["xmp:ModifyDate"] == f"{facts.date}T00:00:00+00:00"
        assert str(info["/CreationDate"]) == f"D:{facts.date:%Y%m%d}000000+00'00"
        assert str(pdf.Root.Lang) == "da"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert pdf.Root.MarkInfo.Marked
