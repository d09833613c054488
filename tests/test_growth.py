"""No text is slow by its form: twice as much of it takes about twice as long, whoever reads, checks or prints it."""

import pytest

from renderer.model.markdown import parse_prose
from tests.growth import cpu, growth
from tests.pumped import DEAR, HELD, subjects
from tests.pumps import CORE, PIECES, Pump

MOST = 2.5
ENOUGH = 0.05
"""Seconds of CPU below which a text is not slow, and a doubling cannot be told from noise."""
SIZES = {True: 2_000, False: 6_000}
"""Characters of the shorter text, where a subject is dear by itself and where it is not."""
HARMLESS = "Der er fundet en leder til det nye hus. "


def _is_slow(name: str, pump: Pump, size: int, usual: float) -> bool:
    subject = subjects()[name]
    # A second look is only taken where there may be something to see.
    if cpu(subject, pump.text(2 * size)) < max(ENOUGH, 3 * usual):
        return False
    while cpu(subject, pump.text(size)) < ENOUGH / 2:
        size *= 2
    return growth(subject, pump.text, size, MOST) > MOST


@pytest.mark.parametrize("name", HELD)
def test_twice_the_text_takes_about_twice_as_long(name: str) -> None:
    dear = name in DEAR
    size = SIZES[dear]
    subjects()[name](HARMLESS)
    usual = min(cpu(subjects()[name], HARMLESS * (2 * size // len(HARMLESS))) for _ in range(2))
    pumps = [Pump(piece, "x ", "!") for piece in (CORE if dear else PIECES)]
    assert [str(pump) for pump in pumps if _is_slow(name, pump, size, usual)] == []


def test_a_field_of_short_lines() -> None:
    """Twelve thousand characters in lines of two letters took 25 seconds."""
    short, long = (cpu(parse_prose, "ab\n" * count) for count in (2_000, 4_000))
    assert long < max(MOST * 2 * short, 2)


def test_a_quadratic_reader_would_be_found() -> None:
    def pairs(text: str) -> int:
        return sum(1 for at in range(len(text)) if text.find("?", at) >= 0)

    assert growth(pairs, Pump("a").text, 40_000, MOST) > MOST
    assert growth(str.split, Pump("a b ").text, 400_000, 4) <= 4
