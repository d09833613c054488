"""What the model objects to in the data, as findings: every objection at once, in Danish, each with its line."""

import datetime
import re
from difflib import get_close_matches
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from renderer.findings import Finding, Place, error
from renderer.model.record import Record
from renderer.model.smiley import Smiley
from renderer.readers.text.smiley_cell import Doubt, read_smiley_cell
from renderer.readers.yaml.data import Data, LocatedData, Path
from renderer.readers.yaml.places import item_and_field, part_at
from renderer.vocabulary import key

Validated = TypeVar("Validated", bound=Record)

_KEY_MARK = "[key]"
_LIST = ("Her skal stå en liste.", "Skriv hvert punkt på sin egen linje efter en bindestreg og et mellemrum.")
_SHAPES = {
    "model_type": (
        "Her skal stå en gruppe af felter.",
        "Skriv hvert felt på sin egen linje, indrykket under navnet.",
    ),
    "dict_type": (
        "Her skal stå en gruppe af felter.",
        "Skriv hvert felt på sin egen linje, indrykket under navnet.",
    ),
    "mapping_type": (
        "Her skal stå en gruppe af felter.",
        "Skriv hvert felt på sin egen linje, indrykket under navnet.",
    ),
    "tuple_type": (
        "Her skal stå en liste.",
        "Skriv hvert punkt på sin egen linje efter en bindestreg og et mellemrum.",
    ),
    "list_type": _LIST,
}


def validated(model: type[Validated], located: LocatedData, file: str) -> tuple[Validated | None, list[Finding]]:
    """The record that the data says, or `None` and every objection to it."""
    try:
        return model.model_validate(located.data), []
    except ValidationError as problem:
        return None, [_finding(model, located, file, details) for details in problem.errors(include_url=False)]


def _finding(model: type[Record], located: LocatedData, file: str, details: ErrorDetails) -> Finding:
    path = _as_written(located.data, tuple(part for part in details["loc"] if part != _KEY_MARK))
    empty = details["type"] == "missing" and path in located.lines
    code, message, hint = _explained(model, path, details, empty=empty)
    around = path[:-1] if details["type"] == "missing" and not empty else path
    item, field = item_and_field(located.data, path)
    return error(code, Place(file, located.line(around), item=item, field=field), message, hint)


def _as_written(data: Data | None, path: Path) -> Path:
    """The path without the number of an entry where one entry stands by itself and not in a list."""
    written: list[str | int] = []
    for step in path:
        if isinstance(step, int) and isinstance(data, dict):
            continue
        written.append(step)
        data = part_at(data, (step,))
    return tuple(written)


def _of_empty(model: type[Record], path: Path) -> tuple[str, str, str]:
    """A field that must be there and has nothing after its colon."""
    hint = f"Skriv efter »{path[-1]}:«: {_description(model, path)}"
    if _inside(_record_at(model, path[:-1]), path[-1]) is datetime.date:
        hint = f"Skriv datoen efter »{path[-1]}:«, fx 2026-06-26."
    return "felt-mangler", f"Feltet »{path[-1]}« er tomt.", hint


def _explained(model: type[Record], path: Path, details: ErrorDetails, *, empty: bool) -> tuple[str, str, str]:
    name = str(path[-1]) if path else ""
    match details["type"]:
        case "extra_forbidden":
            return "ukendt-felt", f"Feltet »{name}« findes ikke her.", _nearest_key(model, path)
        case "missing" if empty:
            return _of_empty(model, path)
        case "missing":
            return "felt-mangler", f"Feltet »{name}« mangler.", f"Tilføj feltet: {_description(model, path)}"
        case "enum":
            return "ukendt-værdi", f"»{details['input']}« kan ikke stå her.", _nearest_value(details)
        case shape if shape in _SHAPES:
            return "forkert-form", *_SHAPES[shape]
        case code:
            return code, details["msg"], str(details.get("ctx", {}).get("hint", ""))


def _nearest_key(model: type[Record], path: Path) -> str:
    record = _record_at(model, path[:-1])
    known = [field.alias or name for name, field in record.model_fields.items()] if record else []
    return nearest(str(path[-1]), known, "Mente du »{}«?", "Felterne her hedder: {}.")


def _nearest_value(details: ErrorDetails) -> str:
    known = re.findall(r"'([^']*)'", str(details.get("ctx", {}).get("expected", "")))
    if known == [smiley.value for smiley in Smiley]:
        return _meant_smiley(str(details["input"]), known)
    return nearest(str(details["input"]), known, "Mente du »{}«?", "Skriv et af ordene: {}.")


def _meant_smiley(words: str, known: list[str]) -> str:
    """The hint for what people type instead of a smiley's word, where it can be told what they meant."""
    reading = read_smiley_cell(words, {}, "")
    if reading.doubt is Doubt.NOT_RELEVANT or reading.value == "":
        return "Er der ikke givet en smiley, så slet det, der står efter kolonet."
    if reading.value:
        beside = f" Skriv »{reading.beside}« i feltet {key('status')}, hvis det skal med." if reading.beside else ""
        return f"Mente du »{reading.value}«?{beside}"
    return nearest(words, known, "Mente du »{}«?", "Skriv et af ordene: {}.")


def nearest(word: str, known: list[str], one: str, several: str, cutoff: float = 0.6) -> str:
    """The hint for an unknown word: the known word most like it (at least `cutoff` of 1), or all known words."""
    folded = {candidate.casefold(): candidate for candidate in known}
    close = get_close_matches(word.casefold(), folded, n=1, cutoff=cutoff)
    return one.format(folded[close[0]]) if close else several.format(", ".join(known))


def _description(model: type[Record], path: Path) -> str:
    record = _record_at(model, path[:-1])
    fields = record.model_fields.values() if record else ()
    found = next((field.description for field in fields if field.alias == path[-1]), None)
    return found or "Se brugervejledningen."


def _record_at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """The record that a path leads to, followed through the model's own annotations."""
    shape: Any = model
    for step in path:
        shape = _alone(shape) if isinstance(step, str) else shape
        shape = _inside(_record_of(shape), step) if _record_of(shape) else _element(shape)
        if shape is None:
            return None
    return _record_of(_alone(shape))


def _alone(shape: Any) -> Any:
    """What an entry is that stands by itself and not in its list."""
    return _element(shape) if get_origin(_bare(shape)) is tuple else shape


def _inside(record: type[BaseModel] | None, step: str | int) -> Any:
    fields = record.model_fields.values() if record else ()
    return next((field.annotation for field in fields if field.alias == step), None)


def _element(shape: Any) -> Any:
    arguments = [argument for argument in get_args(_bare(shape)) if argument is not Ellipsis]
    return arguments[-1] if arguments else None


def _record_of(shape: Any) -> type[BaseModel] | None:
    bare = _bare(shape)
    return bare if isinstance(bare, type) and issubclass(bare, BaseModel) else None


def _bare(shape: Any) -> Any:
    while get_origin(shape) in (Annotated, Union, UnionType):
        shape = next(argument for argument in get_args(shape) if argument is not type(None))
    return shape
