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
# More commas than the centres of an item have names.
_MOST_PIECES = 40

Use = tuple[str, Place]
"""A name, and where an item uses it."""


def centre_under_two_names(view: View) -> Iterator[Remark]:
    """A centre named in two ways: with and without `Center for`, or with other capitals, spaces or hyphens."""
    key = vocabulary.key("centres")
    uses = [*_centre_uses(view), *_contributor_uses(view)]
    yield from _two_names("Centret", key, view.agreement.centres, uses)


def committee_under_two_names(view: View) -> Iterator[Remark]:
    """A committee named in two ways."""
    key = vocabulary.key("committee")
    uses = [(item.committee, agreement_place(item, key)) for item in view.items if item.committee]
    yield from _two_names("Udvalget", vocabulary.key("committees"), view.agreement.committees, uses)


def contributor_is_responsible(view: View) -> Iterator[Remark]:
    """An item whose own centre is named as a contributor to it."""
    for item in view.items:
        for position, name in enumerate(item.contributors, 1):
            if item.centre and _centre_form(name) == _centre_form(item.centre):
                yield Remark(
                    agreement_place(item, vocabulary.key("contributors"), position),
                    f"{name} er både ansvarligt center og væsentlig bidragsyder.",
                    "Slet centret som bidragsyder, eller ret det ansvarlige center.",
                )


def contributor_twice(view: View) -> Iterator[Remark]:
    """A contributor named twice on one item."""
    for item in view.items:
        seen: set[str] = set()
        for position, name in enumerate(item.contributors, 1):
            if _centre_form(name) in seen:
                yield Remark(
                    agreement_place(item, vocabulary.key("contributors"), position),
                    f"{name} er nævnt to gange som væsentlig bidragsyder.",
                    "Slet den ene.",
                )
            seen.add(_centre_form(name))


def contributors_in_one_name(view: View) -> Iterator[Remark]:
    """Several centres in one name, with commas between them; a centre's own name may have a comma, too."""
    known = {_centre_form(name) for name in view.agreement.centres}
    for name, place in _contributor_uses(view):
        if _centre_form(name) not in known and _are_centres(name.split(","), known):
            yield Remark(
                place,
                f"»{name}« er læst som én bidragsyder, men ser ud til at være flere.",
                "Skriv ét navn på hver linje; i et regneark begynder Alt+Enter en ny linje i cellen.",
            )


def _are_centres(pieces: list[str], known: set[str]) -> bool:
    """Whether the pieces are names of centres, each of one piece or of several with their commas."""
    whole = {0}
    for end in range(1, min(len(pieces), _MOST_PIECES) + 1):
        if any(_centre_form(",".join(pieces[start:end]).strip()) in known for start in whole):
            whole.add(end)
    return len(pieces) in whole


def missing_centre(view: View) -> Iterator[Remark]:
    """An item that no centre answers for."""
    for item in view.items:
        if not item.centre:
            yield Remark(
                agreement_place(item, vocabulary.key("centre")),
                "Delelementet har intet ansvarligt center.",
                "Skriv, hvilket center der har ansvaret.",
            )


def missing_committee(view: View) -> Iterator[Remark]:
    """An item that stands in no committee's edition."""
    for item in view.items:
        if not item.committee:
            yield Remark(
                agreement_place(item, vocabulary.key("committee")),
                "Delelementet har intet ansvarligt udvalg, så det kommer ikke med i noget udvalgs udgave.",
                "Skriv, hvilket udvalg delelementet hører under.",
            )


def committee_without_items(view: View) -> Iterator[Remark]:
    """A committee in the list that no item belongs to, so that its edition is not made."""
    used = {item.committee for item in view.items}
    for position, name in enumerate(view.agreement.committees, 1):
        if name not in used and view.items:
            yield Remark(
                agreement_place(None, vocabulary.key("committees"), position),
                f"{name} har ingen delelementer, så der dannes ingen udgave til udvalget.",
                "Giv udvalget sine delelementer, eller slet det fra listen.",
            )


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
        by_form[_centre_form(name)].append(name)
    return [variants for variants in by_form.values() if len(variants) > 1]


def _list_place(key: str, listed: tuple[str, ...], name: str) -> Place:
    return agreement_place(None, key, listed.index(name) + 1)


def _centre_uses(view: View) -> Iterator[Use]:
    for item in view.items:
        if item.centre:
            yield item.centre, agreement_place(item, vocabulary.key("centre"))


def _contributor_uses(view: View) -> Iterator[Use]:
    for item in view.items:
        for position, name in enumerate(item.contributors, 1):
            yield name, agreement_place(item, vocabulary.key("contributors"), position)


def _centre_form(name: str) -> str:
    """A name without what people write in different ways."""
    return _CENTRE_FOR.sub("", same_words(name.replace("&", " og ")))
