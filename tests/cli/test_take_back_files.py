"""Whatever file comes back: `take-back --apply` ends with 0, 1 or 2, says why in Danish, and half-writes no file."""

import io
import shutil
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from renderer.casefolder.edit import edited
from renderer.casefolder.write import case_files
from renderer.journeys.case_files import folder_files
from renderer.model.field import Field, shown
from renderer.writers.word import write_draft, write_word
from tests.cli.program import Run, run
from tests.opened_folders import read_folder
from tests.readers.draft.opened_draft import OpenedDraft, node, paragraph, record_of, sample_case
from tests.readers.draft.opened_draft import run as typed
from tests.readers.draft.test_files import OLE, as_google_docs, without_record
from tests.samples import large_case

TEXT = "felt_1_1_beskrivelse"
OLD = next(iter(sample_case().agreement.items())).description.plain
NEW = "Centret ansætter to medarbejdere."
FIELD = Field(None, "5.01", ("beskrivelse",))
MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
OUTSIDE = "https://sporing.example/skabelon.dotm"


def opened() -> OpenedDraft:
    """The newest draft with one text corrected."""
    draft = OpenedDraft(write_draft(record_of(sample_case(), 4)))
    draft.retype(TEXT, NEW)
    return draft


def changed(change: Callable[[OpenedDraft], object]) -> bytes:
    draft = opened()
    change(draft)
    return draft.bytes()


def zipped(parts: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return packed.getvalue()


def without(name: str) -> bytes:
    data = opened().bytes()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return zipped({one: archive.read(one) for one in archive.namelist() if one != name})


def with_part(name: str, data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(opened().bytes())) as archive:
        return zipped({**{one: archive.read(one) for one in archive.namelist()}, name: data})


def macros_in_docx() -> bytes:
    return with_part("word/vbaProject.bin", OLE)


def docm() -> bytes:
    types = opened().parts["[Content_Types].xml"]
    macros = b"application/vnd.ms-word.document.macroEnabled.main+xml"
    return with_part("[Content_Types].xml", types.replace(MAIN, macros))


def bomb() -> bytes:
    """A part that grows a thousandfold, in a file of some hundred kilobytes."""
    packed = io.BytesIO(opened().bytes())
    with zipfile.ZipFile(packed, "a", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("word/media/stor.xml", b"<a>" + b" " * 70_000_000)
    with zipfile.ZipFile(packed) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if name != "word/media/stor.xml"}
    parts["word/styles.xml"] = b"<w:styles>" + b" " * 70_000_000
    return zipped(parts)


def crossed() -> bytes:
    """A zip whose directory says something else than its parts."""
    data = bytearray(opened().bytes())
    at = data.rfind(b"word/document.xml")
    data[at - 30 : at - 26] = zlib.crc32(b"andet").to_bytes(4, "little")
    return bytes(data)


def attached_template(draft: OpenedDraft) -> None:
    rels = (
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" TargetMode="External" Target="' + OUTSIDE + '" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"/></Relationships>'
    )
    draft.parts["word/_rels/settings.xml.rels"] = rels.encode()


def linked_picture(draft: OpenedDraft) -> None:
    name = draft.relate("image", "file:///etc/passwd", outside=True)
    drawing = f'<w:r><w:drawing><wp:inline><a:graphic><a:graphicData uri="p"><a:blip r:link="{name}"/></a:graphicData>'
    draft.paragraphs(TEXT)[0].append(node(f"{drawing}</a:graphic></wp:inline></w:drawing></w:r>"))


def altered_record(draft: OpenedDraft) -> None:
    record = draft.parts["customXml/item1.xml"]
    old = OLD.split(" ", 1)[0].encode()
    assert old in record
    draft.parts["customXml/item1.xml"] = record.replace(old, b"Falsk", 1)


def entities() -> bytes:
    body = opened().parts["word/document.xml"]
    doctype = b'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    return with_part("word/document.xml", body.replace(b"<w:document", doctype + b"<w:document", 1))


def final_edition() -> bytes:
    return write_word(record_of(sample_case(), 4).edition)


def of_another_case() -> bytes:
    return write_draft(record_of(large_case(3), 3))


def letter(draft: OpenedDraft) -> None:
    without_record(draft)
    del draft.parts["docProps/custom.xml"]
    for child in list(draft.body):
        draft.body.remove(child)
    draft.body.append(node(paragraph(typed("Kære alle"))))


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "er tom"),
    "text": (lambda: b"K\xc3\xa6re alle", "er ikke et Word-dokument"),
    "doc": (lambda: OLE, "ældre Word-format"),
    "password": (lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "adgangskode"),
    "docm": (docm, "indeholder makroer"),
    "bomb": (bomb, "for stor"),
    "cut": (lambda: opened().bytes()[:9000], "beskadiget"),
    "crossed": (crossed, "beskadiget"),
    "entities": (entities, "ikke hører til"),
    "no document": (lambda: without("word/document.xml"), "beskadiget"),
    "no types": (lambda: without("[Content_Types].xml"), "er ikke et Word-dokument"),
    "broken xml": (lambda: with_part("word/document.xml", b"<w:document><w:body>"), "beskadiget"),
    "letter": (lambda: changed(letter), "er ikke et udkast"),
}


