"""Hyphens at the end of a line: which the layout put there, and which belong to the word."""

import pytest

from renderer.readers.earlier.text.hyphens import Hyphen, LineJoiner


@pytest.mark.parametrize(
    ("first", "second", "hyphen"),
    [
        ("De skal arbejde målret-", "tet med opgaven", Hyphen.SOFT),
        ("inden udgangen af de-", "cember måned", Hyphen.SOFT),
        ("ved første budgetopfølg-", "ning i april", Hyphen.SOFT),
        ("kvinder med ikke-", "vestlig baggrund", Hyphen.HARD),
        ("et nyt it-", "system til dagtilbud", Hyphen.HARD),
        ("send en e-", "mail til centret", Hyphen.HARD),
        ("et fælles tv-", "signal", Hyphen.HARD),
        ("senest om to år, sene-", "st om tre", Hyphen.SOFT),
        ("via kabel-", "tv i hele landet", Hyphen.HARD),
        ("i årene 2018-", "2020 og frem", Hyphen.HARD),
        ("arbejdet med 2019-", "budgetter", Hyphen.HARD),
        ("aftalt i KL-", "regi sidste år", Hyphen.HARD),
        ("sammen med Lyngby-", "Taarbæk", Hyphen.HARD),
        ("i Børne-", "og Skoleudvalget", Hyphen.HANGING),
        ("pleje-, aflastnings-", "eller korttidspladser", Hyphen.HANGING),
        ("drifts-", "samt anlægsudgifter", Hyphen.HANGING),
        ("de 18-", "til 19-årige", Hyphen.HANGING),
    ],
)
def test_each_rule_decides_what_it_is_named_for(first: str, second: str, hyphen: Hyphen) -> None:
    assert LineJoiner([first, second]).hyphen(first, second) is hyphen


@pytest.mark.parametrize(
    ("elsewhere", "hyphen"),
    [("en ny exit-indsats for unge", Hyphen.HARD), ("en ny exitindsats for unge", Hyphen.SOFT)],
)
def test_the_same_word_elsewhere_in_the_document_decides(elsewhere: str, hyphen: Hyphen) -> None:
    joiner = LineJoiner([elsewhere, "arbejdet med exit-", "indsats og job"])

    assert joiner.hyphen("arbejdet med exit-", "indsats og job") is hyphen


def test_a_space_behind_the_hyphen_says_that_the_word_ended() -> None:
    lines = ["Teksten har et mellemrum efter hver linje ", "så et ord, der ender på en uddannelses- ", "eksamens- "] * 5
    joiner = LineJoiner(lines)

    assert joiner.hyphen("ender på en uddannelses- ", "mæssig streg") is Hyphen.HANGING
    assert joiner.hyphen("ender på en uddannelses-", "mæssig streg") is Hyphen.SOFT


def test_lines_become_one_text() -> None:
    joiner = LineJoiner([])

    assert joiner.joined(["Løn- og pensions-", "udgifter i Ballerup –", "og om-", "egn\u00ad", "en "]) == (
        "Løn- og pensionsudgifter i Ballerup – og omegnen"
    )
    assert joiner.joined(["Flere i job -", "del 2"]) == "Flere i job - del 2"
    assert joiner.joined([]) == ""


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("værkste", "d"),
        ("budgetopføl", "gning"),
        ("Tilpas", "ningerne"),
        ("beregn", "elser."),
        ("budgetopfølgni", "ng 2026"),
        ("Virksomhedsle", "dning"),
        ("plejehj", "em,"),
        ("Skolebi", "bliotek"),
    ],
)
def test_a_word_broken_without_a_hyphen_is_known_by_a_rest_that_is_none_or_by_standing_whole_elsewhere(
    first: str, second: str
) -> None:
    joiner = LineJoiner(["Der bygges et plejehjem, og et skolebibliotek følger."])

    assert joiner.is_one_word(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("kørsler", "med"), ("Til", "bud"), ("Tilskud", "kr. 5.000"), ("lokal", "tv"), ("Udvalget", "og"),
        ("værks", "ted"), ("Lyngby", "Taarbæk"), ("2018", "d"), ("halvtreds", "m²"), ("Fælles", "streng"),
        ("Helt", "lige"), ("Fælles", "psykiatri"), ("Ny", "skvulpesø"), ("God", "tjeneste"), ("Et", "bibliotek"),
    ],
)  # fmt: skip
def test_two_words_stay_two_wherever_they_may_be(first: str, second: str) -> None:
    assert not LineJoiner(["Et tilbud om bud, og Et bibliotek."]).is_one_word(first, second)
