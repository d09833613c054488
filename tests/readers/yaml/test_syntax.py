"""What an economist mistypes is pointed to where it must be mended, and the advice is about what stands there."""

import pytest

from renderer.readers.yaml.tree import read_tree

_UNDER_THE_BAR = "Skriv et | her og teksten på de næste linjer, rykket ind. Så kan den have alle tegn."
_SIGN_FIRST = "Teksten begynder med et tegn, som har en særlig betydning i filen."
_AFTER_CLOSING = "Der står noget efter det tegn, som afslutter anførslen eller klammen."
_UNCLOSED = "Et anførselstegn, en parentes eller en klamme, der begynder her, er ikke lukket."
_DASH = "Der mangler et mellemrum efter bindestregen."
_COLON = "Der mangler et mellemrum efter kolonet."
_NO_COLON = "Linjen hører ikke til noget felt: Der mangler et kolon efter feltets navn."
_BRACKET = "En liste eller gruppe i klammer er ikke skrevet rigtigt."
_COLON_IN_TEXT = "Linjen har et kolon, som ikke kan stå der."


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ('titel: "Aftale\nbudgetår: 2024\nsagsid: 1\n', 1, _UNCLOSED),
        ("a: 1\nb:\n  - titel: 'Færre\n    type: drift\n", 3, _UNCLOSED),
        ("a:\n  1: {smiley: glad\n  2: {smiley: glad}\nb: 1\n", 2, _BRACKET),
        ("centre:\n  - Skole\n  -Miljø\nkapitler:\n", 3, _DASH),
        ("opfølgning: 1\ndato:2024-04-22\nkontakt: 1\n", 2, _COLON),
        ("opfølgning:1\ndato: 2024-04-22\n", 1, _COLON),
        ("a: 1\nøkonomi: Besparelse: 1,0\n", 2, _COLON_IN_TEXT),
        ("a: 1\nb: Se https://example.dk: alt\n", 2, _COLON_IN_TEXT),
        ("kontakt:\n  navn: Ida\n  telefon:4477\n\n  # kun formiddag\n  e-mail: i@x.dk\n", 3, _COLON),
        ("kontakt:\n  navn:Ida\n  telefon:4477\n  e-mail: i@x.dk\n", 2, _COLON),
        ("dato:2024-04-22\n\n# aftalt\nkontakt: 1\n", 1, _COLON),
        ("titel:|\n  Aftale om budget\ndato: 1\n", 1, _COLON),
        ("status:\n  2.01:\n    milepæle:\n      1:{smiley: glad}\n", 4, _COLON),
        ("a: 1\nb: {smiley:glad}\n", 2, _COLON),
        ("a:\n  - nummer: 1\n    titel: Skole\n  -nummer: 2\n", 4, _DASH),
        ("a: 1\nb:\n  -nummer: 1\n", 3, _DASH),
        ("kontakt:\n  navn Ida\n  telefon: 4477\n", 2, _NO_COLON),
        ("dato 2024-04-22\n\nkontakt: 1\n", 1, _NO_COLON),
        ("a: Der er\n  afsat penge\n  heraf: 1 til skoler\n", 3, _COLON_IN_TEXT),
        ("a: Mødet er\n  12:30 i salen\n  bemærk: nyt sted\n", 3, _COLON_IN_TEXT),
        ("a: 1\nb: 'Flere\nc: 'Færre'\n", 2, _UNCLOSED),
        ("a: 1\r\nb:\r\n  navn:Ida\r\n  telefon: 4477\r\n", 3, _COLON),
        ("a: Først\u2028så\x85og\u2029til sidst\nb:\n  navn:Ida\n  telefon: 4477\n", 3, _COLON),
    ],
)
def test_the_line_that_must_be_mended_is_named(text: str, line: int, message: str) -> None:
    _, (finding, *_rest) = read_tree("aftale.yaml", text.encode())
    assert (finding.code, finding.place.line, finding.message) == ("ugyldig-yaml", line, message)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("*Besparelsen* er 1,0 mio. kr.", _SIGN_FIRST),
        ("**Besparelsen** er 1,0 mio. kr.", _SIGN_FIRST),
        ("- en besparelse", _SIGN_FIRST),
        ("] er en parentes", _SIGN_FIRST),
        ("[kommunens sider](https://example.dk) har mere", _AFTER_CLOSING),
        ('"Flere i job" er et projekt', _AFTER_CLOSING),
    ],
)
@pytest.mark.parametrize("before", ["a: 1\n", "a: 1\nb:\n  - nummer: 2\n    "])
def test_a_text_that_begins_with_a_sign_belongs_under_the_bar(before: str, value: str, message: str) -> None:
    _, (finding,) = read_tree("aftale.yaml", f"{before}økonomi: {value}\n".encode())
    assert (finding.message, finding.hint) == (message, _UNDER_THE_BAR)
    assert finding.place.line == before.count("\n") + 1
