"""A label and what it says, as the letterhead and the items' tables have them."""

from renderer.edition.edition import LabelledLine
from renderer.writers.word_parts.ooxml import character_style, run
from renderer.writers.word_parts.word_file import WordFile


def labelled(file: WordFile, line: LabelledLine) -> str:
    """A label and what it says, as runs; an empty value leaves the label alone."""
    label = run(f"{line.label}:", character_style(file.styles["Mærkat"]))
    return label + run(f" {line.value}") if line.value else label
