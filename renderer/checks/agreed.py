"""What was agreed: the plan's titles and agreement texts are the words that the parties signed.

Lists, line breaks, quotation marks and dashes may differ: they are the layout's. An item that is one of several parts
of a point may have some of its sentences only, but none of its own, and together the parts have all of them.
"""

import re
from collections.abc import Iterator

from renderer import vocabulary
from renderer.checks.passages import paragraphs
from renderer.checks.places import agreement_place
from renderer.checks.signed_words import close_sentence, differences, folded, sentences
from renderer.checks.view import Remark, View
from renderer.findings import Place
from renderer.model.item import Item
from renderer.model.prose import Prose
from renderer.model.signed.carriers import carried_points
from renderer.model.signed.point import Point

_PART = re.compile(r"(?:(?<!\s)\s+)?[-–]\s*del \d{1,2}\b(?:\s*[-–]\s*(?=\S))?", re.IGNORECASE)
_HINT = (
    f"Ret den, så den er som i {vocabulary.SIGNED_FILE}, eller skriv i {vocabulary.WAIVER_FILE}, "
    "hvorfor den ikke er det."
)


def title_differs(view: View) -> Iterator[Remark]:
    """An item whose title is not that of the point it carries on; which part it is says the plan alone."""
    for point, items in _carried(view):
        signed = _without_part(point.title)
        for item in items:
            if told := differences(signed, _without_part(item.title)):
                yield Remark(agreement_place(item, vocabulary.key("title")), f"Titlen er ændret: {told}", _HINT)


def agreement_text_differs(view: View) -> Iterator[Remark]:
    """An agreement text with other words than those that were signed; one that is missing is another rule's."""
    for point, carrying in _carried(view):
        items = [item for item in carrying if item.agreement_text]
        signed = _words(point.whole_text)
        for item in items:
            own = _words(item.agreement_text)
            told = differences(_meant(signed, own, items), own) if len(carrying) > 1 else differences(signed, own)
            if told:
                yield Remark(_place(item), f"Aftaleteksten er ændret: {told}", _HINT)
        if items and len(carrying) > 1:
            yield from _left_out(signed, items)


def _meant(signed: str, own: str, items: list[Item]) -> str:
    """The signed words that a part's text stands for, sentence by sentence; none for a sentence of its own."""
    free = _not_in_any(signed, items)
    found = (one if _has(signed, one) else close_sentence(one, free) for one in sentences(own))
    return " ".join(filter(None, found))


def _left_out(signed: str, items: list[Item]) -> Iterator[Remark]:
    """Sentences that no part has, neither as they were signed nor changed."""
    free = _not_in_any(signed, items)
    own = [one for item in items for one in sentences(_words(item.agreement_text)) if not _has(signed, one)]
    changed = {close_sentence(one, free) for one in own}
    if missing := [one for one in free if one not in changed]:
        told = differences(" ".join(missing), "")
        yield Remark(_place(items[0]), f"Delene har ikke hele aftaleteksten: {told}", _HINT)


def _not_in_any(signed: str, items: list[Item]) -> list[str]:
    texts = [_words(item.agreement_text) for item in items]
    return [one for one in sentences(signed) if not any(_has(text, one) for text in texts)]


def _has(text: str, sentence: str) -> bool:
    return f" {sentence} " in f" {text} "


def _carried(view: View) -> Iterator[tuple[Point, tuple[Item, ...]]]:
    signed = view.case.signed
    return carried_points(view.agreement, signed) if signed else iter(())


def _words(text: Prose) -> str:
    return folded(" ".join(paragraphs(text.blocks)))


def _without_part(title: str) -> str:
    return folded(_PART.sub(" ", title))


def _place(item: Item) -> Place:
    return agreement_place(item, vocabulary.key("agreement_text"))
