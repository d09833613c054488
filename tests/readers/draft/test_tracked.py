"""Tracked changes: what is accepted counts, who and when are told, and what cancels out is no proposal."""

from tests.readers.draft.opened_draft import (
    AUTHOR,
    WHEN,
    OpenedDraft,
    changes,
    codes,
    deleted,
    drop,
    inserted,
    mark_change,
    node,
    nodes,
    only,
    paragraph,
    run,
)

TEXT = "felt_1_1_beskrivelse"
LATER = "2018-07-06T08:00:00Z"


def written(*blocks: str) -> OpenedDraft:
    draft = OpenedDraft()
    draft.write(TEXT, *blocks)
    return draft


def test_what_was_inserted_and_deleted_is_read_as_accepted_with_who_and_when() -> None:
    body = (run("Der ansættes "), deleted(run("to")), inserted(run("tre"), author="Jens Vig", when=LATER), run(" nu."))
    proposal = only(written(paragraph(*body)).read())

    assert proposal.new == "Der ansættes tre nu."
    assert proposal.who == (AUTHOR, "Jens Vig")
    assert proposal.when == LATER


def test_changes_that_cancel_out_are_no_proposal() -> None:
    draft = OpenedDraft()
    (first,) = draft.paragraphs(TEXT)
    first.append(node(inserted(deleted(run("kort liv"), author="Jens Vig"))))

    assert draft.read().proposals == ()


def test_nested_changes_name_both_authors() -> None:
    body = (run("Nu "), inserted(run("meget "), deleted(run("meget "), author="Jens Vig")), run("bedre."))
    proposal = only(written(paragraph(*body)).read())

    assert proposal.new == "Nu meget bedre."
    assert proposal.who == (AUTHOR, "Jens Vig")


def test_a_change_without_author_or_date_is_a_change() -> None:
    proposal = only(written(paragraph(run("Nu "), '<w:ins w:id="1">' + run("bedre") + "</w:ins>")).read())

    assert (proposal.new, proposal.who, proposal.when) == ("Nu bedre", (), "")


def test_moved_text_stands_where_it_was_moved_to() -> None:
    gone = deleted(run("Flyttet. ")).replace("w:del ", "w:moveFrom ").replace("</w:del>", "</w:moveFrom>")
    gone = gone.replace("w:delText", "w:t")
    there = inserted(run("Flyttet.")).replace("w:ins ", "w:moveTo ").replace("</w:ins>", "</w:moveTo>")
    ranges = '<w:moveFromRangeStart w:id="5" w:name="m1"/><w:moveFromRangeEnd w:id="5"/>'

    assert only(written(paragraph(ranges, gone, run("Står. "), there)).read()).new == "Står. Flyttet."


def test_a_deleted_end_of_a_paragraph_joins_it_with_the_next() -> None:
    blocks = (paragraph(run("Et og "), properties=mark_change("del")), paragraph(run("samme.")))
    proposal = only(written(*blocks).read())

    assert (proposal.new, proposal.who) == ("Et og samme.", (AUTHOR,))


def test_an_inserted_end_of_a_paragraph_parts_it() -> None:
    blocks = (paragraph(run("Et."), properties=mark_change("ins")), paragraph(run("To.")))
    proposal = only(written(*blocks).read())

    assert (proposal.new, proposal.who, proposal.when) == ("Et.\n\nTo.", (AUTHOR,), WHEN)


def test_a_paragraph_that_was_deleted_whole_leaves_nothing() -> None:
    blocks = (paragraph(deleted(run("Væk.")), properties=mark_change("del")), paragraph(run("Står.")))

    assert only(written(*blocks).read()).new == "Står."


def test_a_deleted_list_entry_leaves_the_others_counted_right() -> None:
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{}"/></w:numPr>'
    draft = OpenedDraft()
    number = next(n for n in draft.document.iter("{*}numId")).values()[0]
    entry = listed.format(number)
    draft.write(
        TEXT,
        paragraph(run("Et"), properties=entry),
        paragraph(deleted(run("To")), properties=entry + mark_change("del")),
        paragraph(run("Tre"), properties=entry),
    )

    assert only(draft.read()).new == "- Et\n- Tre"


