"""What a PDF file shows its reader: the pages as pictures and text, and what the file says beside its pages.

Files of two versions of the program are held against each other by it, where their bytes cannot be equal.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from types import TracebackType
from typing import Self

import pikepdf
import pypdfium2
from PIL import Image

_DOTS_PER_POINT = 150 / 72
_LARGEST_SIDE = 2_000
_MOST_PARTS = 200_000
_TOLD = ("/Title", "/Author", "/Subject", "/Keywords", "/CreationDate", "/ModDate")
_SPOKEN = ("/Alt", "/ActualText", "/E", "/Lang")
_SPOILT = (
    pikepdf.PdfError, pypdfium2.PdfiumError, RuntimeError, ValueError, TypeError, LookupError, ArithmeticError,
    AttributeError,
)  # fmt: skip


class NotShown(Exception):
    """The file cannot be shown, or not within reason."""


@dataclass(frozen=True)
class Shown:
    """One page: its size in points, its text with single spaces between words, and its picture (RGB, 150 dpi)."""

    size: tuple[float, float]
    text: str
    picture: Image.Image


class ShownPdf:
    """A PDF that is open for showing; raises `NotShown` throughout, and only that."""

    def __init__(self, content: bytes) -> None:
        try:
            self._pdf = pypdfium2.PdfDocument(content)
        except _SPOILT as cause:
            raise NotShown from cause

    def __enter__(self) -> Self:
        """Open as it is."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file."""
        self._pdf.close()

    def __len__(self) -> int:
        """How many pages there are."""
        return len(self._pdf)

    def page(self, number: int) -> Shown:
        """One page; `number` counts from 0. A page of more than 70 cm is not shown: nothing of ours is that large."""
        try:
            page = self._pdf[number]
            width, height = page.get_size()
            if not 0 < max(width, height) <= _LARGEST_SIDE:
                raise NotShown
            text = page.get_textpage().get_text_bounded()
            picture = page.render(scale=_DOTS_PER_POINT).to_pil().convert("RGB")
        except _SPOILT as cause:
            raise NotShown from cause
        return Shown((round(width, 1), round(height, 1)), " ".join(text.split()), picture)


@dataclass(frozen=True)
class Beside:
    """What a file says beside its pages.

    `said` in the order of the file: facts of the register, bookmarks, links, and what a screen reader speaks in place
    of pictures. `parts` is what the file, its pages and links are made of; a part more may act or cover the page.
    """

    said: tuple[str, ...]
    parts: frozenset[str]


def beside_pages(content: bytes) -> Beside:
    """What a file says beside its pages. Raises `NotShown`."""
    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            return Beside(tuple(_said(pdf)), frozenset(_parts(pdf)))
    except _SPOILT as cause:
        raise NotShown from cause


def _said(pdf: pikepdf.Pdf) -> Iterator[str]:
    yield from (f"{key}: {pdf.docinfo[key]}" for key in _TOLD if key in pdf.docinfo)
    for number, page in enumerate(pdf.pages, 1):
        for note in page.obj.get("/Annots", []):
            yield f"side {number}: {note.get('/Subtype')} {_action(note).get('/URI')}"
    for key, names in (("/Outlines", ("/Title",)), ("/StructTreeRoot", _SPOKEN)):
        for part in _below(pdf.Root.get(key)):
            yield from (f"{name}: {part[name]}" for name in names if name in part)


def _parts(pdf: pikepdf.Pdf) -> Iterator[str]:
    yield from (f"fil {key}" for key in pdf.Root)
    yield from (f"navne {key}" for key in pdf.Root.get("/Names", {}))
    yield from (f"bilag {name}" for name in pdf.attachments)
    for page in pdf.pages:
        yield from (f"side {key}" for key in page.obj)
        for note in page.obj.get("/Annots", []):
            yield from _acting("henvisning", note)
    for mark in _below(pdf.Root.get("/Outlines")):
        yield from _acting("bogmærke", mark)


def _acting(noun: str, holder: pikepdf.Object) -> Iterator[str]:
    yield from (f"{noun} {key}" for key in holder)
    yield from (f"{noun}s handling {_action(holder).get('/S')} {key}" for key in _action(holder))


def _action(holder: pikepdf.Object) -> pikepdf.Object:
    return holder.get("/A", pikepdf.Dictionary())


def _below(root: pikepdf.Object | None) -> Iterator[pikepdf.Dictionary]:
    """The dictionaries of a tree in reading order: `First` and `Next` of bookmarks, `K` of tags; each only once."""
    waiting = [root]
    seen: set[tuple[int, int]] = set()
    for _ in range(_MOST_PARTS):
        if not waiting:
            return
        part = waiting.pop()
        if not isinstance(part, pikepdf.Array | pikepdf.Dictionary) or part.objgen in seen:
            continue
        if part.is_indirect:
            seen.add(part.objgen)
        if isinstance(part, pikepdf.Array):
            waiting += reversed(list(part))
        else:
            yield part
            waiting += [part.get("/Next"), part.get("/First"), part.get("/K")]
    raise NotShown
