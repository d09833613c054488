"""The delivered fonts: what they hold, how the faces are drawn, and what WeasyPrint makes of them."""

import hashlib
import logging
import math
import os
import re
import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from fontTools.pens.areaPen import AreaPen
from fontTools.pens.recordingPen import DecomposingRecordingPen, RecordingPen
from fontTools.ttLib import TTFont

from renderer.resources import resource_folder
from tests.writers.own_way import WholeHtml

FONTS = resource_folder("fonts")
SMILEY = FONTS / "AftalerapportSmiley.ttf"
SYMBOLS = FONTS / "NotoSansMath-Regular.ttf"
TEXT_FONTS = sorted(FONTS.glob("NotoSans-*.ttf"))
ALL_FONTS = sorted(FONTS.glob("*.ttf"))

HAPPY, NEUTRAL, SAD = 0x263A, 0x1F610, 0x2639
FACES = (HAPPY, NEUTRAL, SAD)
TWINS = {0x1F642: HAPPY, 0x1F60A: HAPPY, 0x1F641: SAD}
TEXT_FORM = "\ufe0e"
"""Asks for the text form of a character that Pango would set in the machine's emoji font."""

LATIN = {chr(code) for code in (*range(0x20, 0x7F), *range(0xA0, 0x180))}
PUNCTUATION = set("–—”“„’‘‚…•‹›«»·§€½¼¾−‰′″\u2010\u2011\u2009\u202f₂")
BULLETS_AND_SIGNS = set("◦▪●○■□→←↑↓≈≠≤≥✓")

STYLE = """
@font-face { font-family: Text; src: url(NotoSans-Regular.ttf); font-weight: 400 }
@font-face { font-family: Text; src: url(NotoSans-Italic.ttf); font-weight: 400; font-style: italic }
@font-face { font-family: Text; src: url(NotoSans-SemiBold.ttf); font-weight: 600 }
@font-face { font-family: Text; src: url(NotoSans-Bold.ttf); font-weight: 700 }
@font-face { font-family: Text; src: url(NotoSans-BoldItalic.ttf); font-weight: 700; font-style: italic }
@font-face { font-family: Symbols; src: url(NotoSansMath-Regular.ttf) }
@font-face { font-family: Smiley; src: url(AftalerapportSmiley.ttf) }
body { font: 9pt Text, Symbols, Smiley }
"""


@pytest.fixture(scope="module")
def smiley() -> Any:
    return TTFont(SMILEY)


def outline(font: Any, character: int) -> list[tuple[str, Any]]:
    """The drawing of a character, references to other glyphs followed."""
    glyphs = font.getGlyphSet()
    pen = DecomposingRecordingPen(glyphs)
    glyphs[font.getBestCmap()[character]].draw(pen)
    return list(pen.value)


def contours(font: Any, character: int) -> list[list[tuple[str, Any]]]:
    """The closed outlines of a drawing: the ring, its hole, two eyes, the mouth."""
    found: list[list[tuple[str, Any]]] = []
    for step in outline(font, character):
        if step[0] == "moveTo":
            found.append([])
        found[-1].append(step)
    return found


def points(contour: list[tuple[str, Any]]) -> list[tuple[float, float]]:
    return [point for _, arguments in contour for point in arguments]


def area(contour: list[tuple[str, Any]]) -> float:
    """The area an outline encloses, negative where it runs clockwise."""
    recording, pen = RecordingPen(), AreaPen()
    recording.value = contour
    recording.replay(pen)
    return float(pen.value)


def draw_pdf(body: str) -> bytes:
    page = f'<html lang="da"><style>{STYLE}</style><body>{body}</body></html>'
    return bytes(WholeHtml(string=page, base_url=f"{FONTS}{os.sep}").write_pdf())


def embedded_families(pdf: bytes) -> set[str]:
    """The families whose outlines a PDF carries, without subset prefix and style."""
    with pikepdf.open(BytesIO(pdf)) as document:
        names = [str(item.FontFamily) for item in document.objects if descriptor(item) and "/FontFile2" in item]
    return set(names)


def descriptor(item: Any) -> bool:
    return isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor"


