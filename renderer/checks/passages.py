"""Every running text of an agreement with the place where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass

from renderer import vocabulary
from renderer.checks.places import agreement_place, milestone_place
from renderer.findings import Place
from renderer.model.agreement import Agreement
from renderer.model.item import Item
from renderer.model.prose import Block, Paragraph, Prose, plain_text


@dataclass(frozen=True)
class Passage:
    """A text: its place, and the words of every paragraph, those in lists too."""

    place: Place
    paragraphs: tuple[str, ...]


def passage(place: Place, prose: Prose) -> Passage:
    """The words of a text at its place."""
    return Passage(place, tuple(paragraphs(prose.blocks)))


def agreement_passages(agreement: Agreement) -> Iterator[Passage]:
    """The guides, the chapters' introductions and the texts of all items, in printed order; empty ones are left out."""
    return (passage(place, prose) for place, prose in agreement_texts(agreement))


def agreement_texts(agreement: Agreement) -> Iterator[tuple[Place, Prose]]:
    """The same texts as they are in the model."""
    texts = (*_around_items(agreement), *(text for item in agreement.items() for text in _of_item(item)))
    return ((place, prose) for place, prose in texts if prose)


def paragraphs(blocks: tuple[Block, ...]) -> Iterator[str]:
    """The words of every paragraph, those in lists too."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield plain_text(block.content)
        else:
            for entry in block.entries:
                yield from paragraphs(entry.blocks)


def _around_items(agreement: Agreement) -> Iterator[tuple[Place, Prose]]:
    for field in ("reading_guide", "finances_guide"):
        yield agreement_place(None, vocabulary.key(field)), getattr(agreement, field)
    for position, chapter in enumerate(agreement.chapters, 1):
        keys = (vocabulary.key("chapters"), position, vocabulary.key("introduction"))
        yield agreement_place(None, *keys), chapter.introduction


def _of_item(item: Item) -> Iterator[tuple[Place, Prose]]:
    yield agreement_place(item, vocabulary.key("agreement_text")), item.agreement_text
    yield agreement_place(item, vocabulary.key("description")), item.description
    for checkpoint, text in item.milestones.items():
        yield milestone_place(item, checkpoint), text
    yield agreement_place(item, vocabulary.key("finances")), item.finances
