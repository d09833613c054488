"""Cases nobody has seen, printed like the text layer of a PDF, are read back as they were."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from renderer.edition.build import build_edition
from renderer.model.case import Case
from renderer.model.markdown import parse_prose
from renderer.model.prose import Prose
from renderer.readers.earlier.dispatch import Kind, kind_of, read_earlier
from renderer.readers.earlier.reading import Fate
from tests.cases import PLAIN, Shape, cases
from tests.readers.earlier.as_printed import OF_ANY_CASE, as_printed, differences, read_again, with_clear_contributors
from tests.readers.earlier.plain_print import print_plain
from tests.samples import small_case
from tests.written_prose import proses

FORMS = replace(PLAIN, depth=2, numberings=())
SHAPE = Shape(
    forms=FORMS,
    unused_names=False,
    own_refs=False,
    waivers=False,
    introductions=False,
    empty_chapters=False,
    unnumbered_chapters=False,
)


@st.composite
def printed_cases(draw: st.DrawFn) -> Case:
    """A case without lists in its guides, as first pages are."""
    case = draw(cases(SHAPE))
    plain = proses(PLAIN)
    chapters = tuple(
        chapter.model_copy(
            update={
                "introduction": draw(st.one_of(st.just(Prose()), plain)),
                "items": tuple(with_clear_contributors(item) for item in chapter.items),
            }
        )
        for chapter in case.agreement.chapters
    )
    guides = {"reading_guide": draw(plain), "finances_guide": draw(plain), "chapters": chapters}
    # Conversions of earlier years have neither words beside their smileys nor an overview.
    switches = {"smiley_words": False, "overview": False}
    return case.model_copy(update={"agreement": case.agreement.model_copy(update=guides | switches)})


@pytest.mark.parametrize("number", [0, 1, 2, 3, 4])
def test_a_case_comes_back_from_every_followup(number: int) -> None:
    case = without_marks(small_case())
    text = print_plain(build_edition(case, number), lambda: number % 2 == 0)

    assert kind_of("opfoelgning.txt", text.encode()) is Kind.PLAIN
    assert differences(as_printed(case, number), read_again(read_earlier("opfoelgning.txt", text.encode()))) == []


def without_marks(case: Case) -> Case:
    """The case without emphasis and links in its introductions, which plain text cannot carry."""
    chapters = tuple(
        chapter.model_copy(update={"introduction": parse_prose(chapter.introduction.plain)})
        for chapter in case.agreement.chapters
    )
    return case.model_copy(update={"agreement": case.agreement.model_copy(update={"chapters": chapters})})


@settings(max_examples=60)
@given(printed_cases(), st.booleans(), st.data())
def test_every_case_comes_back(case: Case, stripped: bool, data: st.DataObject) -> None:
    number = case.followups[-1].number
    chances = data.draw(st.randoms(use_true_random=False))
    text = print_plain(build_edition(case, number), lambda: chances.random() < 0.5)
    if stripped:  # editors take the spaces from the lines' ends, which tell hanging hyphens from broken words
        text = "\n".join(line.rstrip(" ") for line in text.split("\n"))
    reading = read_earlier("opfoelgning.txt", text.encode())

    assert differences(as_printed(case, number), read_again(reading)) == []
    assert not [line for line in reading.accounting if line.fate is Fate.REPORTED]
    assert [finding for finding in reading.findings if finding.code not in OF_ANY_CASE] == []
