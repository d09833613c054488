"""The delivered dictionary: what it is made of, under which licence, and that it is as it was delivered."""

import gzip
import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from renderer.checks.editorial.lexicon import danish
from renderer.resources import resource_folder
from tests.repository import ROOT

DICTIONARIES = resource_folder("dictionaries")


def test_the_list_of_sums_is_what_is_delivered() -> None:
    lines = (DICTIONARIES / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    delivered = [path for path in DICTIONARIES.iterdir() if path.suffix in {".gz", ".txt"}]

    assert {line.split()[1]: line.split()[0] for line in lines} == {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in delivered
    }


def test_the_source_is_the_published_one_and_says_its_licences() -> None:
    readme = (DICTIONARIES / "README.md").read_text(encoding="utf-8")
    for name in ("da_DK.aff", "da_DK.dic"):
        content = gzip.decompress((DICTIONARIES / "source" / f"{name}.gz").read_bytes())
        assert f"{hashlib.sha256(content).hexdigest()}  {name}" in readme

    head = gzip.decompress((DICTIONARIES / "source" / "da_DK.aff.gz").read_bytes()).decode()[:1000]
    assert "GPL 2.0/LGPL 2.1/MPL 1.1 tri-license" in head
    assert "MOZILLA PUBLIC LICENSE" in (DICTIONARIES / "MPL-1.1.txt").read_text(encoding="utf-8")


@pytest.mark.slow
def test_the_list_is_made_of_the_source(tmp_path: Path) -> None:
    made = tmp_path / "made.gz"
    subprocess.run([sys.executable, ROOT / "dictionaries" / "make_danish_words.py", made], check=True)

    assert gzip.decompress(made.read_bytes()) == gzip.decompress((DICTIONARIES / "danish-words.txt.gz").read_bytes())


def test_our_own_words_are_in_order() -> None:
    lines = (DICTIONARIES / "municipal-words.txt").read_text(encoding="utf-8").splitlines()
    ours = [line for line in lines if not line.startswith("#")]

    assert ours == sorted(set(ours))
    assert all(line.removesuffix("-").isalpha() and line == line.lower() for line in ours)


def test_the_dictionary_is_in_order() -> None:
    assert {"besparelse", "besparelsen", "besparelser"} < danish().tails
    assert "besparelses" in danish().heads
    assert "besparelsen" in danish().beginning_with("besparels")
    assert all(word.startswith("besparels") for word in danish().beginning_with("besparels"))
