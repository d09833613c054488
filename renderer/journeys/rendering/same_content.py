"""Whether two PDF files show the same, page by page: as pictures, as text, and in what they say beside their pages.

Another version of the typesetter may set a letter a hair's breadth beside where it stood. So a dot may lie one dot
(0.17 mm) off; but nothing may be drawn that the other file does not draw there, small and dark or large and pale.
"""

from dataclasses import dataclass

from PIL import Image, ImageChops, ImageFilter

from renderer.readers.pdf_shown import Beside, Shown, ShownPdf, beside_pages

_NEXT = 3
"""A dot and its neighbours on every side."""

_DARK = 96
"""So much darker or lighter (of 255) than all of them is another drawing."""

_CELL = 8
_PALE = 16
"""So much darker or lighter in the mean of a cell of 8 by 8 dots is one, too."""


@dataclass(frozen=True)
class Unlike:
    """Where two files do not show the same: on `pages` (from 1), in their number (`length`), beside the pages."""

    pages: tuple[int, ...] = ()
    length: bool = False
    beside: bool = False


def unlike(ours: bytes, theirs: bytes) -> Unlike | None:
    """Where `theirs` does not show what `ours` shows; `None` where it shows the same. Raises `NotShown`."""
    with ShownPdf(ours) as our, ShownPdf(theirs) as their:
        if len(our) != len(their):
            return Unlike(length=True)
        pages = tuple(number + 1 for number in range(len(our)) if not _alike(our.page(number), their.page(number)))
    beside = not _says_the_same(beside_pages(ours), beside_pages(theirs))
    return Unlike(pages, beside=beside) if pages or beside else None


def _says_the_same(ours: Beside, theirs: Beside) -> bool:
    return ours.said == theirs.said and theirs.parts <= ours.parts


def _alike(our: Shown, their: Shown) -> bool:
    if (our.size, our.text, our.picture.size) != (their.size, their.text, their.picture.size):
        return False
    return our.picture.tobytes() == their.picture.tobytes() or _drawn_alike(our.picture, their.picture)


def _drawn_alike(our: Image.Image, their: Image.Image) -> bool:
    nearby = _beyond(our, their) < _DARK and _beyond(their, our) < _DARK
    return nearby and _largest(ImageChops.difference(our.reduce(_CELL), their.reduce(_CELL))) < _PALE


def _beyond(one: Image.Image, other: Image.Image) -> int:
    """How far the dots of one picture lie outside what the other has there and next to it."""
    darkest, lightest = other.filter(ImageFilter.MinFilter(_NEXT)), other.filter(ImageFilter.MaxFilter(_NEXT))
    return max(_largest(ImageChops.subtract(darkest, one)), _largest(ImageChops.subtract(one, lightest)))


def _largest(picture: Image.Image) -> int:
    return max(int(band[1]) for band in picture.getextrema())  # type: ignore[index]
