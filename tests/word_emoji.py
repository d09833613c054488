"""Emoji as Word and Teams put them into a Word file: from the panel, from `:)`, and as a small picture."""

_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_SYMBOLS = "http://schemas.microsoft.com/office/word/2015/wordml/symex"


def from_panel(sign: str) -> str:
    """A run with an emoji as Word writes it: its code for Word, the character itself for all others."""
    return (
        f'<w:r><w:rPr><w:rFonts w:ascii="Segoe UI Emoji" w:hAnsi="Segoe UI Emoji"/></w:rPr>'
        f'<mc:AlternateContent xmlns:mc="{_COMPATIBILITY}" xmlns:w16se="{_SYMBOLS}"><mc:Choice Requires="w16se">'
        f'<w16se:symEx w16se:font="Segoe UI Emoji" w16se:char="{ord(sign):X}"/></mc:Choice>'
        f"<mc:Fallback><w:t>{sign}</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    )


def for_word_only(sign: str) -> str:
    """The same without a branch for other programs."""
    return f'<w:r><w16se:symEx xmlns:w16se="{_SYMBOLS}" w16se:font="Segoe UI Emoji" w16se:char="{ord(sign):X}"/></w:r>'


def of_a_newer_word(sign: str) -> str:
    """A run whose first branch holds something that no reader knows yet."""
    return (
        f'<w:r><mc:AlternateContent xmlns:mc="{_COMPATIBILITY}" xmlns:new="http://schemas.microsoft.com/office/new">'
        '<mc:Choice Requires="new"><new:glyph new:name="face"/></mc:Choice>'
        f"<mc:Fallback><w:t>{sign}</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    )


def as_picture(sign: str) -> str:
    """A run with an emoji as Teams pastes it: a picture whose description is the emoji."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="7" name="Billede" descr="{sign}"/><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill>'
        '<a:blip r:embed="x"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )


WAYS = [from_panel, for_word_only, of_a_newer_word, as_picture]
