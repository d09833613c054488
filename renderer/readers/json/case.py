"""A case as JSON (the shape of its JSON Schema) -> the reading that its case folder would give, with JSON pointers.

Each part of it is read as the file of a case folder that it would be, so the same rules hold and the same findings
come out; `pointer` leads from a finding to the value it is about.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from renderer import vocabulary
from renderer.findings import Place, error
from renderer.readers.json.values import Unfit, pointer, read_values
from renderer.readers.yaml.data import Data, LocatedData, Path
from renderer.readers.yaml.folder import CaseReading, around, understood
from renderer.readers.yaml.places import item_and_field
from renderer.readers.yaml.validation import nearest

_AGREEMENT, _SIGNED, _FOLLOWUPS, _WAIVERS = (
    vocabulary.key(name) for name in ("agreement", "signed", "followups", "waivers")
)
_PARTS = (_AGREEMENT, _SIGNED, _FOLLOWUPS, _WAIVERS)
_NUMBER = vocabulary.key("followup")
_NUMBERS = tuple(str(number) for number in range(vocabulary.LAST_FOLLOWUP + 1))


@dataclass
class JsonReading(CaseReading):
    """What a JSON text says as a case; `bases` are the pointers of the parts that stand for files."""

    bases: dict[str | None, str] = field(default_factory=dict)

    def located_place(self, place: Place) -> Place:
        """The place with the JSON Pointer of its value, or of the nearest part around it; the whole text is empty."""
        if place.pointer is not None:
            return place
        inside = self._pointers.get(place.file, {})
        pointers = (inside[key] for key in around(place) if key in inside)
        return replace(place, pointer=next(pointers, self.bases.get(place.file, "")))

    @cached_property
    def _pointers(self) -> dict[str | None, dict[tuple[str | None, str | None], str]]:
        return {file: _pointer_table(source.data, self.bases[file]) for file, source in self.sources.items()}


def read_case_json(content: bytes) -> JsonReading:
    """Read a case from JSON; everything wrong with it is reported at once."""
    reading = JsonReading(None, [])
    try:
        data = read_values(content)
    except Unfit as unfit:
        reading.findings.append(unfit.finding)
        return reading
    if not isinstance(data, dict) or _AGREEMENT not in data:
        message, hint = f"Feltet »{_AGREEMENT}« mangler.", "Send sagen som en gruppe af felter med aftalen under det."
        reading.findings.append(error("felt-mangler", Place(field=_AGREEMENT), message, hint))
        return reading
    _place_parts(reading, data)
    understood(reading, frozenset(reading.sources))
    return reading


def _place_parts(reading: JsonReading, data: dict[str, Data]) -> None:
    for name in sorted(data.keys() - set(_PARTS)):
        hint = nearest(name, list(_PARTS), "Mente du »{}«?", "Felterne her hedder: {}.")
        place = Place(field=name, pointer=pointer((name,)))
        reading.findings.append(error("ukendt-felt", place, f"Feltet »{name}« findes ikke her.", hint))
    _place(reading, vocabulary.AGREEMENT_FILE, data[_AGREEMENT], (_AGREEMENT,))
    if _SIGNED in data:
        _place(reading, vocabulary.SIGNED_FILE, data[_SIGNED], (_SIGNED,))
    if _WAIVERS in data:
        # The file has the list under a field of the same name.
        _place(reading, vocabulary.WAIVER_FILE, {_WAIVERS: data[_WAIVERS]}, ())
    followups = data.get(_FOLLOWUPS, [])
    if isinstance(followups, list):
        for position, followup in enumerate(followups):
            _place_followup(reading, followup, (_FOLLOWUPS, position))
    else:
        place = Place(field=_FOLLOWUPS, pointer=pointer((_FOLLOWUPS,)))
        hint = "Skriv opfølgningerne i kantede parenteser."
        reading.findings.append(error("forkert-form", place, "Her skal stå en liste.", hint))


def _place_followup(reading: JsonReading, followup: Data, path: Path) -> None:
    number = followup.get(_NUMBER) if isinstance(followup, dict) else None
    place = Place(field=vocabulary.field_path(_FOLLOWUPS, int(path[-1]) + 1), pointer=pointer(path))
    if number is None:
        hint = "Skriv opfølgningens nummer, 0 til 4."
        reading.findings.append(error("felt-mangler", place, f"Feltet »{_NUMBER}« mangler.", hint))
    elif number not in _NUMBERS:
        hint = "Skriv 0 for udmøntningen eller 1, 2, 3 eller 4 for årets opfølgninger."
        reading.findings.append(error("ukendt-opfølgning", place, "Der er ingen opfølgning med det nummer.", hint))
    elif (file := vocabulary.followup_file(int(str(number)))) in reading.sources:
        hint = "Slet den ene, eller ret dens nummer."
        reading.findings.append(error("opfølgning-to-gange", place, f"Opfølgning {number} står to gange.", hint))
    else:
        _place(reading, file, followup, path)


def _place(reading: JsonReading, file: str, data: Data, path: Path) -> None:
    reading.sources[file] = LocatedData(data)
    reading.bases[file] = pointer(path)


def _pointer_table(data: Data, base: str) -> dict[tuple[str | None, str | None], str]:
    table: dict[tuple[str | None, str | None], str] = {}
    for path in _paths(data, ()):
        table.setdefault(item_and_field(data, path), base + pointer(path))
    return table


def _paths(data: Data, path: Path) -> Iterator[Path]:
    yield path
    if isinstance(data, dict):
        for name, inner in data.items():
            yield from _paths(inner, (*path, name))
    elif isinstance(data, list):
        for position, inner in enumerate(data):
            yield from _paths(inner, (*path, position))
