"""What today's program says of files that another version made: never that they are changed, and never too much."""

import io
import json
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from renderer.edition.edition import Edition
from renderer.errors import UnreadableFile
from renderer.journeys.rendering.extract import extract
from renderer.journeys.rendering.verify import Verdict, Verification, verify, verify_content
from renderer.readers.pdf_shown import NotShown, ShownPdf, beside_pages
from renderer.vocabulary import SOURCE_DATA_FILE
from renderer.writers.pdf import write_pdf
from renderer.writers.provenance import Held, provenance

KEPT = sorted((Path(__file__).parent / "earlier_versions").glob("*.pdf"))
ENGINE = provenance().partition("; aftryk")[0]
NOT_AS_NOW = {"edition-e8436bb979bdb369.pdf"}
"""Kept files that a later change of the documents has made others. Only a change that was meant adds to it."""

OTHER = ENGINE + "; aftryk 0123456789abcdef)"
NEVER_ACCUSED = {Verdict.SAME_CONTENT, Verdict.UNPROVEN}


@pytest.fixture(scope="module")
def edition() -> Edition:
    document = extract(KEPT[-1]).document
    assert isinstance(document, Edition)
    return document


@pytest.fixture(scope="module")
def of_another(edition: Edition) -> bytes:
    return write_pdf(edition, held=Held(OTHER, edition.as_json()))


