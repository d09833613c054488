"""What is drawn on a page of a PDF file beside its text: thin lines, which part cells, and pictures."""

import ctypes
import itertools
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from renderer.readers.earlier.pdf.page import Box

_THIN, _THINNEST = 3.0, 0.05
_LONG = 8.0
_DEEPEST_FORM = 8
_MOST_SEGMENTS = 20_000


@dataclass(frozen=True)
class Turn:
    """How the page's own coordinates (upwards, in quarter turns clockwise) become those of its reader."""

    quarters: int
    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """The page's width as it is read."""
        return self.top - self.bottom if self.quarters % 2 else self.right - self.left

    @property
    def height(self) -> float:
        """The page's height as it is read."""
        return self.right - self.left if self.quarters % 2 else self.top - self.bottom

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point lies for the reader, from the top left corner."""
        match self.quarters:
            case 0:
                return x - self.left, self.top - y
            case 1:
                return y - self.bottom, x - self.left
            case 2:
                return self.right - x, y - self.bottom
            case _:
                return self.top - y, self.right - x

    def box(self, points: list[tuple[float, float]]) -> Box:
        """The smallest rectangle around the points."""
        turned = [self.point(*point) for point in points]
        xs, ys = [x for x, _ in turned], [y for _, y in turned]
        return Box(min(xs), min(ys), max(xs), max(ys))


def drawn(page: pypdfium2.PdfPage, turn: Turn) -> tuple[tuple[Box, ...], tuple[Box, ...]]:
    """The thin lines and the pictures of a page."""
    rules: list[Box] = []
    pictures: list[Box] = []
    count = pdfium.FPDFPage_CountObjects(page)
    for thing, matrix in _things(page, pdfium.FPDFPage_GetObject, count, _IDENTITY, 0):
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            rules += _rules(thing, matrix, turn)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            pictures.append(turn.box(_corners(thing, matrix)))
    return tuple(rules), tuple(pictures)


_Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: _Matrix = (1, 0, 0, 1, 0, 0)


def _things(holder: object, get: object, count: int, matrix: _Matrix, depth: int) -> Iterator[tuple[object, _Matrix]]:
    """The objects of a page, those in its forms included, each with the matrix of what it stands in."""
    for index in range(count):
        thing = get(holder, index)  # type: ignore[operator]
        if pdfium.FPDFPageObj_GetType(thing) == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST_FORM:
            inner = _times(_matrix_of(thing), matrix)
            parts = pdfium.FPDFFormObj_CountObjects(thing)
            yield from _things(thing, pdfium.FPDFFormObj_GetObject, max(parts, 0), inner, depth + 1)
        else:
            yield thing, matrix


def _rules(path: object, matrix: _Matrix, turn: Turn) -> Iterator[Box]:
    whole = turn.box(_corners(path, matrix))
    if _is_rule(whole):
        yield whole
        return
    segments = pdfium.FPDFPath_CountSegments(path)
    if min(whole.width, whole.height) < _LONG or segments > _MOST_SEGMENTS:
        return
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    shapes = list(_subpaths(path, segments, _times(_matrix_of(path), matrix)))
    boxes = [turn.box(points) for points in shapes]
    yield from (box for box in boxes if _is_rule(box))
    if stroke.value:
        edges = (turn.box([one, other]) for points in shapes for one, other in itertools.pairwise(points))
        yield from (edge for edge in edges if _is_rule(edge))
    elif fill.value == pdfium.FPDF_FILLMODE_ALTERNATE and len(boxes) == 2:
        inner, outer = sorted(boxes, key=lambda box: box.width + box.height)
        yield from (edge for edge in _frame(outer, inner) if _is_rule(edge))


def _frame(outer: Box, inner: Box) -> Iterator[Box]:
    """The sides of a frame that is drawn as one rectangle with another cut out of it."""
    sides = (
        Box(outer.left, outer.top, outer.right, inner.top),
        Box(outer.left, inner.bottom, outer.right, outer.bottom),
        Box(outer.left, outer.top, inner.left, outer.bottom),
        Box(inner.right, outer.top, outer.right, outer.bottom),
    )
    yield from (side for side in sides if min(side.width, side.height) > _THINNEST)


def _is_rule(box: Box) -> bool:
    return min(box.width, box.height) <= _THIN and max(box.width, box.height) >= _LONG


def _subpaths(path: object, segments: int, matrix: _Matrix) -> Iterator[list[tuple[float, float]]]:
    points: list[tuple[float, float]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(segments):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield points
            points = []
        if pdfium.FPDFPathSegment_GetPoint(segment, x, y):
            points.append(_moved(x.value, y.value, matrix))
        if pdfium.FPDFPathSegment_GetClose(segment) and points:
            points.append(points[0])
    if len(points) > 1:
        yield points


def _corners(thing: object, matrix: _Matrix) -> list[tuple[float, float]]:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(thing, left, bottom, right, top):
        return [(0.0, 0.0)]
    xs, ys = (left.value, right.value), (bottom.value, top.value)
    return [_moved(x, y, matrix) for x in xs for y in ys]


def _matrix_of(thing: object) -> _Matrix:
    found = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(thing, found):
        return _IDENTITY
    return found.a, found.b, found.c, found.d, found.e, found.f


def _times(first: _Matrix, then: _Matrix) -> _Matrix:
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _moved(x: float, y: float, matrix: _Matrix) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
