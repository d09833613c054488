"""What a plan lacks that a document can be printed without: told once for all its items, as a hint.

Earlier documents that were imported have such gaps on purpose, so it is no warning, and never one for each item. The
items' texts are looked for until the first follow-up: after that the plan has been sent out as it stands.
"""

from collections.abc import Callable, Iterator

from renderer import vocabulary
from renderer.checks.places import agreement_place
from renderer.checks.view import Remark, View
from renderer.checks.wording import listed_some
from renderer.model.item import Item


def missing_descriptions(view: View) -> Iterator[Remark]:
    """Items that say what was agreed, but not what the centre will do."""
    yield from _lacking(
        view, "description", "beskrivelse", "Skriv, hvad centret vil gøre.",
        lambda item: bool(item.agreement_text or item.number) and not item.description,
    )  # fmt: skip


def missing_finances(view: View) -> Iterator[Remark]:
    """Items without a line on their finances."""
    yield from _lacking(
        view, "finances", "tekst om økonomien", "Skriv, hvad der er afsat eller skal spares.",
        lambda item: not item.finances,
    )  # fmt: skip


def missing_department(view: View) -> Iterator[Remark]:
    """A letterhead without its first line."""
    if not view.agreement.organisation.department:
        name = vocabulary.key("department")
        yield Remark(
            agreement_place(None, vocabulary.key("organisation")),
            "Sagen siger ikke, hvilken afdeling der udsender dokumenterne, så brevhovedets første linje mangler.",
            f"Skriv {name} under {vocabulary.key('organisation')}.",
        )


def _lacking(view: View, field: str, noun: str, hint: str, lacks: Callable[[Item], bool]) -> Iterator[Remark]:
    refs = [item.ref for item in view.asked if lacks(item)]
    if not refs or any(followup.number > 0 for followup in view.case.followups):
        return
    count = "Et delelement har" if len(refs) == 1 else f"{len(refs)} delelementer har"
    first = next(item for item in view.items if item.ref == refs[0])
    yield Remark(agreement_place(first, vocabulary.key(field)), f"{count} ingen {noun}: {listed_some(refs)}.", hint)
