"""Where a paragraph of a Word file stands: its mark, counted by Word or typed, and how far in mark and text begin."""

from dataclasses import replace

from lxml.etree import _Element

from renderer.edition.danish import tied
from renderer.readers.text.lists import Stood
from renderer.readers.text.marks import read_mark
from renderer.readers.text.runs import Run, plain, without_prefix
from renderer.readers.word.numbering import Label
from renderer.readers.word.styles import Styles, indentation

_TWIPS = 20
_STEP = 18.0
_TAB, _SPACE = 36.0, 3.0


def standing(
    paragraph: Stood, properties: _Element | None, label: Label | None, styles: Styles, *, typed_marks: bool = True
) -> Stood:
    """The paragraph with its mark and its edges; without `typed_marks` only Word's own lists have marks."""
    left, first = _edges(properties, label, styles)
    if label and label.mark and paragraph.level is None:
        return replace(paragraph, mark=label.mark, mark_at=first, text_at=left, ladder=label.ladder)
    if label:
        words = label.mark.text if label.mark else label.words
        return replace(paragraph, runs=(Run(f"{words} "), *paragraph.runs), mark_at=first, text_at=first)
    if paragraph.level is not None:
        return paragraph
    return _with_typed_mark(paragraph, left, first, typed_marks=typed_marks)


def _edges(properties: _Element | None, label: Label | None, styles: Styles) -> tuple[float, float]:
    """Where the paragraph's text begins, and where its first line does, in points."""
    found = indentation(properties)
    if label:
        found = found.over(label.indentation)
    found = found.over(styles.indentation(properties))
    left = found.left or 0
    return left / _TWIPS, (left - (found.hanging or 0)) / _TWIPS


def _with_typed_mark(paragraph: Stood, left: float, first: float, *, typed_marks: bool) -> Stood:
    """The paragraph with the mark that was typed before its text, if there is one."""
    text = plain(paragraph.runs)
    typed = text.lstrip(" \t\u00a0")
    spaces = text[: len(text) - len(typed)]
    first += sum(_TAB if space == "\t" else _SPACE for space in spaces)
    found = read_mark(tied(typed)) if typed_marks else None
    if not found:
        return replace(paragraph, mark_at=first, text_at=left)
    mark, length = found
    text_at = left if left > first else first + _STEP
    words = without_prefix(paragraph.runs, len(spaces) + length)
    return replace(paragraph, runs=words, mark=mark, mark_at=first, text_at=text_at, hangs=left > first)
