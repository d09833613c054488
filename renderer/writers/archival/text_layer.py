"""The text layer reads as the page reads: a space that must not break at a line's end is a space like any other.

Copied, searched and read aloud, `0,5 mio. kr.` must be found by whoever types it with plain spaces; that a line
does not break there is the page's affair, and the page is set. (ISO 32000-1, 9.10.3: ToUnicode CMaps.)
"""

import pydyf

_NO_BREAK = (b"<00a0>", b"<202f>")
_SPACE = b"<0020>"


def plain_spaces(pdf: pydyf.PDF) -> None:
    """Map the glyphs of no-break spaces to U+0020 in every font."""
    for reference in _to_unicode_references(pdf):
        stream = pdf.objects[int(reference.split(b" ")[0])]
        stream.stream = [_mapped(line) for line in stream.stream]


def _to_unicode_references(pdf: pydyf.PDF) -> list[bytes]:
    fonts = (found for found in pdf.objects if isinstance(found, pydyf.Dictionary))
    return [font["ToUnicode"] for font in fonts if "ToUnicode" in font]


def _mapped(line: bytes) -> bytes:
    glyph, _, text = line.partition(b" ")
    return glyph + b" " + _SPACE if text in _NO_BREAK else line
