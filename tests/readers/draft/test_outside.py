"""What was changed outside the fields is told with old and new, and never read in silence or lost."""

import copy

import pytest

from tests.readers.draft.opened_draft import (
    AUTHOR,
    OpenedDraft,
    changes,
    codes,
    deleted,
    drop,
    inserted,
    node,
    only,
    paragraph,
    parent_of,
    run,
    unwrap,
    words,
)

TEXT = "felt_1_1_beskrivelse"
MILESTONE = "felt_1_1_milepael_1"


def fixed(draft: OpenedDraft, text: str) -> list[object]:
    """The paragraphs with exactly these words."""
    return [one for one in draft.document.iter("{*}p") if words([one]).replace("\u00a0", " ") == text]


@pytest.mark.parametrize(
    ("old", "new", "item"),
    [
        ("Ansvarligt center: Arbejdsmarked", "Ansvarligt center: Skoler, Institutioner og Kultur", "5.01"),
        ("5. Erhverv og Beskæftigelse", "5. Erhverv og Job", None),
        ("1. budgetopfølgning 2018", "2. budgetopfølgning 2018", "5.01"),
        ("Læsevejledning", "Læs først", None),
        ("Ret i teksten", "Ret i teksterne", None),
    ],
)
def test_a_fixed_line_that_was_changed_is_told_with_old_and_new(old: str, new: str, item: str | None) -> None:
    draft = OpenedDraft()
    target = next(one for one in draft.document.iter("{*}p") if words([one]).replace("\u00a0", " ") == old)
    for child in list(target.iter("{*}r")):
        drop(child)
    target.append(node(deleted(run(old))))
    target.append(node(inserted(run(new))))
    found = draft.read()
    (finding,) = found.findings

    assert found.proposals == ()
    assert finding.code == "låst-tekst-ændret"
    assert f"»{old}« er ændret til »{new}« af {AUTHOR}" in finding.message
    assert finding.place.item == item
    assert finding.place.paragraph


def test_a_fixed_line_that_was_deleted_is_told() -> None:
    draft = OpenedDraft()
    line = next(one for one in draft.document.iter("{*}p") if words([one]) == "Ansvarligt center: Arbejdsmarked")
    drop(line)
    found = draft.read()

    assert found.proposals == ()
    assert codes(found) == ["låst-tekst-mangler"]


def test_text_after_the_last_table_and_on_the_first_page_is_told() -> None:
    draft = OpenedDraft()
    draft.body.insert(0, node(paragraph(run("Til Jens: se side 4."))))
    draft.body.insert(len(draft.body) - 1, node(paragraph(inserted(run("Vi savner et punkt.")))))
    found = draft.read()

    assert codes(found) == ["tekst-uden-for-felter"] * 2
    assert "Til Jens: se side 4." in found.findings[0].message
    assert "Vi savner et punkt." in found.findings[1].message


def test_text_in_a_locked_cell_is_told() -> None:
    draft = OpenedDraft()
    row = next(draft.control(TEXT).iterancestors("{*}tr"))
    last = list(row.iter("{*}tc"))[-1]
    last.append(node(paragraph(run("☹"), run(" hele vejen"))))
    found = draft.read()

    assert codes(found) == ["tekst-uden-for-felter"]
    assert found.findings[0].place.item == "5.01"


def test_text_outside_the_control_but_in_the_cell_belongs_to_the_field_it_stands_by() -> None:
    draft = OpenedDraft()
    draft.retype("felt_1_1_milepael_1_status", "Status inde.")
    draft.control("felt_1_1_milepael_1_status").addnext(node(paragraph(run("Status ude."))))

    assert only(draft.read()).new == "Status inde.\n\nStatus ude."


def test_text_between_two_fields_is_given_to_the_first_and_told() -> None:
    draft = OpenedDraft()
    label = draft.control(MILESTONE).getnext()
    assert label is not None
    drop(label)
    draft.control(MILESTONE).addnext(node(paragraph(run("Hvor hører det til?"))))
    found = draft.read()

    assert changes(found)["5.01", "milepæle", "1"][1].endswith("Hvor hører det til?")
    assert codes(found) == ["låst-tekst-mangler", "usikker-placering"]


