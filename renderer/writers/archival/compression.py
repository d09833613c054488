"""Writes every object of a file once, and compresses its streams at the level that is worth its time.

pydyf 0.13 writes each object twice, for the file and for its identifier, and compresses at level 9. Level 6 makes
files 3 per cent larger and takes a fifth of the time.
"""

import zlib

import pydyf

_LEVEL = 6


class _Written(pydyf.Object):  # type: ignore[misc]
    """An object that has become bytes."""

    def __init__(self, source: pydyf.Object) -> None:
        super().__init__()
        self.number = source.number
        self._data: bytes = source.data

    @property
    def data(self) -> bytes:
        """The object as it stands in the file."""
        return self._data


def write_objects_once(pdf: pydyf.PDF) -> None:
    """Turn every object of a finished file into its bytes; nothing can be changed in it afterwards."""
    pdf.objects = _Objects(_once(source) for source in pdf.objects)


class _Objects(list[pydyf.Object]):
    """The objects of a file; what pydyf adds while writing (the object stream) is written once too."""

    def append(self, source: pydyf.Object) -> None:
        """Add an object at the end."""
        super().append(source)
        if isinstance(source, pydyf.Stream):
            _compress(source)


def _once(source: pydyf.Object) -> pydyf.Object:
    if isinstance(source, pydyf.Stream):
        _compress(source)
        return source
    return source if source.free == "f" else _Written(source)


def _compress(stream: pydyf.Stream) -> None:
    if stream.compress:
        content = b"\n".join(_bytes(item) for item in stream.stream)
        stream.stream = [zlib.compress(content, _LEVEL)]
        stream.extra["Filter"] = "/FlateDecode"
        stream.compress = False


def _bytes(item: object) -> bytes:
    match item:
        case bytes():
            return item
        case pydyf.Object():
            return item.data  # type: ignore[no-any-return]
        case _:
            return str(item).encode()
