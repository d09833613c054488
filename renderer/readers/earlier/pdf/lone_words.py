"""Words that WeasyPrint sets alone although more words had room beside them.

WeasyPrint (70.0) measures text in front of a mark or a link with the space at its end. Where such text would just fill
the line without that space, the line is broken behind its first word that may part from the next one
(`split_first_line`, step 3). Nobody ended that line on purpose.
"""

import itertools
from collections.abc import Iterable
from dataclasses import replace

from renderer.readers.earlier.pdf.lines import SPACE, Line, is_apart
from renderer.readers.earlier.pdf.page import Word
from renderer.readers.earlier.pdf.ties import kept_together

# What stays white behind the last letter of a word and of a text, in sizes of the type.
_TOLERANCE = 0.25


def ends_in_lone_word(last: Line, line: Line, right: float, *, is_exact: bool) -> bool:
    """Whether a line ends behind a word that was left alone; `line` is the next one.

    `right` is where lines can end, in points; where it is not `is_exact`, they may reach farther.
    """
    words = last.words[last.mark[1] if last.mark else 0 :]
    alone = tuple(_alike(reversed(words)))[::-1]
    before = words[: -len(alone)]
    if " " in kept_together(replace(last, words=alone).text) or (before and is_apart(before[-1], alone[0])):
        return False
    rest = list(_alike([alone[-1], *line.words]))[1:]
    if not rest:
        return False
    space, tolerance = SPACE * line.size, _TOLERANCE * line.size
    together = last.right + space + rest[-1].right - line.left
    return right - space - tolerance <= together and (not is_exact or together <= right + tolerance)


def _alike(words: Iterable[Word]) -> Iterable[Word]:
    """The first words, as far as all look alike."""
    return next(together for _, together in itertools.groupby(words, _look))


def _look(word: Word) -> tuple[bool, bool, str | None]:
    return word.bold, word.italic, word.href
