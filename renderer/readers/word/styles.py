"""The styles of a Word file: what a paragraph or a run is by its style, along the chain of styles it is based on.

Only what the reading needs: headings, bold, italic, hidden, the font (Symbol and Wingdings hold signs, not
letters), indentation and the list that a style puts its paragraphs in.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml.etree import _Element

from renderer.readers.word.names import W, child_of, number, switch, value, whole

_HEADING = re.compile(r"(?:heading|overskrift)\s*([1-9])", re.IGNORECASE)
_TITLES = {"title": 1, "titel": 1, "subtitle": 2, "undertitel": 2}
_CONTENTS = re.compile(r"(?:toc|indholdsfortegnelse)\s*(?:\d|heading|overskrift)?", re.IGNORECASE)
_QUOTATION = re.compile(r"(?:intense |intensivt |stærkt )?(?:quote|citat)", re.IGNORECASE)
_BODY_LEVEL = 9
_DEEPEST = 6


@dataclass(frozen=True)
class Look:
    """How a run looks, as far as it is said; `None` leaves it to what is farther out."""

    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    font: str | None = None


@dataclass(frozen=True)
class Indentation:
    """Where a paragraph begins, in twentieths of a point; `hanging` is how far its first line stands out."""

    left: int | None = None
    hanging: int | None = None

    def over(self, other: "Indentation") -> "Indentation":
        """This, and the other where this says nothing."""
        left = other.left if self.left is None else self.left
        return Indentation(left, other.hanging if self.hanging is None else self.hanging)


@dataclass(frozen=True)
class Listing:
    """The list and the step in it that a paragraph belongs to; list 0 is none at all."""

    list_id: int | None = None
    step: int | None = None


_NO_LIST = Listing()
_LIST, _INDENTATION = f"{W}numPr", f"{W}ind"


class Styles:
    """The styles part of a Word file; a file without one has no styles, and everything is plain text."""

    def __init__(self, root: _Element | None) -> None:
        self._root = root
        self._listings: dict[str | None, Listing] = {}
        self._levels: dict[str | None, int | None] = {}
        self._indentations: dict[str | None, Indentation] = {}

    @cached_property
    def _by_id(self) -> dict[str, _Element]:
        styles = self._root.iterfind(f"{W}style") if self._root is not None else ()
        return {style.get(f"{W}styleId", ""): style for style in styles}

    @cached_property
    def _standard_paragraph(self) -> str | None:
        for name, style in self._by_id.items():
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in {"1", "true", "on"}:
                return name
        return None

    def named(self, name: str) -> str | None:
        """The id of the style with this name; capitals do not count."""
        wanted = name.casefold()
        return next(
            (id_ for id_, style in self._by_id.items() if (value(style, "name") or "").casefold() == wanted), None
        )

    def level(self, paragraph: _Element | None) -> int | None:
        """The heading level (1 to 6) of paragraph properties, directly or by style; `None` for text."""
        direct = number(paragraph, "outlineLvl")
        if direct is not None:
            return _level(direct)
        name = self.style_of(paragraph)
        if name not in self._levels:
            self._levels[name] = self._level_of_style(name)
        return self._levels[name]

    def is_contents(self, paragraph: _Element | None) -> bool:
        """Whether the paragraph is a line of the table of contents."""
        name = value(paragraph, "pStyle")
        style = self._by_id.get(name or "")
        return any(_CONTENTS.fullmatch(word) for word in (name, value(style, "name")) if word)

    def is_quotation(self, paragraph: _Element | None) -> bool:
        """Whether the paragraph stands in Word's style for quotations, or in one that is based on it."""
        chain = self._paragraph_chain(paragraph)
        return any(_QUOTATION.fullmatch(str(value(style, "name") or style.get(f"{W}styleId"))) for style in chain)

    def look_of_paragraph(self, paragraph: _Element | None) -> Look:
        """How the words of a paragraph look by its style alone."""
        return _resolved(_look(style.find(f"{W}rPr")) for style in self._paragraph_chain(paragraph))

    def look_of_run(self, run: _Element | None, paragraph: Look) -> Look:
        """How a run looks: its own properties count first.

        A character style turns over what the paragraph's style says of bold and italic (ECMA-376-1, 17.7.3).
        """
        own = _look(run)
        style = _resolved(_look(style.find(f"{W}rPr")) for style in self._chain(value(run, "rStyle")))
        return Look(
            bool(style.bold) != bool(paragraph.bold) if own.bold is None else own.bold,
            bool(style.italic) != bool(paragraph.italic) if own.italic is None else own.italic,
            bool(style.hidden or paragraph.hidden) if own.hidden is None else own.hidden,
            own.font or style.font or paragraph.font,
        )

    def indentation(self, paragraph: _Element | None) -> Indentation:
        """Where the paragraph begins, as far as it or its style says."""
        name = self.style_of(paragraph)
        if name not in self._indentations:
            found = Indentation()
            for style in self._chain(name):
                found = found.over(indentation(style.find(f"{W}pPr")))
            self._indentations[name] = found
        return indentation(paragraph).over(self._indentations[name])

    def listing(self, paragraph: _Element | None) -> Listing:
        """The list that the paragraph or its style names."""
        name = self.style_of(paragraph)
        if name not in self._listings:
            of_chain = [_listing(style.find(f"{W}pPr")) for style in self._chain(name)]
            self._listings[name] = _first_listing(of_chain)
        own = _listing(paragraph)
        return self._listings[name] if own is _NO_LIST else _first_listing((own, self._listings[name]))

    def style_of(self, paragraph: _Element | None) -> str | None:
        """The id of the paragraph's style."""
        return value(paragraph, "pStyle") or self._standard_paragraph

    def list_of_style(self, style_id: str) -> int | None:
        """The list of a list style, which other lists may point to (ECMA-376-1, 17.9.21)."""
        style = self._by_id.get(style_id)
        return _listing(style.find(f"{W}pPr")).list_id if style is not None else None

    def _level_of_style(self, style_id: str | None) -> int | None:
        for style in self._chain(style_id):
            names = (value(style, "name") or "", style.get(f"{W}styleId", ""))
            for name in names:
                if match := _HEADING.fullmatch(name):
                    return min(int(match[1]), _DEEPEST)
                if name.lower() in _TITLES:
                    return _TITLES[name.lower()]
            outline = number(style.find(f"{W}pPr"), "outlineLvl")
            if outline is not None:
                return _level(outline)
        return None

    def _paragraph_chain(self, paragraph: _Element | None) -> Iterator[_Element]:
        return self._chain(self.style_of(paragraph))

    def _chain(self, name: str | None) -> Iterator[_Element]:
        seen: set[str] = set()
        while name and name in self._by_id and name not in seen:
            seen.add(name)
            yield self._by_id[name]
            name = value(self._by_id[name], "basedOn")


