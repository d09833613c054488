"""The fields of an edition as they are set: running text in the final edition, content controls in a draft.

They are set in printed order, each of them once: the order in which `edition/draft_fields.py` names them.
"""

from collections.abc import Iterator
from itertools import repeat

from renderer import vocabulary
from renderer.edition.draft_fields import DraftField, asks_reports, draft_fields
from renderer.edition.edition import Edition, Face, Row, RowKind
from renderer.edition.wording.changed_text import Change
from renderer.edition.wording.compare import compare_prose
from renderer.model.prose import Prose
from renderer.model.smiley import Smiley
from renderer.vocabulary.draft_marks import CHOOSE_SMILEY, PLACEHOLDERS
from renderer.writers.word_parts.controls import Choice, Controls
from renderer.writers.word_parts.earlier import Earlier
from renderer.writers.word_parts.ooxml import character_style, paragraph, run
from renderer.writers.word_parts.prose import ProseStyles, prose_paragraphs
from renderer.writers.word_parts.redline import changed_paragraphs
from renderer.writers.word_parts.smileys import CHARACTERS, CHOICE_FONTS, face_runs
from renderer.writers.word_parts.word_file import WordFile


class Fields:
    """The fields of one edition; in the final edition none of them is marked.

    `reports` is whether smileys and statuses are set: a draft of a plan has no places for them.
    """

    def __init__(self, file: WordFile, edition: Edition, *, marked: bool, earlier: Earlier | None = None) -> None:
        self.marked = marked
        self._earlier = earlier
        self.reports = not marked or asks_reports(edition)
        self.with_words = marked or edition.smiley_words
        self._file = file
        self._controls = Controls(file.bookmarks)
        self._marked: Iterator[DraftField | None] = iter(draft_fields(edition)) if marked else repeat(None)
        self._choices = {
            RowKind.MILESTONE: _choices(edition.letter.guide.effort.faces),
            RowKind.FINANCES: _choices(edition.letter.guide.finances.faces),
        }

    def text(self, prose: Prose, styles: ProseStyles, *, keep_next: bool = False) -> str:
        """The next field, a running text, as paragraphs; in the final edition an empty text has none."""
        field = next(self._marked)
        if field is None:
            return prose_paragraphs(self._file, prose, styles, keep_next=keep_next)
        written = self._written(field, prose, styles, keep_next=keep_next)
        empty = not written
        if empty:
            asked = self._placeholder_run(_placeholder_of(field))
            written = paragraph(self._file.styles[styles.text], asked, keep_next=keep_next)
        return self._controls.around_paragraphs(field.mark, field.name, written, placeholder=empty)

    def smiley(self, row: Row) -> str:
        """The next field, the smiley of a row, as runs."""
        field = next(self._marked)
        if field is None:
            return face_runs(row.face, self._file.styles, with_word=self.with_words) if row.face else ""
        choices = self._choices[row.kind]
        if row.face and row.face.smiley.value not in {choice.value for choice in choices}:
            choices = (_choice(row.face), *choices)
        look = character_style(self._file.styles["Smileyvalg"]) + CHOICE_FONTS
        shown = self._shown(field, row.face, look)
        written = shown or self._placeholder_run(CHOOSE_SMILEY)
        return self._controls.choice(field.mark, field.name, look, choices, written, placeholder=not shown)

    def locked(self, blocks: str) -> str:
        """Blocks that must not be changed, fields in them apart."""
        return self._controls.locked(blocks) if self.marked and blocks else blocks

    def locked_words(self, runs: str) -> str:
        """Words of a paragraph that must not be changed."""
        return self._controls.locked_words(runs) if self.marked else runs

    def _written(self, field: DraftField, prose: Prose, styles: ProseStyles, *, keep_next: bool) -> str:
        """A text as paragraphs, with its changes marked where they are to be; the empty text has none."""
        before = self._earlier.prose(field) if self._earlier else None
        if self._earlier is None or before is None or before == prose:
            return prose_paragraphs(self._file, prose, styles, keep_next=keep_next)
        changed = compare_prose(before, prose)
        return changed_paragraphs(self._file, self._earlier.redline, changed, styles, keep_next=keep_next)

    def _shown(self, field: DraftField, face: Face | None, look: str) -> str:
        """A smiley as runs, with its change marked where it is to be."""
        before = self._earlier.face(field) if self._earlier else face
        shown, gone = (run(_short(one), look) if one else "" for one in (face, before))
        if self._earlier is None or before == face:
            return shown
        redline = self._earlier.redline
        return redline.words(Change.DELETED, gone) + redline.words(Change.INSERTED, shown)

    def _placeholder_run(self, words: str) -> str:
        return run(words, character_style(self._file.styles["Placeholder Text"]))


def _placeholder_of(field: DraftField) -> str:
    path = field.field.path
    return PLACEHOLDERS[path[-1] if path[-1] in PLACEHOLDERS else path[0]]


def _choices(faces: tuple[Face, ...]) -> tuple[Choice, ...]:
    """The choices of a scale, best first; the last takes a smiley away."""
    known = faces or tuple(Face(smiley=one, word=one.value.capitalize(), meaning=None) for one in Smiley)
    return (*(_choice(face) for face in known), Choice(vocabulary.NOT_YET_GIVEN, vocabulary.NOT_YET_GIVEN))


def _choice(face: Face) -> Choice:
    meaning = f" – {face.meaning}" if face.meaning else ""
    return Choice(f"{_short(face)}{meaning}".replace("\u00a0", " "), face.smiley.value)


def _short(face: Face) -> str:
    return f"{CHARACTERS[face.smiley]} {face.word}"
