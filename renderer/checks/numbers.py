"""Numbers, parts and refs: every item known by one ref, in its chapter, in order, and no number twice."""

import difflib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from renderer import vocabulary
from renderer.checks.places import agreement_place
from renderer.checks.view import Remark, View
from renderer.findings import Place
from renderer.model.agreement import Chapter
from renderer.model.item import Item

_PLAIN = re.compile(r"(\d+(?:\.\d+)*)([A-ZÆØÅ]?)")
_DEEPEST = 20
# `punkt 4.5 i aftalen for 2015` and `aftalen for 2015, punkt 4.5` refer to another agreement.
_REFERENCE = re.compile(
    r"(?<!\d{4}, )\b(?:delelement|punkt|pkt\.|afsnit) (\d{1,2}(?:\.\d{1,3})+)(?!\.?\d)(?! i )", re.IGNORECASE
)


def number_twice(view: View) -> Iterator[Remark]:
    """Items that share a number and a ref, so that nothing tells them apart."""
    for number, items in _by_number(view).items():
        for doubled in _not_told_apart(items):
            if any(item.ref == doubled.ref for item in items if item is not doubled):
                yield _shared(number, doubled, items)
                break


def number_shared(view: View) -> Iterator[Remark]:
    """Items that share a number without being different parts of it, and have a ref each."""
    for number, items in _by_number(view).items():
        refs = [item.ref for item in items]
        if len(set(refs)) == len(refs):
            yield from (_shared(number, item, items) for item in _not_told_apart(items)[:1])


def _not_told_apart(items: Sequence[Item]) -> list[Item]:
    """The items whose part is taken already, or that are no part beside others."""
    parts = [item.part for item in items]
    return [
        item
        for position, item in enumerate(items)
        if position and (item.part in parts[:position] or None in parts[: position + 1])
    ]


def _shared(number: str, item: Item, items: Sequence[Item]) -> Remark:
    return Remark(
        agreement_place(item, vocabulary.key("number")),
        f"Nummeret {number} bruges af flere delelementer: {_titles(items)}.",
        "Ret nummeret, eller lad titlerne ende på »– del 1«, »– del 2« og så videre.",
    )


def ref_twice(view: View) -> Iterator[Remark]:
    """Items that share a ref, so that a status could belong to either."""
    by_ref: dict[str, list[Item]] = defaultdict(list)
    for item in view.items:
        by_ref[item.ref].append(item)
    doubled = {remark.place.item for remark in number_twice(view)}
    for ref, items in by_ref.items():
        if len(items) > 1 and ref not in doubled:
            yield Remark(
                agreement_place(items[1], vocabulary.key("ref")),
                f"Kendetegnet {ref} bruges af flere delelementer: {_titles(items)}.",
                "Giv hvert delelement sin egen ref.",
            )


def unknown_item(view: View) -> Iterator[Remark]:
    """A status for an item that the agreement does not have."""
    known = [item.ref for item in view.items]
    for followup in view.followups:
        for ref in followup.statuses:
            if ref not in known:
                near = difflib.get_close_matches(ref, known, n=1)
                yield Remark(
                    Place(file=vocabulary.followup_file(followup.number), item=ref),
                    f"Aftalen har ikke et delelement »{ref}«.",
                    f"Mente du »{near[0]}«?" if near else "Skriv delelementets ref, som den står i aftalen.",
                )


def followup_twice(view: View) -> Iterator[Remark]:
    """Two follow-ups with one number."""
    for earlier, later in pairwise(view.followups):
        if earlier.number == later.number:
            yield Remark(
                Place(file=vocabulary.followup_file(later.number), field=vocabulary.key("followup")),
                f"Der er to opfølgninger med nummer {later.number}.",
                "Ret nummeret i den ene, eller slet den.",
            )


def missing_part(view: View) -> Iterator[Remark]:
    """A part without the parts before it."""
    for number, items in _by_number(view).items():
        parts = {item.part for item in items if item.part is not None}
        for item in items:
            if item.part and item.part > 1 and item.part - 1 not in parts:
                yield Remark(
                    agreement_place(item, vocabulary.key("title")),
                    f"Delelementet er del {item.part} af {number}, men der er ingen del {item.part - 1}.",
                    "Ret titlen, eller tilføj den del, der mangler.",
                )