def test_changes_of_formatting_alone_count_as_they_are_now() -> None:
    changed = f'<w:b/><w:rPrChange w:id="3" w:author="{AUTHOR}" w:date="{WHEN}"><w:rPr/></w:rPrChange>'
    style = f'<w:pPrChange w:id="4" w:author="{AUTHOR}" w:date="{WHEN}"><w:pPr/></w:pPrChange>'
    proposal = only(written(paragraph(run("Nu "), run("fed", changed), properties=style)).read())

    assert proposal.new == "Nu **fed**"


def test_a_change_may_reach_over_the_end_of_a_control() -> None:
    draft = OpenedDraft()
    draft.retype(TEXT, "Inde")
    cell = next(draft.control(TEXT).iterancestors("{*}tc"))
    cell.append(node(paragraph(inserted(run("Ude.")))))
    proposal = only(draft.read())

    assert proposal.new == "Inde\n\nUde."
    assert proposal.who == (AUTHOR,)


def test_a_row_whose_deletion_is_tracked_is_told_and_empties_nothing() -> None:
    draft = OpenedDraft()
    row = next(draft.control("felt_1_1_milepael_2").iterancestors("{*}tr"))
    row.insert(0, node(f'<w:trPr><w:del w:id="7" w:author="{AUTHOR}" w:date="{WHEN}"/></w:trPr>'))
    found = draft.read()
    (finding,) = found.findings

    assert found.proposals == ()
    assert finding.code == "række-slettet"
    assert "milepæl 2" in finding.message
    assert AUTHOR in finding.message
    assert not any(field.ref == "5.01" and field.path[:2] == ("milepæle", "2") for field in found.read)


def test_a_row_whose_insertion_is_tracked_is_told() -> None:
    draft = OpenedDraft()
    row = next(draft.control("felt_1_1_milepael_2").iterancestors("{*}tr"))
    cells = "".join(f"<w:tc>{paragraph(inserted(run(text)))}</w:tc>" for text in ("Milepæl", "Ny milepæl", "", ""))
    mark = f'<w:trPr><w:ins w:id="7" w:author="{AUTHOR}" w:date="{WHEN}"/></w:trPr>'
    row.addnext(node(f"<w:tr>{mark}{cells}</w:tr>"))
    found = draft.read()
    (finding,) = found.findings

    assert found.proposals == ()
    assert finding.code == "ny-række"
    assert "Ny milepæl" in finding.message
    assert AUTHOR in finding.message


def test_an_inserted_cell_is_told_and_the_others_are_read() -> None:
    draft = OpenedDraft()
    draft.retype("felt_1_1_milepael_1", "Ny tekst.")
    row = next(draft.control("felt_1_1_milepael_1").iterancestors("{*}tr"))
    mark = f'<w:tcPr><w:cellIns w:id="7" w:author="{AUTHOR}" w:date="{WHEN}"/></w:tcPr>'
    row.append(node(f"<w:tc>{mark}{paragraph(run('Løs note'))}</w:tc>"))
    found = draft.read()

    assert changes(found)["5.01", "milepæle", "1"][1] == "Ny tekst."
    assert codes(found) == ["tekst-uden-for-felter"]


def test_text_deleted_with_its_fixed_label_goes_with_its_field() -> None:
    draft = OpenedDraft()
    mark = "felt_1_1_milepael_1"
    draft.retype(mark, "Ny tekst.")
    label = draft.control(mark).getnext()
    assert label is not None
    for one in list(label.iter("{*}r")):
        words = "".join(text.text or "" for text in one.iter("{*}t"))
        one.addnext(node(deleted(run(words))))
        drop(one)
    properties = label.find("{*}pPr")
    assert properties is not None
    properties.extend(nodes(mark_change("del")))
    found = draft.read()

    assert changes(found) == {("5.01", "milepæle", "1"): (changes(found)["5.01", "milepæle", "1"][0], "Ny tekst.")}
    assert codes(found) == ["låst-tekst-mangler"]
    assert AUTHOR in found.findings[0].message
