"""An agreement's PDF is of the archive's grade, says what the document says, and its contents lead where they say."""

import itertools
import json
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from hypothesis import HealthCheck, Phase, given, settings

from renderer.edition.agreement.document import AgreementDocument
from renderer.errors import RenderingError
from renderer.model.signed.signed_agreement import SignedAgreement
from renderer.writers.agreement.pdf import write_agreement_pdf
from renderer.writers.archival.grade import Grade
from tests.signed_agreements import signed_agreements
from tests.verapdf import validate_pdf
from tests.writers.agreement.expected import expected_agreement
from tests.writers.agreement.samples import SAMPLES, document, small
from tests.writers.tagged_pdf import TaggedPdf
from tests.writers.test_tag_tree import differences, seen


def heading_pages(tagged: TaggedPdf, agreement: AgreementDocument) -> list[int]:
    """The pages on which the headings that the contents list really stand, in order."""
    found = [element for element in tagged.document.walk() if element.role in {"H2", "H3", "H4", "H5", "H6"}]
    numbers = {page.objgen: number for number, page in enumerate(tagged.pdf.pages, 1)}
    standing = [numbers[element.source.Pg.objgen] for element in found]
    titled = list(agreement.headings())
    return [page for page, heading in zip(standing[-len(titled) :], titled, strict=True) if heading.listed]


def mistakes(agreement: AgreementDocument, pdf: bytes) -> list[str]:
    tagged = TaggedPdf(pdf)
    pages = heading_pages(tagged, agreement) if agreement.contents() else []
    return differences(seen(tagged.document), expected_agreement(agreement, pages))


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_structure_says_what_the_agreement_says(sample: str) -> None:
    agreement = SAMPLES[sample]()
    assert mistakes(agreement, write_agreement_pdf(agreement)) == []


@pytest.mark.slow
def test_samples_conform(tmp_path: Path) -> None:
    paths = []
    for number, sample in enumerate(SAMPLES.values()):
        paths.append(tmp_path / f"{number}.pdf")
        paths[-1].write_bytes(write_agreement_pdf(sample()))
    assert validate_pdf(paths, ("3a", "ua1")) == []
    plain = tmp_path / "2a.pdf"
    plain.write_bytes(write_agreement_pdf(small(), Grade.WITHOUT_DATA))
    assert validate_pdf([plain], ("2a", "ua1")) == []


