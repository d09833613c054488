"""What documents of one kind have in common is made once, and nothing of one document reaches the next."""

import hashlib
import multiprocessing
import threading
from collections.abc import Callable

import pytest

from renderer.errors import RenderingError
from renderer.resources import Kind, read_resource
from renderer.writers import print_style
from renderer.writers.agreement.pdf import write_agreement_pdf
from renderer.writers.pdf import write_pdf
from tests.overviews import overview_edition
from tests.writers.agreement import samples
from tests.writers.editions import small_edition

SHEETS = ("edition.css", "pages.css", "print.css")
DOCUMENTS: dict[str, Callable[[], bytes]] = {
    "edition": lambda: write_pdf(small_edition()),
    "overview": lambda: write_pdf(overview_edition()),
    "agreement": lambda: write_agreement_pdf(samples.small()),
}


def forget(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if nothing had been drawn yet."""
    monkeypatch.setattr(print_style, "_kept", type(print_style._kept)())


def font_map(_: object = None) -> int:
    """The address of the font map that this process and thread draws with."""
    from weasyprint.text.ffi import ffi

    return int(ffi.cast("uintptr_t", print_style.print_style(SHEETS).fonts.font_map))


def drawn_anew(_: object) -> str:
    return hashlib.sha256(write_pdf(small_edition())).hexdigest()


def test_what_was_drawn_before_leaves_no_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    first = {}
    for name, write in DOCUMENTS.items():
        forget(monkeypatch)
        first[name] = write()
    for name in ("agreement", "overview", "edition", "agreement", "edition", "overview"):
        assert DOCUMENTS[name]() == first[name], name


def test_documents_of_one_kind_share_the_sheet_but_not_what_is_remembered_of_their_fonts() -> None:
    write_pdf(small_edition())
    one, other = print_style.print_style(SHEETS), print_style.print_style(SHEETS)
    one.fonts.strut_layouts["x"] = one.marks["x"] = 1

    assert one.sheet is other.sheet
    assert one.fonts.font_map is other.fonts.font_map
    assert "x" not in other.fonts.strut_layouts
    assert "x" not in other.marks


def test_a_thread_has_fonts_of_its_own() -> None:
    found = [font_map()]
    thread = threading.Thread(target=lambda: found.append(font_map()))
    thread.start()
    thread.join()

    assert found[0] == font_map() != found[1]


def test_a_process_that_is_forked_has_fonts_of_its_own() -> None:
    here = drawn_anew(None)
    with multiprocessing.get_context("fork").Pool(1) as pool:
        assert pool.map(drawn_anew, [None]) == [here]
        kept = pool.map(font_map, [None])
    assert kept != [font_map()]
    assert drawn_anew(None) == here


def test_a_mistake_in_a_sheet_is_heard_of_every_time(monkeypatch: pytest.MonkeyPatch) -> None:
    def with_a_mistake(kind: Kind, name: str) -> bytes:
        return read_resource(kind, name) + (b"p { findes-ikke: 1 }" if name == "edition.css" else b"")

    write_pdf(small_edition())
    monkeypatch.setattr(print_style, "read_resource", with_a_mistake)
    for _ in range(2):
        with pytest.raises(RenderingError, match="findes-ikke"):
            write_pdf(small_edition())
    monkeypatch.undo()

    assert write_pdf(small_edition())
