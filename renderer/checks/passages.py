"""Every running text of a case with the place where it stands."""

from collections.abc import Iterator

from renderer import vocabulary
from renderer.checks.view import View, agreement_place, milestone_place
from renderer.findings import Place
from renderer.model.item import Item
from renderer.model.prose import Block, Paragraph, Prose, plain_text

Passage = tuple[Place, Prose]


def agreement_texts(view: View) -> Iterator[Passage]:
    """The guides, the chapters' introductions and the texts of all items, in printed order."""
    agreement = view.agreement
    for field in ("reading_guide", "finances_guide"):
        yield agreement_place(None, vocabulary.key(field)), getattr(agreement, field)
    for position, chapter in enumerate(agreement.chapters, 1):
        keys = (vocabulary.key("chapters"), position, vocabulary.key("introduction"))
        yield agreement_place(None, *keys), chapter.introduction
    for item in view.items:
        yield from item_texts(item)


def item_texts(item: Item) -> Iterator[Passage]:
    """The texts of one item in printed order."""
    yield agreement_place(item, vocabulary.key("agreement_text")), item.agreement_text
    yield agreement_place(item, vocabulary.key("description")), item.description
    for checkpoint, text in item.milestones.items():
        yield milestone_place(item, checkpoint), text
    yield agreement_place(item, vocabulary.key("finances")), item.finances


def statuses(view: View) -> Iterator[Passage]:
    """The status texts that the edition shows."""
    return ((given.place, given.report.status) for given in view.reports)


def paragraphs(blocks: tuple[Block, ...]) -> Iterator[str]:
    """The words of every paragraph, those in lists too."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield plain_text(block.content)
        else:
            for entry in block.entries:
                yield from paragraphs(entry.blocks)
