"""Drafts that were saved by LibreOffice: what it keeps comes back exactly, and what it may lose is marked."""

from pathlib import Path

import pytest

from renderer.writers.word import write_draft
from tests.libreoffice import convert
from tests.readers.draft.opened_draft import (
    AUTHOR,
    OpenedDraft,
    changes,
    codes,
    deleted,
    inserted,
    node,
    paragraph,
    read,
    record_of,
    run,
)
from tests.readers.draft.test_comments import anchor, commented, runs
from tests.samples import large_case

pytestmark = pytest.mark.slow


def saved(data: bytes, folder: Path) -> bytes:
    """The file as LibreOffice saves it."""
    (folder / "udkast.docx").write_bytes(data)
    (folder / "gemt").mkdir()
    return convert(folder / "udkast.docx", folder / "gemt", "docx").read_bytes()


def test_all_fields_of_a_large_draft_survive_untouched(tmp_path: Path) -> None:
    record = record_of(large_case())
    found = read(saved(write_draft(record), tmp_path))

    assert [(one.old, one.new) for one in found.proposals] == []
    assert len(found.read) == 2 + 86 * 17
    assert codes(found) == ["gemt-i-libreoffice"]
    assert found.origin.identity == record.identity


def test_edits_survive_and_tracked_changes_are_marked(tmp_path: Path) -> None:
    draft = OpenedDraft()
    draft.write("felt_1_1_aftaletekst", paragraph(run("Først.")), paragraph(run("Så "), run("fed", "<w:b/>")))
    draft.write(
        "felt_laesevejledning", paragraph(run("Læs nu.")), paragraph(run("Og så her.")), paragraph(run("Slut."))
    )
    draft.retype("felt_1_1_milepael_4_status", "Foreløbig ingen.")
    smiley = draft.content("felt_1_1_milepael_1_smiley")
    for child in list(smiley):
        smiley.remove(child)
    smiley.append(node(run("☹ Sur – Milepælen er ikke nået, og målet for året kan ikke nås")))
    first = draft.paragraphs("felt_1_1_beskrivelse")[0]
    (text,) = first.iter("{*}t")
    words = (text.text or "").split(" ")
    text.text = " ".join(words[:-1]) + " "
    last = list(first.iter("{*}r"))[-1]
    last.addnext(node(inserted(run("forår."))))
    last.addnext(node(deleted(run(words[-1]))))
    assert changes(draft.read())["5.01", "beskrivelse"][1].endswith(" forår.")

    found = read(saved(draft.bytes(), tmp_path))
    said = {path: new for path, (_, new) in changes(found).items()}

    assert said.pop(("5.01", "beskrivelse")).endswith(f"{words[-1]}forår.")
    assert said == {
        ("5.01", "aftaletekst"): "Først.\n\nSå **fed**",
        ("", "læsevejledning"): "Læs nu.\n\nOg så her.\n\nSlut.",
        ("5.01", "milepæle", "4", "status"): "Foreløbig ingen.",
        ("5.01", "milepæle", "1", "smiley"): "sur",
    }
    assert codes(found) == ["gammel-og-ny-tekst", "gemt-i-libreoffice", *["rettelse-uden-mærke"] * 3]


def test_comments_outside_controls_survive_and_those_inside_are_told_to_have_lost_their_words(tmp_path: Path) -> None:
    draft = OpenedDraft()
    inside = runs(draft, "felt_1_1_beskrivelse")
    title = next(next(draft.control("felt_1_1_beskrivelse").iterancestors("{*}tbl")).iter("{*}r"))
    anchor(title, title, 0)
    anchor(inside[0], inside[-1], 1)
    found = read(saved(commented(draft, "Ny titel?", "Er det nok?").bytes(), tmp_path))
    outer, inner = found.comments

    assert (outer.text, outer.author, outer.source.item) == ("Ny titel?", AUTHOR, "5.01")
    assert (inner.text, inner.author) == ("", AUTHOR)
    assert codes(found) == ["gemt-i-libreoffice", "kommentar-uden-tekst", "tekst-tabt-i-libreoffice"]
    assert found.proposals == ()
