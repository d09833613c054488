"""A summary of what came back as a Word file, in the look of a comparison."""

from renderer.edition.return_summary import ReturnSummary
from renderer.resources import read_resource
from renderer.writers.comparison.word import ChangesLetter
from renderer.writers.word_parts.properties import add_properties
from renderer.writers.word_parts.template import TEMPLATE
from renderer.writers.word_parts.word_file import WordFile


def write_summary_word(summary: ReturnSummary) -> bytes:
    """The summary as a Word file (.docx); the same summary gives the same bytes."""
    file = WordFile(read_resource("styles", TEMPLATE))
    letter = ChangesLetter(file, summary.letter, summary.furniture, summary.opening)
    parts = "".join(
        text
        for part in summary.parts
        for text in (letter.heading(part.anchor, part.heading), letter.entries(part.entries))
    )
    body = "".join(letter.opening()) + parts + letter.end()
    add_properties(file, summary, None)
    return file.finish(body)
