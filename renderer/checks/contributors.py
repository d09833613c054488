"""Contributors: each by its own name, and by the name that the agreement's own lists have.

A contributor need not be on the lists: a council, an association and another authority contribute, too. So only a name
that is nearly one of theirs is a warning; the others are told together, once, as a hint.
"""

import difflib
import re
from collections.abc import Iterator

from renderer import vocabulary
from renderer.checks.editorial.edits import distance
from renderer.checks.names import Use, centre_form, contributor_uses
from renderer.checks.places import agreement_place
from renderer.checks.view import Remark, View
from renderer.checks.wording import listed_some

# More of them than the centres of an item have names.
_MOST_PIECES = 40
_SURE_SEPARATOR = re.compile(r"(?:(?<!\s)\s+)?[;/\n]\s*")
_SEPARATOR = re.compile(r"(?:(?<!\s)\s+)?(?:[,;/\n&+]|\b(?:og|samt)\b)\s*", re.IGNORECASE)
# A name may be a slip for each twelve letters away from the one that was meant; figures tell names apart.
_LETTERS_A_SLIP = 12
_SHORTEST = 6
_ALIKE = 0.87
_DIGIT = re.compile(r"\d")


def is_responsible(view: View) -> Iterator[Remark]:
    """An item whose own centre is named as a contributor to it."""
    for item in view.items:
        for position, name in enumerate(item.contributors, 1):
            if item.centre and centre_form(name) == centre_form(item.centre):
                yield Remark(
                    agreement_place(item, vocabulary.key("contributors"), position),
                    f"{name} er både ansvarligt center og væsentlig bidragsyder.",
                    "Slet centret som bidragsyder, eller ret det ansvarlige center.",
                )


def named_twice(view: View) -> Iterator[Remark]:
    """A contributor named twice on one item."""
    for item in view.items:
        seen: set[str] = set()
        for position, name in enumerate(item.contributors, 1):
            if centre_form(name) in seen:
                yield Remark(
                    agreement_place(item, vocabulary.key("contributors"), position),
                    f"{name} er nævnt to gange som væsentlig bidragsyder.",
                    "Slet den ene.",
                )
            seen.add(centre_form(name))


def in_one_name(view: View) -> Iterator[Remark]:
    """Several names in one, with a sign or a word between them; a centre's own name may have a comma and an `og`, too.

    A comma may belong to a name of its own; where a semicolon or a stroke parts them, one known name is enough.
    """
    known = _known(view)
    for name, place in contributor_uses(view):
        if pieces := _pieces(name, known):
            told = "; ".join(f"»{piece}«" for piece in pieces)
            yield Remark(
                place,
                f"»{name}« er læst som én bidragsyder, men ser ud til at være flere: {told}.",
                "Skriv ét navn på hver linje; i et regneark begynder Alt+Enter en ny linje i cellen.",
            )


def misspelt(view: View) -> Iterator[Remark]:
    """A contributor that is not on the agreement's lists, but nearly."""
    known = _known(view)
    for name, place in _unlisted(view, known):
        if near := _near(name, known):
            yield Remark(
                place,
                f"Bidragsyderen »{name}« står ikke på aftalens lister over centre og udvalg.",
                f"Mente du »{near}«? Ellers tilføj navnet til listen {vocabulary.key('centres')}.",
            )


def not_listed(view: View) -> Iterator[Remark]:
    """Contributors that are not on the agreement's lists, told once for all of them."""
    known = _known(view)
    free = [(name, place) for name, place in _unlisted(view, known) if not _near(name, known)]
    names = list(dict.fromkeys(name for name, _ in free))
    if names:
        noun = "Bidragsyderen" if len(names) == 1 else "Bidragsyderne"
        told = listed_some([f"»{name}«" for name in names])
        yield Remark(
            free[0][1],
            f"{noun} {told} står ikke på aftalens lister over centre og udvalg.",
            f"Er det et center, så ret navnet, eller tilføj det til listen {vocabulary.key('centres')}. "
            "Ellers skal du ikke gøre noget.",
        )


def _known(view: View) -> dict[str, str]:
    """The names of the agreement's own lists by their forms."""
    agreement = view.agreement
    department = agreement.organisation.department
    names = (*agreement.centres, *agreement.committees, *([department] if department else []))
    return {centre_form(name): name for name in names}


def _unlisted(view: View, known: dict[str, str]) -> Iterator[Use]:
    """The contributors on no list, where there is one, that are not several names in one."""
    if not view.agreement.centres:
        return
    for name, place in contributor_uses(view):
        if centre_form(name) not in known and not _pieces(name, known):
            yield name, place


def _near(name: str, known: dict[str, str]) -> str | None:
    """The known name that was most likely meant."""
    form = centre_form(name)
    figures = _DIGIT.findall(form)
    alike = [one for one in known if _DIGIT.findall(one) == figures and len(one) >= _SHORTEST]
    for near in difflib.get_close_matches(form, alike, n=1, cutoff=_ALIKE):
        return known[near]
    most = 1 + len(form) // _LETTERS_A_SLIP
    by_slips = sorted((distance(form, one, most), known[one]) for one in alike) if len(form) >= _SHORTEST else []
    return by_slips[0][1] if by_slips and by_slips[0][0] <= most else None


def _pieces(name: str, known: dict[str, str]) -> list[str]:
    """The names that one is made of; none where it is a known name, or cannot be told to be several."""
    if centre_form(name) in known or _near(name, known):
        return []
    return _all_known(name, known) or _some_known(name, known)


def _all_known(name: str, known: dict[str, str]) -> list[str]:
    """Known names, or nearly, one after the other, each of one stretch between separators or of several."""
    cuts = [(0, 0), *((found.start(), found.end()) for found in _SEPARATOR.finditer(name)), (len(name), len(name))]
    ways: dict[int, list[str]] = {0: []}
    for end in range(1, min(len(cuts), _MOST_PIECES + 1)):
        for start in sorted(ways):
            piece = name[cuts[start][1] : cuts[end][0]].strip()
            if start < end and (centre_form(piece) in known or _near(piece, known)):
                ways[end] = [*ways[start], piece]
                break
    return ways.get(len(cuts) - 1, [])


def _some_known(name: str, known: dict[str, str]) -> list[str]:
    pieces = [piece for piece in _SURE_SEPARATOR.split(name) if piece]
    return pieces if len(pieces) > 1 and any(centre_form(piece) in known for piece in pieces) else []
