"""Misspelt words: what is meant is named, and Danish that the dictionary never saw is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renderer.checks.editorial.lexicon import danish
from renderer.checks.editorial.note import Line, Written
from renderer.checks.editorial.own_words import own_words
from renderer.checks.editorial.rules import SPELLING, TEXT_RULES, remarks_on
from renderer.checks.editorial.spelling import misspelt
from renderer.checks.table import CHECKS
from renderer.findings import Severity
from renderer.model.prose import Prose
from tests.written_prose import ALL_FORMS, proses


def meant(text: str) -> list[str]:
    """The words that are proposed."""
    return [note.hint.removeprefix("Mente du »").removesuffix("«?") for note in misspelt(Written.of(text))]


@pytest.mark.parametrize(
    ("written", "right"),
    [
        # Letters that changed places, one too few, one too many, another one
        ("udrbejdet", "udarbejdet"),
        ("evalueirng", "evaluering"),
        ("samarbjede", "samarbejde"),
        ("budgetopfølgnign", "budgetopfølgning"),
        ("medarbjdere", "medarbejdere"),
        ("opfølging", "opfølgning"),
        ("besparelsn", "besparelsen"),
        ("uddanelse", "uddannelse"),
        ("interesant", "interessant"),
        ("handicapede", "handicappede"),
        ("trafikk", "trafik"),
        ("økonimi", "økonomi"),
        ("ikek", "ikke"),
        # Parts of compounds, and the letters between them
        ("beskæftigelsesinsats", "beskæftigelsesindsats"),
        ("genoptræningforløb", "genoptræningsforløb"),
        ("kontanthjælpmodtagere", "kontanthjælpsmodtagere"),
        ("parkeringspaldser", "parkeringspladser"),
        ("frikommnueforsøg", "frikommuneforsøg"),
        # Words that could be compounds of snippets
        ("arrangment", "arrangement"),
        ("bofælleskab", "bofællesskab"),
        ("kvartalvis", "kvartalsvis"),
        # No Danish keyboard
        ("spoergsmaal", "spørgsmål"),
        # Two slips in a long word
        ("rekruterringen", "rekrutteringen"),
    ],
)
def test_the_word_that_was_meant(written: str, right: str) -> None:
    assert meant(f"Der er {written} i år.") == [right]
    assert meant(f"{written.capitalize()} er nævnt i år.") in ([right.capitalize()], [])
    assert meant(f"Der er {right} i år.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Besparelsen er indarbejdet i budgettet, og driften er uændret.",
        "Budgetopfølgningen viser et mindreforbrug på servicerammen og merindtægter på anlægsrammen.",
        "Erhvervsfremmesystemet og bymidteudviklingsprojekterne er beskrevet i milepælsplanerne.",
        "Uddannelseshjælpsmodtagerne visiteres til virksomhedspraktik eller nytteindsats.",
        "Der er synergier mellem investeringscasene, og kommunen er en idrætsby.",
        "Børne- og skoleområdet samt drifts-, anlægs- og personaleudgifter.",
        "Det sker bl.a. via ca. 12 mio. kr., jf. bilag 3, evt. inkl. moms mv.",
        "Skriv til budget@vaerebro-kommune.dk, eller se www.vaerebro-kommune.dk/budgt og planudkst.docx.",
        "BFO'er og KL's it-system samt NemID, BDO-analysen og iPads.",
        "Se punkt 4b, sag 12a og A12bc.",
        "Projektet ledes af Jensn, og Værebrohusett er åbent.",
    ],
)
def test_danish_that_the_dictionary_never_saw(text: str) -> None:
    assert meant(text) == []


def test_a_name_is_known_everywhere_once_it_was_seen() -> None:
    text = Written((Line("Værebrohust åbner i maj."), Line("Lederen af Værebrohust er ansat.")))

    assert list(misspelt(text, own_words((text,)))) == []


def test_a_strange_word_that_is_used_often_needs_a_near_suggestion() -> None:
    far = Written.of("Kompetansen er vigtig, for kompetansen vokser, når kompetansen bruges.")
    near = Written.of("Plannen er god, men plannen er dyr, og plannen er lang.")

    assert list(misspelt(far, own_words((far,)))) == []
    assert [note.hint for note in misspelt(near, own_words((near,)))] == ["Mente du »Planen«?"]


def test_a_word_is_told_once_in_a_text() -> None:
    assert meant("Der er udrbejdet en plan, og udrbejdet er den.") == ["udarbejdet"]


def test_a_misspelt_part_between_hyphens() -> None:
    assert meant("Der er it-understøttlese og børne-indsatsn.") == ["it-understøttelse", "børne-indsatsen"]


def test_a_word_that_is_known_to_be_wrong() -> None:
    assert not danish().knows("retsskrivning")
    assert meant("Vi følger den danske retsskrivning nøje.") == ["retskrivning"]


def test_another_language_is_no_misspelt_danish() -> None:
    assert meant("The municipality wishes to strengthen cooperation between schools and local companies.") == []
    # A single sentence of Danish may well have several slips.
    assert meant("Udvlaget har drøftet planenn og sagt, at borgrene skal hjælpes bedre end i dag.") == [
        "Udvalget",
        "planen",
        "borgerne",
    ]


def test_an_endless_word_is_left_alone() -> None:
    assert meant("a" * 5000) == []
    assert meant("indsats" * 700) == []


def test_every_rule_for_texts_is_a_hint_of_the_table() -> None:
    assert {CHECKS[code].severity for code in (SPELLING, *TEXT_RULES)} == {Severity.HINT}


def test_a_text_alone_is_looked_at_under_all_rules() -> None:
    assert [code for code, _ in remarks_on("Planen er er udrbejdet 5 % for sent , og")] == [
        "mulig-stavefejl",
        "ord-to-gange",
        "sætning-uden-slutning",
        "procenttegn-i-teksten",
        "mellemrum-før-tegn",
    ]
    assert remarks_on("") == ()


LETTERS = st.text(alphabet="abdegiklmnorstuvyæøåÅBC -.,;:!?\"”“»«'’–—/%0123456789@\n\t", max_size=200)


@given(st.one_of(st.text(max_size=80), LETTERS, proses(ALL_FORMS)))
def test_any_text_can_be_looked_at(text: Prose | str) -> None:
    found = remarks_on(text)

    assert found == remarks_on(text)
    assert all(note.message.endswith(".") and note.hint for _, note in found)
