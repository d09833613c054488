"""Names that must stand in the agreement's own lists: centres, committees, and the refs of items.

Looked up in the plain data, not in the model, so that they are found in the same run as every other finding.
"""

import re
from collections.abc import Iterator

from renderer import vocabulary
from renderer.findings import Finding, Place, error
from renderer.model.fixed_word import listed
from renderer.readers.yaml.changed_names import Renaming, line, moves, names_at, renamings, texts
from renderer.readers.yaml.data import Data, LocatedData, Path
from renderer.readers.yaml.places import item_and_field, part_at
from renderer.readers.yaml.validation import nearest

_NAMES = (
    ("centre", "centres", "ukendt-center", "Centret »{}« står ikke i aftalens liste over centre."),
    ("committee", "committees", "ukendt-udvalg", "Udvalget »{}« står ikke i aftalens liste over udvalg."),
)
# Committees share the word "udvalget": names must be more alike than keys before one is proposed.
_ALIKE = 0.72
_DECIMAL = re.compile(r"\d+,\d+")


def unknown_names(agreement: LocatedData) -> Iterator[Finding]:
    """Items whose centre or committee is not in the agreement's lists, from the beginning or where it is moved to."""
    changes = renamings(agreement)
    yield from _unknown_addressed(agreement)
    yield from _unknown_renamed(agreement, changes)
    for field, names, code, message in _NAMES:
        first = texts(part_at(agreement.data, (vocabulary.key(names),)))
        every = (*first, *(one.new_name for one in changes))
        for item in item_paths(agreement.data):
            for path, number in [(item, 0), *moves(agreement, item)]:
                place_path, known = (*path, vocabulary.key(field)), names_at(first, changes, number)
                name = part_at(agreement.data, place_path)
                spelled = listed(line(name), every) if isinstance(name, str) else None
                if isinstance(name, str) and spelled not in known:
                    hint = _other_time(spelled or name, changes, number) or _nearest_name(name, known)
                    place = _place(agreement, vocabulary.AGREEMENT_FILE, place_path)
                    yield error(code, place, message.format(name), hint)


def _unknown_addressed(agreement: LocatedData) -> Iterator[Finding]:
    """E-mail addresses of what is no centre of the agreement."""
    key = vocabulary.key("centre_emails")
    known = texts(part_at(agreement.data, (vocabulary.key("centres"),)))
    addresses = part_at(agreement.data, (key,))
    for name in addresses if isinstance(addresses, dict) else ():
        if listed(line(name), known) is None:
            place = _place(agreement, vocabulary.AGREEMENT_FILE, (key, name))
            message = f"Centret »{name}« står ikke i aftalens liste over centre."
            yield error("ukendt-center", place, message, _nearest_name(name, known))


def _nearest_name(name: str, known: list[str]) -> str:
    if not known:
        return "Tilføj det til listen; den er tom endnu."
    several = "Tilføj det til listen, eller vælg et af: {}."
    return nearest(name, known, "Mente du »{}«? Ellers tilføj navnet til listen.", several, _ALIKE)


def _other_time(name: str, changes: tuple[Renaming, ...], followup: int) -> str | None:
    """The hint for a name that is right at another follow-up."""
    for one in changes:
        if one.new_name == line(name) and one.followup > followup:
            return f"Det navn gælder først {one.when}; skriv »{one.name}« her, så kommer det nye af sig selv."
        if one.name == line(name) and one.followup <= followup:
            return f"Navnet er »{one.new_name}« {one.when}; skriv det her."
    return None


def _unknown_renamed(agreement: LocatedData, changes: tuple[Renaming, ...]) -> Iterator[Finding]:
    """New names for what there is no committee or centre of, and two new names for the same one."""
    lists = [texts(part_at(agreement.data, (vocabulary.key(names),))) for _, names, _, _ in _NAMES]
    for position, one in enumerate(changes):
        known = [name for names in lists for name in names_at(names, changes, one.followup - 1)]
        place = _place(agreement, vocabulary.AGREEMENT_FILE, (*one.path, vocabulary.key("name")))
        if one.name not in known:
            message = f"Der er hverken et udvalg eller et center, som hedder »{one.name}« indtil da."
            several = (
                "Skriv et af navnene fra listerne: {}." if known else "Skriv først listerne over udvalg og centre."
            )
            hint = nearest(one.name, known, "Mente du »{}«?", several, _ALIKE)
            yield error("nyt-navn-uden-gammelt", place, message, hint)
        if any((one.name, one.followup) == (other.name, other.followup) for other in changes[:position]):
            message = f"»{one.name}« får to nye navne i den samme opfølgning."
            yield error("nyt-navn-to-gange", place, message, "Slet det ene af dem.")


def unknown_refs(agreement: LocatedData, followup: LocatedData, file: str) -> Iterator[Finding]:
    """Statuses for items that the agreement does not have."""
    known = [item_and_field(agreement.data, path)[0] or "" for path in item_paths(agreement.data)]
    statuses = part_at(followup.data, (vocabulary.key("statuses"),))
    for ref in statuses if isinstance(statuses, dict) else ():
        if ref not in known:
            message = f"Aftalen har ikke et delelement »{ref}«."
            hint = _number_given_away(ref, known) or _number_of_a_spreadsheet(ref, known) or _nearest_item(ref, known)
            yield error("ukendt-delelement", _place(followup, file, (vocabulary.key("statuses"), ref)), message, hint)


def _number_given_away(ref: str, known: list[str]) -> str | None:
    """The likely cause of an unknown ref when another one stands twice; the check of that needs a whole case."""
    twice = next((one for one in known if one and known.count(one) > 1), None)
    return f"Flere delelementer i aftalen hedder »{twice}«. Skal et af dem hedde »{ref}«?" if twice else None


def _number_of_a_spreadsheet(ref: str, known: list[str]) -> str | None:
    """The likely cause where the agreement has `2,1` for 2.10: that is no number, so it is nothing to write here."""
    written = next((one for one in known if _DECIMAL.fullmatch(one) and _as_decimal(ref) == one), None)
    return f"Aftalen har nummeret »{written}«. Ret det dér til »{ref}«." if written else None


def _as_decimal(ref: str) -> str:
    whole, _, part = ref.partition(".")
    return f"{whole},{part.rstrip('0')}"


def _nearest_item(ref: str, known: list[str]) -> str:
    sound = [one for one in known if one and not _DECIMAL.fullmatch(one)]
    several = "Aftalens delelementer er: {}." if sound else "Aftalen har ingen delelementer endnu."
    return nearest(ref, sound, "Mente du »{}«?", several)


def _place(located: LocatedData, file: str, path: Path) -> Place:
    item, field = item_and_field(located.data, path)
    return Place(file, located.line(path), item=item, field=field)


def item_paths(data: Data) -> Iterator[Path]:
    """The paths of all items, as far as chapters and items stand in lists."""
    chapters_key, items_key = vocabulary.key("chapters"), vocabulary.key("items")
    chapters = part_at(data, (chapters_key,))
    for chapter in range(len(chapters) if isinstance(chapters, list) else 0):
        items = part_at(data, (chapters_key, chapter, items_key))
        for item in range(len(items) if isinstance(items, list) else 0):
            yield (chapters_key, chapter, items_key, item)
