"""Files that are no readable PDF: each ends in a Danish sentence with a way out, and in nothing else."""

import io

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from renderer.errors import UnreadableFile
from renderer.readers.earlier.pdf.read import read_pdf
from tests.readers.earlier.foreign_pages import page

SCANNED = "<div style='width:100mm;height:100mm;background:linear-gradient(red,blue)'></div>"
ITEM = (
    "<table><tr><th>5.01. Flere i job<th>Drift<th>Tid<th>Smiley<tr><td>Milepæl<td>Ti er ansat.<td>31.12.2018<td>"
    "<tr><td>Økonomi<td><td><td></table>"
)


@pytest.fixture(scope="module")
def good() -> bytes:
    return page(f"<p>Læsevejledning</p>{ITEM}")


def encrypted(content: bytes, password: str) -> bytes:
    stream = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as file:
        file.save(stream, encryption=pikepdf.Encryption(user=password, owner="ejer"))
    return stream.getvalue()


def refused(content: bytes) -> UnreadableFile | None:
    """Why a file is refused; `None` where it is read."""
    try:
        read_pdf("gammel.pdf", content)
    except UnreadableFile as refusal:
        return refusal
    return None


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "er tom"),
        (b"Kommunen vil ...", "er ikke en PDF-fil"),
        (b"PK\x03\x04", "er ikke en PDF-fil"),
        (b"%PDF-1.7\nog ikke mere", "beskadiget"),
        (page(""), "scannet"),
        (page(SCANNED), "scannet"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_way_out(content: bytes, says: str) -> None:
    refusal = refused(content)

    assert refusal
    assert "»gammel.pdf«" in refusal.message
    assert says in refusal.message
    assert refusal.hint.endswith(".")


def test_a_file_with_a_password_is_refused(good: bytes) -> None:
    refusal = refused(encrypted(good, "hemmelig"))

    assert refusal
    assert "adgangskode" in refusal.message


def test_a_file_that_only_its_owner_may_change_is_read(good: bytes) -> None:
    assert refused(encrypted(good, "")) is None


def test_broken_tags_are_left_out_of_account(good: bytes) -> None:
    stream = io.BytesIO()
    with pikepdf.open(io.BytesIO(good)) as file:
        loop = file.make_indirect(pikepdf.Dictionary(S=pikepdf.Name.P))
        loop.K = pikepdf.Array([loop, 7, pikepdf.Name.Forkert, pikepdf.Dictionary(MCID=pikepdf.Name.Intet)])
        file.Root.StructTreeRoot = pikepdf.Dictionary(K=loop, RoleMap=pikepdf.Dictionary(P=pikepdf.Name.P))
        file.save(stream)

    assert read_pdf("løkke.pdf", stream.getvalue()).parts == read_pdf("løkke.pdf", good).parts


@settings(max_examples=60)
@given(data=st.data())
def test_a_damaged_file_is_read_or_refused_but_nothing_else(good: bytes, data: st.DataObject) -> None:
    content = bytearray(good)
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))

    refusal = refused(bytes(content[: data.draw(st.integers(0, len(content)))]))

    assert refusal is None or refusal.hint
