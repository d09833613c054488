"""A thing has one Danish word with one spelling in all that a user reads (docs/decisions/0023)."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.repository import ROOT

OTHER_FORMS = {
    r"smileys": "smileyer",
    r"\w{3,}ér": "the imperative without an accent",
    r"centeret": "centret",
    r"oversigt: (?:ja|nej)": "overblik",
}
OTHER = re.compile(rf"\b(?:{'|'.join(OTHER_FORMS)})\b", re.IGNORECASE)
FIXED = re.compile(r"Definition af smileys på (?:indsats|økonomi)")
"""Headings of the municipality's own documents."""
PATTERN = re.compile(r"[|\\]|s\?")
ENGLISH = re.compile(r"\b(?:the|of|only)\b", re.IGNORECASE)
PAGES = [ROOT / "docs" / name for name in ("vejledning.md", "drift.md", "sikkerhed.md")]
CASES = sorted((ROOT / "examples").glob("*/*.yaml"))
TEMPLATES = sorted((ROOT / "templates").glob("*.html"))
MODULES = sorted((ROOT / "renderer").rglob("*.py"))


def found(text: str) -> list[str]:
    return OTHER.findall(FIXED.sub("", re.sub(r"\{#.*?#\}", "", text)))


def told(module: Path) -> Iterator[str]:
    """The texts in a module, without its docstrings and without the patterns that readers know other forms by."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    remarks = {id(one.value) for one in ast.walk(tree) if isinstance(one, ast.Expr)}
    for one in ast.walk(tree):
        if not isinstance(one, ast.Constant) or not isinstance(one.value, str) or id(one) in remarks:
            continue
        if not PATTERN.search(one.value) and not ENGLISH.search(one.value):
            yield one.value


@pytest.mark.parametrize("path", [*PAGES, *CASES, *TEMPLATES], ids=lambda path: path.name)
def test_a_page_has_the_chosen_words(path: Path) -> None:
    assert found(path.read_text(encoding="utf-8")) == []


def test_the_program_has_the_chosen_words() -> None:
    wrong = {str(path.relative_to(ROOT)): words for path in MODULES if (words := found("\n".join(told(path))))}

    assert wrong == {}
    assert len(MODULES) > 100


def test_the_other_forms_are_found_and_the_fixed_headings_are_not() -> None:
    assert found("Acceptér de smileys, centeret har givet.") == ["Acceptér", "smileys", "centeret"]
    assert found("Definition af smileys på økonomi: En idé og én smiley dér.") == []
