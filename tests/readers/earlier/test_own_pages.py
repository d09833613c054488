"""Texts that our own PDF pages once gave back with other lines or in other rows: found by the search, kept small."""

import pytest

from renderer.model.case import Case
from renderer.model.checkpoint import Checkpoint
from renderer.model.markdown import parse_prose, write_prose
from tests.overviews import asking
from tests.readers.earlier.as_printed import as_printed, read_again
from tests.readers.earlier.round_trips import PDF, assert_same
from tests.samples import small_case

# WeasyPrint sets their first word, or the stop behind the mark, on a line and the rest below, where all had room.
LONE_WORDS = (
    "I Skovlunde begynder de nye kurser i andet kvartal sammen med *naboerne* og skolen.",
    "0,5 mio. kr. Centret følger op inden årets udgang efter aftale med *naboerne* og skolen.",
    "**Åben Hal**. Udvalget ser på planen igen efter påske med hjælp fra *brugerne* og skolen.",
    "1) I Skovlunde begynder byggeriet lige efter sommerferien med *naboerne*.\n2) Støjværnet står der.",
)
ENDED = (
    "Tidsplan:\\\nForslaget sendes i høring efter påske.",
    "Måløv\\\nSkolen får *to* nye lokaler.",
    "1) Måløv\\\n   Skolen får *to* nye lokaler.\n2) Skovlunde",
)
# No line is broken between a quotation mark and a bracket behind it, nor before a slash.
KEPT_TOGETHER = (
    "I Skovlunde begynder byggeriet til foråret som led i ”Åben Hal” (**bilag 4**).",
    "I Skovlunde åbner byggeriet i andet kvartal for skolen i Egebjerg / Måløv og for naboerne.",
)
INTRODUCTION = (
    "Kommunen samler over de næste to år sine tilbud til unge ledige ét sted, så vejen fra den første samtale til et"
    " job bliver kort. Skolerne i Måløv, Skovlunde og Egebjerg er med fra begyndelsen, og Ungerådet følger det tæt."
    " Ballerup Jobcenter fortæller udvalget om erfaringerne hvert kvartal. Erhvervsrådet gør det samme for de private."
)


def with_first_item(case: Case, **changes: object) -> Case:
    """The case with another first item."""
    chapter = case.agreement.chapters[0]
    items = (chapter.items[0].model_copy(update=changes), *chapter.items[1:])
    return _with_first_chapter(case, items=items)


def _with_first_chapter(case: Case, **changes: object) -> Case:
    first, *others = case.agreement.chapters
    chapters = (first.model_copy(update=changes), *others)
    return case.model_copy(update={"agreement": case.agreement.model_copy(update={"chapters": chapters})})


@pytest.mark.parametrize("texts", [LONE_WORDS, ENDED, KEPT_TOGETHER], ids=["lone words", "ended", "kept together"])
def test_lines_end_where_somebody_ended_them(texts: tuple[str, ...]) -> None:
    text = "\n\n".join(texts)
    case = with_first_item(small_case(), description=parse_prose(text))

    item = read_again(PDF.read_back(case, 0)).agreement.chapters[0].items[0]

    assert write_prose(item.description) == text


def test_an_overview_in_front_does_not_end_the_lines_of_an_introduction() -> None:
    case = _with_first_chapter(asking(small_case()), introduction=parse_prose(INTRODUCTION))

    assert_same(PDF.read_back(case, 2), as_printed(case, 2))


def test_links_beside_each_other_are_no_line_between_rows() -> None:
    link = "[Hele planen for de nye lokaler med tegninger, tal og svar fra høringen på skolerne i byen](https://x.dk/)"
    agreed = parse_prose("\n\n".join(["Skolen bygges."] * 4 + [link]))
    lines_above = (
        "Skolen i Måløv får nye lokaler til musik og værksteder, og hallen ved siden af bliver bygget om, så den kan"
        " bruges hele året."
    )
    case = with_first_item(small_case(), agreement_text=agreed, description=parse_prose(f"{lines_above} {link}"))

    assert_same(PDF.read_back(case, 0), as_printed(case, 0))


@pytest.mark.parametrize(("short", "long"), [(24, 1), (19, 3)])
def test_a_row_taller_than_a_page_keeps_its_label_where_it_begins(short: int, long: int) -> None:
    line = "Skolen bygges om, og der kommer nye lokaler til undervisning i musik og til værksteder."
    above = parse_prose("\n\n".join(["Skolen bygges."] * short + [line] * long))
    tall = parse_prose("- Først planen.\n\n" + "\n\n".join([INTRODUCTION] * 12))
    case = with_first_item(
        small_case(), agreement_text=above, description=parse_prose("Kort."), milestones={Checkpoint(1): tall}
    )

    assert_same(PDF.read_back(case, 0), as_printed(case, 0))
