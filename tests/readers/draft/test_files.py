"""The file itself: renamed, saved by other programs, without its record, of another case, or none of ours at all."""

import io
import re
import zipfile

import pytest

from renderer.edition.draft import Due, draft_record
from renderer.errors import UnreadableFile
from renderer.readers.draft.read import read_draft
from renderer.vocabulary.draft_marks import PROPERTY_FOLLOWUP
from renderer.writers.word import write_draft, write_word
from tests.readers.draft.opened_draft import (
    DAY,
    OpenedDraft,
    changes,
    codes,
    draft_bytes,
    drop,
    node,
    only,
    paragraph,
    read,
    rebuilt,
    record_of,
    run,
    sample_case,
)

TEXT = "felt_1_1_beskrivelse"
RECORD = "customXml/item1.xml"
PROPERTIES = "docProps/custom.xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)


def without_record(draft: OpenedDraft) -> OpenedDraft:
    """The draft as a program saves it that keeps no custom XML."""
    for name in [name for name in draft.parts if name.startswith("customXml/")]:
        del draft.parts[name]
    for rels in ("word/_rels/document.xml.rels",):
        text = draft.parts[rels].decode()
        draft.parts[rels] = re.sub(r"<Relationship [^>]*/customXml\"[^>]*/>", "", text).encode()
    return draft


def as_google_docs(draft: OpenedDraft) -> OpenedDraft:
    """The draft as Google Docs exports it: no controls, bookmarks, records or properties; looks on every run."""
    without_record(draft).without_marks()
    for name in ("docProps/custom.xml", "docProps/app.xml"):
        del draft.parts[name]
    rels = draft.parts["_rels/.rels"].decode()
    draft.parts["_rels/.rels"] = re.sub(r"<Relationship [^>]*(?:custom|app)\.xml\"[^>]*/>", "", rels).encode()
    for one in draft.document.iter("{*}r"):
        for look in one.findall("{*}rPr"):
            one.remove(look)
        one.insert(
            0,
            node(
                '<w:rPr><w:rFonts w:ascii="Verdana" w:hAnsi="Verdana"/><w:color w:val="222b2f"/><w:sz w:val="17"/>'
                '<w:szCs w:val="17"/><w:u w:val="none"/><w:shd w:fill="auto" w:val="clear"/>'
                '<w:vertAlign w:val="baseline"/></w:rPr>'
            ),
        )
    return draft


def test_a_renamed_file_is_the_same_draft() -> None:
    assert read(draft_bytes(), "Kopi.docx").origin == read(draft_bytes()).origin


@pytest.mark.parametrize("altered", [False, True])
def test_without_its_record_a_draft_is_compared_with_the_case(altered: bool) -> None:
    draft = OpenedDraft()
    draft.retype(TEXT, "Nye ord.")
    if altered:
        draft.parts[RECORD] = draft.parts[RECORD].replace(b"Skriv", b"skriv").replace(b"fleksjob", b"job")
        draft.parts[RECORD] = draft.parts[RECORD].replace(b"&quot;number&quot;:1", b"&quot;number&quot;:2")
    else:
        without_record(draft)
    found = draft.read()

    assert only(found).new == "Nye ord."
    assert codes(found) == ["udkast-uden-oplysninger"]
    assert ("ændret" if altered else "mangler") in found.findings[0].message
    assert found.origin.followup == 2


def test_a_record_that_is_no_record_is_as_none() -> None:
    draft = OpenedDraft()
    draft.parts[RECORD] = re.sub(rb">\{.*\}<", b">{]<", draft.parts[RECORD], flags=re.DOTALL)

    assert codes(draft.read()) == ["udkast-uden-oplysninger"]


def test_a_draft_of_a_followup_that_the_case_has_not_is_refused_without_its_record() -> None:
    draft = without_record(OpenedDraft())
    said = draft.parts[PROPERTIES].decode()
    at = said.index(PROPERTY_FOLLOWUP)
    draft.parts[PROPERTIES] = (said[:at] + said[at:].replace(">2<", ">9<", 1)).encode()
    with pytest.raises(UnreadableFile, match="opfølgning 9, som sagen ikke har"):
        draft.read()


def test_the_days_on_the_first_page_are_ours_also_where_the_record_is_gone() -> None:
    due = Due(reporting=DAY, meeting=DAY)
    data = write_draft(draft_record(record_of(sample_case()).edition, 1, DAY, "0.1.0", due=due))

    assert (read(data).proposals, codes(read(data))) == ((), [])
    assert codes(without_record(OpenedDraft(data)).read()) == ["udkast-uden-oplysninger"]


