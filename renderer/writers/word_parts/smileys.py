"""Smileys in Word: a coloured character in our own font, which is embedded in the file."""

import uuid

from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from renderer import vocabulary
from renderer.edition.edition import Face
from renderer.model.smiley import Smiley
from renderer.resources import read_resource
from renderer.writers.word_parts.ooxml import NAMESPACES, R, character_style, qualified, run
from renderer.writers.word_parts.styles import Styles

FONT_FAMILY = "Aftalerapport Smiley"
FONT_FILE = "AftalerapportSmiley.ttf"
_FONT_PART = "/word/fonts/smiley.odttf"
_FONT_TYPE = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_OBFUSCATED_BYTES = 32

CHARACTERS = {
    Smiley.HAPPY: vocabulary.HAPPY_FACE,
    Smiley.NEUTRAL: vocabulary.NEUTRAL_FACE,
    Smiley.SAD: vocabulary.SAD_FACE,
}
# The font stands on the run as well, since LibreOffice 7.4 passes over a character style's font in table cells.
_FONTS = "".join(f' w:{script}="{FONT_FAMILY}"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
SMILEY_FONT = f"<w:rFonts{_FONTS}/>"

# For a glyph and its word in one run, as what is chosen from a list is: Word takes the face from the East Asian font
# (ISO/IEC 29500-1, 17.3.2.26) and the letters from the others.
CHOICE_FONTS = f'<w:rFonts w:hint="eastAsia" w:eastAsia="{FONT_FAMILY}"/>'


def face_runs(face: Face, styles: Styles, *, with_word: bool) -> str:
    """The smiley, with the word beside it where asked for."""
    glyph = run(CHARACTERS[face.smiley], character_style(styles[f"Smiley {face.smiley}"]) + SMILEY_FONT)
    word = run(f"\u00a0{face.word}", character_style(styles[f"Smileyord {face.smiley}"]))
    return glyph + word if with_word else glyph


def embed_font(fonts: Part) -> None:
    """Embed the smiley font in the font table's part, unless the template has it already.

    Obfuscated as ISO/IEC 29500-4 (17.8.1) says: the first 32 bytes XOR the bytes of the key, backwards.
    """
    root = etree.fromstring(fonts.blob)
    for font in root.iterchildren(qualified("font")):
        if font.get(qualified("name")) == FONT_FAMILY:
            if font.find(qualified("embedRegular")) is not None:
                return
            root.remove(font)
    data = read_resource("fonts", FONT_FILE)
    key = uuid.uuid5(uuid.NAMESPACE_URL, f"aftalerapport:{FONT_FILE}")
    part = Part(PackURI(_FONT_PART), _FONT_TYPE, _obfuscated(data, key), fonts.package)
    reference = fonts.relate_to(part, f"{R}/font")
    root.append(_font_entry(reference, key))
    fonts._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)  # noqa: SLF001


def _obfuscated(data: bytes, key: uuid.UUID) -> bytes:
    pattern = key.bytes[::-1] * (_OBFUSCATED_BYTES // 16)
    head = bytes(byte ^ mask for byte, mask in zip(data, pattern, strict=False))
    return head + data[_OBFUSCATED_BYTES:]


def _font_entry(reference: str, key: uuid.UUID) -> etree._Element:
    return etree.fromstring(
        f'<w:font {NAMESPACES} w:name="{FONT_FAMILY}"><w:charset w:val="00"/><w:family w:val="auto"/>'
        f'<w:pitch w:val="variable"/><w:embedRegular r:id="{reference}" w:fontKey="{{{str(key).upper()}}}"/></w:font>'
    )
