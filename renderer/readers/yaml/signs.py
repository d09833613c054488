"""Signs that cannot be printed, wherever in a case they stand: titles, texts, names and what the parties signed.

Looked up in the plain data, so that every one of them is told at once, with its line, and before a page is made.
"""

import re
from collections.abc import Iterator

from renderer import vocabulary
from renderer.edition.printed_signs import signs_told, unprintable
from renderer.findings import Finding, Place, error
from renderer.readers.yaml.data import Data, LocatedData, Path
from renderer.readers.yaml.places import item_and_field

# An address behind a link is not printed.
_ADDRESS = re.compile(r"\]\([^()\s]*\)")


def unprintable_signs(sources: dict[str, LocatedData]) -> Iterator[Finding]:
    """The texts with signs that no font of the program has; the reasons of waivers are never printed."""
    for file, source in sources.items():
        for path, text in _texts(source.data) if file != vocabulary.WAIVER_FILE else ():
            if signs := unprintable(_ADDRESS.sub("]", text)):
                item, field = item_and_field(source.data, path)
                place = Place(file, source.line(path), item=item, field=field)
                yield lacking(place, signs)


def lacking(place: Place, signs: tuple[str, ...]) -> Finding:
    """The finding about a text with such signs."""
    message = f"{signs_told(signs)} ikke i programmets skrifter, så teksten ikke kan trykkes."
    hint = "Slet tegnet, eller skriv det med ord." if len(signs) == 1 else "Slet tegnene, eller skriv dem med ord."
    return error("tegn-uden-skrift", place, message, hint)


def _texts(data: Data, path: Path = ()) -> Iterator[tuple[Path, str]]:
    if isinstance(data, str):
        yield path, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _texts(value, (*path, key))
    else:
        for position, value in enumerate(data):
            yield from _texts(value, (*path, position))
