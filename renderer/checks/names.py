"""Who answers for what: each centre and committee under one name, and on every item."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from renderer import vocabulary
from renderer.checks.places import agreement_place
from renderer.checks.view import Remark, View
from renderer.checks.wording import same_words
from renderer.findings import Place

_CENTRE_FOR = re.compile(r"^cent(?:er|ret|eret) for ")

Use = tuple[str, Place]
"""A name, and where an item uses it."""


def centre_under_two_names(view: View) -> Iterator[Remark]:
    """A centre named in two ways: with and without `Center for`, or with other capitals, spaces or hyphens."""
    key = vocabulary.key("centres")
    uses = [*_centre_uses(view), *contributor_uses(view)]
    yield from _two_names("Centret", key, view.agreement.centres, uses)


def committee_under_two_names(view: View) -> Iterator[Remark]:
    """A committee named in two ways."""
    key = vocabulary.key("committee")
    uses = [(item.committee, agreement_place(item, key)) for item in view.items if item.committee]
    yield from _two_names("Udvalget", vocabulary.key("committees"), view.agreement.committees, uses)


def missing_centre(view: View) -> Iterator[Remark]:
    """An item that no centre answers for."""
    for item in view.asked:
        if not item.centre:
            yield Remark(
                agreement_place(item, vocabulary.key("centre")),
                "Delelementet har intet ansvarligt center.",
                "Skriv, hvilket center der har ansvaret.",
            )


def missing_committee(view: View) -> Iterator[Remark]:
    """An item that stands in no committee's edition."""
    for item in view.asked:
        if not item.committee:
            yield Remark(
                agreement_place(item, vocabulary.key("committee")),
                "Delelementet har intet ansvarligt udvalg, så det kommer ikke med i noget udvalgs udgave.",
                "Skriv, hvilket udvalg delelementet hører under.",
            )


def committee_without_items(view: View) -> Iterator[Remark]:
    """A committee in the list that no item belongs to, so that its edition is not made."""
    used = set(_used_committees(view))
    for position, name in enumerate(view.agreement.committees, 1):
        if name not in used and view.items:
            yield Remark(
                agreement_place(None, vocabulary.key("committees"), position),
                f"{name} har ingen delelementer, så der dannes ingen udgave til udvalget.",
                "Giv udvalget sine delelementer, eller slet det fra listen.",
            )


def _used_committees(view: View) -> Iterator[str]:
    """The committees, by the names they have in the list, that an item belongs to at some time of the year."""
    for item in view.items:
        if item.committee:
            yield item.committee
        for move in item.moves:
            for name in view.agreement.committees:
                if view.agreement.renamed(name, 0, move.followup) == move.committee:
                    yield name


def _two_names(noun: str, key: str, listed: tuple[str, ...], uses: list[Use]) -> Iterator[Remark]:
    counted = Counter(name for name, _ in uses)
    for names in _variants((*listed, *counted)):
        # The name most in use is held to be the right one; of equals, one without `Center for`, or the first listed.
        right = max(names, key=lambda name: (counted[name], not _CENTRE_FOR.match(same_words(name))))
        for name in names:
            if name != right:
                places = [place for used, place in uses if used == name] or [_list_place(key, listed, name)]
                for place in places:
                    yield Remark(
                        place,
                        f"{noun} hedder både »{right}« og »{name}«.",
                        f"Brug kun det ene navn, fx »{right}«, og slet det andet fra listen {key}.",
                    )


def _variants(names: Iterable[str]) -> list[list[str]]:
    by_form: dict[str, list[str]] = defaultdict(list)
    for name in dict.fromkeys(names):
        by_form[centre_form(name)].append(name)
    return [variants for variants in by_form.values() if len(variants) > 1]


def _list_place(key: str, listed: tuple[str, ...], name: str) -> Place:
    return agreement_place(None, key, listed.index(name) + 1)


def _centre_uses(view: View) -> Iterator[Use]:
    for item in view.items:
        if item.centre:
            yield item.centre, agreement_place(item, vocabulary.key("centre"))


def contributor_uses(view: View) -> Iterator[Use]:
    """Every contributor, and where it is named."""
    for item in view.items:
        for position, name in enumerate(item.contributors, 1):
            yield name, agreement_place(item, vocabulary.key("contributors"), position)


def centre_form(name: str) -> str:
    """A name without what people write in different ways."""
    return _CENTRE_FOR.sub("", same_words(name.replace("&", " og ")))