def test_a_deleted_control_whose_text_stands_is_read_by_its_place() -> None:
    draft = OpenedDraft()
    draft.retype(TEXT, "Nye ord.")
    unwrap(draft.control(TEXT))
    found = draft.read()

    assert only(found).new == "Nye ord."
    assert codes(found) == ["felt-uden-mærke"]


def test_a_deleted_control_with_its_text_is_told() -> None:
    draft = OpenedDraft()
    control = draft.control(TEXT)
    parent_of(control).replace(control, node(paragraph()))
    found = draft.read()

    assert only(found).new == ""
    assert codes(found) == ["felt-slettet"]
    assert "tom" in found.findings[0].message


def test_a_deleted_row_is_no_emptied_field() -> None:
    draft = OpenedDraft()
    drop(next(draft.control(MILESTONE).iterancestors("{*}tr")))
    found = draft.read()

    assert found.proposals == ()
    assert codes(found) == ["række-slettet"]
    assert not any(field.ref == "5.01" and field.path[:2] == ("milepæle", "1") for field in found.read)


def test_a_deleted_cell_is_no_emptied_field() -> None:
    draft = OpenedDraft()
    drop(next(draft.control("felt_1_1_milepael_1_smiley").iterancestors("{*}tc")))
    found = draft.read()

    assert found.proposals == ()
    assert codes(found) == ["felt-mangler-i-udkast"]
    assert "milepæl 1 · smiley" in found.findings[0].message
    assert not any(field.ref == "5.01" and field.path == ("milepæle", "1", "smiley") for field in found.read)


def test_a_deleted_item_is_told_and_empties_nothing() -> None:
    draft = OpenedDraft()
    drop(next(draft.control(TEXT).iterancestors("{*}tbl")))
    found = draft.read()

    assert found.proposals == ()
    assert codes(found) == ["delelement-slettet"]
    assert not any(field.ref == "5.01" for field in found.read)


def test_a_copied_row_is_told_and_the_first_one_read() -> None:
    draft = OpenedDraft()
    row = next(draft.control(MILESTONE).iterancestors("{*}tr"))
    second = copy.deepcopy(row)
    row.addnext(second)
    draft.retype(MILESTONE, "Rettet.")
    found = draft.read()

    assert only(found).new == "Rettet."
    assert codes(found) == ["felt-to-gange"]


def test_a_copied_table_is_told_once() -> None:
    draft = OpenedDraft()
    table = next(draft.control(TEXT).iterancestors("{*}tbl"))
    table.addnext(copy.deepcopy(table))
    found = draft.read()

    assert found.proposals == ()
    assert codes(found) == ["gentaget-delelement"]


def test_a_control_copied_into_another_field_is_text_there_and_told() -> None:
    draft = OpenedDraft()
    draft.retype(MILESTONE, "Milepælens ord.")
    draft.content(TEXT).append(copy.deepcopy(draft.control(MILESTONE)))
    found = changes(draft.read())

    assert found["5.01", "milepæle", "1"][1] == "Milepælens ord."
    assert found["5.01", "beskrivelse"][1].endswith("Milepælens ord.")
    assert "felt-to-gange" in codes(draft.read())


def test_moved_rows_and_tables_are_read_and_told() -> None:
    draft = OpenedDraft()
    row = next(draft.control(MILESTONE).iterancestors("{*}tr"))
    draft.retype(MILESTONE, "Rettet.")
    parent_of(row).append(row)
    found = draft.read()

    assert only(found).new == "Rettet."
    assert codes(found) == ["række-flyttet"]

    draft = OpenedDraft()
    tables = list(draft.document.iter("{*}tbl"))
    draft.retype("felt_1_2_beskrivelse", "Rettet.")
    tables[0].addprevious(tables[1])
    found = draft.read()

    assert only(found).field.ref != "5.01"
    assert "delelement-flyttet" in codes(found)


