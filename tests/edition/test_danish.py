"""Danish as it is printed: dates, genitive, series, the alphabet, and spaces that hold a line together."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renderer.edition import danish
from renderer.edition.typesetting import typeset
from renderer.model.markdown import parse_prose
from tests.written_prose import Forms, proses


def test_dates() -> None:
    day = datetime.date(2018, 7, 4)

    assert danish.long_date(day) == "4. juli 2018"
    assert danish.column_date(day) == "04.07.2018"
    assert danish.long_date(datetime.date(2016, 11, 15)) == "15. november 2016"


def test_month_names() -> None:
    names = [danish.long_date(datetime.date(2018, month, 1)).split()[1] for month in range(1, 13)]

    assert names == [
        "januar", "februar", "marts", "april", "maj", "juni",
        "juli", "august", "september", "oktober", "november", "december",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("names", "text"),
    [
        ([], ""),
        (["Arbejdsmarked"], "Arbejdsmarked"),
        (
            ["Skoler, Institutioner og Kultur", "By, Erhverv og Miljø"],
            "Skoler, Institutioner og Kultur samt By, Erhverv og Miljø",
        ),
        (["Ejendomme", "HR", "Borgerservice"], "Ejendomme, HR samt Borgerservice"),
    ],
)
def test_series(names: list[str], text: str) -> None:
    assert danish.series(names) == text


@pytest.mark.parametrize(
    ("name", "owner"),
    [("Udvalget", "Udvalgets"), ("Udvalget i Assens", "Udvalget i Assens’"), ("Max", "Max’"), ("Fritz", "Fritz’")],
)
def test_genitive(name: str, owner: str) -> None:
    assert danish.genitive(name) == owner


@pytest.mark.parametrize(
    "names",
    [
        ["Asnæs", "Zoo", "Ærø", "Øster", "Ådal"],
        ["Zynk", "Ældre", "Ærø"],
        ["abe", "Bo", "bæ", "bø", "både", "Ce"],
        ["Ida", "Kultur", "Kultur og Fritid", "Kulturen"],
        ["Vejle", "Wien", "Ydby", "Üwe", "Zar"],
        ["Eva", "Éva", "Evald"],
        ["Økonomi", "Ørum", "Österbro", "Aabenraa", "Ådal", "Aarhus"],
    ],
)
def test_the_danish_alphabet(names: list[str]) -> None:
    shuffled = names[::-1]
    shuffled.sort(key=danish.alphabetical)

    assert shuffled == names


@given(st.lists(st.text(alphabet="abzæøåAÆØÅéü ", max_size=6), min_size=2, max_size=2))
def test_only_the_same_text_sorts_alike(texts: list[str]) -> None:
    one, other = texts

    assert (danish.alphabetical(one) == danish.alphabetical(other)) == (one == other)


@pytest.mark.parametrize(
    ("text", "tied"),
    [
        ("på 0,5 mio. kr. i år", "på 0,5~mio.~kr. i år"),
        ("2.632,2 mia. kr.", "2.632,2~mia.~kr."),
        ("175.000 kr. om året", "175.000~kr. om året"),
        ("25,5 pct. af målet", "25,5~pct. af målet"),
        ("1. budgetopfølgning 2018", "1.~budgetopfølgning 2018"),
        ("efter § 16, stk. 2, nr. 3", "efter §~16, stk.~2, nr.~3"),
        ("§§ 16-18", "§§~16-18"),
        ("den 15. november 2016", "den 15.~november 2016"),
        ("pr. 1. maj", "pr. 1.~maj"),
        ("1. halvår og 2. kvartal", "1.~halvår og 2.~kvartal"),
        ("kl. 12 og pkt. 4", "kl.~12 og pkt.~4"),
        ("jf. punkt 3.22", "jf. punkt~3.22"),
        ("Dialog – del 2", "Dialog –~del~2"),
        ("Sagsid: 00.30.00-S00-9-16", "Sagsid:~00.30.00-S00-9-16"),
        ("ca. 3 ha og 1.000 m²", "ca. 3~ha og 1.000~m²"),
    ],
)
def test_spaces_where_a_line_must_not_break(text: str, tied: str) -> None:
    assert danish.tied(text) == tied.replace("~", danish.NBSP)


@pytest.mark.parametrize(
    "text",
    ["i 2018 marts", "Der er 3. Kvartalet er slut", "mio. kroner", "en del af det", "18- til 19-årige", "kr. og øre"],
)
def test_other_spaces_stay(text: str) -> None:
    assert danish.tied(text) == text


@given(st.text(alphabet="12. miokrpct§delnaj,–:", max_size=30))
def test_tying_changes_spaces_only(text: str) -> None:
    assert danish.tied(text).replace(danish.NBSP, " ") == text
    assert danish.tied(danish.tied(text)) == danish.tied(text)


def test_typeset_text_is_tied_everywhere() -> None:
    prose = parse_prose("På *0,5 mio. kr.* og [§ 16](x) til **1. maj**\n\n- 3 pct.\n  1. 4 pct.\n- x\\\n  5 kr.")

    assert " " not in danish.NBSP
    assert typeset(prose).plain == (
        "På 0,5~mio.~kr. og §~16 til 1.~maj\n• 3~pct.\n  1. 4~pct.\n• x\n5~kr.".replace("~", danish.NBSP)
    )


@given(proses(Forms(most_blocks=4)))
def test_typesetting_keeps_the_blocks(prose: object) -> None:
    printed = typeset(prose)  # type: ignore[arg-type]

    assert printed.plain.replace(danish.NBSP, " ") == prose.plain  # type: ignore[attr-defined]
