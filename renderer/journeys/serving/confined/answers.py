"""How a task went, on its way back: JSON and bytes of known length, held against the type that the task promises.

What comes from behind the walls may have been written by whoever sent the task's input. It is never unpickled; it can
say a value of the promised type or one of our own errors, and nothing else.
"""

import json
import struct
from collections.abc import Callable, Mapping
from dataclasses import asdict, fields, is_dataclass
from functools import lru_cache
from typing import Any, Final, get_type_hints

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError, dataclasses

from renderer.errors import AftalerapportError
from renderer.findings import Finding, Stopped, capped

HEAD: Final = struct.Struct("!4sQQ")
"""What an answer begins with: a mark, the length of its JSON and that of the bytes behind it."""

MARK: Final = b"AFT1"
_BYTES = "\u0000bytes"
_MOST_FRAMES, _LONGEST = 8, 300


class NotAnAnswer(Exception):
    """What came back is no answer; the task's process is not to be believed."""


@dataclasses.dataclass(frozen=True)
class Unforeseen:
    """A fault of ours: its type and where it happened; not its words, which may quote what was sent."""

    type: str
    at: tuple[str, ...]


@dataclasses.dataclass(frozen=True)
class _Raised:
    """An error of our own tree, by the name of its class."""

    error: str
    message: str
    hint: str
    findings: tuple[Finding, ...] = ()


class _Said(BaseModel):
    """The JSON of an answer: exactly one of the three."""

    model_config = ConfigDict(extra="forbid")
    gave: Any = None
    lengths: tuple[int, ...] = ()
    raised: _Raised | None = None
    unforeseen: Unforeseen | None = None
    spent: bool = False


def given(value: object) -> bytes:
    """The answer of a task that gave a value."""
    behind: list[bytes] = []
    plain = _plain(value, behind)
    return _packed({"gave": plain, "lengths": [len(one) for one in behind]}, behind)


def raised(problem: AftalerapportError, *, spent: bool = False) -> bytes:
    """The answer of a task that raised an error of ours; `spent` where it used up what it may use."""
    findings = [asdict(finding) for finding in capped(problem.findings)] if isinstance(problem, Stopped) else []
    said = {"error": type(problem).__name__, "message": problem.message, "hint": problem.hint, "findings": findings}
    return _packed({"raised": said, "spent": spent})


def fell_over(problem: Unforeseen) -> bytes:
    """The answer of a task in which something happened that was not foreseen."""
    return _packed({"unforeseen": asdict(problem)})


def read_answer(task: Callable[..., object], text: bytes, behind: memoryview) -> object:
    """What a task gave. Raises what it raised, and `NotAnAnswer` for anything else; gives `Unforeseen` as it is."""
    try:
        said = _Said.model_validate_json(text)
        if said.raised:
            raise _error(said.raised)
        if said.unforeseen:
            return _shortened(said.unforeseen)
        return _promised(task).validate_python(_whole(said.gave, _cut(behind, said.lengths)))
    except (ValidationError, ValueError, TypeError, RecursionError) as cause:
        raise NotAnAnswer from cause


def _packed(said: Mapping[str, object], behind: list[bytes] | None = None) -> bytes:
    text = json.dumps(said, ensure_ascii=True).encode()
    rest = b"".join(behind or ())
    return HEAD.pack(MARK, len(text), len(rest)) + text + rest


def _plain(value: object, behind: list[bytes]) -> object:
    """A value as JSON has it; bytes are put behind it, in order."""
    if isinstance(value, bytes | bytearray):
        behind.append(bytes(value))
        return {_BYTES: len(behind) - 1}
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", by_alias=True)
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name), behind) for field in fields(value) if field.init}
    if isinstance(value, Mapping):
        return {str(key): _plain(one, behind) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one, behind) for one in value]
    return value


def _whole(value: Any, behind: list[bytes]) -> Any:
    if isinstance(value, list):
        return [_whole(one, behind) for one in value]
    if not isinstance(value, dict):
        return value
    if set(value) == {_BYTES}:
        return behind[value[_BYTES]]
    return {key: _whole(one, behind) for key, one in value.items()}


def _cut(behind: memoryview, lengths: tuple[int, ...]) -> list[bytes]:
    if sum(lengths) != len(behind) or any(length < 0 for length in lengths):
        raise ValueError("the bytes are not as long as they say")
    cut, start = [], 0
    for length in lengths:
        cut.append(bytes(behind[start : start + length]))
        start += length
    return cut


@lru_cache(maxsize=32)
def _promised(task: Callable[..., object]) -> TypeAdapter[Any]:
    return TypeAdapter(get_type_hints(task)["return"])


def _error(said: _Raised) -> AftalerapportError:
    kind = _tree().get(said.error, AftalerapportError)
    if issubclass(kind, Stopped):
        return kind(said.findings, said.message, said.hint)
    return kind(said.message, said.hint)


@lru_cache(maxsize=1)
def _tree() -> Mapping[str, type[AftalerapportError]]:
    found: dict[str, type[AftalerapportError]] = {}
    waiting: list[type[AftalerapportError]] = [AftalerapportError]
    while waiting:
        kind = waiting.pop()
        found[kind.__name__] = kind
        waiting += kind.__subclasses__()
    return found


def _shortened(problem: Unforeseen) -> Unforeseen:
    return Unforeseen(problem.type[:_LONGEST], tuple(frame[:_LONGEST] for frame in problem.at[-_MOST_FRAMES:]))
