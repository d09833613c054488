"""A table of contents is left out, and a heading that it alone names is told with the line that names it."""

from dataclasses import replace

import pytest

from renderer.edition.agreement.build import build_agreement
from renderer.model.signed.signed_agreement import SignedAgreement
from renderer.readers.earlier.dispatch import read_earlier
from renderer.readers.earlier.listed_headings import lost_headings
from renderer.readers.earlier.pdf.read import read_pdf
from renderer.readers.earlier.reading import Fate
from renderer.readers.earlier.source import FurnitureLine
from renderer.readers.earlier.word.read import read_word
from renderer.writers.agreement import AGREEMENT_WRITERS
from tests.readers.earlier.word_files import paragraph, word_file
from tests.samples import small_case
from tests.signed_samples import large_signed, small_signed

CODE = "indhold-uden-overskrift"


def listed(text: str) -> str:
    """A line of a Word file's table of contents."""
    return paragraph(text, '<w:pStyle w:val="Indholdsfortegnelse1"/>')


def heading(text: str) -> str:
    return paragraph(text, '<w:pStyle w:val="Overskrift1"/>')


def told(*body: str) -> list[str]:
    """What is said of the table of contents of a Word file."""
    document = read_word("gammel.docx", word_file("".join(body)))
    return [stray.finding.message for stray in lost_headings(document)]


@pytest.mark.parametrize(
    ("entry", "title"),
    [
        ("5. Erhverv\t12", "5. Erhverv"),
        ("5. Erhverv", "5. Erhverv"),
        ("Budget 2018", "Budget 2018"),
        ("5 Erhverv ......... 12", "5. Erhverv"),
        ("Erhverv\t12", "5. Erhverv"),
    ],
)
def test_a_heading_that_is_in_the_text_is_not_told(entry: str, title: str) -> None:
    assert told(listed(entry), heading(title), paragraph("Der er sket meget.")) == []


def test_a_heading_that_is_nowhere_is_told() -> None:
    assert told(listed("5. Erhverv\t12"), listed("6. Havnen\t14"), heading("5. Erhverv")) == [
        "Indholdsfortegnelsen nævner »6. Havnen«, men den overskrift er ikke fundet i teksten."
    ]


def test_the_title_of_the_table_is_no_entry() -> None:
    assert told(listed("Indholdsfortegnelse"), listed("5. Erhverv\t12"), heading("5. Erhverv")) == []


def test_it_is_a_finding_of_the_import_and_its_line_is_reported() -> None:
    body = listed("6. Havnen\t14") + paragraph("Anden opfølgning på Aftale om budget 2018") + heading("5. Erhverv")
    reading = read_earlier("gammel.docx", word_file(body))
    [finding] = [one for one in reading.findings if one.code == CODE]

    assert str(finding.place) == "gammel.docx afsnit 1"
    assert reading.accounting[0].fate is Fate.REPORTED


@pytest.mark.parametrize("ending", ["docx", "pdf"])
@pytest.mark.parametrize("signed", [small_signed(), large_signed()], ids=["small", "large"])
def test_every_entry_of_our_own_documents_has_its_heading(signed: SignedAgreement, ending: str) -> None:
    case = small_case().model_copy(update={"signed": signed})
    file = AGREEMENT_WRITERS[ending](build_agreement(case))
    document = read_word("aftale.docx", file) if ending == "docx" else read_pdf("aftale.pdf", file)
    entries = [part for part in document.parts if isinstance(part, FurnitureLine) and part.listed]

    assert entries
    assert list(lost_headings(document)) == []
    assert list(lost_headings(replace(document, parts=tuple(entries))))