def test_a_draft_of_another_case_says_so() -> None:
    other = sample_case().model_copy(
        update={"agreement": sample_case().agreement.model_copy(update={"title": "Aftale om budget 2031"})}
    )
    found = read(write_draft(record_of(other)))

    assert found.origin.identity != read(draft_bytes()).origin.identity


def test_a_committees_draft_is_read_as_its_own() -> None:
    committee = sample_case().agreement.committees[0]
    data = write_draft(record_of(sample_case(), 2, committee))
    draft = without_record(OpenedDraft(data))

    assert read(data).origin.committee == committee
    assert (draft.read().origin.committee, codes(draft.read())) == (committee, ["udkast-uden-oplysninger"])


def test_an_export_from_google_docs_is_read_by_its_tables() -> None:
    draft = OpenedDraft()
    draft.retype(TEXT, "Nye ord.")
    draft.retype("felt_1_1_milepael_1_status", "Ny status.")
    found = as_google_docs(draft).read()

    assert changes(found)["5.01", "beskrivelse"][1] == "Nye ord."
    assert changes(found)["5.01", "milepæle", "1", "status"][1] == "Ny status."
    assert len(found.proposals) == 2
    assert codes(found) == ["gemt-i-andet-program", "udkast-uden-oplysninger"]
    assert found.origin.followup == 2


def test_the_title_tells_which_committees_edition_an_export_was() -> None:
    committee = sample_case().agreement.committees[0]
    draft = as_google_docs(OpenedDraft(write_draft(record_of(sample_case(), 3, committee))))

    assert (draft.read().origin.followup, draft.read().origin.committee) == (3, committee)


def test_tracked_changes_that_libreoffice_lost_are_marked() -> None:
    draft = OpenedDraft()
    sent = next(iter(sample_case().agreement.items())).description.plain
    first, _, rest = sent.partition(" ")
    draft.retype(TEXT, f"{first}Herefter {rest}")
    draft.saved_by("LibreOffice/7.4.7.2$Linux_X86_64")
    found = draft.read()

    assert codes(found) == ["gammel-og-ny-tekst", "gemt-i-libreoffice"]
    assert only(found).new.startswith(f"{first}Herefter")


@pytest.mark.parametrize("tracks", [True, False])
def test_an_addition_in_libreoffice_is_doubted_only_where_changes_were_tracked(tracks: bool) -> None:
    draft = OpenedDraft()
    if not tracks:
        settings = draft.parts["word/settings.xml"]
        draft.parts["word/settings.xml"] = settings.replace(b"<w:trackRevisions/>", b"")
    sent = next(iter(sample_case().agreement.items())).description.plain
    draft.retype(TEXT, f"{sent} Det er nyt.")
    draft.saved_by("LibreOffice/7.4.7.2$Linux_X86_64")
    found = draft.read()

    assert only(found).new == f"{sent} Det er nyt."
    assert codes(found) == ["gemt-i-libreoffice", *["rettelse-uden-mærke"] * tracks]


def test_habits_of_word_online_change_nothing() -> None:
    draft = OpenedDraft()
    for number, one in enumerate(list(draft.document.iter("{*}p"))):
        one.set("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}rsidR", f"{number:08X}")
        for text in list(one.iter("{*}r")):
            text.addprevious(node('<w:proofErr w:type="spellStart"/>'))
            text.addnext(node('<w:proofErr w:type="spellEnd"/>'))
            text.addnext(node("<w:r><w:lastRenderedPageBreak/></w:r>"))
    draft.paragraphs(TEXT)[0].append(node('<w:bookmarkStart w:id="7000" w:name="_GoBack"/>'))
    draft.paragraphs(TEXT)[0].append(node('<w:bookmarkEnd w:id="7000"/>'))
    properties = draft.control(TEXT).find("{*}sdtPr")
    assert properties is not None
    properties.append(node('<w15:appearance w15:val="tags"/>'))
    found = draft.read()

    assert (found.proposals, found.findings) == ((), ())


def test_the_strict_form_is_read() -> None:
    strict = {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "wordprocessingml/main",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "officeDocument/relationships",
        "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties": "officeDocument/customProperties",
    }
    draft = OpenedDraft()
    draft.retype(TEXT, "Nye ord.")
    draft.bytes()
    for name, data in draft.parts.items():
        if name.endswith((".xml", ".rels")):
            for old, new in strict.items():
                data = data.replace(old.encode(), f"http://purl.oclc.org/ooxml/{new}".encode())  # noqa: PLW2901
            draft.parts[name] = data
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in draft.parts.items():
            archive.writestr(name, data)

    assert only(read(packed.getvalue())).new == "Nye ord."