@pytest.mark.slow
@pytest.mark.hypothesis
def test_generated_agreements_conform_and_say_what_they_say(tmp_path: Path) -> None:
    paths: list[Path] = []

    @settings(
        max_examples=20,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(signed=signed_agreements())
    def write(signed: SignedAgreement) -> None:
        agreement = document(signed)
        paths.append(tmp_path / f"{len(paths)}.pdf")
        paths[-1].write_bytes(write_agreement_pdf(agreement))
        assert mistakes(agreement, paths[-1].read_bytes()) == []

    write()
    assert len(paths) > 15
    assert validate_pdf(paths, ("3a", "ua1")) == []


@pytest.fixture(scope="module")
def tagged() -> TaggedPdf:
    return TaggedPdf(write_agreement_pdf(small()))


def test_every_cell_points_at_its_columns_its_groups_and_its_rows_heading(tagged: TaggedPdf) -> None:
    table = tagged.document.all("Table")[-1]
    words = {cell.text_of("/ID"): cell.words for cell in table.all("TH")}
    found: dict[str, list[list[str]]] = {}
    for cell in table.all("TD"):
        found.setdefault(cell.words, []).append([words[str(name)] for name in cell.attribute("/Headers")])

    assert found["-0,27"][0] == ["2020", "Teknik-ogMiljøudvalget", "TMU-07", "Nyelamper"]
    assert [int(cell.attribute("/ColSpan")) for cell in table.all("TH") if cell.attribute("/ColSpan")] == [8, 2, 2, 2]


def test_headings_skip_no_level(tagged: TaggedPdf) -> None:
    levels = [int(one.role[1]) for one in tagged.document.walk() if one.role[0] == "H" and one.role[1:].isdigit()]

    assert levels[0] == 1
    assert max(levels) == 5
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_the_contents_lead_to_the_pages_that_they_name() -> None:
    agreement = SAMPLES["large"]()
    tagged = TaggedPdf(write_agreement_pdf(agreement))
    numbers = {page.objgen: number for number, page in enumerate(tagged.pdf.pages, 1)}
    targets = _destinations(tagged.pdf)
    links = [
        numbers[targets[str(note.A.D)][0].objgen] if "/A" in note else numbers[targets[str(note.Dest)][0].objgen]
        for page in tagged.pdf.pages
        for note in page.get("/Annots", [])
    ]
    entries = tagged.document.all("TOCI")

    assert len(entries) == len(agreement.contents())
    assert [int(entry.words.removeprefix("".join(h.text.split()))) for entry, h in _paired(entries, agreement)] == (
        heading_pages(tagged, agreement)
    )
    assert list(dict.fromkeys(links)) == list(dict.fromkeys(heading_pages(tagged, agreement)))


def _paired(entries: list[Any], agreement: AgreementDocument) -> list[tuple[Any, Any]]:
    return list(zip(entries, agreement.contents(), strict=True))


def _destinations(pdf: pikepdf.Pdf) -> dict[str, Any]:
    names = pdf.Root.Names.Dests.Names
    return {str(names[i]): names[i + 1] for i in range(0, len(names), 2)}


def test_short_chapters_and_short_tables_share_pages(tagged: TaggedPdf) -> None:
    """Title page; contents, text and signatures; all tables."""
    pages = heading_pages(tagged, small())

    assert pages == sorted(pages)
    assert pages[0] == 2, "short contents are followed by the text"
    assert {pages[-1]} == set(pages[-3:]), "the three tables stand on one page"
    assert len(tagged.pages) == 4


def test_long_contents_stand_alone_and_no_chapter_leaves_a_page_that_is_nearly_blank() -> None:
    tagged = TaggedPdf(write_agreement_pdf(SAMPLES["large"]()))
    written = [sum(map(len, page.marked.values())) for page in tagged.pages]
    first_table = heading_pages(tagged, SAMPLES["large"]())[-3]
    contents = tagged.document.all("TOCI")[-1]
    texts = heading_pages(tagged, SAMPLES["large"]())[0]

    assert contents is not None
    assert texts > 2
    # The last page of the text ends where it ends; every other one is filled.
    assert min(written[texts - 1 : first_table - 2]) > max(written) / 3


def test_nothing_unmarked_and_dots_are_no_text() -> None:
    tagged = TaggedPdf(write_agreement_pdf(SAMPLES["large"]()))

    assert [page.unmarked for page in tagged.pages] == [""] * len(tagged.pages)
    assert not any("..." in words for page in tagged.pages for words in page.marked.values())
    assert not any("..." in words for page in tagged.pages for _, words in page.artifacts)


def test_it_carries_its_data_and_says_what_it_is() -> None:
    agreement = small()
    with pikepdf.open(BytesIO(write_agreement_pdf(agreement))) as pdf:
        data = pdf.attachments["kildedata.json"].get_file().read_bytes()
        assert AgreementDocument.model_validate(json.loads(data)) == agreement
        assert str(pdf.docinfo["/Title"]) == "Budgetaftale 2019-2022"
        assert "budgetaftale" in str(pdf.docinfo["/Keywords"])
        assert {str(page.mediabox[2]) for page in pdf.pages} == {"595.275591"}


def test_the_same_agreement_gives_the_same_bytes() -> None:
    assert write_agreement_pdf(small()) == write_agreement_pdf(small())


def test_a_table_that_goes_on_says_so_beside_its_labels() -> None:
    tagged = TaggedPdf(write_agreement_pdf(SAMPLES["large"]()))
    repeated = [words for page in tagged.pages for said, words in page.artifacts if "/Subtype" not in said]

    assert "Indsats(mio.kr.)(fortsat)" in "".join(repeated)


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"indledning": [{"overskrift": "Økonomi", "tekst": "計"}]}, "under »Økonomi«"),
        ({"indledning": [{"tekst": "計"}]}, "i indledningen"),
        ({"bilag": [{"type": "drift", "titel": "計"}]}, "i tabellen »DRIFT 計«"),
        ({"sted": "計"}, "på første side eller ved underskrifterne"),
    ],
)
def test_a_character_without_a_glyph_is_named_with_its_place(change: dict[str, Any], place: str) -> None:
    with pytest.raises(RenderingError) as refused:
        write_agreement_pdf(document(SignedAgreement.model_validate({"periode": "2021", **change})))
    assert f"»計« (U+8A08) {place}" in refused.value.message
