"""No sentence of the municipality's real documents stands here: examples and fixtures are written anew."""

import re
from functools import cache

import pytest

from tests.repository import ROOT, files

ORIGINALS = ROOT.parent / "shared" / "seeds"
RUN = 14
"""So many equal words in a row are a copied sentence; names, titles and fixed headings are shorter."""


def runs(text: str) -> dict[tuple[str, ...], int]:
    """Every run of `RUN` words, with the line of its first word; marks, tags and line breaks do not count."""
    found = [
        (word.lower(), number)
        for number, line in enumerate(text.splitlines(), start=1)
        for word in re.findall(r"\w+", re.sub(r"<[^>]*>", " ", line))
    ]
    windows = (found[start : start + RUN] for start in range(len(found) - RUN + 1))
    return {tuple(word for word, _ in window): window[0][1] for window in windows}


@cache
def originals() -> frozenset[tuple[str, ...]]:
    return frozenset(run for path in ORIGINALS.glob("*.txt") for run in runs(path.read_text(encoding="utf-8")))


def copied(text: str) -> list[str]:
    return [f"line {line}: {' '.join(run)}" for run, line in runs(text).items() if run in originals()]


@pytest.mark.skipif(not ORIGINALS.is_dir(), reason="the originals are not part of the repository")
def test_nothing_is_copied_from_the_originals() -> None:
    found = {}
    for path in files():
        data = (ROOT / path).read_bytes()
        if b"\0" not in data and (lines := copied(data.decode("utf-8"))):
            found[path] = lines

    assert found == {}


@pytest.mark.skipif(not ORIGINALS.is_dir(), reason="the originals are not part of the repository")
def test_a_copied_sentence_would_be_found() -> None:
    original = next(path.read_text(encoding="utf-8") for path in sorted(ORIGINALS.glob("*.txt")))
    words = re.findall(r"\w+", re.sub(r"<[^>]*>", " ", original))[500:520]

    assert copied("En linje først.\n" + "\n".join(words).upper())
