"""What changes in the middle of the year: said once, in a follow-up that there is, and nothing reported after it."""

from collections.abc import Iterator

from renderer import vocabulary
from renderer.checks.places import agreement_place
from renderer.checks.view import Remark, View
from renderer.checks.wording import followup_words
from renderer.findings import Place
from renderer.model.item import Item
from renderer.model.signed.carriers import carried_points
from renderer.model.signed.places import point_place

_GIVEN_UP, _MOVES, _FOLLOWUP = (vocabulary.key(name) for name in ("given_up", "moves", "followup"))


def reported_though_given_up(view: View) -> Iterator[Remark]:
    """A report on an item in the follow-up that says it is given up, or in a later one."""
    for item in view.items:
        for followup in view.followups:
            if item.given_up and item.given_up.followup <= followup.number and item.ref in followup.statuses:
                words, same = followup_words(item.given_up.followup), item.given_up.followup == followup.number
                printed = "" if same else ", så det, der er meldt, bliver ikke trykt"
                yield Remark(
                    Place(file=vocabulary.followup_file(followup.number), item=item.ref),
                    f"Der er meldt status på delelementet, selv om det er udgået i {words}{printed}.",
                    f"Slet det, der er meldt, eller ret {_GIVEN_UP} i {vocabulary.AGREEMENT_FILE}.",
                )


def change_without_followup(view: View) -> Iterator[Remark]:
    """An item given up or moved in a follow-up that the case leaves out, so that no document says it."""
    numbers = {followup.number for followup in view.case.followups}
    for item in view.items:
        for what, number, place in _changes(item):
            if number not in numbers and number < max(numbers, default=0):
                yield Remark(
                    place,
                    f"Delelementet er {what} i {followup_words(number)}, men den har sagen ikke, "
                    "så intet dokument siger det.",
                    "Skriv nummeret på den første opfølgning, der er udsendt eller skal udsendes derefter.",
                )


def moved_after_given_up(view: View) -> Iterator[Remark]:
    """An item that is moved in the follow-up that says it is given up, or in a later one."""
    for item in view.items:
        for what, number, place in _changes(item):
            if item.given_up and what != _GIVEN_UP and number >= item.given_up.followup:
                yield Remark(
                    place,
                    f"Delelementet er flyttet i {followup_words(number)}, men det er udgået i "
                    f"{followup_words(item.given_up.followup)}.",
                    f"Slet flytningen, eller ret {_GIVEN_UP}.",
                )


def moved_nowhere(view: View) -> Iterator[Remark]:
    """A move to the centre and the committee that answer for the item already."""
    for item in view.items:
        for what, number, place in _changes(item):
            before, now = (item.at(one, view.agreement.new_names, number) for one in (number - 1, number))
            if what == _MOVES and (before.centre, before.committee) == (now.centre, now.committee):
                yield Remark(
                    place,
                    f"Delelementet hører i forvejen, hvor det er flyttet hen i {followup_words(number)}.",
                    "Skriv det nye center eller udvalg. Har et udvalg eller center kun fået nyt navn, så skriv det "
                    f"under {vocabulary.key('new_names')}.",
                )


def not_followed_up(view: View) -> Iterator[Remark]:
    """A point of the signed agreement that is not to be followed up, and that the plan follows all the same."""
    if not view.case.signed:
        return
    begun = {ref for followup in view.case.followups for ref in followup.statuses}
    for point, items in carried_points(view.agreement, view.case.signed):
        refs = [item.ref for item in items if not item.given_up]
        if point.followed_up or not refs:
            continue
        drop = f"skriv {_GIVEN_UP} med opfølgning og begrundelse på det" if begun & set(refs) else "slet det"
        yield Remark(
            point_place(point, vocabulary.key("followed_up")),
            f"Punktet skal ikke følges op, men det har et delelement i planen: {vocabulary.AGREEMENT_FILE}, "
            f"{', '.join(refs)}.",
            f"Skal delelementet ikke følges op, så {drop} i {vocabulary.AGREEMENT_FILE}. "
            f"Skal det, så skriv {vocabulary.key('followed_up')}: ja i {vocabulary.SIGNED_FILE}.",
        )


def _changes(item: Item) -> Iterator[tuple[str, int, Place]]:
    """Each change of an item: the word for it, its follow-up, and its place."""
    for position, move in enumerate(item.moves, 1):
        keys = (position,) if len(item.moves) > 1 else ()
        yield _MOVES, move.followup, agreement_place(item, _MOVES, *keys)
    if item.given_up:
        yield _GIVEN_UP, item.given_up.followup, agreement_place(item, _GIVEN_UP, _FOLLOWUP)