TOLD: dict[str, tuple[Callable[[], bytes], str]] = {
    "macros in docx": (macros_in_docx, ""),
    "template": (lambda: changed(attached_template), "ekstern-henvisning"),
    "linked picture": (lambda: changed(linked_picture), "ekstern-henvisning"),
    "altered record": (lambda: changed(altered_record), "udkast-uden-oplysninger"),
    "no record": (lambda: changed(without_record), "udkast-uden-oplysninger"),
    "google docs": (lambda: changed(as_google_docs), "gemt-i-andet-program"),
    "no styles": (lambda: without("word/styles.xml"), ""),
    "no settings": (lambda: without("word/settings.xml"), ""),
    "no numbering": (lambda: without("word/numbering.xml"), ""),
    "no properties": (lambda: without("docProps/app.xml"), ""),
}


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "sag").mkdir()
    for name, text in case_files(sample_case()).items():
        (tmp_path / "sag" / name).write_text(text)
    return tmp_path


def contents(desk: Path) -> dict[str, bytes]:
    """Every file at the desk but the returned ones."""
    return {str(path.relative_to(desk)): path.read_bytes() for path in (desk / "sag").rglob("*") if path.is_file()}


def take_back(desk: Path, *words: str) -> Run:
    done = run("take-back", "sag", *words, cwd=desk)
    assert "Traceback" not in done.out + done.err
    assert done.code in {0, 1, 2}
    return done


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_draft_is_refused_and_nothing_is_written(desk: Path, name: str) -> None:
    made, says = REFUSED[name]
    (desk / "tilbage.docx").write_bytes(made())
    (desk / "godt.docx").write_bytes(opened().bytes())
    before = contents(desk)
    done = take_back(desk, "godt.docx", "tilbage.docx", "--apply")

    assert done.code == 2
    assert says in " ".join(done.err.split())
    assert "tilbage.docx" in done.err
    assert contents(desk) == before


@pytest.mark.parametrize("name", TOLD)
def test_what_can_be_read_is_read_and_what_is_odd_is_told(desk: Path, name: str) -> None:
    made, code = TOLD[name]
    (desk / "tilbage.docx").write_bytes(made())
    before = contents(desk)
    done = take_back(desk, "tilbage.docx", "--apply")

    assert done.code == 0, done.err
    assert code in done.out + done.err
    after = contents(desk)
    assert {name for name in after if after[name] != before.get(name)} == {"sag/aftale.yaml"}
    case = read_folder(desk / "sag").case
    assert case is not None
    assert shown(case, FIELD) == NEW


@pytest.mark.parametrize(("made", "code"), [(of_another_case, "udkast-fra-anden-sag"), (final_edition, "")])
def test_other_files_of_ours_write_nothing(desk: Path, made: Callable[[], bytes], code: str) -> None:
    (desk / "tilbage.docx").write_bytes(made())
    before = contents(desk)
    done = take_back(desk, "tilbage.docx", "--apply")

    assert code in done.out + done.err
    assert contents(desk) == before


def test_two_drafts_that_differ_are_a_conflict_with_every_text(desk: Path) -> None:
    (desk / "a.docx").write_bytes(opened().bytes())
    (desk / "b.docx").write_bytes(changed(lambda draft: draft.retype(TEXT, "Centret ansætter tre.")))
    before = contents(desk)
    done = take_back(desk, "a.docx", "b.docx", "--apply")

    assert done.code == 1
    shown = " ".join(done.out.split())
    assert NEW in shown
    assert "Centret ansætter tre." in shown
    assert " ".join(OLD.split()) in shown
    assert contents(desk) == before


def test_data_that_changed_since_is_a_conflict_with_every_text(desk: Path) -> None:
    (desk / "a.docx").write_bytes(opened().bytes())
    for name, content in edited(folder_files(desk / "sag"), {FIELD: "Noget helt tredje."}, sample_case()).items():
        (desk / "sag" / name).write_bytes(content)
    before = contents(desk)
    done = take_back(desk, "a.docx", "--apply")
    shown = " ".join(done.out.split())

    assert done.code == 1
    assert "Noget helt tredje." in shown
    assert NEW in shown
    assert " ".join(OLD.split()) in shown
    assert contents(desk) == before


def test_the_same_draft_twice_is_written_once_and_then_done(desk: Path) -> None:
    (desk / "a.docx").write_bytes(opened().bytes())
    shutil.copy(desk / "a.docx", desk / "Kopi af a.docx")
    assert take_back(desk, "a.docx", "Kopi af a.docx", "--apply").code == 0
    after = contents(desk)
    again = take_back(desk, "a.docx", "--apply")

    assert again.code == 0
    assert contents(desk) == after


def test_an_older_draft_is_written_where_it_belongs_and_told(desk: Path) -> None:
    draft = OpenedDraft(write_draft(record_of(sample_case(), 2)))
    draft.retype("felt_1_1_milepael_2_status", "Rettet i udkastet til anden opfølgning.")
    (desk / "a.docx").write_bytes(draft.bytes())
    before = contents(desk)
    done = take_back(desk, "a.docx", "--apply")
    after = contents(desk)

    assert done.code == 0
    assert "udkast-fra-tidligere-opfølgning" in done.out + done.err
    assert {name for name in after if after[name] != before.get(name)} == {"sag/opfoelgning-2.yaml"}


def test_a_file_that_is_not_there_is_refused(desk: Path) -> None:
    assert take_back(desk, "findes-ikke.docx").code == 2
    assert take_back(desk, "sag").code == 2