def test_references_to_the_outside_are_told_and_not_followed() -> None:
    draft = OpenedDraft()
    draft.relate("image", "https://sporing.example/p.png", outside=True)
    draft.relate("hyperlink", "https://balk.dk", outside=True)
    found = draft.read()

    assert codes(found) == ["ekstern-henvisning"]
    assert "sporing.example" in found.findings[0].message


def zipped(**changed: bytes | None) -> bytes:
    """The draft with other parts, by their name before the first full stop; `None` leaves a part out."""
    draft = OpenedDraft()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in draft.parts.items():
            new = changed.get(name.rsplit("/")[-1].split(".")[0].strip("[]"), data)
            if new is not None:
                archive.writestr(name, new)
    return packed.getvalue()


MACROS = (
    OpenedDraft()
    .parts["[Content_Types].xml"]
    .replace(
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    )
)
HIDDEN_MACROS = (
    OpenedDraft()
    .parts["[Content_Types].xml"]
    .replace(b"</Types>", b'<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>')
)
BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]><x>&b;</x>'


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "er tom"),
        (b"%PDF-1.7 ...", "er ikke et Word-dokument"),
        (OLE, "ældre Word-format"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "adgangskode"),
        (draft_bytes()[:20_000], "beskadiget"),
        (zipped(Content_Types=MACROS), "makroer"),
        (zipped(Content_Types=HIDDEN_MACROS), "makroer"),
        (zipped(document=BOMB), "ikke hører til"),
        (zipped(document=b"<w:document"), "beskadiget"),
        (zipped(document=b"<a/>"), "ikke et udkast"),
        (zipped(document=None), "beskadiget"),
        (zipped(document=b" " * 65_000_000), "for stor"),
        (zipped(styles=b"<oops"), "beskadiget"),
    ],
)
def test_what_cannot_be_read_is_refused_in_danish(data: bytes, says: str) -> None:
    with pytest.raises(UnreadableFile, match=says) as refusal:
        read(data, "tilbage.docx")

    assert "»tilbage.docx«" in refusal.value.message
    assert refusal.value.hint.endswith(".")


def test_a_word_file_that_is_no_draft_is_refused() -> None:
    draft = without_record(OpenedDraft())
    for child in list(draft.body)[:-1]:
        drop(child)
    draft.body.insert(0, node(paragraph(run("Referat af mødet"))))
    with pytest.raises(UnreadableFile, match="er ikke et udkast fra denne sag"):
        draft.read()
    for name in ("docProps/custom.xml",):
        draft.parts[name] = draft.parts[name].replace(b"Opf", b"Xpf")
    with pytest.raises(UnreadableFile, match="er ikke et udkast fra denne sag"):
        draft.read()


@pytest.mark.parametrize("followup", [0, 2])
@pytest.mark.parametrize("saved_by", [None, "Microsoft Office Word", "LibreOffice/7.4.7.2$Linux_X86_64"])
def test_a_final_edition_is_refused_whoever_saved_it(followup: int, saved_by: str | None) -> None:
    final = OpenedDraft(write_word(record_of(sample_case(), followup).edition))
    if saved_by:
        final.saved_by(saved_by)
    with pytest.raises(UnreadableFile, match=r"»x.docx« er den endelige udgave og ikke et udkast.$") as refusal:
        read(final.bytes(), "x.docx")

    assert refusal.value.hint.startswith("Dan et udkast med kommandoen draft")


def test_a_final_edition_of_another_case_is_none_of_this() -> None:
    data = write_word(record_of(sample_case()).edition)

    with pytest.raises(UnreadableFile, match="ikke et udkast fra denne sag"):
        read_draft("x.docx", data, lambda *_: None)


@pytest.mark.parametrize("mark", ["head", "field", "empty field"])
def test_a_draft_that_lost_its_first_page_and_its_record_is_known_by_any_mark(mark: str) -> None:
    final = OpenedDraft(write_word(record_of(sample_case()).edition))
    if mark == "head":
        draft = OpenedDraft(draft_bytes())
        final.parts.update({name: draft.parts[name] for name in draft.parts if "/header1." in name})
    elif mark == "field":
        final.body[0].append(node(f'<w:bookmarkStart w:id="7000" w:name="{TEXT}"/>'))
    else:
        final.body.insert(0, node(paragraph(run("Skriv status her."))))

    assert "udkast-uden-oplysninger" in codes(read(final.bytes()))


def test_rebuilding_is_asked_only_where_the_record_is_gone() -> None:
    def never(followup: int, committee: str | None, centre: str | None) -> None:
        raise AssertionError("the record says it")

    assert read_draft("x.docx", draft_bytes(), never).findings == ()
    assert rebuilt(2, None, None) is not None
