"""Prints an edition the way text comes out of a PDF: cells in reading order, lines broken and hyphenated, page ends.

`Chances` decides between the forms that occur; it is drawn by hypothesis, so that a failing case can be made small.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pyphen

from renderer.edition.edition import ChapterPart, Definition, Edition, ItemTable, Row
from renderer.model.prose import Block, NumberedList, Paragraph, Prose, plain_text

Chances = Callable[[], bool]
FACES = {"glad": "\uf04a", "mellemfornøjet": "\uf04b", "sur": "\uf04c"}
LETTER_WIDTH, LEFT_WIDTH, RIGHT_WIDTH, TITLE_WIDTH = 80, 46, 52, 44
BULLETS = ("*", "o")
_DANISH = pyphen.Pyphen(lang="da_DK", left=2, right=2)


@dataclass
class PlainPrinter:
    """Collects the lines of a document; every line but a hyphenated one ends with a space, as text layers have it."""

    edition: Edition
    chance: Chances

    def text(self) -> str:
        """The whole document; no-break spaces come out as spaces."""
        lines = [*self._letter(), *(line for chapter in self.edition.chapters for line in self._chapter(chapter))]
        return "\n".join(lines).replace("\u00a0", " ") + "\n"

    def _letter(self) -> Iterator[str]:
        letter = self.edition.letter
        head = [""]
        if letter.department:
            head += [f"{letter.department.upper()} ", ""]
        for line in letter.lines:
            head += [f"{line.label}: {line.value} ", *([""] if self.chance() else [])]
        head_first = self.chance()
        yield from ["", "Side 1 ", *(head if head_first else []), ""]
        yield from self._broken(letter.title, LETTER_WIDTH)
        yield ""
        if letter.subtitle:
            yield from (*self._broken(letter.subtitle, LETTER_WIDTH), "")
        yield "Læsevejledning "
        yield from self._prose(letter.guide.prose, LETTER_WIDTH)
        yield from self._definition(letter.guide.effort)
        yield from self._prose(letter.guide.finances_prose, LETTER_WIDTH)
        yield from self._definition(letter.guide.finances)
        yield from ([] if head_first else head)
        yield from self._page_end()

    def _definition(self, definition: Definition) -> Iterator[str]:
        if definition.faces:
            yield f"{definition.heading}: "
        for face in definition.faces:
            yield from self._broken(f"{FACES[face.smiley.value]}: {face.meaning}", LETTER_WIDTH)
            yield ""

    def _chapter(self, chapter: ChapterPart) -> Iterator[str]:
        yield from ("", f"{chapter.heading} ", "")
        yield from self._prose(chapter.introduction, LETTER_WIDTH)
        for item in chapter.items:
            yield from self._item(item)

    def _item(self, item: ItemTable) -> Iterator[str]:
        labels = f"{item.type_label} {item.time_label} {item.smiley_label} "
        title = list(self._broken(item.heading, TITLE_WIDTH))
        yield from [f"{title[0]}{labels}"] if len(title) == 1 else [*title, "", labels]
        yield ""
        yield from self._prose(item.agreement_text, LEFT_WIDTH)
        for line in item.responsibility:
            yield from (*self._broken(f"{line.label}: {line.value}", RIGHT_WIDTH), "")
        yield from self._prose(item.description, RIGHT_WIDTH)
        yield "  "
        yield ""
        for row in item.rows:
            yield from self._row(row)
            if self.chance():
                yield from self._page_end()
                if self.chance() and row.checkpoint:
                    yield from (f"{item.heading} (fortsat) {labels}", "")

    def _row(self, row: Row) -> Iterator[str]:
        face = FACES[row.face.smiley.value] if row.face else ""
        cell = list(self._prose(row.text, RIGHT_WIDTH - 8))[:-1]
        if row.status:
            cell += [
                *([""] if cell else []),
                f"{row.status_label}: ",
                "",
                *list(self._prose(row.status, RIGHT_WIDTH))[:-1],
            ]
        end = f"{row.time} {face}".strip()
        if len(cell) <= 1 and self.chance():
            yield from (f"{row.label} {''.join(cell)} {end} ", "")
            return
        first, *others = cell or [""]
        yield f"{row.label} {first}".rstrip("-") + ("-" if first.endswith("-") else " ")
        yield from others
        yield from ([""] if self.chance() or not row.time else [])
        yield from ([f"{end} "] if end else [])
        yield from ([""] if self.chance() else [])

    def _page_end(self) -> Iterator[str]:
        """A running foot, a page break, and the next page's running head, in one of the forms that occur."""
        furniture = self.edition.furniture
        number = 4
        if self.chance():
            yield from ("", f"{furniture.foot_left} - {number} - {furniture.foot_right} ")
        elif self.chance():
            yield from ("", f"{furniture.foot_left} ", f"- {number} - ", f"{furniture.foot_right} ")
        yield "\f" + (f"{furniture.head_left} {furniture.head_right} " if self.chance() else "")
        yield ""

    def _prose(self, prose: Prose, width: int) -> Iterator[str]:
        for block in prose.blocks:
            yield from self._block(block, width, 0)

    def _block(self, block: Block, width: int, depth: int) -> Iterator[str]:
        if isinstance(block, Paragraph):
            yield from (*self._broken(plain_text(block.content), width), "")
            return
        marked = (
            block.marks() if isinstance(block, NumberedList) else ((BULLETS[min(depth, 1)], e) for e in block.entries)
        )
        for mark, entry in marked:
            first, *others = entry.blocks
            assert isinstance(first, Paragraph)
            yield from self._broken(f"{mark} {plain_text(first.content)}", width)
            yield from ([""] if self.chance() else [])
            for other in others:
                yield from self._block(other, width, depth + 1)
        yield ""

    def _broken(self, text: str, width: int) -> Iterator[str]:
        """Lines of a text, its last word hyphenated where Danish may be and where words have a hyphen."""
        words = text.replace("\u00a0", " ").split()
        line = ""
        while words:
            word = words.pop(0)
            if len(line) + len(word) <= width or not (line or len(word) > width):
                line += f"{word} "
                continue
            halves = self._halves(word, width - len(line) - 1) if self.chance() else None
            if halves:
                yield line + halves[0]
                words.insert(0, halves[1])
            else:
                yield line
                words.insert(0, word)
            line = ""
        if line:
            yield line

    def _halves(self, word: str, room: int) -> tuple[str, str] | None:
        """The two halves of a word where its first one fits with a hyphen; real hyphens break without another."""
        bare = word.rstrip(".,:;)”")
        if "-" in bare and not bare.endswith("-"):
            head, _ = bare.split("-", 1)
            known = head.lower() == "ikke" or head.isdigit()
            return (f"{head}-", word[len(head) + 1 :]) if known and len(head) <= room else None
        if not bare.isalpha():
            return None
        cuts = [int(cut) for cut in _DANISH.positions(bare) if int(cut) <= room]
        return (f"{word[: cuts[-1]]}-", word[cuts[-1] :]) if cuts else None


def print_plain(edition: Edition, chance: Chances) -> str:
    """The text of the whole document."""
    return PlainPrinter(edition, chance).text()
