"""Files that are no workbooks, are protected, or want to do harm: each refused in Danish, none followed."""

import io
import zipfile
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from renderer.edition.questionnaires import questionnaires
from renderer.errors import UnreadableFile
from renderer.readers.collected.read import read_collected
from renderer.readers.workbook.open_book import open_book
from tests.cases import small_case
from tests.workbook_hand import workbooks

CASE = small_case()
NAME, FILE = next(iter(workbooks(CASE, 2).items()))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def repacked(change: Callable[[str, bytes], bytes | None], more: dict[str, bytes] | None = None) -> bytes:
    """The workbook with some of its parts changed, left out or put in."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(FILE)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
        for name in source.namelist():
            content = change(name, source.read(name))
            if content is not None:
                out.writestr(name, content)
        for name, content in (more or {}).items():
            out.writestr(name, content)
    return target.getvalue()


def swapped(old: bytes, new: bytes) -> bytes:
    return repacked(lambda _, content: content.replace(old, new))


def bomb() -> bytes:
    def swollen(name: str, content: bytes) -> bytes:
        return (
            content.replace(b"</sst>", b" " * 70_000_000 + b"</sst>") if name.endswith("sharedStrings.xml") else content
        )

    return repacked(swollen)


ENTITY = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><'
REFUSED = {
    "empty": (b"", "tom"),
    "blank": (b"  \n", "tom"),
    "old Excel": (OLE + b"Workbook", "ældre Excel-format"),
    "password": (OLE + "EncryptedPackage".encode("utf-16-le"), "adgangskode"),
    "half": (FILE[: len(FILE) // 2], "beskadiget"),
    "words": (b"Hej, her er vores svar", "ikke et regneark"),
    "macros": (swapped(b"spreadsheetml.sheet.main+xml", b"ms-excel.sheet.macroEnabled.main+xml"), "makroer"),
    "binary": (swapped(b"openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                       b"ms-excel.sheet.binary.macroEnabled.main"), "xlsb"),
    "word": (swapped(b"spreadsheetml.sheet.main+xml", b"wordprocessingml.document.main+xml"), "Word"),
    "entities": (repacked(lambda name, content: content.replace(b"<sst", ENTITY + b"sst", 1)
                          if name.endswith("sharedStrings.xml") else content), "ikke hører til"),
    "bomb": (bomb(), "for stor"),
    "no sheets' part": (repacked(lambda name, content: None if "sheet2" in name else content), "beskadiget"),
    "broken part": (swapped(b"</worksheet>", b""), "beskadiget"),
    "an archive": (repacked(lambda name, content: None if name[0] == "[" else content), "ikke et regneark"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "message"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_read_is_refused_in_danish(content: bytes, message: str) -> None:
    with pytest.raises(UnreadableFile, match=message) as refusal:
        read_collected("Svar.xlsx", content, CASE)

    assert "Svar.xlsx" in refusal.value.message
    assert refusal.value.hint


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_damaged_file_is_read_or_refused_and_nothing_else(data: st.DataObject) -> None:
    content = bytearray(FILE)
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    with suppress(UnreadableFile):
        read_collected("Svar.xlsx", bytes(content), CASE)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["Svar.csv", "Svar.xlsx", "Svar.ods"]))
def test_any_bytes_are_read_or_refused(content: bytes, name: str) -> None:
    with suppress(UnreadableFile):
        open_book(name, content)


def csv_of(separator: str, newline: str = "\r\n") -> str:
    """The sheet as a program exports it."""
    sheet = next(sheet for sheet in open_book(NAME, FILE).sheets if sheet.name == "Opfølgning")
    lines = []
    for _, cells in sheet.rows():
        texts = [cells[column].text if column in cells else "" for column in range(1, max(cells) + 1)]
        lines.append(separator.join('"' + text.replace('"', '""') + '"' for text in texts))
    return newline.join(lines)


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_lines_of_text_in_utf8_are_read(separator: str, mark: str) -> None:
    status = "Vi er i gang; snart færdige."
    text = csv_of(separator)
    returned = read_collected("Svar.csv", (mark + text).encode(), CASE)

    assert returned.proposals == ()
    assert [finding.code for finding in returned.findings] == ["regneark-uden-oplysninger"]
    changed = read_collected("Svar.csv", (mark + text.replace(sent_status(), status)).encode(), CASE)
    assert {proposal.new for proposal in changed.proposals} == {status}


def sent_status() -> str:
    """A status that stands in the workbook already."""
    rows = questionnaires(CASE, 2)[0].rows
    return next(row.effort.status for row in rows if row.effort and row.effort.status)


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16"])
def test_lines_of_text_that_lose_smileys_are_refused(encoding: str) -> None:
    with pytest.raises(UnreadableFile) as refusal:
        read_collected("Svar.csv", csv_of(";").encode(encoding, "replace"), CASE)

    assert "CSV UTF-8" in refusal.value.hint


def test_a_workbook_of_another_case_is_refused_or_told() -> None:
    other = small_case().model_dump(mode="json")
    other["aftale"]["sagsid"] = "00.30.00-S00-9-99"
    returned = read_collected(NAME, FILE, type(CASE).model_validate(other))

    assert returned.origin.case_id == str(CASE.agreement.case_id)
