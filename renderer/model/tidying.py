"""One form for every text: white space made single, neighbouring runs of the same kind joined."""

import re
import unicodedata
from collections.abc import Iterable
from itertools import groupby

from renderer.model.prose import Emphasis, Inline, LineBreak, Link, Strong, Text

_SPACES = re.compile(r"[ \t\r\n\f\v]+")
LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
"""The Latin ligatures of Unicode, which type setting puts in place of letters, and the letters."""
_LIGATURES = str.maketrans(LIGATURES)
_LOOKS_OF_EMOJI = re.compile("[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]")
_TYPOGRAPHIC_SPACE = re.compile(r"[\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")

_UNSEEN_LINE_ENDS = dict.fromkeys(map(ord, "\x85\u2028\u2029"), " ")


def plain_spaces(text: str) -> str:
    """The text with plain spaces for no-break and other typographic ones.

    Setting those is the edition's work, and a text that was printed and read again must be the text it was.
    """
    return _TYPOGRAPHIC_SPACE.sub(" ", text)


def composed(text: str) -> str:
    """The text with every letter as one character (Unicode NFC): macOS writes å as an a and a ring."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def lines_as_seen(text: str) -> str:
    """A text in which only what people see as the end of a line ends one; every position stays what it was.

    Three other characters, which come along from Word and web pages, would begin a line for a parser.
    """
    return text if text.isascii() else text.translate(_UNSEEN_LINE_ENDS)


def plain_characters(text: str) -> str:
    """The text composed (Unicode NFC), with plain spaces, letters for ligatures, and emoji without their looks.

    A ligature that was copied out of a page is no letter, so that no search finds its word; whether an emoji is
    drawn in colours, and in which skin, is nothing that a document says.
    """
    if text.isascii():
        return text
    return composed(plain_spaces(_LOOKS_OF_EMOJI.sub("", text)).translate(_LIGATURES))


def tidy_line(text: str) -> str:
    """One line of text with single plain spaces and none at its ends."""
    return _SPACES.sub(" ", text).strip(" ")


def tidy(content: Iterable[Inline]) -> tuple[Inline, ...]:
    """The same words and marks in their shortest form; empty when there are no words."""
    return tuple(_without_outer_space(_joined(_hoisted(content))))


def _hoisted(content: Iterable[Inline], inside: frozenset[type[Inline]] = frozenset()) -> Iterable[Inline]:
    """Spaces at the edge of a marked run belong outside it; a mark without words, or in its like, is no mark."""
    for inline in content:
        if isinstance(inline, Text):
            yield Text(_SPACES.sub(" ", inline.text))
        elif isinstance(inline, LineBreak):
            yield inline
        elif type(inline) in inside:
            yield from _hoisted(inline.content, inside)
        else:
            yield from _hoisted_mark(inline, inside)


def _hoisted_mark(mark: Emphasis | Strong | Link, inside: frozenset[type[Inline]]) -> Iterable[Inline]:
    inner = _joined(_hoisted(mark.content, inside | {type(mark)}))
    if inner and _starts_with_space(inner[0]):
        yield Text(" ")
    trimmed = tuple(_without_outer_space(inner))
    if trimmed:
        yield _with_content(mark, trimmed)
        if _ends_with_space(inner[-1]):
            yield Text(" ")


def _starts_with_space(inline: Inline) -> bool:
    return isinstance(inline, Text) and inline.text.startswith(" ")


def _ends_with_space(inline: Inline) -> bool:
    return isinstance(inline, Text) and inline.text.endswith(" ")


def _with_content(mark: Emphasis | Strong | Link, content: tuple[Inline, ...]) -> Inline:
    if isinstance(mark, Link):
        return Link(mark.href, content)
    return type(mark)(content)


def _joined(content: Iterable[Inline]) -> list[Inline]:
    # A whole run at once: joined pair by pair, a text of many short lines would be copied once a line.
    joined: list[Inline] = []
    for kind, run in groupby((inline for inline in content if inline != Text("")), key=type):
        alike = list(run)
        if kind is Text:
            joined.append(Text(_SPACES.sub(" ", "".join(one.text for one in alike if isinstance(one, Text)))))
        elif len(alike) > 1 and kind in (Emphasis, Strong):
            marked = (one for one in alike if isinstance(one, Emphasis | Strong))
            joined.append(kind(tuple(_joined(inner for one in marked for inner in one.content))))
        else:
            joined += alike
    return joined


def _without_outer_space(content: list[Inline]) -> list[Inline]:
    """Drop spaces and breaks at both ends, and spaces on either side of a line break."""
    kept: list[Inline] = []
    for inline in content:
        after_break = not kept or isinstance(kept[-1], LineBreak)
        if isinstance(inline, LineBreak):
            if kept:
                kept[-1:] = _stripped_end(kept[-1])
                kept.append(inline)
        elif isinstance(inline, Text) and after_break:
            kept += [Text(inline.text.lstrip(" "))] if inline.text.strip(" ") else []
        else:
            kept.append(inline)
    while kept and _stripped_end(kept[-1]) != [kept[-1]]:
        kept[-1:] = _stripped_end(kept[-1])
    return kept


def _stripped_end(inline: Inline) -> list[Inline]:
    if isinstance(inline, LineBreak):
        return []
    if isinstance(inline, Text):
        return [Text(inline.text.rstrip(" "))] if inline.text.strip(" ") else []
    return [inline]
