"""A comparison as a Word file, in the look of the template that editions are written in."""

import re
from collections.abc import Iterator, Sequence

from renderer.edition.comparison import Change as ChangeOfEntry
from renderer.edition.comparison import Comparison, Entry, FaceAt, Section, SectionKind, SmileyChange, TextChange
from renderer.edition.danish import NBSP
from renderer.edition.edition import Furniture, Letterhead
from renderer.resources import read_resource
from renderer.writers.comparison.word_table import first_table
from renderer.writers.comparison.word_text import changed_paragraphs
from renderer.writers.word_parts.furniture import running_foot, running_head
from renderer.writers.word_parts.labelled import labelled
from renderer.writers.word_parts.ooxml import character_style, paragraph, run
from renderer.writers.word_parts.page import Page
from renderer.writers.word_parts.properties import add_properties
from renderer.writers.word_parts.prose import LETTER_PROSE, prose_paragraphs
from renderer.writers.word_parts.smileys import face_runs
from renderer.writers.word_parts.template import TEMPLATE
from renderer.writers.word_parts.word_file import WordFile

# The head's one line and the space below it, in twentieths of a point.
_HEAD = 900


def write_comparison_word(comparison: Comparison, template: bytes | None = None) -> bytes:
    """The comparison as a Word file (.docx); the same comparison gives the same bytes.

    `template` is a restyled copy of the program's own template. Raises as `write_word` does.
    """
    file = WordFile(read_resource("styles", TEMPLATE) if template is None else template)
    opening = (*comparison.opening, comparison.unchanged_notice, comparison.marking)
    letter = ChangesLetter(file, comparison.letter, comparison.furniture, [text for text in opening if text])
    sections = (text for section in comparison.sections for text in _section(file, letter, section))
    body = "".join((*letter.opening(), *sections, letter.end()))
    add_properties(file, comparison, None)
    return file.finish(body)


def _section(file: WordFile, letter: "ChangesLetter", section: Section) -> Iterator[str]:
    yield letter.heading(section.kind.value, section.heading)
    if section.kind is SectionKind.FIRST:
        yield first_table(file, section, letter.width)
    else:
        yield letter.entries(section.entries)


class ChangesLetter:
    """The letter's own page, on which the list goes on in the full width; beside the letterhead it is kept narrow.

    `paragraphs` stand below the title; `width` is that of the list, in twentieths of a point.
    """

    def __init__(self, file: WordFile, letter: Letterhead, furniture: Furniture, paragraphs: Sequence[str]) -> None:
        self._file, self._letter, self._furniture, self._paragraphs = file, letter, furniture, paragraphs
        self._page, spare, above = _roomier(file.letter_page)
        self._narrow = f'<w:ind w:right="{spare}"/>'
        self._above = f'<w:spacing w:before="{above}"/>'
        self.width = file.letter_page.width + spare

    def opening(self) -> Iterator[str]:
        """The letterhead, the title and the paragraphs below it."""
        file, letter = self._file, self._letter
        frame = file.styles.frame("Brevhoved")
        if letter.department:
            yield paragraph(file.styles["Brev afdeling"], run(letter.department.upper()), rest=frame)
        for line in letter.lines:
            yield paragraph(file.styles["Brevhoved"], labelled(file, line), rest=frame)
        title = file.bookmarks.around("titel", run(letter.title))
        yield paragraph(file.styles["heading 1"], title, rest=self._above + self._narrow)
        if letter.subtitle:
            yield paragraph(file.styles["Subtitle"], run(letter.subtitle), rest=self._narrow)
        for text in self._paragraphs:
            yield paragraph(file.styles["Normal"], run(text), rest=self._narrow)

    def heading(self, anchor: str, text: str) -> str:
        """The heading of a section, which `anchor` names inside the file."""
        heading = self._file.bookmarks.around(anchor, run(text))
        return paragraph(self._file.styles["heading 2"], heading, rest=_BEFORE_SECTION)

    def entries(self, entries: Sequence[Entry]) -> str:
        """The entries of a section, each with its changes."""
        return "".join(text for entry in entries for text in self._entry(entry))

    def end(self) -> str:
        """The properties of the section: the municipality above the first page, title and date above the others."""
        file, furniture, width = self._file, self._furniture, self.width
        first = paragraph(file.styles["Brev kommune"], run(self._letter.municipality))
        heads = file.add_header(running_head(file, furniture, width)) + file.add_header(first, "first")
        feet = file.add_footer(running_foot(file, furniture, width, "2"))
        feet += file.add_footer(running_foot(file, furniture, width, "1"), "first")
        return f"<w:sectPr>{heads}{feet}{self._page}<w:titlePg/></w:sectPr>"

    def _entry(self, entry: Entry) -> Iterator[str]:
        styles = self._file.styles
        yield paragraph(styles["heading 3"], run(entry.heading), keep_next=True)
        if entry.centre:
            centre = run(entry.centre, character_style(styles["Mærkat"]))
            yield paragraph(styles["Normal"], centre, keep_next=bool(entry.changes), rest=_CLOSE)
        for change in entry.changes:
            yield from self._change(change)

    def _change(self, change: ChangeOfEntry) -> Iterator[str]:
        if isinstance(change, SmileyChange):
            yield from self._smiley(change)
            return
        text = change if isinstance(change, TextChange) else change.text if change.kind == "amounts" else None
        yield paragraph(self._file.styles["Normal"], run(change.line), keep_next=text is not None, rest=_CLOSE)
        if text:
            yield self._text(text)

    def _smiley(self, change: SmileyChange) -> Iterator[str]:
        runs = run(f"{change.label}: fra ") + self._face(change.old) + run(" til ") + self._face(change.new)
        yield paragraph(self._file.styles["Normal"], runs, keep_next=bool(change.status), rest=_CLOSE)
        if change.status:
            label = run(f"{change.status_label}:")
            yield paragraph(self._file.styles["Tabelstatus mærke"], label, keep_next=True)
            yield prose_paragraphs(self._file, change.status, LETTER_PROSE)

    def _text(self, change: TextChange) -> str:
        if change.new and not change.marks_words:
            return prose_paragraphs(self._file, change.new, LETTER_PROSE)
        return changed_paragraphs(self._file, change.shown, LETTER_PROSE, "")

    def _face(self, at: FaceAt) -> str:
        face = face_runs(at.face, self._file.styles, with_word=True) if at.face else run(at.not_given)
        # What stands in the brackets is short enough for one line, and is not parted.
        time = at.time.replace(" ", NBSP)
        return face + (run(f" ({time})", character_style(self._file.styles["Mærkat"])) if time else "")


_BEFORE_SECTION = '<w:spacing w:before="360"/>'
_CLOSE = '<w:spacing w:after="40"/>'
_INDENT = ""


def _roomier(page: Page) -> tuple[str, int, int]:
    """The letter's paper with room for a list, and how much wider and higher the text has become.

    The right margin is as wide as the left one, and the text begins right below the head; on the first page the title
    stands where it always does.
    """
    left, right, top, head = (_margin(page, side) for side in ("left", "right", "top", "header"))
    spare, above = max(0, right - left), max(0, top - head - _HEAD)
    return _with_margin(_with_margin(page.xml, "right", right - spare), "top", top - above), spare, above


def _margin(page: Page, side: str) -> int:
    found = re.search(rf'<w:pgMar[^>]* w:{side}="(\d+)"', page.xml)
    return int(found[1]) if found else 0


def _with_margin(xml: str, side: str, measure: int) -> str:
    return re.sub(rf'(<w:pgMar[^>]* w:{side}=")\d+', rf"\g<1>{measure}", xml)
