"""The reading guide of the first page: prose, and the meanings of the smileys on effort and on finances."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from renderer.model.prose import BulletList, Paragraph, Prose
from renderer.readers.earlier.grammar import labels
from renderer.readers.earlier.grammar.ledger import Ledger
from renderer.readers.earlier.grammar.smiley_marks import Definition, parted, read_definition
from renderer.readers.earlier.text.slicing import block_text
from renderer.readers.text.piece import Piece

LEVELS = 3
_ENDED = re.compile(r"[.:;!?]$")
_SMALL = re.compile(r"[a-zæøå(]")
_OF_SERIES = re.compile(r"(?:og|eller|samt|til)\b")
_OPEN_END = re.compile(r"(?:,|\b(?:og|eller|men|at|som|der|af|for|til|med|i|på|er))$")


@dataclass
class Guide:
    """The reading guide as it was read; the definitions stand best first.

    `defined` are the pieces that definitions were read from; `unexplained` those that stand as prose below a heading
    of definitions.
    """

    prose: list[Piece] = field(default_factory=list)
    finances_prose: list[Piece] = field(default_factory=list)
    effort: list[Definition] = field(default_factory=list)
    finances: list[Definition] = field(default_factory=list)
    words_beside_faces: bool = False
    defined: list[Piece] = field(default_factory=list)
    unexplained: list[Piece] = field(default_factory=list)


class GuideReader:
    """Takes the pieces of the reading guide one by one; `pieces` are all of the first page's.

    Rules: definitions belong to effort until the heading of the second list has come, where there is one; else until
    prose has. Prose before the last definition of effort is the guide, prose after it is the guide to finances; but a
    meaning whose sentence has not ended goes on in the prose below it.
    """

    def __init__(self, ledger: Ledger, pieces: Sequence[Piece] = ()) -> None:
        self.guide = Guide()
        self._ledger = ledger
        self._on_finances = False
        self._open: list[Definition] | None = None
        self._below_heading = False
        self._order = {id(piece): position for position, piece in enumerate(pieces)}
        heads = [n for n, piece in enumerate(pieces) if labels.FINANCES_DEFINITION.fullmatch(piece.prose.plain.strip())]
        defined = [n for n, piece in enumerate(pieces) if heads and n < heads[0] and _definitions(piece)]
        self._headed = bool(heads)
        self._last_of_effort = max(defined, default=-1)

    def take(self, piece: Piece) -> bool:
        """Take a piece that is part of the reading guide; `False` for one that can stand nowhere in it."""
        open_meaning, self._open = self._open, None
        text = piece.prose.plain.strip()
        if open_meaning and _goes_on(open_meaning[-1].meaning, text) and not _definitions(piece):
            return self._continue(piece, open_meaning)
        if is_guide_heading(text):
            self._below_heading = not labels.READING_GUIDE.fullmatch(text)
            self._on_finances |= bool(labels.FINANCES_DEFINITION.fullmatch(text))
            self._ledger.place(piece, "overskrift")
        elif definitions := _definitions(piece):
            return self._define(piece, definitions)
        else:
            return self._prose(piece)
        return True

    def _define(self, piece: Piece, definitions: list[Definition]) -> bool:
        target = self.guide.finances if self._on_finances else self.guide.effort
        if len(target) + len(definitions) > LEVELS:
            return False
        target += definitions
        self._open = target
        self.guide.defined.append(piece)
        self.guide.words_beside_faces |= any(definition.word for definition in definitions)
        self._ledger.place(piece, f"smileyer › {'økonomi' if self._on_finances else 'indsats'}")
        return True

    def _continue(self, piece: Piece, definitions: list[Definition]) -> bool:
        last = definitions[-1]
        cut = last.meaning.endswith("-") and not _OF_SERIES.match(piece.prose.plain)
        meaning = (
            f"{last.meaning.removesuffix('-') if cut else last.meaning + ' '}{' '.join(piece.prose.plain.split())}"
        )
        definitions[-1] = replace(last, meaning=meaning)
        self._open = definitions
        self.guide.defined.append(piece)
        self._ledger.place(piece, f"smileyer › {'økonomi' if definitions is self.guide.finances else 'indsats'}")
        return True

    def _prose(self, piece: Piece) -> bool:
        if self.guide.finances:
            return False
        self.guide.unexplained += [piece] if self._below_heading else []
        if self.guide.effort and self._order.get(id(piece), 0) > self._last_of_effort:
            self._on_finances = not self._headed
            self.guide.finances_prose.append(piece)
            self._ledger.place(piece, "læsevejledning_økonomi")
        else:
            self.guide.prose.append(piece)
            self._ledger.place(piece, "læsevejledning")
        return True


def _goes_on(meaning: str, text: str) -> bool:
    """Whether a meaning goes on below an empty line: its sentence has not ended, and a small letter follows."""
    return not _ENDED.search(meaning) and (bool(_SMALL.match(text)) or bool(_OPEN_END.search(meaning)))


def _definitions(piece: Piece) -> list[Definition]:
    """The definitions that a paragraph or a list holds; none unless all its entries are such."""
    found = [read_definition(text) for text in _texts(piece.prose)]
    return [definition for definition in found if definition] if all(found) else []


def _texts(prose: Prose) -> list[str]:
    texts: list[str] = []
    for block in prose.blocks:
        if isinstance(block, Paragraph):
            texts += [text for line in block_text(block).split("\n") for text in parted(line)]
        elif isinstance(block, BulletList):
            texts += [Prose(entry.blocks).plain for entry in block.entries]
        else:
            texts.append(block_text(block))
    return texts


def is_guide_heading(text: str) -> bool:
    """Whether a text is one of the reading guide's fixed headings."""
    patterns = (labels.READING_GUIDE, labels.EFFORT_DEFINITION, labels.FINANCES_DEFINITION)
    return any(pattern.fullmatch(text.strip()) for pattern in patterns)


def holds_definitions(piece: Piece) -> bool:
    """Whether a piece defines smileys."""
    return bool(_definitions(piece))
