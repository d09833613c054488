"""Damaged and foreign files: every one ends in findings or a Danish refusal, and nothing is lost without a word."""

import io
import zipfile
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from renderer.edition.build import build_edition
from renderer.errors import UnreadableFile
from renderer.model.case import Case
from renderer.readers.earlier.combine import combine
from renderer.readers.earlier.dispatch import Kind, kind_of, read_earlier
from renderer.readers.earlier.reading import EarlierReading
from renderer.readers.earlier.text.decoding import decoded
from tests.readers.earlier.markdown_print import print_markdown
from tests.readers.earlier.plain_print import print_plain
from tests.samples import small_case

WHOLE = {
    "markdown": print_markdown(build_edition(small_case(), 2), lambda: True).split("\n"),
    "plain": print_plain(build_edition(small_case(), 2), lambda: True).split("\n"),
}
JUNK = (
    "\t", "\t\t\t", "Milepæl", "Økonomi", "Tid Smiley", "Drift Tid Smiley", "Tid", "Smiley", "Status:", "\u2639",
    "\uf04a", "1. budgetopfølgning 2018", "31.12.2018", "5.01. Igen", "## ", "# Overskrift", "**Fed**", "</p><ul>",
    "<li>o x", "Ansvarligt center:", "Væsentlig bidragsyder: Job, Kultur og Fritid", "- 3 -", "Side 2", "\f", "o", "*",
    "1.", "a.", "\u200b\u00ad", "\ue123", "\U000e0001", "|a|b|", "|---|", "Dato: 31. februar 2018", "Sagsid: x", "]",
    "Kontakt:", "\\", "Første opfølgning på Aftale om budget 2018 for X", "Læsevejledning", "\u263a:", "Milepæl\t\t\t",
    "Definition af smileys på økonomi", "Økonomi\t\t\t\u263a\u2639", "16 pladser\tDrift\tTid\tSmiley",
    "\t\tTid\tSmiley", "Økonomi \uf04a \uf04c",
)  # fmt: skip


def account_for(text: str) -> EarlierReading:
    """The reading of a text, whose every line that is not blank has a fate and whose data is a case but for gaps."""
    reading = read_earlier("opfoelgning.txt", text.encode())
    filled = [number for number, line in enumerate(text.split("\n"), start=1) if line.strip()]

    assert [line.line for line in reading.accounting] == filled
    assert all(finding.message and finding.hint and finding.place.file for finding in reading.findings)
    combined = combine([reading, reading])
    for agreement, followups in ((reading.agreement, [reading.followup]), (combined.agreement, combined.followups)):
        errors = validation_errors({"aftale": agreement, "opfølgninger": [one for one in followups if one]})
        assert errors <= {"missing"}
        assert not errors or any(finding.stops for finding in reading.findings)
    return reading


def validation_errors(data: dict[str, Any]) -> set[str]:
    try:
        Case.model_validate(data)
    except ValidationError as cause:
        return {one["type"] for one in cause.errors()}
    return set()


def refusal_of(content: bytes) -> UnreadableFile | None:
    """The error that a file is refused with, or `None` when it is read."""
    try:
        read_earlier("fil.txt", content)
    except UnreadableFile as refusal:
        return refusal
    return None


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A document with lines lost, doubled, swapped, cut or strange."""
    lines = list(draw(st.sampled_from(sorted(WHOLE.items())))[1])
    start = draw(st.integers(0, len(lines) - 1))
    lines = [*lines[: draw(st.integers(0, 40))], *lines[start : start + draw(st.integers(1, 120))]]
    for _ in range(draw(st.integers(0, 12))):
        position = draw(st.integers(0, len(lines) - 1))
        cut = draw(st.integers(0, 30))
        lines[position : position + 1] = draw(
            st.sampled_from(
                (
                    [],
                    [lines[position], lines[position]],
                    [draw(st.sampled_from(JUNK)), lines[position]],
                    [f"{lines[position]} {draw(st.sampled_from(JUNK))}"],
                    [lines[position][cut:]],
                    [lines[position][:cut]],
                    [lines[position].replace("\t", " ")],
                    [lines[draw(st.integers(0, len(lines) - 1))]],
                )
            )
        ) or [""]
    return "\n".join(lines)


@settings(max_examples=200)
@given(damaged().filter(str.strip))
def test_a_damaged_document_ends_in_findings(text: str) -> None:
    account_for(text)


@given(st.text(min_size=1).map(lambda text: text.replace("\r", "")).filter(str.strip))
def test_any_text_ends_in_findings(text: str) -> None:
    if refusal_of(text.encode()) is None:
        account_for(text)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    refusal = refusal_of(content)

    assert refusal is None or (refusal.message.startswith("Filen »fil.txt«") and refusal.hint)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_usual_encoding_is_read(encoding: str) -> None:
    text = print_markdown(build_edition(small_case(), 0), lambda: False).replace("\u263a", "").replace("\U0001f610", "")
    content = text.replace("\u2639\ufe0f", "").replace("\n", "\r\n").encode(encoding)

    assert read_earlier("a.txt", content).agreement["titel"] == small_case().agreement.title
    assert decoded("a.txt", "Ærø\r\nÅ\rø".encode(encoding)) == "Ærø\nÅ\nø"


def _archive(name: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr(name, "x")
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "er tom"),
        (b" \n\t\n", "er tom"),
        (b"\xef\xbb\xbf", "er tom"),
        (b"\x00\x01\x02\x03", "ikke en tekstfil"),
        (b"\xff\xfe\x00", "ikke en tekstfil"),
        (b"Text\x81 med et forkert tegn", "ikke en tekstfil"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "gamle format"),
        (b"{\\rtf1 Hej}", "RTF"),
        (b"\x89PNG\r\n\x1a\n", "billede"),
        (b"PK\x03\x04kun begyndelsen", "beskadiget"),
        (_archive("xl/workbook.xml"), "ikke et Word-dokument"),
    ],
)
def test_what_cannot_be_read_is_refused_in_danish(content: bytes, said: str) -> None:
    with pytest.raises(UnreadableFile, match=said) as refusal:
        read_earlier("fil.docx", content)

    assert refusal.value.hint


def test_the_content_decides_not_the_name() -> None:
    assert kind_of("a.txt", b"%PDF-1.7 ...") is Kind.PDF
    assert kind_of("a.pdf", _archive("word/document.xml")) is Kind.WORD
    assert kind_of("a.docx", b"# Overskrift") is Kind.MARKDOWN
    assert kind_of("a.md", b"Drift Tid Smiley") is Kind.PLAIN


def test_ligatures_are_letters_and_the_columns_behind_them_stay_where_they_were() -> None:
    text = decoded(
        "aftale.txt", "a\ufb02æsning af \ufb01ltre     glad\nmåleren er sat op       sur\n\ufb03  a\ufb02".encode()
    )

    assert text == "aflæsning af filtre   glad\nmåleren er sat op       sur\nffi  afl"


def test_unprintable_characters_are_left_out_and_reported() -> None:
    title = "# Anden opfølgning på Aftale om budget 2020 for Egedal Kommune"
    reading = account_for(f"{title}\n\nTitel\ue123\u00ad\tDrift\tTid\tSmiley\nNy\u200bt\t\t\t")
    found = [finding for finding in reading.findings if finding.code == "ugyldigt-tegn"]

    assert [finding.place.line for finding in found] == [3]
    assert "U+E123" in found[0].message
    assert reading.agreement["kapitler"][0]["delelementer"][0]["titel"] == "Titel"
    assert reading.agreement["kapitler"][0]["delelementer"][0]["aftaletekst"] == "Nyt"
