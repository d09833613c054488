"""What an economist mistypes is pointed to where it must be mended, and the advice is about what stands there."""

import pytest

from renderer.readers.yaml.tree import read_tree

_UNDER_THE_BAR = "Skriv et | her og teksten på de næste linjer, rykket ind. Så kan den have alle tegn."
_SIGN_FIRST = "Teksten begynder med et tegn, som har en særlig betydning i filen."
_AFTER_CLOSING = "Der står noget efter det tegn, som afslutter anførslen eller klammen."
_UNCLOSED = "Et anførselstegn, en parentes eller en klamme, der begynder her, er ikke lukket."
_DASH = "Der mangler et mellemrum efter bindestregen."
_COLON = "Der mangler et mellemrum efter kolonet."
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
    ],
)
def test_the_line_that_must_be_mended_is_named(text: str, line: int, message: str) -> None:
    _, (finding,) = read_tree("aftale.yaml", text.encode())
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