def page_text(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return str(document[0].get_textpage().get_text_range())
    finally:
        document.close()


# The smiley font: its build and tables


def test_every_build_gives_the_committed_bytes(tmp_path: Path) -> None:
    script = Path(__file__).parents[1] / "fonts" / "build_smileys.py"
    for seed in ("1", "2"):
        built = tmp_path / f"{seed}.ttf"
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": f"UTC-{seed}", "SOURCE_DATE_EPOCH": seed}
        subprocess.run([sys.executable, script, built], check=True, env=environment)
        assert built.read_bytes() == SMILEY.read_bytes()


def test_the_smiley_font_maps_the_faces_and_their_twins(smiley: Any) -> None:
    assert set(smiley.getBestCmap()) == {ord(" "), *FACES, *TWINS}
    assert {table.format for table in smiley["cmap"].tables if table.isUnicode()} == {4, 12}
    assert smiley.getGlyphOrder()[0] == ".notdef"


def test_every_character_has_a_glyph_of_its_own(smiley: Any) -> None:
    names = list(smiley.getBestCmap().values())
    assert len(names) == len(set(names)), "a PDF could give back one character for another"


@pytest.mark.parametrize(("twin", "face"), TWINS.items())
def test_a_twin_shows_the_same_face(smiley: Any, twin: int, face: int) -> None:
    assert outline(smiley, twin) == outline(smiley, face)


def test_the_smiley_font_names_itself_and_its_licence(smiley: Any) -> None:
    name = smiley["name"].getDebugName
    assert (name(1), name(2), name(6)) == ("Aftalerapport Smiley", "Regular", "AftalerapportSmiley-Regular")
    assert "SIL Open Font License" in name(13)


def test_a_face_is_one_em_wide_and_as_high_as_a_line_of_text(smiley: Any) -> None:
    text = TTFont(FONTS / "NotoSans-Regular.ttf")
    scale = smiley["head"].unitsPerEm / text["head"].unitsPerEm
    for table, fields in (("hhea", ("ascent", "descent", "lineGap")), ("OS/2", ("sxHeight", "sCapHeight"))):
        for field in fields:
            assert getattr(smiley[table], field) == getattr(text[table], field) * scale
    for character in FACES:
        assert smiley["hmtx"][smiley.getBestCmap()[character]][0] == smiley["head"].unitsPerEm


def test_a_face_stands_in_the_middle_of_the_letters(smiley: Any) -> None:
    em, metrics = smiley["head"].unitsPerEm, smiley["OS/2"]
    for character in FACES:
        across, up = zip(*points(contours(smiley, character)[0]), strict=True)
        assert min(across) == em - max(across)
        assert 0.8 * em < max(up) - min(up) < em
        assert metrics.sxHeight / 2 < (min(up) + max(up)) / 2 < metrics.sCapHeight / 2


# The smiley font: its drawing


@pytest.mark.parametrize("character", FACES)
def test_outlines_run_clockwise_and_the_hole_the_other_way(smiley: Any, character: int) -> None:
    ring, hole, *features = [area(contour) for contour in contours(smiley, character)]
    assert ring < 0 < hole
    assert len(features) == 3
    assert all(feature < 0 for feature in features)


@pytest.mark.parametrize("character", FACES)
def test_the_ring_is_even_and_nothing_touches_anything(smiley: Any, character: int) -> None:
    ring, hole, left, right, mouth = contours(smiley, character)
    outer, inner = (math.sqrt(abs(area(contour)) / math.pi) for contour in (ring, hole))
    stroke, middle = outer - inner, (1000, 680)
    for contour, radius in ((ring, outer), (hole, inner)):
        on_curve = [math.dist(arguments[-1], middle) for _, arguments in contour if arguments]
        assert max(abs(distance - radius) for distance in on_curve) < 0.02 * stroke
    for contour in (left, right, mouth):
        assert max(math.dist(point, middle) for point in points(contour)) < inner - 0.5 * stroke
    assert min(y for _, y in points(left + right)) > max(y for _, y in points(mouth)) + 0.5 * stroke
    assert max(x for x, _ in points(left)) < min(x for x, _ in points(right)) - 2 * stroke


def test_only_the_mouth_differs_and_it_bends_as_the_face_feels(smiley: Any) -> None:
    faces = {character: contours(smiley, character) for character in FACES}
    assert faces[HAPPY][:4] == faces[NEUTRAL][:4] == faces[SAD][:4]
    bend = {}
    for character, face in faces.items():
        mouth = points(face[4])
        reach = max(x for x, _ in mouth) - 1000
        tips = [y for x, y in mouth if abs(x - 1000) > 0.9 * reach]
        centre = [y for x, y in mouth if abs(x - 1000) < 0.3 * reach] or tips
        bend[character] = (sum(tips) / len(tips) - sum(centre) / len(centre)) / reach
    assert bend[HAPPY] > 0.3
    assert abs(bend[NEUTRAL]) < 0.01
    assert bend[SAD] < -0.3


# The text fonts


@pytest.mark.parametrize("path", TEXT_FONTS, ids=lambda path: path.stem)
def test_a_text_font_covers_what_danish_texts_hold(path: Path) -> None:
    font = TTFont(path)
    held = {chr(code) for code in font.getBestCmap()}
    assert held >= LATIN | PUNCTUATION
    features = {
        record.FeatureTag for table in ("GSUB", "GPOS") for record in font[table].table.FeatureList.FeatureRecord
    }
    assert features >= {"kern", "mark", "tnum", "locl"}


@pytest.mark.parametrize("path", TEXT_FONTS, ids=lambda path: path.stem)
def test_figures_are_tabular(path: Path) -> None:
    font = TTFont(path)
    assert len({font["hmtx"][font.getBestCmap()[ord(figure)]][0] for figure in "0123456789"}) == 1


def test_the_text_fonts_are_the_five_styles() -> None:
    styles = {(font["OS/2"].usWeightClass, bool(font["OS/2"].fsSelection & 1)) for font in map(TTFont, TEXT_FONTS)}
    assert styles == {(400, False), (400, True), (600, False), (700, False), (700, True)}


def test_the_symbol_font_has_bullets_and_signs_and_the_space_after_them() -> None:
    held = {chr(code) for code in TTFont(SYMBOLS).getBestCmap()}
    assert held >= BULLETS_AND_SIGNS | {" ", "\u00a0"}


# Licences and the list


@pytest.mark.parametrize("path", ALL_FONTS, ids=lambda path: path.stem)
def test_a_font_may_be_embedded_and_its_licence_lies_beside_it(path: Path) -> None:
    font = TTFont(path)
    licence = (FONTS / "OFL.txt").read_text(encoding="utf-8")
    assert font["OS/2"].fsType == 0
    assert "SIL Open Font License, Version 1.1" in font["name"].getDebugName(13)
    assert font["name"].getDebugName(0) in licence
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert "Reserved Font Name" not in licence.partition("PREAMBLE")[0]


def test_the_readme_lists_every_font_with_its_version_and_check_sum() -> None:
    readme = (FONTS / "README.md").read_text(encoding="utf-8")
    listed = {file: digest for digest, file in re.findall(r"^([0-9a-f]{64})  (\S+)$", readme, re.MULTILINE)}
    assert listed == {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in ALL_FONTS}
    versions = dict(re.findall(r"^\| `(\S+\.ttf)` \|[^|]+\| ([\d.]+) \|", readme, re.MULTILINE))
    assert versions == {path.name: f"{TTFont(path)['head'].fontRevision:.3f}" for path in ALL_FONTS}


def test_the_fonts_stay_small() -> None:
    assert sum(path.stat().st_size for path in ALL_FONTS) < 2_000_000


# What becomes of them in a PDF


def test_the_faces_are_embedded_and_come_back_as_the_characters_written(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.WARNING)
    written = [chr(character) for character in (*FACES, *TWINS, *FACES)]
    pdf = draw_pdf("".join(f"<p>Milepælen er vurderet {face}{TEXT_FORM}" for face in written))
    assert [line[-1] for line in page_text(pdf).splitlines()] == written
    assert embedded_families(pdf) == {"Text", "Smiley"}
    assert caplog.records == []


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not installed")
def test_pdftotext_reads_the_faces(tmp_path: Path) -> None:
    file = tmp_path / "faces.pdf"
    file.write_bytes(draw_pdf(f"<p>\u263a<p>\U0001f610{TEXT_FORM}<p>\u2639"))
    read = subprocess.run(["pdftotext", file, "-"], check=True, capture_output=True, encoding="utf-8")
    assert read.stdout.split() == ["\u263a", "\U0001f610", "\u2639"]


@pytest.mark.parametrize("tag", ["span", "i", "b", "b style='font-weight: 600'", "i style='font-weight: 700'"])
def test_no_character_of_a_danish_text_falls_back_on_the_machines_fonts(
    tag: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    wanted = sorted((LATIN | PUNCTUATION | BULLETS_AND_SIGNS) - set("<>&\u00ad"))
    pdf = draw_pdf(f"<{tag}>{' '.join(wanted)} \u263a\u00a0og\u00a0\u2639 igen")
    assert embedded_families(pdf) == {"Text", "Symbols", "Smiley"}
    assert "\u263a" in page_text(pdf)
    assert caplog.records == []


def test_the_list_of_sums_is_the_fonts() -> None:
    lines = (FONTS / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    listed = {line.split()[1]: line.split()[0] for line in lines}
    assert listed == {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in FONTS.glob("*.ttf")}
