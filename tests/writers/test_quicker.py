"""The shorter ways through WeasyPrint lead to the bytes that its own lead to."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from weasyprint import CSS
from weasyprint.text.line_break import Layout

from renderer.edition.build import build_edition
from renderer.edition.edition import Edition
from renderer.model.case import Case
from renderer.model.markdown import parse_prose
from renderer.resources import resource_folder
from renderer.writers import quicker
from renderer.writers.heard import listening
from renderer.writers.own_fonts import OwnFonts
from renderer.writers.packaged import BASE, PackagedFiles
from renderer.writers.pdf import write_pdf
from renderer.writers.quicker.remembered_lines import remembered_lines
from renderer.writers.quicker.replacement import REPLACED
from tests.cases import cases
from tests.samples import large_case, small_case
from tests.writers.editions import with_agreement_text, with_guide, with_words
from tests.writers.own_way import WholeHtml

GENERATED = settings(
    max_examples=8,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)

ODD_TEXTS = [
    "Et ord*med*fremhævning, **fed** og et [link over flere linjer, som er langt nok til det](https://ballerup.dk/a).",
    "Overensstemmelses\u00ad\u00aderklærings\u00adformularudfyldningsvejledning " * 6,
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 4,
    "10.000\u00a0kr.\u202f og e\u0301t tegn a\u030a med\u200b nul\u2060 bredde \u200f og →\u00a0½ ≤ 3 €",
    "1. først\n2. så\n   - en\n   - to\n\n      indrykket\n3. sidst",
    "linje et\\\nlinje to  \nlinje tre",
    "A.V.A.T.A.R. To Ty Væ LT AV Tø fi fl ffi " * 20,
]

OTHER_PAGE = """<html lang="da"><body><h1 style="string-set: title content()">Overskrift</h1>
<div style="float: left; width: 30%; border: 1px solid; border-radius: 3px">Flyder <b>ved</b> siden</div>
<p style="text-align: justify; letter-spacing: 1px; word-spacing: 3px">{words}</p>
<p style="text-align: justify; text-decoration: underline">{words}</p>
<p style="width: 40%; padding: 0 5%; min-height: 10%; background: #eee; box-shadow: 1px 1px">{words}</p>
<div style="position: relative; overflow: hidden; white-space: nowrap; text-overflow: ellipsis">{words}</div>
<div style="position: absolute; top: 5px; right: 10%; visibility: hidden">{words}</div>
<p style="block-ellipsis: auto; max-lines: 2; continue: discard; font-variant: small-caps">{words}</p>
<p style="direction: rtl; hyphens: auto; white-space: pre-wrap">{words}\n\t{words}</p>
<table style="border-collapse: collapse; width: 100%"><tr><td style="border: 1px solid; width: 33%">{words}</td>
<td style="vertical-align: bottom; font-size: 120%">{words}</td></tr></table>
<p style="break-before: page; float: footnote">{words}</p><p style="columns: 2; width: calc(50% + 3em)">{words}</p>
</body></html>"""

OTHER_SHEET = """
html { font-family: "Aftalerapport Text"; font-size: 10px; line-height: 1.3 }
@page { size: A6; margin: 10%; @top-center { content: string(title) counter(page) "/" counter(pages) } }
@page :first { margin: 8mm; background: #eef; @bottom-left { content: "forrest"; width: 30% } }
@page :left { margin-left: 15mm; @left-middle { content: "venstre" } }
@page :nth(3) { @bottom-right-corner { content: "tre" } }
"""


@pytest.fixture
def unhurried() -> Any:
    """Puts WeasyPrint's own functions back, each where it stood."""
    patch = pytest.MonkeyPatch()

    def put_back() -> None:
        for one in REPLACED:
            patch.setattr(one.place, one.name, one.theirs)

    yield put_back
    patch.undo()


def editions() -> dict[str, Edition]:
    texts = "\n\n".join(ODD_TEXTS)
    return {
        "large": with_words(build_edition(large_case(12), 3)),
        "small": build_edition(small_case(), 4),
        "odd cells": with_agreement_text(parse_prose(texts)),
        "odd guide": with_guide(parse_prose(texts)),
    }


@pytest.mark.parametrize("name", editions())
def test_editions_are_the_same(name: str, unhurried: Any) -> None:
    edition = editions()[name]
    quick = write_pdf(edition)
    unhurried()

    assert write_pdf(edition) == quick


@pytest.mark.slow
@pytest.mark.hypothesis
@pytest.mark.filterwarnings("ignore:Generating overly large repr")
def test_generated_editions_are_the_same(unhurried: Any) -> None:
    quick: list[tuple[Edition, bytes]] = []

    @GENERATED
    @given(case=cases())
    def write(case: Case) -> None:
        edition = build_edition(case, case.followups[-1].number)
        quick.append((edition, write_pdf(edition)))

    write()
    unhurried()
    assert len(quick) > 4
    for edition, pdf in quick:
        assert write_pdf(edition) == pdf


def other_pdf() -> bytes:
    """A page with nearly everything that our own pages do not have."""
    files, fonts = PackagedFiles(), OwnFonts()
    page = OTHER_PAGE.format(words="Her står nogle ord, som ikke kan være på én linje, og så nogle til. " * 9)
    faces = (resource_folder("styles") / "edition.css").read_text(encoding="utf-8").partition("@counter-style")[0]
    sheet = CSS(string=faces + OTHER_SHEET, font_config=fonts, url_fetcher=files, base_url=f"{BASE}styles/x.css")
    document = WholeHtml(string=page, url_fetcher=files).render(font_config=fonts, stylesheets=[sheet])
    assert len(document.pages) > 3
    written: bytes = document.write_pdf()
    return written


@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_pages_unlike_ours_are_the_same(unhurried: Any) -> None:
    with remembered_lines():
        quick = other_pdf()
    unhurried()

    assert other_pdf() == quick


def test_everything_that_is_replaced_stands_where_it_was_meant_to() -> None:
    assert {(one.name, one.theirs is one.ours) for one in REPLACED} == {
        (name, False)
        for name in (
            "draw_first_line", "draw_text", "split_first_line", "strut", "setup", "deactivate", "reactivate",
            "avoid_collisions", "resolve_percentages", "is_in_normal_flow", "layout_box_backgrounds",
            "set_page_type_computed_styles",
        )
    }  # fmt: skip
    assert all(getattr(one.place, one.name) is one.ours for one in REPLACED)
    assert Layout.setup.__module__.startswith(quicker.__name__)


def test_lines_are_forgotten_afterwards() -> None:
    edition = build_edition(small_case(), 2)
    with remembered_lines():
        first = write_pdf(edition)

    assert write_pdf(edition) == first


def test_every_shorter_way_is_imported() -> None:
    files = {path.stem for path in Path(quicker.__path__[0]).glob("*.py")} - {"__init__", "replacement"}

    assert all(hasattr(quicker, name) for name in files)


def test_what_is_heard_is_the_same(unhurried: Any) -> None:
    with listening() as heard:
        other_pdf()
    unhurried()
    with listening() as heard_before:
        other_pdf()

    assert [one.getMessage() for one in heard] == [one.getMessage() for one in heard_before]
