"""The look of a run: what Markdown can say of it (bold, italic), and what it cannot."""

from dataclasses import dataclass

from lxml.etree import _Element

from renderer.readers.draft.span import Change
from renderer.readers.draft.surroundings import change_of
from renderer.readers.word.names import W, child_of, switch, value
from renderer.readers.word.styles import Look, Styles

UNDERLINED = "understregning"
HIGHLIGHTED = "fremhævning"
STRUCK = "gennemstregning"
RAISED = "hævet eller sænket skrift"
CAPITALS = "versaler"
COLOURED = "skriftfarve"
SIZED = "skriftstørrelse"

_NONE = {"none", "auto", "clear", "nil", "baseline", "0", "false", "off"}
_VALUED = {f"{W}u": UNDERLINED, f"{W}highlight": HIGHLIGHTED, f"{W}vertAlign": RAISED}
_SWITCHED = {
    f"{W}strike": STRUCK,
    f"{W}dstrike": STRUCK,
    f"{W}caps": CAPITALS,
    f"{W}smallCaps": CAPITALS,
}
_FONTS = f"{W}rFonts"
_PROPERTIES = f"{W}rPr"
_PLAIN_COLOURS = {"AUTO", "000000"}


@dataclass(frozen=True, slots=True)
class RunLook:
    """The look of a run beside its paragraph's style; `font` counts for signs, `prompt` for placeholders.

    `restyled` is the tracked change that gave it its look, if there is one.
    """

    bold: bool = False
    italic: bool = False
    hidden: bool = False
    font: str | None = None
    losses: tuple[str, ...] = ()
    colour: str | None = None
    size: str | None = None
    prompt: bool = False
    restyled: Change | None = None


class Looks:
    """The looks of the runs of one file."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._of_styles: dict[str | None, Look] = {}
        self._prompt_style = styles.named("Placeholder Text")

    def of_paragraph(self, properties: _Element | None) -> Look:
        """The look that a paragraph's style gives its runs."""
        style = value(properties, "pStyle")
        if style not in self._of_styles:
            self._of_styles[style] = self._styles.look_of_paragraph(properties)
        return self._of_styles[style]

    def of_run(self, run: _Element, paragraph: Look) -> RunLook:
        """The look of a run in a paragraph of this look."""
        properties = child_of(run, _PROPERTIES)
        if properties is None or not len(properties):
            return RunLook(hidden=bool(paragraph.hidden), font=paragraph.font)
        look = self._styles.look_of_run(properties, paragraph)
        losses, colour, size = _losses(properties)
        restyled = properties.find(f"{W}rPrChange")
        return RunLook(
            bold=bool(look.bold) and not paragraph.bold,
            italic=bool(look.italic) and not paragraph.italic,
            hidden=bool(look.hidden),
            font=look.font,
            losses=losses,
            colour=colour,
            size=size,
            prompt=self._prompt_style is not None and value(properties, "rStyle") == self._prompt_style,
            restyled=None if restyled is None else change_of(restyled),
        )


def _losses(properties: _Element) -> tuple[tuple[str, ...], str | None, str | None]:
    """What is said directly of the run that Markdown cannot say, its colour, and its size in half points."""
    losses: list[str] = []
    colour = size = None
    for child in properties:
        tag, said = child.tag, child.get(f"{W}val", "").lower()
        if tag == _FONTS:
            continue
        if tag in _VALUED and said not in _NONE:
            losses.append(_VALUED[tag])
        elif tag in _SWITCHED and switch(properties, str(tag).removeprefix(W)):
            losses.append(_SWITCHED[tag])
        elif tag == f"{W}shd" and child.get(f"{W}fill", "auto").lower() not in {*_NONE, "ffffff"}:
            losses.append(HIGHLIGHTED)
        elif tag == f"{W}color" and said.upper() not in _PLAIN_COLOURS:
            colour = said.upper()
        elif tag == f"{W}sz":
            size = said
    return tuple(dict.fromkeys(losses)), colour, size