def saved(content: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        change(pdf)
        pdf.save(target, deterministic_id=True)
    return target.getvalue()


def codes(verification: Verification) -> set[str]:
    return {finding.code for finding in verification.findings}


def test_there_are_kept_files() -> None:
    assert len(KEPT) >= 5
    assert {path.name for path in KEPT} >= NOT_AS_NOW


@pytest.mark.parametrize("path", KEPT, ids=lambda path: path.name)
def test_a_file_of_an_earlier_version_is_verified_by_this_one(path: Path) -> None:
    made_by = extract(path).made_by
    assert made_by != provenance()
    verification = verify(path)

    if path.name in NOT_AS_NOW:
        assert verification.verdict is Verdict.UNPROVEN
        assert {finding.severity.value for finding in verification.findings} == {"advarsel"}
    elif made_by.startswith(ENGINE):
        assert verification == Verification(Verdict.IDENTICAL_OF_ANOTHER)
    else:  # with another typesetter on this machine, letters may stand elsewhere
        assert verification.verdict is not Verdict.DIFFERENT


def test_a_file_that_comes_out_the_same_with_its_own_provenance_is_identical(of_another: bytes) -> None:
    verification = verify_content("udgave.pdf", of_another)

    assert verification == Verification(Verdict.IDENTICAL_OF_ANOTHER)
    assert verification.verdict.value == "identisk (dannet af en anden version)"
    assert verification.verdict.proves


def test_the_typesetter_that_signed_the_file_is_held_fixed_too(edition: Edition) -> None:
    made_by = OTHER.replace("WeasyPrint 70.0", "WeasyPrint 69.9")
    content = write_pdf(edition, held=Held(made_by, edition.as_json()))

    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert str(pdf.docinfo["/Producer"]) == "WeasyPrint 69.9"
        assert pdf.open_metadata()["pdf:Producer"] == "WeasyPrint 69.9"
    assert verify_content("udgave.pdf", content).verdict is Verdict.IDENTICAL_OF_ANOTHER


def test_data_that_lack_what_was_not_known_then_are_held_fixed(edition: Edition) -> None:
    short = json.loads(edition.as_json())
    del short["language"]
    text = json.dumps(short, ensure_ascii=False, indent=1)
    content = write_pdf(edition, held=Held(OTHER, text))

    assert extract_source(content) == text != edition.as_json()
    assert verify_content("udgave.pdf", content).verdict is Verdict.IDENTICAL_OF_ANOTHER


def extract_source(content: bytes) -> str:
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return pdf.attachments[SOURCE_DATA_FILE].get_file().read_bytes().decode()


def test_a_file_that_is_only_packed_otherwise_has_the_same_content(of_another: bytes) -> None:
    verification = verify_content("udgave.pdf", saved(of_another, lambda _: None))

    assert verification.verdict is Verdict.SAME_CONTENT
    assert not verification.verdict.proves
    assert codes(verification) == {"anden-version"}
    assert OTHER in verification.findings[0].message


@pytest.mark.parametrize(
    "smuggled",
    [
        lambda text: text + " ",
        lambda text: text.replace('{\n "format": 1,', '{\n "format": 7,\n "format": 1,', 1),
        lambda text: json.dumps(json.loads(text), ensure_ascii=False),
        lambda text: json.dumps(dict(reversed(json.loads(text).items())), ensure_ascii=False, indent=1),
    ],
    ids=["blank", "key twice", "one line", "other order"],
)
def test_data_that_carry_more_than_they_say_are_never_identical(
    edition: Edition, smuggled: Callable[[str], str]
) -> None:
    text = smuggled(edition.as_json())
    assert text != edition.as_json()
    content = write_pdf(edition, held=Held(OTHER, text))

    assert verify_content("udgave.pdf", content).verdict in NEVER_ACCUSED


@pytest.mark.parametrize(
    "made_by", ["", "Word 2019", OTHER + " ", OTHER.replace("0.1.0", "0.1.0 eller nyere"), "\x1b[2J"]
)
def test_a_provenance_of_another_form_proves_no_byte(edition: Edition, of_another: bytes, made_by: str) -> None:
    def renamed(pdf: pikepdf.Pdf) -> None:
        pdf.docinfo["/Creator"] = made_by

    verification = verify_content("udgave.pdf", saved(of_another, renamed))
    assert verification.verdict is Verdict.SAME_CONTENT
    assert "\x1b" not in verification.findings[0].message
    if made_by.isprintable():
        written = write_pdf(edition, held=Held(made_by or "?", edition.as_json()))
        assert verify_content("udgave.pdf", written).verdict is Verdict.SAME_CONTENT


def a_dot(pdf: pikepdf.Pdf) -> None:
    pdf.pages[-1].contents_add(pikepdf.Stream(pdf, b"q 0 0 0 rg 300 400 2 2 re f Q"))


def a_pale_patch(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].contents_add(pikepdf.Stream(pdf, b"q 0.9 g 60 60 80 30 re f Q"))


def a_hidden_line(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    font = next(iter(page.Resources.Font))
    page.contents_add(pikepdf.Stream(pdf, f"BT 3 Tr {font} 9 Tf 60 60 Td <00240025> Tj ET".encode()))


def a_cover(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Square, Rect=[10, 10, 200, 200])
    page.obj.Annots = pikepdf.Array([pdf.make_indirect(note)])


def a_program(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")


def a_form(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array())


def another_attachment(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["mere.txt"] = b"mere"


def another_spoken_word(pdf: pikepdf.Pdf) -> None:
    faces = [
        one
        for one in pdf.objects
        if isinstance(one, pikepdf.Dictionary) and "/ActualText" in one and one.get("/Type") != "/Font"
    ]
    words = {str(one.ActualText) for one in faces}
    assert len(words) > 1
    first = faces[0]
    first.ActualText = next(word for word in sorted(words) if word != str(first.ActualText))


def another_bookmark(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Outlines.First.Title = "En anden overskrift"


def another_author(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Author"] = "En anden kommune"


def a_page_less(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[-1]


def a_larger_page(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].mediabox = pikepdf.Array([0, 0, 100_000, 100_000])


def other_data(pdf: pikepdf.Pdf) -> None:
    source = pdf.attachments[SOURCE_DATA_FILE].get_file().read_bytes()
    assert b"marts" in source
    pdf.attachments[SOURCE_DATA_FILE] = source.replace(b"marts", b"april")


@pytest.mark.parametrize(
    "tampered",
    [
        a_dot, a_pale_patch, a_hidden_line, a_cover, a_program, a_form, another_attachment, another_spoken_word,
        another_bookmark, another_author, a_page_less, a_larger_page, other_data,
    ],
    ids=lambda tampered: tampered.__name__,
)  # fmt: skip
def test_a_tampered_file_of_another_version_passes_for_nothing_and_is_not_accused(
    of_another: bytes, tampered: Callable[[pikepdf.Pdf], None]
) -> None:
    verification = verify_content("udgave.pdf", saved(of_another, tampered))

    assert verification.verdict is Verdict.UNPROVEN
    assert len(verification.findings) > 1
    assert all("ændret" not in finding.message for finding in verification.findings)
    assert {finding.severity.value for finding in verification.findings} == {"advarsel"}


def test_the_page_that_cannot_be_proved_is_named(of_another: bytes) -> None:
    verification = verify_content("udgave.pdf", saved(of_another, a_pale_patch))

    assert [finding.place.page for finding in verification.findings if finding.place.page] == [1]


def test_bytes_appended_are_never_identical(of_another: bytes) -> None:
    assert verify_content("udgave.pdf", of_another + b"\n").verdict in NEVER_ACCUSED


def test_data_that_this_version_cannot_read_are_told_with_the_way_out(of_another: bytes) -> None:
    def newer(pdf: pikepdf.Pdf) -> None:
        source = json.loads(pdf.attachments[SOURCE_DATA_FILE].get_file().read_bytes())
        pdf.attachments[SOURCE_DATA_FILE] = json.dumps({**source, "something_new": 1}).encode()

    with pytest.raises(UnreadableFile, match="fra en anden version") as caught:
        verify_content("udgave.pdf", saved(of_another, newer))
    assert "den version" in caught.value.hint


@pytest.mark.parametrize("spoilt", [b"", b"%PDF-1.7\n", b"PK\x03\x04"])
def test_what_cannot_be_shown_is_one_error(spoilt: bytes) -> None:
    with pytest.raises(NotShown):
        ShownPdf(spoilt)
    with pytest.raises(NotShown):
        beside_pages(spoilt)


def a_bookmark_above_itself(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Outlines.First.First = pdf.Root.Outlines


def a_list_of_itself(pdf: pikepdf.Pdf) -> None:
    own = pdf.make_indirect(pikepdf.Array())
    own.extend([own] * 5_000)
    pdf.Root.StructTreeRoot.K = own


@pytest.mark.parametrize("circle", [a_bookmark_above_itself, a_list_of_itself], ids=lambda circle: circle.__name__)
def test_a_tree_that_goes_round_in_a_circle_comes_to_an_end(
    of_another: bytes, circle: Callable[[pikepdf.Pdf], None]
) -> None:
    content = saved(of_another, circle)
    beside_pages(content)
    assert verify_content("udgave.pdf", content).verdict in NEVER_ACCUSED