def number_outside_chapter(view: View) -> Iterator[Remark]:
    """An item whose number does not begin with its chapter's."""
    for chapter in view.agreement.chapters:
        for item in chapter.items:
            if _is_foreign(chapter, item):
                yield Remark(
                    agreement_place(item, vocabulary.key("number")),
                    f"Nummeret {item.number} hører ikke til kapitlet »{chapter.heading}«.",
                    "Ret nummeret, eller flyt delelementet til sit kapitel.",
                )


def out_of_order(view: View) -> Iterator[Remark]:
    """An item that stands behind one with a higher number, or without a number before one that has one."""
    for chapter in view.agreement.chapters:
        for before, item in pairwise(chapter.items):
            if item.number and not before.number:
                yield Remark(
                    agreement_place(before),
                    f"Delelementet har intet nummer, men står før {_name(item)}.",
                    "Flyt det til slutningen af kapitlet.",
                )
            elif _is_behind(item, before):
                yield Remark(
                    agreement_place(item, vocabulary.key("number")),
                    f"{_name(item)} står efter {_name(before)}.",
                    "Flyt delelementet, så numrene står i rækkefølge.",
                )


def unknown_reference(view: View) -> Iterator[Remark]:
    """A text that refers to a number which the agreement does not have.

    One committee's part of an agreement may refer to the others' parts, so it takes several committees to judge.
    """
    known = {
        depth[:end] for item in view.items if (depth := _components(item.number)) for end in range(1, len(depth) + 1)
    }
    if len({item.committee for item in view.items}) < 2:
        return
    for text in (*view.agreement_texts, *view.statuses):
        references = (number for paragraph in text.paragraphs for number in _REFERENCE.findall(paragraph))
        for number in dict.fromkeys(references):
            if _components(number) not in known and _components(number)[:1] in known:
                yield Remark(
                    text.place,
                    f"Teksten henviser til {number}, men aftalen har intet delelement med det nummer.",
                    "Ret henvisningen.",
                )


def chapter_out_of_order(view: View) -> Iterator[Remark]:
    """A chapter with a number that is not higher than the one before it."""
    numbered = [(place, chapter.number) for place, chapter in enumerate(view.agreement.chapters, 1) if chapter.number]
    for (_, before), (place, number) in pairwise(numbered):
        if _components(number) and _components(before) and _components(number) <= _components(before):
            yield Remark(
                agreement_place(None, vocabulary.key("chapters"), place, vocabulary.key("number")),
                f"Kapitel {number} står efter kapitel {before}.",
                "Ret nummeret, eller flyt kapitlet, så numrene står i rækkefølge.",
            )


def _by_number(view: View) -> dict[str, list[Item]]:
    by_number: dict[str, list[Item]] = defaultdict(list)
    for item in view.items:
        if item.number:
            by_number[item.number].append(item)
    return by_number


def _titles(items: Iterable[Item]) -> str:
    return " og ".join(f"»{item.title}«" for item in items)


def _is_foreign(chapter: Chapter, item: Item) -> bool:
    of_chapter, of_item = _components(chapter.number), _components(item.number)
    return bool(of_chapter and of_item) and of_item[: len(of_chapter)] != of_chapter


def _components(number: str | None) -> tuple[int, ...]:
    """The numbers between the full stops; empty for a proposal's code such as `TMU-01`, which has no order."""
    match = _PLAIN.fullmatch(number or "")
    return tuple(int(part) for part in match[1].split(".")) if match else ()


def _is_behind(item: Item, before: Item) -> bool:
    position, position_before = _position(item), _position(before)
    return bool(position and position_before) and position < position_before


def _position(item: Item) -> tuple[int | str, ...]:
    """What items are sorted by, alike in shape for numbers of any depth; empty where there is no order."""
    match = _PLAIN.fullmatch(item.number or "")
    if not match:
        return ()
    depth = _components(item.number)
    return (*depth, *[-1] * (_DEEPEST - len(depth)), match[2], item.part or 0)


def _name(item: Item) -> str:
    return f"{item.number} del {item.part}" if item.part else str(item.number)
