"""The first page: letterhead in a frame at the right, title, and how to read the document."""

from collections.abc import Iterator

from renderer.edition.edition import Definition, Edition, Face, Letter, ReadingGuide
from renderer.writers.word_parts.fields import Fields
from renderer.writers.word_parts.labelled import labelled
from renderer.writers.word_parts.ooxml import TAB, paragraph, run
from renderer.writers.word_parts.prose import LETTER_PROSE
from renderer.writers.word_parts.smileys import face_runs
from renderer.writers.word_parts.word_file import WordFile


def letter_paragraphs(file: WordFile, edition: Edition, fields: Fields) -> str:
    """The paragraphs of the letter."""
    letter = edition.letter
    text = "".join((*_title(file, letter), *_guide(file, letter.guide, fields)))
    return "".join(_letterhead(file, letter, fields)) + fields.locked(text)


def _letterhead(file: WordFile, letter: Letter, fields: Fields) -> Iterator[str]:
    # Each line is locked for itself: LibreOffice 7.4 sets a frame that stands in a group in the wrong place.
    style = file.styles["Brevhoved"]
    frame = file.styles.frame("Brevhoved")
    if letter.department:
        department = fields.locked_words(run(letter.department.upper()))
        yield paragraph(file.styles["Brev afdeling"], department, rest=frame)
    for line in letter.lines:
        yield paragraph(style, fields.locked_words(labelled(file, line)), rest=frame)


def _title(file: WordFile, letter: Letter) -> Iterator[str]:
    yield paragraph(file.styles["heading 1"], file.bookmarks.around("titel", run(letter.title)))
    if letter.subtitle:
        yield paragraph(file.styles["Subtitle"], run(letter.subtitle))


def _guide(file: WordFile, guide: ReadingGuide, fields: Fields) -> Iterator[str]:
    texts = (
        fields.text(guide.prose, LETTER_PROSE),
        "".join(_definition(file, guide.effort, fields.with_words)),
        fields.text(guide.finances_prose, LETTER_PROSE),
        "".join(_definition(file, guide.finances, fields.with_words)),
    )
    if any(texts):
        yield paragraph(file.styles["heading 2"], run(guide.heading))
        yield from texts


def _definition(file: WordFile, definition: Definition, with_words: bool) -> Iterator[str]:
    if definition.faces:
        yield paragraph(file.styles["Definitionsoverskrift"], run(definition.heading))
    for face in definition.faces:
        yield _meaning(file, face, with_words)


def _meaning(file: WordFile, face: Face, with_word: bool) -> str:
    style = file.styles["Definition med ord" if with_word else "Definition"]
    meaning = TAB + run(face.meaning) if face.meaning else ""
    return paragraph(style, face_runs(face, file.styles, with_word=with_word) + run(":") + meaning)