def test_a_split_table_is_read_as_one() -> None:
    draft = OpenedDraft()
    table = next(draft.control(TEXT).iterancestors("{*}tbl"))
    rows = list(table.iter("{*}tr"))
    second = copy.deepcopy(table)
    for one in list(second.iter("{*}tr"))[:4]:
        drop(one)
    for one in rows[4:]:
        drop(one)
    table.addnext(second)
    second.addprevious(node(paragraph()))
    found = draft.read()

    assert (found.proposals, found.findings) == ((), ())


def test_new_rows_and_tables_are_told_with_their_words() -> None:
    draft = OpenedDraft()
    row = next(draft.control(MILESTONE).iterancestors("{*}tr"))
    cells = "".join(f"<w:tc>{paragraph(run(text))}</w:tc>" for text in ("Milepæl", "En femte", "2019", ""))
    row.addnext(node(f"<w:tr>{cells}</w:tr>"))
    cell = f"<w:tc>{paragraph(run('Bilagstabel'))}</w:tc>"
    draft.body.insert(len(draft.body) - 1, node(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>"))
    found = draft.read()

    assert found.proposals == ()
    assert codes(found) == ["ny-række", "ny-tabel"]
    assert any("En femte" in finding.message for finding in found.findings)
    assert any("Bilagstabel" in finding.message for finding in found.findings)


def test_a_table_pasted_into_a_field_is_told() -> None:
    draft = OpenedDraft()
    cell = f"<w:tc>{paragraph(run('Indsat celle'))}</w:tc>"
    draft.paragraphs(TEXT)[0].addprevious(node(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>"))
    found = draft.read()

    assert found.proposals == ()
    assert codes(found) == ["ny-tabel"]
    assert "Indsat celle" in found.findings[0].message
    assert found.findings[0].place.item == "5.01"


def test_a_note_is_told_with_its_words() -> None:
    draft = OpenedDraft()
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    note = f'<w:footnote w:id="2">{paragraph(run("Se bilag 3."))}</w:footnote>'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    draft.add_part("footnotes.xml", "footnotes", kind, f'<w:footnotes xmlns:w="{namespace}">{note}</w:footnotes>')
    draft.paragraphs(TEXT)[0].append(node('<w:r><w:footnoteReference w:id="2"/></w:r>'))
    found = draft.read()

    assert found.proposals == ()
    assert "en fodnote i feltet (»Se bilag 3.«)" in found.findings[0].message


def test_pictures_outside_the_fields_are_told() -> None:
    picture = (
        '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData uri="p"><a:blip/></a:graphicData></a:graphic></wp:inline>'
        "</w:drawing></w:r>"
    )
    draft = OpenedDraft()
    draft.body.insert(len(draft.body) - 1, node(paragraph(picture)))

    assert codes(draft.read()) == ["indsat-indhold"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("Ballerup Kommune, Økonomi", "Ballerup Kommune, Skoler", "låst-tekst-ændret"),
        ("UDKAST", "FÆRDIG: UDKAST", "låst-tekst-ændret"),
    ],
)
def test_changed_heads_and_feet_are_told(old: str, new: str, code: str) -> None:
    draft = OpenedDraft()
    for name, data in draft.parts.items():
        if name.startswith(("word/header", "word/footer")):
            draft.parts[name] = data.replace(old.encode(), new.encode())
    found = draft.read()

    assert codes(found) == [code]
    assert found.findings[0].place.field in {"sidehoved", "sidefod"}


def test_a_renamed_file_and_new_styles_change_nothing() -> None:
    draft = OpenedDraft()
    draft.parts["word/styles.xml"] = draft.parts["word/styles.xml"].replace(b'"Tabeltekst"', b'"Brdtekst3"')
    draft.document = type(draft)(draft.bytes()).document
    found = draft.read("Kopi af udkast (2).docx")

    assert (found.proposals, found.findings) == ((), ())
