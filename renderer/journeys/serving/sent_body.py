"""What the body of a request holds, taken apart: the fields of a form, and the order of a round beside its case.

The serving process knows a body's size and its media type and nothing more of it; these functions are run in a
confined process (`confined/`), as is all that reads what was sent.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import Field, File, FormParser, parse_options_header

from renderer.errors import UnreadableFile, WrongCall
from renderer.journeys.serving.round_order import RoundOrder, round_order

FORM: Final = "multipart/form-data"
_MOST_FIELDS = 4
_LARGEST_ORDER = 1_000_000


@dataclass(frozen=True)
class SentRound:
    """The bytes of a case, and the order as it was understood."""

    case: bytes
    order: RoundOrder


def form_field(content_type: str, body: bytes, name: str) -> bytes:
    """What one field of a form holds. Raises `UnreadableFile` or `WrongCall`."""
    return _required(_fields(content_type, body), name)


def round_in_form(content_type: str, body: bytes, asked: Mapping[str, Any]) -> SentRound:
    """A round from the fields `case` and, unless `asked` says it all, `order`. Raises as `round_in_json` does."""
    fields = _fields(content_type, body)
    order = fields.get("order", b"")
    if len(order) > _LARGEST_ORDER:
        raise WrongCall("Feltet »order« er for stort.", f"Det må højst fylde {_LARGEST_ORDER // 1_000} kB.")
    return SentRound(_required(fields, "case"), round_order(_json(order) if order else {}, asked))


def round_in_json(body: bytes, asked: Mapping[str, Any]) -> SentRound:
    """A round from one JSON object, whose field `sag` is the case; `asked` is what the address says.

    Raises `UnreadableFile`, `WrongCall`, and `Stopped` with each field that is wrong.
    """
    said = _json(body)
    case = said.pop("sag", None)
    if not isinstance(case, dict):
        raise WrongCall("Feltet »sag« mangler.", "Send sagen i feltet »sag« ved siden af bestillingens felter.")
    return SentRound(json.dumps(case).encode(), round_order(said, asked))


def _required(fields: Mapping[str, bytes], name: str) -> bytes:
    if name not in fields:
        raise WrongCall(f"Formularen mangler feltet »{name}«.", "Se i OpenAPI-beskrivelsen, hvad der skal sendes.")
    return fields[name]


def _fields(content_type: str, body: bytes) -> dict[str, bytes]:
    """The fields of a form by name; at most a few, and each once."""
    found: dict[str, bytes] = {}

    def on_field(field: Field) -> None:
        keep(field.field_name, field.value or b"")

    def on_file(file: File) -> None:
        file.file_object.seek(0)
        keep(file.field_name, file.file_object.read())

    def keep(name: bytes | None, content: bytes) -> None:
        word = (name or b"").decode("utf-8", "replace")
        if word in found or len(found) >= _MOST_FIELDS:
            raise WrongCall("Formularen har for mange felter.", "Se i OpenAPI-beskrivelsen, hvad der skal sendes.")
        found[word] = content

    boundary = parse_options_header(content_type)[1].get(b"boundary")
    try:
        # All of it stays in memory: the process has a limit there, and a body has one before it comes here.
        parser = FormParser(FORM, on_field, on_file, boundary=boundary, config={"MAX_MEMORY_FILE_SIZE": len(body) + 1})
        parser.write(body)
        parser.finalize()
    except FormParserError as cause:
        raise UnreadableFile("Formularen kan ikke læses.", "Send den som multipart/form-data.") from cause
    return found


def _json(text: bytes) -> dict[str, Any]:
    try:
        # Numbers stay the texts that stand there, as the case's own reader takes them.
        said = json.loads(text, parse_int=str, parse_float=str)
    except (ValueError, RecursionError) as cause:
        raise UnreadableFile("Indholdet er ikke gyldig JSON.", "Send bestillingen som JSON.") from cause
    if not isinstance(said, dict):
        raise UnreadableFile("Indholdet er ikke en gruppe af felter.", "Send bestillingen som et JSON-objekt.")
    return said