def _level(outline: int) -> int | None:
    return min(outline + 1, _DEEPEST) if outline < _BODY_LEVEL else None


def _look(properties: _Element | None) -> Look:
    if properties is None:
        return Look()
    font = value(properties, "rFonts", "ascii") or value(properties, "rFonts", "hAnsi")
    return Look(switch(properties, "b"), switch(properties, "i"), switch(properties, "vanish"), font)


def _resolved(looks: Iterable[Look]) -> Look:
    """What the first of the looks says, and the next where it says nothing."""
    found = Look()
    for look in looks:
        found = Look(
            look.bold if found.bold is None else found.bold,
            look.italic if found.italic is None else found.italic,
            look.hidden if found.hidden is None else found.hidden,
            found.font or look.font,
        )
    return found


def indentation(properties: _Element | None) -> Indentation:
    """What the properties themselves say of where a paragraph begins."""
    found = child_of(properties, _INDENTATION)
    if found is None:
        return Indentation()
    left = whole(found.get(f"{W}left", found.get(f"{W}start")))
    hanging, first_line = whole(found.get(f"{W}hanging")), whole(found.get(f"{W}firstLine"))
    return Indentation(left, hanging if hanging is not None else (-first_line if first_line is not None else None))


def _first_listing(listings: Iterable[Listing]) -> Listing:
    """The list that is named first, and the step that is named by then."""
    found = Listing()
    for one in listings:
        if found.list_id is None:
            found = Listing(one.list_id, found.step if found.step is not None else one.step)
    return found


def _listing(properties: _Element | None) -> Listing:
    found = child_of(properties, _LIST)
    if found is None:
        return _NO_LIST
    return Listing(number(found, "numId"), number(found, "ilvl"))
