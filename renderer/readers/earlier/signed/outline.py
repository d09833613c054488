"""The outline of an agreement: its headings and texts -> introduction, chapters with points, closing.

What a heading without a number is follows from where it stands: before the first chapter a section, right before a
point the heading of a group, deeper than the points a section inside one, and as high as the chapters a chapter or
the closing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from renderer.findings import Finding, warning
from renderer.readers.earlier.signed.closing import ends_points
from renderer.readers.earlier.signed.headed import Headed, headings, last_point
from renderer.readers.earlier.signed.numbered import begins_series, point_depth
from renderer.readers.text.piece import Piece


@dataclass
class SectionDraft:
    """A heading (or none) with its text and the sections under it; `level` orders them among each other."""

    heading: Headed | None
    level: int
    text: list[Piece] = field(default_factory=list)
    sections: list["SectionDraft"] = field(default_factory=list)


@dataclass
class PointDraft:
    """A point with its text and the sections inside it."""

    heading: Headed
    text: list[Piece] = field(default_factory=list)
    sections: list[SectionDraft] = field(default_factory=list)


@dataclass
class GroupDraft:
    """A heading inside a chapter with its text and the points under it."""

    heading: Headed
    text: list[Piece] = field(default_factory=list)
    points: list[PointDraft] = field(default_factory=list)


@dataclass
class ChapterDraft:
    """A chapter; `heading` is `None` for points that stand in none."""

    heading: Headed | None
    text: list[Piece] = field(default_factory=list)
    points: list[PointDraft] = field(default_factory=list)
    groups: list[GroupDraft] = field(default_factory=list)

    def all_points(self) -> list[PointDraft]:
        """Its points in order, whatever group they stand in."""
        return [*self.points, *(point for group in self.groups for point in group.points)]


@dataclass
class Outline:
    """The parts of an agreement in order."""

    introduction: list[SectionDraft] = field(default_factory=list)
    chapters: list[ChapterDraft] = field(default_factory=list)
    closing: list[SectionDraft] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def outline(pieces: Sequence[Piece]) -> Outline:
    """The outline of the pieces between the front page and the signatures."""
    return _Outliner(pieces).outline


class _Outliner:
    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._pieces = pieces
        self._headings = headings(pieces)
        self._point_depths = self._depths_of_points()
        self._has_chapters = any(self._is_chapter(one) for one in self._headings.values())
        self._chapter_level = self._common_level(filter(self._is_chapter, self._headings.values()))
        depth = max(self._point_depths, default=2)
        points = (one for one in self._headings.values() if one.depth == depth or one.point)
        self._point_level = self._common_level(points)
        self._first_body = self._body_start()
        self._last_point = last_point(self._headings)
        self.outline = Outline()
        self._sections: list[SectionDraft] | None = self.outline.introduction
        self._text: list[Piece] | None = None
        self._chapter: ChapterDraft | None = None
        self._point: PointDraft | None = None
        for position, piece in enumerate(pieces):
            heading = self._headings.get(position)
            if heading is None:
                self._take_text(piece)
            elif position < self._first_body:
                self._begin_section(heading)
            else:
                self._take_heading(position, heading)

    def _depths_of_points(self) -> set[int]:
        """How many parts the numbers of points have: all, unless the shorter ones only head the longer ones."""
        numbered = [one.numbered for one in self._headings.values() if one.numbered]
        least = point_depth(numbered)
        points = [one for one in numbered if one.depth >= least]
        depths = {one.depth for one in points}
        if len(depths) < 2 or any(one.prefix for one in points):
            return depths
        numbers = [one.parts for one in points]
        deepest = max(depths)
        children = {parts[:-1] for parts in numbers if len(parts) == deepest}
        shorter = {parts for parts in numbers if len(parts) < deepest}
        return {deepest} if children == shorter else depths

    def _is_point(self, heading: Headed) -> bool:
        return heading.point or heading.depth in self._point_depths

    def _is_chapter(self, heading: Headed) -> bool:
        return heading.depth == 1 and not self._is_point(heading)

    def _common_level(self, headings: Iterable[Headed]) -> int | None:
        levels = [one.level for one in headings if one.level is not None]
        return max(set(levels), key=levels.count) if levels else None

    def _body_start(self) -> int:
        """Where the first chapter begins: its numbered heading, else the heading above the first point."""
        chapters = [n for n, one in self._headings.items() if self._is_chapter(one)]
        points = [n for n, one in self._headings.items() if one.point or (one.numbered and not self._is_chapter(one))]
        first = min(points, default=len(self._pieces))
        if chapters and min(chapters) < first:
            return min(chapters)
        above = [n for n, one in self._headings.items() if n < first and self._is_above_points(one)]
        return above[-1] if above else first

    def _is_above_points(self, heading: Headed) -> bool:
        return heading.level is None or self._point_level is None or heading.level < self._point_level

    def _take_heading(self, position: int, heading: Headed) -> None:
        if self._is_point(heading):
            self._begin_point(heading)
        elif self._is_chapter(heading) or (heading.numbered is None and self._begins_chapter(position, heading)):
            self._begin_chapter(heading)
        elif heading.numbered or self._begins_group(position, heading):
            self._begin_group(heading)
        elif self._is_closing(position, heading):
            self._begin_closing(heading)
        elif self._is_unnumbered_point(heading):
            self._begin_point(heading)
        else:
            self._begin_inner(heading)

    def _begins_chapter(self, position: int, heading: Headed) -> bool:
        """An unnumbered heading as high as chapters, with points to come below it."""
        if self._chapter is None:
            return True
        if position > self._last_point:
            return False
        if heading.level is None:
            return not self._has_chapters and self._begins_series(position)
        if self._chapter_level is not None:
            return heading.level <= self._chapter_level
        known = self._chapter.heading.level if self._chapter.heading else None
        return known is not None and heading.level <= known and heading.level < (self._point_level or 0)

    def _begins_series(self, position: int) -> bool:
        """Whether the next heading is a point right below, or the first one of those that belong together."""
        following = next((n for n in self._headings if n > position), None)
        if following is None or not self._is_point(self._headings[following]):
            return False
        last = self._point.heading.numbered if self._point else None
        return following == position + 1 or begins_series(self._headings[following].numbered, last)

    def _begins_group(self, position: int, heading: Headed) -> bool:
        following = self._headings.get(position + 1)
        if following is not None and self._is_point(following):
            return heading.level is None or following.level is None or heading.level <= following.level
        later = next((one for n, one in self._headings.items() if n > position), None)
        if later is not None and self._is_point(later) and heading.level is not None and later.level is not None:
            return heading.level < later.level
        between = self._point_level is not None and heading.level is not None and heading.level < self._point_level
        return between and position < self._last_point

    def _is_closing(self, position: int, heading: Headed) -> bool:
        if position < self._last_point:
            return False
        top = self._chapter_level if self._chapter_level is not None else (self._point_level or 2) - 1
        high = heading.level is not None and heading.level <= top
        return high or ends_points(heading.title)

    def _is_unnumbered_point(self, heading: Headed) -> bool:
        """As high as points are, and not deeper than the point it comes behind (in groups, points stand deeper)."""
        last = self._point.heading.level if self._point else None
        deeper = last is not None and heading.level is not None and heading.level > last
        return self._point_level is not None and heading.level == self._point_level and not deeper

    def _begin_section(self, heading: Headed) -> None:
        section = SectionDraft(heading, heading.level or 1)
        assert self._sections is not None
        _nest(self._sections, section)
        self._text = section.text

    def _begin_chapter(self, heading: Headed | None) -> None:
        self._chapter, self._point, self._sections = ChapterDraft(heading), None, None
        self.outline.chapters.append(self._chapter)
        self._text = self._chapter.text

    def _begin_group(self, heading: Headed) -> None:
        if self._chapter is None:
            self._begin_chapter(None)
        assert self._chapter is not None
        group = GroupDraft(heading)
        self._chapter.groups.append(group)
        self._point, self._text = None, group.text

    def _begin_point(self, heading: Headed) -> None:
        if self._chapter is None or self._is_of_next_chapter(heading):
            self._begin_chapter(None)
        assert self._chapter is not None
        self._point = PointDraft(heading)
        (self._chapter.groups[-1].points if self._chapter.groups else self._chapter.points).append(self._point)
        self._text = self._point.text

    def _is_of_next_chapter(self, heading: Headed) -> bool:
        """Whether a point's first number differs from that of a chapter whose heading was not found."""
        if heading.numbered is None or self._chapter is None or self._chapter.heading is not None:
            return False
        points = [point.heading.numbered for point in self._chapter.all_points() if point.heading.numbered]
        return bool(points) and begins_series(heading.numbered, points[-1])

    def _begin_closing(self, heading: Headed) -> None:
        section = SectionDraft(heading, heading.level or 1)
        self._sections = self.outline.closing
        _nest(self._sections, section)
        self._point, self._text = None, section.text

    def _begin_inner(self, heading: Headed) -> None:
        if self._sections is not None:
            self._begin_section(heading)
            return
        target = self._point.sections if self._point else None
        if target is None:
            self._take_text(heading.piece)
            return
        section = SectionDraft(heading, heading.level or 6)
        _nest(target, section)
        self._text = section.text

    def _take_text(self, piece: Piece) -> None:
        if self._text is None:
            section = SectionDraft(None, 1)
            assert self._sections is not None
            self._sections.append(section)
            self._text = section.text
        self._text.append(piece)


