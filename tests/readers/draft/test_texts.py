"""What people write in a field of a draft comes back as the data's Markdown, exactly."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from renderer.edition.build import round_committees
from renderer.model.case import Case
from renderer.model.markdown import parse_prose
from renderer.readers.draft.read import read_draft
from renderer.writers.word import write_draft
from tests.cases import cases
from tests.readers.draft.opened_draft import (
    AUTHOR,
    OpenedDraft,
    changes,
    codes,
    deleted,
    draft_bytes,
    only,
    paragraph,
    read,
    record_of,
    run,
    sample_case,
)

TEXT = "felt_1_1_beskrivelse"
BOLD, ITALIC = "<w:b/><w:bCs/>", "<w:i/><w:iCs/>"
LIST = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="{}"/></w:numPr>'
LISTS = """<w:abstractNum w:abstractNumId="990"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/>
<w:lvlText w:val="\uf0b7"/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr>
<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/>
<w:pPr><w:ind w:left="1440" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="991"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>
<w:lvlText w:val="%1."/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>"""
INSTANCES = """<w:num w:numId="990"><w:abstractNumId w:val="990"/></w:num>
<w:num w:numId="991"><w:abstractNumId w:val="991"/></w:num>"""


def listed(text: str, step: int, number: int) -> str:
    """A paragraph in a list."""
    return paragraph(run(text), properties=LIST.format(step, number))


def with_word_lists(draft: OpenedDraft) -> OpenedDraft:
    """The lists that Word makes of its own when somebody types `- ` or `1. `."""
    numbering = draft.parts["word/numbering.xml"].decode()
    at = numbering.index("<w:num ")
    numbering = numbering[:at] + LISTS + numbering[at:].replace("</w:numbering>", f"{INSTANCES}</w:numbering>")
    draft.parts["word/numbering.xml"] = numbering.encode()
    return draft


def returned(*blocks: str) -> str:
    draft = with_word_lists(OpenedDraft())
    draft.write(TEXT, *blocks)
    return only(draft.read()).new


def test_an_untouched_draft_proposes_nothing_and_all_its_fields_are_read() -> None:
    found = read(draft_bytes())

    assert (found.proposals, found.comments, found.findings) == ((), (), ())
    assert len(found.read) == 2 + 6 * 17


@given(cases(mid_year=True), st.data())
@settings(max_examples=25, deadline=None)
def test_any_untouched_draft_proposes_nothing(case: Case, data: st.DataObject) -> None:
    followup = data.draw(st.sampled_from([one.number for one in case.followups]))
    committee = data.draw(st.sampled_from((None, *round_committees(case, followup))))
    record = record_of(case, followup, committee)

    found = read_draft("udkast.docx", write_draft(record), lambda *_: None)

    assert [(one.old, one.new) for one in found.proposals] == []
    assert found.findings == ()


def test_a_draft_knows_itself() -> None:
    origin = read(draft_bytes()).origin

    assert (origin.followup, origin.committee, origin.number) == (2, None, 1)
    assert origin.case_id == str(sample_case().agreement.case_id)
    assert origin.identity == record_of(sample_case()).identity


def test_a_text_that_was_typed_anew_is_proposed_with_its_place() -> None:
    draft = OpenedDraft()
    draft.retype(TEXT, "Centret ansætter  to\u00a0medarbejdere.")
    proposal = only(draft.read())

    assert proposal.new == "Centret ansætter to medarbejdere."
    assert proposal.old == next(iter(sample_case().agreement.items())).description.plain
    assert (proposal.who, proposal.when) == ((), "")
    assert str(proposal.source).startswith("udkast.docx afsnit ")
    assert str(proposal.source).endswith("5.01, beskrivelse")


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ((paragraph(run("Et afsnit.")), paragraph(run("Et til."))), "Et afsnit.\n\nEt til."),
        ((paragraph(run("Et "), run("fedt", BOLD), run(" ord.")),), "Et **fedt** ord."),
        ((paragraph(run("Et "), run("skråt", ITALIC), run(" ord.")),), "Et *skråt* ord."),
        ((paragraph(run("Fe", BOLD), run("d.", BOLD)),), "**Fed.**"),
        ((paragraph(run("Linje"), "<w:r><w:br/></w:r>", run("skift.")),), "Linje\\\nskift."),
        ((paragraph(run("Plan:")), paragraph(run("- Et")), paragraph(run("- To"))), "Plan:\n\n- Et\n- To"),
        ((paragraph(run("1. Først")), paragraph(run("2. Så"))), "1. Først\n2. Så"),
        ((paragraph(run("• Et")), paragraph(run("• To"))), "- Et\n- To"),
        (
            (
                paragraph(run("Et"), properties=LIST.format(0, 990)),
                paragraph(run("To"), properties=LIST.format(0, 990)),
            ),
            "- Et\n- To",
        ),
        (
            (
                paragraph(run("Et"), properties=LIST.format(0, 990)),
                paragraph(run("To"), properties=LIST.format(1, 990)),
            ),
            "- Et\n  - To",
        ),
        (
            (
                paragraph(run("Et"), properties=LIST.format(0, 991)),
                paragraph(run("To"), properties=LIST.format(0, 991)),
            ),
            "1. Et\n2. To",
        ),
        ((paragraph(run("1.000 kr. er afsat.")),), "1.000 kr. er afsat."),
        ((paragraph(run("Stjerne * og _streg_ og [klamme](x).")),), "Stjerne * og \\_streg\\_ og [klamme\\](x)."),
        ((paragraph(run("En"), '<w:proofErr w:type="spellStart"/>', run(" to")),), "En to"),
        ((paragraph(run("Blød\u00ad bindestreg")),), "Blød bindestreg"),
    ],
)
def test_what_word_can_say_becomes_markdown(blocks: tuple[str, ...], expected: str) -> None:
    assert returned(*blocks) == expected


def bullet(text: str, step: int = 0) -> str:
    return listed(text, step, 990)


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        # What stood under the entry stays there, and does not move to the entry before.
        ((bullet("Et"), bullet(""), bullet("Under", 1), bullet("Tre")), "- Et\n\n- - Under\n\n- Tre"),
        ((bullet(""), bullet("Under", 1), bullet("To")), "- - Under\n\n- To"),
        ((bullet("Et"), bullet("En", 1), bullet(""), bullet("Under", 1)), "- Et\n\n  - En\n\n- - Under"),
        ((bullet("Et"), bullet(" "), bullet("", 1), bullet("Tre")), "- Et\n- Tre"),
        ((bullet("Et"), bullet(""), bullet(""), bullet("Under", 1)), "- Et\n\n- - Under"),
        # An entry that holds nothing says nothing.
        ((bullet("Et"), bullet(""), bullet("Tre")), "- Et\n- Tre"),
        ((bullet("Et"), bullet("Under", 1), bullet("", 1), bullet("Tre")), "- Et\n  - Under\n- Tre"),
        ((bullet(""), paragraph(run("Afsnit."))), "Afsnit."),
        (
            (bullet("Et"), bullet(""), paragraph(run("Mere."), properties='<w:ind w:left="720"/>'), bullet("Tre")),
            "- Et\n- Mere.\n- Tre",
        ),
    ],
)
def test_an_entry_without_words_stays_where_it_holds_something(blocks: tuple[str, ...], expected: str) -> None:
    assert returned(*blocks) == expected


def test_words_that_were_deleted_with_tracked_changes_leave_an_entry_that_holds_others() -> None:
    gone = '<w:r><w:delText xml:space="preserve">To</w:delText></w:r>'
    emptied = paragraph(deleted(gone), properties=LIST.format(0, 990))
    draft = with_word_lists(OpenedDraft())
    draft.write(TEXT, bullet("Et"), emptied, bullet("Under", 1))

    proposal = only(draft.read())
    assert (proposal.new, proposal.who) == ("- Et\n\n- - Under", (AUTHOR,))


@pytest.mark.parametrize("text", ["- Et\n- - Under\n- Tre", "1. - Under\n2. To", "- - - Tre ned"])
def test_an_entry_that_was_sent_without_words_is_no_change(text: str) -> None:
    case = sample_case()
    first, *others = case.agreement.chapters
    item = first.items[0].model_copy(update={"description": parse_prose(text)})
    chapters = (first.model_copy(update={"items": (item, *first.items[1:])}), *others)
    changed = case.model_copy(update={"agreement": case.agreement.model_copy(update={"chapters": chapters})})

    assert read(write_draft(record_of(changed))).proposals == ()


def test_links_are_kept_as_fields_and_as_relationships() -> None:
    draft = OpenedDraft()
    name = draft.relate("hyperlink", "https://balk.dk/plan", outside=True)
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "https://balk.dk/b"</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("bilag")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    look = '<w:color w:val="0563C1"/><w:u w:val="single"/>'
    draft.write(TEXT, paragraph(f'<w:hyperlink r:id="{name}">{run("plan", look)}</w:hyperlink>', run(" og "), field))
    found = draft.read()

    assert only(found).new == "[plan](https://balk.dk/plan) og [bilag](https://balk.dk/b)"
    assert codes(found) == []


def test_an_emptied_field_is_proposed_as_empty_and_a_filled_one_as_filled() -> None:
    draft = OpenedDraft()
    empty = next(place for place in read(draft_bytes()).read if place.path == ("milepæle", "4", "status"))
    mark = f"felt_1_1_milepael_4_{empty.path[-1]}"
    draft.retype(TEXT, "")
    draft.retype(mark, "Foreløbig ingen.")
    found = changes(draft.read())

    assert found["5.01", "beskrivelse"][1] == ""
    assert found["5.01", "milepæle", "4", "status"] == ("", "Foreløbig ingen.")


def test_a_prompt_is_no_text_even_where_a_program_makes_it_text() -> None:
    draft = OpenedDraft()
    for control in list(draft.document.iter("{*}sdt")):
        for prompt in list(control.iter("{*}showingPlcHdr")):
            prompt.getparent().remove(prompt)  # type: ignore[union-attr]

    assert draft.read().proposals == ()


@pytest.mark.parametrize(
    ("look", "said"),
    [
        ('<w:u w:val="single"/>', "understregning"),
        ('<w:color w:val="FF0000"/>', "skriftfarve"),
        ('<w:highlight w:val="yellow"/>', "fremhævning"),
        ('<w:shd w:val="clear" w:color="auto" w:fill="FFFF00"/>', "fremhævning"),
        ("<w:strike/>", "gennemstregning"),
        ('<w:sz w:val="40"/>', "skriftstørrelse"),
        ('<w:vertAlign w:val="superscript"/>', "hævet eller sænket skrift"),
        ("<w:smallCaps/>", "versaler"),
    ],
)
def test_a_look_that_markdown_cannot_say_is_told_with_its_place(look: str, said: str) -> None:
    draft = OpenedDraft()
    draft.write(TEXT, paragraph(run("Se "), run("her", look), run(".")))
    found = draft.read()
    (finding,) = found.findings

    assert only(found).new == "Se her."
    assert finding.code == "formatering-mistes"
    assert said in finding.message
    assert "»her«" in finding.message
    assert finding.place.item == "5.01"
    assert finding.place.paragraph


@pytest.mark.parametrize("look", ['<w:u w:val="none"/>', '<w:color w:val="auto"/>', '<w:b w:val="0"/>', "<w:noProof/>"])
def test_a_look_that_is_none_is_not_told(look: str) -> None:
    draft = OpenedDraft()
    draft.write(TEXT, paragraph(run("Se her.", look)))
    found = draft.read()

    assert (only(found).new, found.findings) == ("Se her.", ())


PICTURE = (
    '<w:r><w:drawing><wp:inline><wp:docPr id="9" name="b" descr="En kurve"/><a:graphic><a:graphicData '
    'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip r:embed="x"/>'
    "</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)
BOX = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>'
    f"{paragraph(run('Husk bilag'))}</w:txbxContent></wps:txbx></w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r>"
)


@pytest.mark.parametrize(
    ("xml", "said"),
    [
        (PICTURE, "et billede i feltet (»En kurve«)"),
        (BOX, "en tekstboks i feltet (»Husk bilag«)"),
        ('<w:r><w:footnoteReference w:id="2"/></w:r>', "en fodnote"),
        ("<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>", "en ligning i feltet (»a+b«)"),
        ('<w:fldSimple w:instr=" DATE "><w:r><w:t>i dag</w:t></w:r></w:fldSimple>', "Word beregner"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r>', "et symbol i feltet (»☺«)"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>hemmeligt</w:t></w:r>", "skjult tekst i feltet (»hemmeligt«)"),
        ("<w:r><w:object/></w:r>", "et indlejret objekt"),
    ],
)
def test_what_is_no_text_is_told_with_its_place(xml: str, said: str) -> None:
    draft = OpenedDraft()
    draft.write(TEXT, paragraph(run("Se "), xml))
    (finding,) = draft.read().findings

    assert finding.code == "indsat-indhold"
    assert said in finding.message
    assert (finding.place.item, finding.place.field) == ("5.01", "beskrivelse")


def test_a_heading_in_a_field_is_told() -> None:
    draft = OpenedDraft()
    draft.write(TEXT, paragraph(run("Overskrift"), properties='<w:pStyle w:val="Heading2"/>'))
    found = draft.read()

    assert only(found).new == "Overskrift"
    assert codes(found) == ["formatering-mistes"]


def test_marks_inside_words_that_markdown_cannot_say_are_told() -> None:
    draft = OpenedDraft()
    draft.write(TEXT, paragraph(run("Se"), run("”Åben", BOLD), run("Hal” og "), run("mere", ITALIC)))
    found = draft.read()

    assert only(found).new == "Se”ÅbenHal” og mere"
    assert codes(found) == ["formatering-mistes"]


def test_a_link_that_was_printed_as_words_is_no_correction() -> None:
    said = json.loads(sample_case().model_dump_json(by_alias=True))
    linked = "Se [bilaget](smb://server/drev/bilag.docx) og **planen**."
    said["aftale"]["kapitler"][0]["delelementer"][0]["beskrivelse"] = linked
    draft = OpenedDraft(write_draft(record_of(Case.model_validate(said))))
    assert draft.read().proposals == ()

    draft.retype(TEXT, "Se bilaget.")
    assert (only(draft.read()).old, only(draft.read()).new) == (linked, "Se bilaget.")
