"""The lists of a Word file: the mark before each paragraph, which Word counts and does not store.

Numbers run on through the document for every abstract list and step, until a list says that it starts anew or
a step farther out is counted (ECMA-376-1, 17.9). Marks that `Prose` knows become its marks; all others
(`5.08.2.`, `iv)`, `§ 3`) are words in front of the paragraph's text.
"""

import re
from dataclasses import dataclass

from lxml.etree import _Element

from renderer.model.prose import Numbering
from renderer.readers.text.faces import is_face
from renderer.readers.text.marks import Mark
from renderer.readers.text.signs import sign
from renderer.readers.word.names import W, number, value, whole
from renderer.readers.word.styles import Indentation, Styles, indentation

_PLACE = re.compile(r"%([1-9])")
_LAST_LETTER = 26
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_STEP_WIDTH = 360
_MOST_LINKS = 3
_MOST_LETTERED, _MOST_ROMAN = 200, 4000


@dataclass(frozen=True)
class Step:
    """One step of a list: how its marks are written, where they begin to count, and where they stand."""

    form: str
    text: str
    start: int
    font: str | None
    indentation: Indentation
    style: str | None
    colour: str | None


@dataclass(frozen=True)
class Label:
    """What stands before a paragraph: a list's mark, or words; `ladder` tells its list and step, `colour` its look."""

    mark: Mark | None
    words: str
    ladder: tuple[str, int]
    indentation: Indentation
    colour: str | None = None


class Lists:
    """The numbering part of a Word file, with the count of every list as far as the reading has come."""

    def __init__(self, root: _Element | None, styles: Styles) -> None:
        found = (list(root.iterfind(f"{W}{name}")) if root is not None else [] for name in ("num", "abstractNum"))
        lists, abstracts = found
        self._lists = {whole(one.get(f"{W}numId")): one for one in lists}
        self._abstracts = {one.get(f"{W}abstractNumId"): one for one in abstracts}
        self._styles = styles
        self._steps: dict[int, dict[int, Step]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._started: set[tuple[int, int]] = set()

    def label(self, paragraph: _Element | None) -> Label | None:
        """Count the paragraph, and give its label; `None` when it belongs to no list."""
        listing = self._styles.listing(paragraph)
        if not listing.list_id or listing.list_id not in self._lists:
            return None
        steps = self._steps_of(listing.list_id)
        at = listing.step if listing.step is not None else self._step_of_style(steps, paragraph)
        if at not in steps:
            return None
        abstract_id, step = self._abstract_id(listing.list_id), steps[at]
        counts = self._counted(abstract_id, listing.list_id, at, steps)
        mark = _mark(step, at, counts)
        words = "" if mark else _words(step, steps, counts)
        return Label(mark, words, (abstract_id, at), step.indentation, step.colour)

    def _step_of_style(self, steps: dict[int, Step], paragraph: _Element | None) -> int:
        style = self._styles.style_of(paragraph)
        return next((at for at, step in steps.items() if step.style and step.style == style), 0)

    def _counted(self, abstract_id: str, list_id: int, at: int, steps: dict[int, Step]) -> dict[int, int]:
        counts = self._counts.setdefault(abstract_id, {})
        start_anew = number(self._override(list_id, at), "startOverride")
        if start_anew is not None and (list_id, at) not in self._started:
            counts[at] = start_anew
        else:
            counts[at] = counts[at] + 1 if at in counts else steps[at].start
        self._started.add((list_id, at))
        for deeper in [step for step in counts if step > at]:
            del counts[deeper]
        for outer in range(at):
            if outer in steps:
                counts.setdefault(outer, steps[outer].start)
        return counts

    def _override(self, list_id: int, at: int) -> _Element | None:
        found = self._lists[list_id].iterfind(f"{W}lvlOverride")
        return next((override for override in found if override.get(f"{W}ilvl") == str(at)), None)

    def _abstract_id(self, list_id: int, depth: int = 0) -> str:
        name = value(self._lists.get(list_id), "abstractNumId") or ""
        linked = value(self._abstracts.get(name), "numStyleLink")
        other = self._styles.list_of_style(linked) if linked else None
        return self._abstract_id(other, depth + 1) if other and depth < _MOST_LINKS else name

    def _steps_of(self, list_id: int) -> dict[int, Step]:
        if list_id not in self._steps:
            abstract = self._abstracts.get(self._abstract_id(list_id))
            levels = list(abstract.iterfind(f"{W}lvl")) if abstract is not None else []
            levels += self._lists[list_id].iterfind(f"{W}lvlOverride/{W}lvl")
            self._steps[list_id] = {
                at: _step(level, at) for level in levels if (at := whole(level.get(f"{W}ilvl"))) is not None
            }
        return self._steps[list_id]


def _step(level: _Element, at: int) -> Step:
    look, start = level.find(f"{W}rPr"), number(level, "start")
    return Step(
        form=value(level, "numFmt") or "decimal",
        text=value(level, "lvlText") or "",
        start=1 if start is None else start,
        font=value(look, "rFonts", "ascii") or value(look, "rFonts", "hAnsi"),
        indentation=indentation(level.find(f"{W}pPr")).over(Indentation(_STEP_WIDTH * (at + 1), _STEP_WIDTH)),
        style=value(level, "pStyle"),
        colour=value(look, "color"),
    )


def _mark(step: Step, at: int, counts: dict[int, int]) -> Mark | None:
    """The mark, where `Prose` has one like it."""
    text = "".join(sign(character, step.font) for character in step.text)
    if step.form == "bullet":
        # A face that stands as a bullet is a word of the text: it is what a smiley's meaning is written behind.
        return None if is_face(text) else Mark(text or "•")
    lettered = step.form == "lowerLetter"
    form = re.fullmatch(rf"%{at + 1}([.)])", step.text)
    position = counts[at]
    last = _LAST_LETTER if lettered else position
    if not form or step.form not in {"decimal", "lowerLetter"} or not 1 <= position <= last:
        return None
    numbering = Numbering(("a" if lettered else "1") + form[1])
    return Mark(numbering.mark(position), numbering, position)


def _words(step: Step, steps: dict[int, Step], counts: dict[int, int]) -> str:
    if step.form == "bullet":
        return "".join(sign(character, step.font) for character in step.text)
    return _PLACE.sub(lambda place: _counted_text(int(place[1]) - 1, steps, counts), step.text)


def _counted_text(at: int, steps: dict[int, Step], counts: dict[int, int]) -> str:
    count = counts.get(at)
    return _written_number(count, steps[at].form) if count is not None and at in steps else ""


def _written_number(count: int, form: str) -> str:
    match form:
        case "none":
            return ""
        case "decimalZero":
            return f"{count:02d}"
        case "lowerLetter" | "upperLetter" if 0 < count < _MOST_LETTERED:
            # Past z, Word doubles the letter: aa, bb (ECMA-376-1, 17.18.59).
            letters = chr(ord("a") + (count - 1) % _LAST_LETTER) * ((count - 1) // _LAST_LETTER + 1)
            return letters if form == "lowerLetter" else letters.upper()
        case "lowerRoman" | "upperRoman" if 0 < count < _MOST_ROMAN:
            return _roman(count) if form == "lowerRoman" else _roman(count).upper()
        case _:
            return str(count)


def _roman(count: int) -> str:
    written = ""
    for amount, letters in _ROMAN:
        written += letters * (count // amount)
        count %= amount
    return written
