"""A Word file whose legend has its faces, or coloured dots, as the bullets of a list."""

import pytest

from renderer.readers.earlier.dispatch import read_earlier
from renderer.readers.text.faces import FACES, is_face
from tests.readers.earlier.word_files import NUMBERING, paragraph, word_file

MEANINGS = (": Den er nået", ": Den er ikke nået, men målet kan nås", ": Den er ikke nået, og målet er tabt")
SCALE = dict(zip(("glad", "mellemfornøjet", "sur"), (meaning[2:] for meaning in MEANINGS), strict=True))


def legend(bullets: tuple[str, ...], level_colours: tuple[str, ...] = (), colours: tuple[str, ...] = ()) -> bytes:
    """A follow-up whose smileys on effort are defined in a list; each entry has a bullet of its own."""
    looks = [f'<w:rPr><w:color w:val="{colour}"/></w:rPr>' for colour in level_colours] or [""] * len(bullets)
    lists = "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>'
        f'<w:lvlText w:val="{bullet}"/>{look}</w:lvl></w:abstractNum>'
        for n, (bullet, look) in enumerate(zip(bullets, looks, strict=True), start=50)
    )
    lists += "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(50, 50 + len(bullets))
    )
    marks = [f'<w:rPr><w:color w:val="{colour}"/></w:rPr>' for colour in colours] or [""] * len(bullets)
    entries = "".join(
        paragraph(meaning, f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{n}"/></w:numPr>{mark}')
        for n, (meaning, mark) in enumerate(zip(MEANINGS, marks, strict=True), start=50)
    )
    head = "".join(
        paragraph(words)
        for words in (
            "Dato: 4. juli 2020", "Sagsid: 00.30.00-S00-3-19",
            "Anden opfølgning på Aftale om budget 2020 for Egedal Kommune",
            "Læsevejledning", "Her står, hvordan smileyerne skal læses.", "Definition af smileys på indsats:",
        )
    )  # fmt: skip
    return word_file(head + entries, numbering=lists + NUMBERING)


def scale(content: bytes) -> dict[str, str]:
    reading = read_earlier("opfoelgning.docx", content)
    return dict(reading.agreement.get("smileyer", {}).get("indsats", {}))


@pytest.mark.parametrize(
    "bullets",
    [
        ("\u263a", "\U0001f610", "\u2639"), ("\uf04a", "\uf04b", "\uf04c"), ("\U0001f7e2", "\U0001f7e1", "\U0001f534"),
        ("\U0001f642", "\U0001f611", "\U0001f61e"), ("\u263a\ufe0f", "\U0001f610", "\u2639\ufe0f"),
    ],
)  # fmt: skip
def test_a_scale_whose_faces_are_the_bullets_of_a_list(bullets: tuple[str, ...]) -> None:
    assert scale(legend(bullets)) == SCALE


@pytest.mark.parametrize("colours", [("00B050", "FFC000", "FF0000"), ("92D050", "FFFF00", "C00000")])
def test_a_scale_whose_bullets_are_coloured_dots(colours: tuple[str, ...]) -> None:
    assert scale(legend(("●", "●", "●"), level_colours=colours)) == SCALE
    assert scale(legend(("•", "•", "•"), colours=colours)) == SCALE


def test_other_colours_mean_nothing() -> None:
    assert scale(legend(("●", "●", "●"), level_colours=("0070C0", "7F7F7F", "000000"))) == {}


@pytest.mark.parametrize("sign", FACES)
def test_every_face_that_is_known_stands_as_a_word(sign: str) -> None:
    assert is_face(sign)


@pytest.mark.parametrize("sign", ["•", "o", "–", "▪", "\uf0b7", "✓", "➢", "", "1"])
def test_a_bullet_is_no_face(sign: str) -> None:
    assert not is_face(sign)


def test_a_picture_that_nobody_knows_is_kept_as_a_word() -> None:
    assert is_face("\U0001f7e0")
    text = "Her står, hvordan smileyerne skal læses."
    reading = read_earlier("opfoelgning.docx", legend(("\U0001f7e0", "\U0001f7e0", "\U0001f7e0")))

    assert text in reading.agreement["læsevejledning"]
    assert reading.agreement["læsevejledning"].count("\U0001f7e0") == 3
