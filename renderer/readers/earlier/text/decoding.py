"""Bytes -> the text of a text file, by fixed rules and never by guessing at letters.

A byte order mark decides; else UTF-8, when all bytes are valid UTF-8; else Windows-1252 (which holds Latin-1's
letters), when no byte in it is a control character. Everything else is refused.
"""

import codecs
import re

from renderer.errors import UnreadableFile
from renderer.model.tidying import LIGATURES

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_LIGATURE_AND_GAP = re.compile(rf"(?P<words>[{''.join(LIGATURES)}](?:[^ \n]| (?! ))*)(?P<gap> {{2,}})?")
_HINT = "Gem dokumentet igen som tekst (UTF-8), Word (.docx) eller PDF, og importer den fil."


def decoded(name: str, content: bytes) -> str:
    """The text of a file with plain line feeds. Raises `UnreadableFile` where it is empty or no text."""
    text = _text(content)
    if text is None or _CONTROL.search(text):
        raise UnreadableFile(f"Filen »{name}« er ikke en tekstfil.", _HINT)
    if not text.strip():
        raise UnreadableFile(f"Filen »{name}« er tom.", "Vælg den fil, som dokumentet står i.")
    return _without_ligatures(text.replace("\r\n", "\n").replace("\r", "\n"))


def _without_ligatures(text: str) -> str:
    """The text with letters for ligatures; a wide space behind them is narrowed, so that columns stay in line."""
    return _LIGATURE_AND_GAP.sub(_spelled_out, text)


def _spelled_out(found: re.Match[str]) -> str:
    words = "".join(LIGATURES.get(character, character) for character in found["words"])
    gap = found["gap"] or ""
    return words + gap[: max(len(gap) - (len(words) - len(found["words"])), min(len(gap), 2))]


def _text(content: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strictly(content[len(mark) :], encoding)
    valid = _strictly(content, "utf-8")
    return _strictly(content, "cp1252") if valid is None else valid


def _strictly(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None
