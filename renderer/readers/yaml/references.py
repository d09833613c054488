"""Names that must stand in the agreement's own lists: centres, committees, and the refs of items.

Looked up in the plain data, not in the model, so that they are found in the same run as every other finding.
"""

from collections.abc import Iterator

from renderer import vocabulary
from renderer.findings import Finding, Place, error
from renderer.readers.yaml.data import Data, LocatedData, Path
from renderer.readers.yaml.places import item_and_field, part_at
from renderer.readers.yaml.validation import nearest

_NAMES = (
    ("centre", "centres", "ukendt-center", "Centret »{}« står ikke i aftalens liste over centre."),
    ("committee", "committees", "ukendt-udvalg", "Udvalget »{}« står ikke i aftalens liste over udvalg."),
)
# Committees share the word "udvalget": names must be more alike than keys before one is proposed.
_ALIKE = 0.72


def unknown_names(agreement: LocatedData) -> Iterator[Finding]:
    """Items whose centre or committee is not in the agreement's lists."""
    for field, listed, code, message in _NAMES:
        known = _texts(part_at(agreement.data, (vocabulary.key(listed),)))
        for path in _item_paths(agreement.data):
            place_path = (*path, vocabulary.key(field))
            name = part_at(agreement.data, place_path)
            if isinstance(name, str) and " ".join(name.split()) not in known:
                several = "Tilføj det til listen, eller vælg et af: {}."
                hint = nearest(name, known, "Mente du »{}«? Ellers tilføj navnet til listen.", several, _ALIKE)
                yield error(code, _place(agreement, vocabulary.AGREEMENT_FILE, place_path), message.format(name), hint)


def unknown_refs(agreement: LocatedData, followup: LocatedData, file: str) -> Iterator[Finding]:
    """Statuses for items that the agreement does not have."""
    known = [item_and_field(agreement.data, path)[0] or "" for path in _item_paths(agreement.data)]
    statuses = part_at(followup.data, (vocabulary.key("statuses"),))
    for ref in statuses if isinstance(statuses, dict) else ():
        if ref not in known:
            message = f"Aftalen har ikke et delelement »{ref}«."
            hint = _number_given_away(ref, known) or nearest(
                ref, known, "Mente du »{}«?", "Aftalens delelementer er: {}."
            )
            yield error("ukendt-delelement", _place(followup, file, (vocabulary.key("statuses"), ref)), message, hint)


def _number_given_away(ref: str, known: list[str]) -> str | None:
    """The likely cause of an unknown ref when another one stands twice; the check of that needs a whole case."""
    twice = next((one for one in known if one and known.count(one) > 1), None)
    return f"Flere delelementer i aftalen hedder »{twice}«. Skal et af dem hedde »{ref}«?" if twice else None


def _place(located: LocatedData, file: str, path: Path) -> Place:
    item, field = item_and_field(located.data, path)
    return Place(file, located.line(path), item=item, field=field)


def _item_paths(data: Data) -> Iterator[Path]:
    chapters_key, items_key = vocabulary.key("chapters"), vocabulary.key("items")
    chapters = part_at(data, (chapters_key,))
    for chapter in range(len(chapters) if isinstance(chapters, list) else 0):
        items = part_at(data, (chapters_key, chapter, items_key))
        for item in range(len(items) if isinstance(items, list) else 0):
            yield (chapters_key, chapter, items_key, item)


def _texts(data: Data | None) -> list[str]:
    return [" ".join(name.split()) for name in data if isinstance(name, str)] if isinstance(data, list) else []
