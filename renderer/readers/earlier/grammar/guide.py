"""The reading guide of the first page: prose, and the meanings of the smileys on effort and on finances."""

from dataclasses import dataclass, field

from renderer.model.prose import BulletList, Paragraph, Prose
from renderer.readers.earlier.grammar import labels
from renderer.readers.earlier.grammar.ledger import Ledger
from renderer.readers.earlier.grammar.smiley_marks import Definition, parted, read_definition
from renderer.readers.earlier.text.slicing import block_text
from renderer.readers.text.piece import Piece

LEVELS = 3


@dataclass
class Guide:
    """The reading guide as it was read; the definitions stand best first."""

    prose: list[Piece] = field(default_factory=list)
    finances_prose: list[Piece] = field(default_factory=list)
    effort: list[Definition] = field(default_factory=list)
    finances: list[Definition] = field(default_factory=list)
    words_beside_faces: bool = False


class GuideReader:
    """Takes the pieces of the reading guide one by one.

    Rules: definitions belong to effort until prose or the heading of the second list has come; prose before
    the first definition is the guide, prose after it is the guide to finances.
    """

    def __init__(self, ledger: Ledger) -> None:
        self.guide = Guide()
        self._ledger = ledger
        self._on_finances = False

    def take(self, piece: Piece) -> bool:
        """Take a piece that is part of the reading guide; `False` for one that can stand nowhere in it."""
        text = piece.prose.plain.strip()
        if labels.READING_GUIDE.fullmatch(text) or labels.EFFORT_DEFINITION.fullmatch(text):
            self._ledger.place(piece, "overskrift")
        elif labels.FINANCES_DEFINITION.fullmatch(text):
            self._on_finances = True
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
        self.guide.words_beside_faces |= any(definition.word for definition in definitions)
        self._ledger.place(piece, f"smileyer › {'økonomi' if self._on_finances else 'indsats'}")
        return True

    def _prose(self, piece: Piece) -> bool:
        if self.guide.finances:
            return False
        if self.guide.effort:
            self._on_finances = True
            self.guide.finances_prose.append(piece)
            self._ledger.place(piece, "læsevejledning_økonomi")
        else:
            self.guide.prose.append(piece)
            self._ledger.place(piece, "læsevejledning")
        return True


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
