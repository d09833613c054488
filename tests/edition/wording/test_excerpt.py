"""An excerpt shows what has changed, and of what has not only as much as a line or two."""

from renderer.edition.wording.changed_text import ChangedList
from renderer.edition.wording.compare import compare_prose
from renderer.edition.wording.excerpt import OMISSION, excerpt
from renderer.model.markdown import parse_prose

LONG = "Der følges op på målene i budgettet ved hver af årets fire opfølgninger, og udvalget får en status. " * 2


def words(old: str, new: str) -> list[str]:
    return excerpt(compare_prose(parse_prose(old), parse_prose(new))).new.plain.split("\n")


def test_long_unchanged_paragraphs_are_left_out() -> None:
    assert words(f"{LONG}\n\n{LONG}\n\nSyv er ansat.", f"{LONG}\n\n{LONG}\n\nNi er ansat.") == [
        OMISSION,
        "Ni er ansat.",
    ]


def test_a_short_one_stays() -> None:
    assert words("Målet er nået.\n\nSyv er ansat.", "Målet er nået.\n\nNi er ansat.") == [
        "Målet er nået.",
        "Ni er ansat.",
    ]


def test_entries_of_a_bullet_list_are_left_out_and_of_a_numbered_one_not() -> None:
    old, new = f"- {LONG}\n- {LONG}\n- Syv", f"- {LONG}\n- {LONG}\n- Otte"
    assert words(old, new) == [f"• {OMISSION}", "• Otte"]
    numbered = excerpt(compare_prose(parse_prose(f"1. {LONG}\n2. Syv"), parse_prose(f"1. {LONG}\n2. Otte")))
    assert isinstance(numbered.blocks[0], ChangedList)
    assert numbered.new == parse_prose(f"1. {LONG}\n2. Otte")
