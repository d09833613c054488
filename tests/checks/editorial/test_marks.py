"""Signs: what the house style writes otherwise is found, and what it writes is left alone."""

import pytest

from renderer.checks.editorial import marks
from renderer.checks.editorial.note import Written
from renderer.checks.editorial.rules import TextRule


def said(rule: TextRule, text: str) -> int:
    return len(list(rule(Written.of(text))))


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (marks.quotation_marks, 'Projektet "Ren by".'),
        (marks.quotation_marks, "Projektet »Ren by«."),
        (marks.quotation_marks, "Projektet „Ren by“."),
        (marks.quotation_marks, "Projektet 'Ren by' er slut."),
        (marks.quotation_marks, "Projektet ‘Ren by’ er slut."),
        (marks.dashes, "Indsatsen - den store - fortsætter."),
        (marks.dashes, "Indsatsen -- den store -- fortsætter."),
        (marks.dashes, "Indsatsen — den store — fortsætter."),
        (marks.dashes, "Indsatsen—den store—fortsætter."),
        (marks.dashes, "Planen for 2018 - og den er god."),
        (marks.spaced_ranges, "Der er 15 - 20 pladser."),
        (marks.spaced_ranges, "Der er 15–20 pladser."),
        (marks.spaced_ranges, "Der er 0,7 – 1,0 mio. kr."),
        (marks.per_cent_signs, "Målet er 5 %."),
        (marks.per_cent_signs, "Målet er 5%."),
        (marks.per_cent_signs, "Skatten er 27 ‰."),
        (marks.spaces_before_stops, "Planen er vedtaget ."),
        (marks.spaces_before_stops, "Planen , som er god, er vedtaget."),
        (marks.spaces_before_stops, "Hvad nu ?"),
        (marks.spaces_before_stops, "Planen (den nye) , er god."),
        (marks.joined_by_comma, "Planen er udsat til juni,fordi naboerne klager."),
        (marks.joined_by_comma, "Bænke,borde og skilte,stativer."),
    ],
)
def test_a_sign_that_the_house_style_writes_otherwise(rule: TextRule, text: str) -> None:
    assert said(rule, text) == 1


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (marks.quotation_marks, "Projektet ”Ren by” er i gang, og BFO’en og KL's og skolers' planer også."),
        (marks.dashes, "Service- og anlægsrammen, drifts-, anlægs- og øvrige udgifter – som aftalt."),
        (marks.dashes, "Perioden 2016-2019, it-drift, 0-25 år og -5 kr."),
        (marks.dashes, "- et punkt"),
        (marks.spaced_ranges, "Der er 15-20 pladser, 0-25 år, 2016-2019 og den 31.12.2018."),
        (marks.spaced_ranges, "Der er -5 og 3 – og ikke mere."),
        (marks.per_cent_signs, "Målet er 5 pct."),
        (marks.spaces_before_stops, "Planen er vedtaget. Hvad nu? Ja, den … og .docx er en filtype."),
        (marks.joined_by_comma, "Bænke, borde, 0,5 mio. kr., a,b og www.by.dk/side,del.html samt navn@by,dk.dk."),
    ],
)
def test_a_sign_of_the_house_style(rule: TextRule, text: str) -> None:
    assert said(rule, text) == 0


def test_titles_are_printed_as_they_were_agreed() -> None:
    title = Written(Written.of('Flere job - "Ren by" - del 2').lines, is_heading=True)

    assert [*marks.quotation_marks(title), *marks.dashes(title)] == []


def test_a_text_is_told_once_with_the_first_place() -> None:
    (note,) = marks.per_cent_signs(Written.of("Fraværet er 4 % i år og 5 % til næste år."))

    assert note.message == "Teksten har tegnet % ved »Fraværet er 4 % i år og 5 %«."