def _nest(sections: list[SectionDraft], section: SectionDraft) -> None:
    """Put a section under the last one that stands higher."""
    target = sections
    while target and target[-1].heading is not None and target[-1].level < section.level:
        target = target[-1].sections
    target.append(section)


def gaps(chapters: Sequence[ChapterDraft]) -> list[Finding]:
    """Numbers that are missing in the sequence, or come twice."""
    found = []
    numbered = [point.heading for chapter in chapters for point in chapter.all_points() if point.heading.numbered]
    seen: dict[str, Headed] = {}
    for before, after in zip([None, *numbered], numbered, strict=False):
        assert after.numbered is not None
        number = after.numbered.number
        if number in seen:
            hint = "Ret nummeret i budgetaftale.yaml, hvis det er en fejl."
            found.append(warning("punkt-to-gange", after.piece.place, f"Nummeret {number} står ved to punkter.", hint))
        seen[number] = after
        missing = None if after.numbered.prefix else _missing(before, after)
        if missing:
            message = f"Der er intet punkt {missing}; efter {before_number(before)} kommer {number}."
            hint = "Se efter i dokumentet, om et punkt ikke er genkendt."
            found.append(warning("nummer-mangler", after.piece.place, message, hint))
    return found


def without_numbers(chapters: Sequence[ChapterDraft]) -> list[Finding]:
    """That headings without a number were read as points, at the first one."""
    points = [point.heading for chapter in chapters for point in chapter.all_points()]
    if not points or not points[0].point:
        return []
    message = "Dokumentets punkter har ingen numre; overskrifterne under kapitlerne er læst som punkter."
    hint = "Se efter, om de alle er punkter, og flyt resten til indledning eller afslutning i budgetaftale.yaml."
    return [warning("punkter-uden-numre", points[0].piece.place, message, hint)]


def before_number(before: Headed | None) -> str:
    """The number of the heading before, in words."""
    return before.numbered.number if before and before.numbered else "kapitlets overskrift"


def _missing(before: Headed | None, after: Headed) -> str | None:
    assert after.numbered is not None
    parts = after.numbered.parts
    last = before.numbered.parts if before and before.numbered else None
    if last is not None and last[:-1] == parts[:-1]:
        expected = last[-1] + 1
        return None if parts[-1] <= expected else _number(after, expected)
    if last is not None and len(last) != len(parts):
        return None
    return None if parts[-1] <= 1 else _number(after, 1)


def _number(heading: Headed, last: int) -> str:
    """The number that was expected, with as many digits as its neighbour has."""
    assert heading.numbered is not None
    head, _, tail = heading.numbered.number.rpartition(".")
    return f"{head}.{str(last).zfill(len(tail) if tail.startswith('0') else 0)}"
