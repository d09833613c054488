"""Hypothesis strategies for amounts: every unit, every precision that can be written in it, the whole range."""

from decimal import Decimal

from hypothesis import strategies as st

from renderer.model.amount import Amount, Unit

GREATEST = 10**15 - 1


@st.composite
def amounts(draw: st.DrawFn, units: tuple[Unit, ...] = tuple(Unit)) -> Amount:
    """An amount whose whole part has at most 15 digits; `-0,00` is one too, since it can be written."""
    unit = draw(st.sampled_from(units))
    decimals = draw(st.integers(0, unit.finest))
    whole = draw(st.integers(0, GREATEST) | st.integers(0, 10_000))
    fraction = draw(st.integers(0, 10**decimals - 1))
    written = f"{whole}.{fraction:0{decimals}}" if decimals else str(whole)
    return Amount(Decimal(draw(st.sampled_from(("", "-"))) + written), unit)
