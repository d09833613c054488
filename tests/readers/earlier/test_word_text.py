"""Words, looks, lists and headings of Word files, whatever Word has wrapped them in."""

import pytest

from renderer.model.markdown import write_prose
from renderer.readers.earlier.source import FurnitureLine, SourceDocument
from renderer.readers.earlier.word.read import read_word
from renderer.readers.text.piece import Piece
from tests.readers.earlier.word_files import control, field, listed, paragraph, run, word_file

DROP_DOWN = (
    '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="sur"/><w:listEntry w:val="glad"/></w:ddList>'
    "</w:ffData>"
)
OLDER = f"<mc:Fallback>{run('gl')}</mc:Fallback>"
TYPED = ("* Nyt netværk", "o Kurser for ledere", "o Besøg", "* Ny plan", "Derefter:", "1. Udbud", "2. Kontrakt")


def read(body: str, **parts: object) -> SourceDocument:
    return read_word("opfølgning.docx", word_file(body, **parts))  # type: ignore[arg-type]


def pieces(document: SourceDocument) -> list[Piece]:
    return [part for part in document.parts if isinstance(part, Piece)]


def markdown(body: str, **parts: object) -> str:
    return "\n\n".join(write_prose(piece.prose) for piece in pieces(read(body, **parts)))


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        (f"<w:ins>{run('Nye ord')}</w:ins>", "Nye ord"),
        (f"<w:del><w:r><w:delText>Gamle ord</w:delText></w:r></w:del>{run('Nye')}", "Nye"),
        (f"<w:moveFrom>{run('Flyttet')}</w:moveFrom><w:moveTo>{run('Hertil')}</w:moveTo>", "Hertil"),
        (control(run("I et felt")), "I et felt"),
        (control(run("Vælg et element."), "<w:showingPlcHdr/>") + run("Efter"), "Efter"),
        (f"<w:smartTag>{run('Ballerup')}</w:smartTag>", "Ballerup"),
        ("<w:r><w:t>Børne</w:t><w:noBreakHyphen/><w:t>udvalget</w:t></w:r>", "Børne-udvalget"),
        ("<w:r><w:t>udfor</w:t><w:softHyphen/><w:t>dring, om\u00adrådet</w:t></w:r>", "udfordring, området"),
        ("<w:r><w:t>Første</w:t><w:br/><w:t>Anden</w:t></w:r>", "Første\\\nAnden"),
        ("<w:r><w:t>Side</w:t><w:br w:type='page'/><w:t>brudt</w:t></w:r>", "Sidebrudt"),
        ("<w:r><w:t>Dato:</w:t><w:tab/><w:t>4. juli</w:t></w:r>", "Dato: 4. juli"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r>', "\uf04a"),
        ('<w:r><w:sym w:font="Wingdings" w:char="4C"/></w:r>', "\uf04c"),
        (run("K", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'), "\uf04b"),
        (run("à", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>') + run(" ny"), "→ ny"),
        (f"{run('2 mio.')}{run('&#160;kr.')}", "2 mio. kr."),
        (field("PAGE", "7"), "7"),
        (field(f" IF {field('PAGE', '2')} ", "to"), "to"),
        (field("FORMDROPDOWN", None, DROP_DOWN), "glad"),
        ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("aldrig lukket"), "aldrig lukket"),
        ("<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>", "a+b"),
        (f"<mc:AlternateContent><mc:Choice>{run('ny')}</mc:Choice>{OLDER}</mc:AlternateContent>", "ny"),
    ],
)
def test_words_count_wherever_they_stand(inside: str, words: str) -> None:
    assert markdown(f"<w:p>{inside}</w:p>") == words


@pytest.mark.parametrize(
    ("inside", "written"),
    [
        (run("Vigtigt ", "<w:b/>") + run("nok"), "**Vigtigt** nok"),
        (run("Ikke ", '<w:b w:val="0"/>') + run("fed"), "Ikke fed"),
        (run("fed og ", "<w:b/>") + run("begge dele", "<w:b/><w:i/>"), "**fed og *begge dele***"),
        (run("Fed", "<w:b/>") + run(" ") + run("igen", "<w:b/>"), "**Fed igen**"),
        (run("Stærkt", '<w:rStyle w:val="Strk"/>') + run(" ord"), "**Stærkt** ord"),
        (f'<w:hyperlink r:id="side">{run("kommunens side")}</w:hyperlink>', "[kommunens side](https://ballerup.dk)"),
        (f'<w:hyperlink w:anchor="punkt5">{run("punkt 5")}</w:hyperlink>', "punkt 5"),
        (
            f'<w:fldSimple w:instr=" HYPERLINK &quot;mailto:okonomi@balk.dk&quot; ">{run("mail")}</w:fldSimple>',
            "[mail](mailto:okonomi@balk.dk)",
        ),
    ],
)
def test_marks_inside_a_line(inside: str, written: str) -> None:
    assert markdown(f"<w:p>{inside}</w:p>", links={"side": "https://ballerup.dk"}) == written


def test_what_a_style_makes_bold_is_no_emphasis_but_known() -> None:
    [piece] = pieces(read(paragraph("Hele linjen", '<w:pStyle w:val="Fed"/>')))

    assert write_prose(piece.prose) == "Hele linjen"
    assert piece.bold


def test_a_character_style_turns_over_the_bold_of_its_paragraph() -> None:
    thin = run("mager", '<w:rStyle w:val="Strk"/>')
    body = f'<w:p><w:pPr><w:pStyle w:val="Fed"/></w:pPr>{run("fed ")}{thin}</w:p>'

    [piece] = pieces(read(body))

    assert not piece.bold


@pytest.mark.parametrize(
    ("properties", "level"),
    [
        ('<w:pStyle w:val="Overskrift1"/>', 1),
        ('<w:pStyle w:val="Kapitel"/>', 2),
        ('<w:outlineLvl w:val="2"/>', 3),
        ('<w:pStyle w:val="Overskrift1"/><w:outlineLvl w:val="9"/>', None),
        ("", None),
    ],
)
def test_headings_by_style_and_by_outline_level(properties: str, level: int | None) -> None:
    [piece] = pieces(read(paragraph("5. Erhverv og Beskæftigelse", properties)))

    assert piece.level == level


def test_headings_are_known_by_their_style_name_alone() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="Overskrift3"><w:name w:val="Overskrift 3"/></w:style>'

    [piece] = pieces(read(paragraph("Mål", '<w:pStyle w:val="Overskrift3"/>'), styles=styles))

    assert piece.level == 3


def test_styles_based_on_each_other_end() -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{one}"><w:name w:val="{one}"/><w:basedOn w:val="{other}"/></w:style>'
        for one, other in (("A", "B"), ("B", "A"))
    )

    [piece] = pieces(read(paragraph("Ord", '<w:pStyle w:val="A"/>'), styles=styles))

    assert piece.level is None


def test_lists_by_numbering() -> None:
    body = (
        paragraph("Der arbejdes med:")
        + listed("vejledning", 1)
        + listed("i grupper", 1, 1)
        + listed("alene", 1, 1)
        + listed("praktik", 1)
        + listed("samtale", 2)
        + listed("praktikplads", 2)
        + listed("hos private", 2, 1)
        + listed("job", 2)
        + paragraph("Derefter:")
        + listed("evaluering", 3)
    )

    assert markdown(body) == (
        "Der arbejdes med:\n\n"
        "- vejledning\n  - i grupper\n  - alene\n- praktik\n\n"
        "1) samtale\n\n2) praktikplads\n\n   a. hos private\n\n3) job\n\n"
        "Derefter:\n\n"
        "1) evaluering"
    )


def test_a_list_that_is_interrupted_counts_on() -> None:
    body = listed("først", 2) + paragraph("Imens tænkes der.") + listed("dernæst", 2)

    assert markdown(body) == "1) først\n\nImens tænkes der.\n\n2) dernæst"


def test_lists_by_style_and_further_paragraphs_of_an_entry() -> None:
    style = '<w:pStyle w:val="Opstilling-punkttegn"/>'
    body = (
        paragraph("Første punkt", style)
        + paragraph("mere om det", '<w:ind w:left="360"/>')
        + paragraph("Andet punkt", style)
        + paragraph("Ikke en del af listen.")
    )

    assert markdown(body) == "- Første punkt\n\n  mere om det\n\n- Andet punkt\n\nIkke en del af listen."


def test_numbers_that_are_no_list_marks_are_words() -> None:
    body = listed("Erhverv", 4, more='<w:outlineLvl w:val="1"/>') + listed("Flere i job", 4, 1)

    chapter, item = pieces(read(body))

    assert (chapter.prose.plain, chapter.level) == ("5. Erhverv", 2)
    assert item.prose.plain == "5.01. Flere i job"


def test_marks_that_were_typed() -> None:
    body = "".join(
        paragraph(text)
        for text in (
            "* Nyt netværk",
            "o Kurser for ledere",
            "o Besøg",
            "* Ny plan",
            "Derefter:",
            "1. Udbud",
            "2. Kontrakt",
        )
    )

    assert markdown(body) == (
        "- Nyt netværk\n  - Kurser for ledere\n  - Besøg\n- Ny plan\n\nDerefter:\n\n1. Udbud\n2. Kontrakt"
    )


@pytest.mark.parametrize(
    "text", ["1. budgetopfølgning 2018", "31.12.2018", "5. Erhverv", "Økonomi", "– 3 –", "a. d. Åen", "–", "10. klasse"]
)
def test_words_that_only_look_like_marks(text: str) -> None:
    [piece] = pieces(read(paragraph(text)))

    assert piece.prose.plain == text


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    body = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('Der ansættes ')}</w:p>{paragraph('to vejledere.')}"

    assert markdown(body) == "Der ansættes to vejledere."


def test_a_large_first_letter_belongs_to_its_word() -> None:
    body = paragraph("V", '<w:framePr w:dropCap="drop"/>') + paragraph("ejledning til læseren")

    assert markdown(body) == "Vejledning til læseren"


def test_lines_of_the_table_of_contents_are_furniture() -> None:
    body = paragraph("5. Erhverv\t12", '<w:pStyle w:val="Indholdsfortegnelse1"/>')

    [line] = read(body).parts

    assert isinstance(line, FurnitureLine)
    assert line.text == "5. Erhverv 12"


def test_every_line_has_its_number_and_its_paragraph() -> None:
    body = (
        paragraph("Et")
        + paragraph("")
        + f"<w:p>{run('To')}<w:r><w:br/></w:r>{run('linjer')}</w:p>"
        + listed("Punkt", 1)
    )

    found = pieces(read(body))

    assert [piece.lines for piece in found] == [(1,), (2, 3), (4,)]
    assert [piece.place.paragraph for piece in found] == [1, 3, 4]
