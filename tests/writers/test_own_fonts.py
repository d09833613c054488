"""Our own fonts and no others, taken in once, with nothing left on a disk."""

import gc
import sys
import tempfile
from pathlib import Path

import pytest

from renderer.writers import print_style
from renderer.writers.own_fonts import OwnFonts
from renderer.writers.pdf import write_pdf
from tests.writers.editions import small_edition

SHEETS = ("edition.css", "pages.css", "print.css")


@pytest.fixture(autouse=True)
def _nothing_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(print_style, "_kept", type(print_style._kept)())


def known(fonts: OwnFonts) -> list[int]:
    """How many fonts of the machine are known, and how many of our own."""
    from weasyprint.text.ffi import ffi, fontconfig

    kinds = (fontconfig.FcSetSystem, fontconfig.FcSetApplication)
    found = [fontconfig.FcConfigGetFonts(fonts._config, kind) for kind in kinds]
    return [0 if one == ffi.NULL else one.nfont for one in found]


def test_the_fonts_of_the_sheet_are_known_and_none_of_the_machine() -> None:
    assert known(OwnFonts()) == [0, 0]
    assert known(print_style.print_style(SHEETS).fonts) == [0, 7]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there are no files in memory")
def test_drawing_writes_nothing_to_a_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "is not there"))

    assert write_pdf(small_edition())


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there are no files in memory")
def test_fonts_that_nobody_needs_any_more_are_given_back() -> None:
    def open_files() -> int:
        gc.collect()
        return sum(1 for _ in Path("/proc/self/fd").iterdir())

    before = open_files()
    style = print_style.print_style(SHEETS)
    while_kept = open_files()
    print_style._kept.styles.clear()
    with_the_document = open_files()
    del style

    assert (while_kept - before, with_the_document - before, open_files() - before) == (7, 7, 0)
