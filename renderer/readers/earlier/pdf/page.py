"""What a page of a PDF file holds, measured in points from the top left corner of the page as it is read."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the page; `top` is less than `bottom`."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """How high it is."""
        return self.bottom - self.top

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom


@dataclass(frozen=True, slots=True)
class Word:
    """Characters with one look and no space among them, standing on `baseline`.

    `spaced` says that a space stands before it. `tag` is the number of the tagged block that it belongs to in a
    tagged file, else `None`; `artifact` says that the file calls it no part of the text.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    bold: bool = False
    italic: bool = False
    spaced: bool = True
    href: str | None = None
    tag: int | None = None
    artifact: bool = False

    @property
    def top(self) -> float:
        """The upper edge of its letters, nearly."""
        return self.baseline - 0.8 * self.size

    @property
    def middle(self) -> float:
        """Half way between its sides."""
        return (self.left + self.right) / 2


@dataclass(frozen=True)
class Page:
    """One page. `rules` are thin lines, drawn as such or as borders; `turned` are texts that run another way."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    rules: tuple[Box, ...] = ()
    turned: tuple[str, ...] = ()
    pictures: tuple[Box, ...] = ()


@dataclass(frozen=True)
class PdfFile:
    """A whole file: its pages, its metadata, and of tagged blocks the heading levels (1 to 6) and where they stand."""

    pages: tuple[Page, ...]
    title: str | None = None
    creator: str | None = None
    levels: dict[int, int] = field(default_factory=dict)
    quoted: set[int] = field(default_factory=set)
    contents: set[int] = field(default_factory=set)
    tabled: set[int] = field(default_factory=set)
