"""No text raises, and none takes more than its length's share of time."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from renderer.checks.amounts.mention import Mention
from renderer.checks.amounts.prose import amounts_in
from renderer.checks.amounts.tokens import tokens_of

PIECES = (
    *("1", "1.", "1,", "0,5", "1.000", "2019", "½", "1/2", "-", "–", "(", ")", ",", ":", ".", "/", " ", "\n", "\n\n"),
    *(
        "\u00a0",
        "kr.",
        "kr",
        "mio. kr.",
        "mio.",
        "mia. kr.",
        "t.kr.",
        ",-",
        "i",
        "fra",
        "til",
        "og",
        "og frem",
        "årligt",
    ),
    *("mellem", "henholdsvis", "i hvert af årene", "over de næste", "år", "stigende til", "derefter", "op til", "ca."),
    *("i alt", "punkt", "i 1.000 kr.", "en", "halv", "minus", "\0", "٣", "𝟙", "»"),
)
LONG = 100_000


def spans(mentions: list[Mention]) -> list[int]:
    return [edge for mention in mentions for edge in (mention.start, mention.end)]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join) | st.lists(st.sampled_from(PIECES)).map("".join))
@example("i 2019-2022 2000 kr. (")
def test_any_row_of_pieces_is_read(text: str) -> None:
    mentions = amounts_in(text)

    assert spans(mentions) == sorted(spans(mentions))
    assert all(mention.amount is not None or mention.doubt is not None for mention in mentions)
    for mention in mentions:
        assert mention.sentence[0] <= mention.start < mention.end <= len(text)
        assert set(mention.per_year((2019, 2022))) <= set(mention.years_in((2019, 2022)))


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    assert spans(amounts_in(text)) == sorted(spans(amounts_in(text)))
    assert [token.start for token in tokens_of(text)] == sorted(token.start for token in tokens_of(text))


@pytest.mark.parametrize("piece", PIECES)
def test_a_long_row_of_one_piece_is_read(piece: str) -> None:
    mentions = amounts_in(f"{piece} " * (LONG // len(piece) // 2) + " mio. kr. i 2019")

    assert len(mentions) <= LONG


def test_a_hundred_thousand_digits_are_no_amount() -> None:
    (mention,) = amounts_in("9" * LONG + " kr.")

    assert mention.amount is None
    assert mention.possible == ()
