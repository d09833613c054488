"""JSON text -> plain data of texts, lists and dicts, as the YAML reader gives it.

Every value is read as the text that stands there: `5.10` stays `5.10` and `2018` stays `2018`, written with or without
quotation marks, so that no number is too large and none is rounded. What is `null` is a field that is left out.
"""

import json
from collections.abc import Sequence
from typing import Any, NoReturn

from renderer.findings import Finding, Place, error
from renderer.model.tidying import composed
from renderer.readers.yaml.data import Data

_DEEPEST = 40
_FORM = "Send sagen som JSON (RFC 8259), som beskrevet i tjenestens OpenAPI-beskrivelse."


_NO_TEXT = (b"%PDF-", b"\x89PNG", b"\xff\xd8")


class Unfit(Exception):
    """The text says something that a case may not say."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


def read_values(content: bytes) -> Data:
    """The data of a JSON text. Raises `Unfit`."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as cause:
        message, hint = "Teksten er ikke UTF-8.", "Gem teksten med tegnsættet UTF-8; så kan æ, ø og å læses."
        if content.startswith(_NO_TEXT) or b"\0" in content:
            message = "Det, der er sendt, er ikke en sag: hverken JSON, en zippet sagsmappe eller et regneark."
            hint = "Send sagsmappen som en zip-fil, sagen som regneark fra kommandoen export, eller sagen som JSON."
        raise Unfit(error("forkert-tegnsæt", Place(), message, hint)) from cause
    try:
        value = json.loads(
            text, parse_int=str, parse_float=str, parse_constant=_no_constant, object_pairs_hook=_once_each
        )
    except RecursionError as cause:
        raise _too_deep("") from cause
    except ValueError as cause:
        line = getattr(cause, "lineno", None)
        raise Unfit(error("ugyldig-json", Place(line=line), "Teksten er ikke gyldig JSON.", _FORM)) from cause
    return _plain(value, ())


def pointer(path: Sequence[str | int]) -> str:
    """A path as a JSON Pointer (RFC 6901): `/aftale/kapitler/0`."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)


def _no_constant(word: str) -> NoReturn:
    raise ValueError(word)


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for written, value in pairs:
        name = composed(written)
        if name in fields:
            message = f"Feltet »{_shown(name)}« står to gange i samme gruppe."
            raise Unfit(error("samme-felt-to-gange", Place(), message, "Slet det ene, eller saml de to."))
        fields[name] = value
    return fields


def _plain(value: Any, path: tuple[str | int, ...]) -> Data:
    if len(path) > _DEEPEST:
        raise _too_deep(pointer(path))
    if isinstance(value, dict):
        return {_text(name, path): _plain(inner, (*path, name)) for name, inner in value.items() if inner is not None}
    if isinstance(value, list):
        return [_plain(inner, (*path, position)) for position, inner in enumerate(value)]
    return _text(value, path) if isinstance(value, str) else {None: "", True: "true", False: "false"}[value]


def _text(text: str, path: tuple[str | int, ...]) -> str:
    try:
        text.encode()
    except UnicodeEncodeError as cause:
        message = f"Teksten har et tegn, som ikke kan trykkes: U+{ord(text[cause.start]):04X}."
        place = Place(pointer=pointer([step for step in path if _shown(str(step)) == str(step)]))
        hint = "Slet tegnet, eller send teksten igen som UTF-8."
        raise Unfit(error("ugyldigt-tegn", place, message, hint)) from cause
    return composed(text)


def _too_deep(at: str) -> Unfit:
    message = "Felterne ligger i for mange niveauer."
    hint = "Send sagen i den form, som skemaet viser."
    return Unfit(error("for-dyb-indrykning", Place(pointer=at), message, hint))


def _shown(text: str) -> str:
    """A text that can be encoded."""
    return text.encode("utf-8", "replace").decode()
