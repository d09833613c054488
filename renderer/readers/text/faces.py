"""Every sign that shows a smiley, once for all that reads: faces, coloured dots and squares, the faces of Wingdings.

What a document holds in another way (a word, a typed `:-)`) is the affair of those who read it.
"""

import unicodedata

from renderer import vocabulary
from renderer.model.smiley import Smiley
from renderer.readers.text.marks import BULLETS

GLYPHS = {
    Smiley.HAPPY: "\u263a\U0001f60a\U0001f642\U0001f600\U0001f603\U0001f604\U0001f601\U0001f7e2\U0001f7e9\uf04a",
    Smiley.NEUTRAL: "\U0001f610\U0001f611\U0001f7e1\U0001f7e8\uf04b",
    Smiley.SAD: "\u2639\U0001f641\U0001f61e\U0001f61f\U0001f620\U0001f621\U0001f622\U0001f534\U0001f7e5\uf04c",
}
"""The characters that show a smiley: faces, coloured dots and squares, the faces of Wingdings (private use)."""
FACES = {glyph: smiley for smiley, glyphs in GLYPHS.items() for glyph in glyphs}
DOTS = {Smiley.HAPPY: "\U0001f7e2", Smiley.NEUTRAL: "\U0001f7e1", Smiley.SAD: "\U0001f534"}
"""What a dot in the colour of a traffic light is read as."""
VARIATION = "\ufe0e\ufe0f"
"""Behind a sign, these say whether it is drawn in colours; they are no part of what it means."""
_OF_SMILEY = {
    Smiley.HAPPY: vocabulary.HAPPY_FACE,
    Smiley.NEUTRAL: vocabulary.NEUTRAL_FACE,
    Smiley.SAD: vocabulary.SAD_FACE,
}
_WINGDINGS = "\uf04a\uf04b\uf04c"
UNICODE_OF_WINGDINGS = {face: _OF_SMILEY[FACES[face]] for face in _WINGDINGS}
"""The faces of Wingdings -> those of Unicode."""
# From here on Unicode has signs that are pictures; arrows, shapes and dingbats before that are bullets like any other.
_FIRST_PICTURE = "\U0001f300"


def is_face(sign: str) -> bool:
    """Whether a sign is a face, a traffic light's dot, or a picture of any other kind; a list's bullet is none."""
    bare = sign.strip(VARIATION)
    if bare in BULLETS:
        return False
    return bare in FACES or (len(bare) == 1 and bare >= _FIRST_PICTURE and unicodedata.category(bare) == "So")
